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

  /** Of a page that is no part of the workbench: scripts, but nobody's, and nothing to load. */
  private static final String SANDBOX =
      String.join(
          "; ",
          "sandbox allow-scripts",
          "default-src 'none'",
          "script-src 'unsafe-inline'", // its own policy names the one that it has
          "style-src 'unsafe-inline'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors 'none'");

  private static final List<Header> OTHERS =
      List.of(
          new Header("X-Content-Type-Options", "nosniff"),
          new Header("X-Frame-Options", "DENY"),
          new Header("Referrer-Policy", "no-referrer"),
          new Header("Cross-Origin-Opener-Policy", "same-origin"),
          new Header("Cross-Origin-Embedder-Policy", "require-corp"),
          new Header("Cross-Origin-Resource-Policy", "same-origin"));

  private SafeHeaders() {}

  /** With those of one answer. */
  static List<Header> and(Header... more) {
    return with(POLICY, more);
  }

  /** Of a page that has none of the workbench's rights, with those of one answer. */
  static List<Header> sandboxed(Header... more) {
    return with(SANDBOX, more);
  }

  private static List<Header> with(String policy, Header... more) {
    var all = new ArrayList<>(List.of(more));
    all.add(new Header("Content-Security-Policy", policy));
    all.addAll(OTHERS);
    return all;
  }
}
