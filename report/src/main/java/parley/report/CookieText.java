package parley.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.protocol.cookie.Cookie;
import parley.protocol.cookie.SameSite;
import parley.report.Palette.Ink;

/** The cookies of a run as text, a line each: what is sent, then where and until when. */
public final class CookieText {

  private CookieText() {}

  /**
   * All of it, with a line feed at each end.
   *
   * @param kept whether cookies are kept at all
   */
  public static String of(List<Cookie> cookies, boolean kept, Palette palette) {
    if (cookies.isEmpty()) {
      return palette.paint(
              Ink.FAINT,
              kept ? "  no server has set a cookie" : "  cookies are not kept: --no-cookies")
          + "\n";
    }
    var out = new StringBuilder();
    for (var cookie : cookies) {
      out.append("  ").append(palette.paint(Ink.STRONG, Visible.line(cookie.toPair())));
      out.append(palette.paint(Ink.FAINT, "  " + String.join(", ", rules(cookie)))).append('\n');
    }
    return out.toString();
  }

  private static List<String> rules(Cookie cookie) {
    var rules = new ArrayList<String>();
    rules.add("for " + (cookie.hostOnly() ? "" : "*.") + cookie.domain() + cookie.path());
    rules.add(cookie.expires().map(time -> "until " + time).orElse("until the end of the run"));
    if (cookie.secure()) {
      rules.add("Secure");
    }
    if (cookie.httpOnly()) {
      rules.add("HttpOnly");
    }
    if (cookie.sameSite() != SameSite.UNSET) {
      var name = cookie.sameSite().name();
      rules.add("SameSite=" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
    }
    return rules;
  }
}
