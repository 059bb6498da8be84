package parley.workbench.server;

import java.util.ArrayList;
import java.util.List;
import parley.protocol.handshake.Header;

/** What every answer tells the browser to forbid. */
final class SafeHeaders {

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'",
          // No text becomes markup but Lit's own templates, whose policy this is.
          "require-trusted-types-for 'script'",
          "trusted-types lit-html");

  private static final List<Header> ALL =
      List.of(
          new Header("Content-Security-Policy", POLICY),
          new Header("X-Content-Type-Options", "nosniff"),
          new Header("X-Frame-Options", "DENY"),
          new Header("Referrer-Policy", "no-referrer"),
          new Header("Cross-Origin-Opener-Policy", "same-origin"),
          new Header("Cross-Origin-Embedder-Policy", "require-corp"),
          new Header("Cross-Origin-Resource-Policy", "same-origin"));

  private SafeHeaders() {}

  /** With those of one answer. */
  static List<Header> and(Header... more) {
    var all = new ArrayList<>(List.of(more));
    all.addAll(ALL);
    return all;
  }
}
