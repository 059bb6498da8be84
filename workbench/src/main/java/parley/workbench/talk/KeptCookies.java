package parley.workbench.talk;

import java.util.Locale;
import java.util.function.Predicate;
import parley.model.value.Value;
import parley.protocol.cookie.Cookie;
import parley.report.Visible;
import parley.transport.connect.Cookies;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;
import parley.workbench.call.With;

/** The cookies that servers have set in a conversation, see {@code KeptCookie} of the page. */
final class KeptCookies {

  /** How much of a value is shown. */
  private static final int MAX_SHOWN = 48;

  private KeptCookies() {}

  static Answer list(Cookies cookies) {
    return Answer.of(Json.object().put("cookies", cookies.toList(), KeptCookies::cookie).value());
  }

  /** Forgets the one that is named, or all, and says what is left. */
  static Answer delete(Cookies cookies, With with) {
    if (with.has("name")) {
      cookies.remove(named(with));
    } else {
      cookies.clear();
    }
    return list(cookies);
  }

  private static Predicate<Cookie> named(With with) {
    var name = with.text("name");
    var domain = with.text("domain");
    var path = with.text("path");
    return one -> one.name().equals(name) && one.domain().equals(domain) && one.path().equals(path);
  }

  private static Value cookie(Cookie cookie) {
    var value = Visible.line(cookie.value());
    var shown = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
    var json =
        Json.object()
            .put("name", cookie.name())
            .put("value", shown)
            .put("domain", cookie.domain())
            .put("hostOnly", cookie.hostOnly())
            .put("path", cookie.path())
            .put("secure", cookie.secure())
            .put("httpOnly", cookie.httpOnly())
            .put("sameSite", cookie.sameSite().name().toLowerCase(Locale.ROOT));
    cookie.expires().ifPresent(time -> json.put("expires", time.toEpochMilli()));
    return json.value();
  }
}
