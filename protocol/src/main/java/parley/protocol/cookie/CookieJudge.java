package parley.protocol.cookie;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds a Set-Cookie line against the rules of whom it may be for (RFC 6265bis, 5.7). */
final class CookieJudge {

  private static final String SECURE = "__secure-";
  private static final String HOST = "__host-";

  private final Visit visit;
  private final SetCookie read;

  CookieJudge(Visit visit, SetCookie read) {
    this.visit = visit;
    this.read = read;
  }

  /** The cookie, if it may be kept. */
  Cookie cookie() {
    var hostOnly = read.domain().isEmpty() || isOwnSuffix();
    var path = read.pathOrNull();
    return new Cookie(
        read.name(),
        read.value(),
        hostOnly ? visit.host() : read.domain(),
        hostOnly,
        path == null ? visit.defaultPath() : path,
        read.secure(),
        read.httpOnly(),
        read.sameSite(),
        read.expiresOrNull());
  }

  /** A host whose own name is no domain for others, such as localhost or an address. */
  private boolean isOwnSuffix() {
    return read.domain().equals(visit.host()) && isSuffix();
  }

  /** Stands for the list of public suffixes: names of one label, and addresses. */
  private boolean isSuffix() {
    return read.domain().indexOf('.') < 0 || Visit.isAddress(read.domain());
  }

  /** Why it may not be kept. */
  Optional<String> fault() {
    return domain().or(this::transport).or(this::prefix);
  }

  private Optional<String> domain() {
    var domain = read.domain();
    return when(
            !domain.isEmpty() && !visit.isWithin(domain),
            "its Domain=" + domain + " does not cover " + visit.host())
        .or(() ->
            when(
                !domain.isEmpty() && isSuffix() && !isOwnSuffix(),
                "its Domain=" + domain + " would cover sites of others"));
  }

  private Optional<String> transport() {
    return when(read.secure() && !visit.secure(), "it is Secure and came without TLS")
        .or(() ->
            when(
                read.sameSite() == SameSite.NONE && !read.secure(),
                "it is SameSite=None, which needs Secure"))
        .or(() ->
            when(
                visit.crossSite() && cookie().isSameSite(),
                "it is SameSite and the Origin is of another site"));
  }

  private Optional<String> prefix() {
    // A cookie without a name could pass for one with a prefix on its way back.
    var name = (read.name().isEmpty() ? read.value() : read.name()).toLowerCase(Locale.ROOT);
    return when(
            read.name().isEmpty() && (name.startsWith(SECURE) || name.startsWith(HOST)),
            "it has no name and its value begins like a prefix")
        .or(() -> when(name.startsWith(SECURE) && !read.secure(), "__Secure- needs Secure"))
        .or(() ->
            when(
                name.startsWith(HOST) && !isHostBound(),
                "__Host- needs Secure, Path=/ and no Domain"));
  }

  private boolean isHostBound() {
    return read.secure() && read.domain().isEmpty() && "/".equals(read.pathOrNull());
  }

  /** Why it may not stand beside what is in the jar: plain cookies hide no secure ones. */
  Optional<String> shadowed(List<Cookie> cookies) {
    var made = cookie();
    var hidden = cookies.stream().anyMatch(old -> old.secure() && hides(made, old));
    return when(!visit.secure() && hidden, "it would hide a Secure one and came without TLS");
  }

  private static boolean hides(Cookie made, Cookie old) {
    return made.name().equals(old.name())
        && (isWithin(made.domain(), old.domain()) || isWithin(old.domain(), made.domain()))
        && Visit.isBelow(made.path(), old.path());
  }

  private static boolean isWithin(String name, String domain) {
    return name.equals(domain) || name.endsWith("." + domain);
  }

  private static Optional<String> when(boolean wrong, String why) {
    return wrong ? Optional.of(why) : Optional.empty();
  }
}
