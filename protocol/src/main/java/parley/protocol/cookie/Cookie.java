package parley.protocol.cookie;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that is kept (RFC 6265bis, 5.7).
 *
 * @param name may be empty
 * @param domain in lower case, without a dot before it
 * @param hostOnly whether it goes to {@code domain} only and not to names below it
 * @param path begins with a slash
 * @param secure whether it goes over TLS only, or to this machine
 * @param httpOnly whether it is hidden from scripts of a page; means nothing here
 * @param expiresOrNull null for one that lasts as long as the run
 */
public record Cookie(
    String name,
    String value,
    String domain,
    boolean hostOnly,
    String path,
    boolean secure,
    boolean httpOnly,
    SameSite sameSite,
    @Nullable Instant expiresOrNull) {

  public Optional<Instant> expires() {
    return Optional.ofNullable(expiresOrNull);
  }

  /** Whether it is of no use any more at {@code now}. */
  public boolean isExpired(Instant now) {
    return expiresOrNull != null && !expiresOrNull.isAfter(now);
  }

  /** Whether it goes along on {@code visit} (RFC 6265bis, 5.8.3); its expiry is not asked here. */
  public boolean isFor(Visit visit) {
    return (hostOnly ? visit.host().equals(domain) : visit.isWithin(domain))
        && visit.isBelow(path)
        && (visit.secure() || !secure)
        && !(visit.crossSite() && isSameSite());
  }

  /** Whether it says that it goes only where its own site asks. */
  boolean isSameSite() {
    return sameSite == SameSite.LAX || sameSite == SameSite.STRICT;
  }

  /** Whether it takes the place of {@code other} (RFC 6265bis, 5.7). */
  boolean replaces(Cookie other) {
    return name.equals(other.name)
        && domain.equals(other.domain)
        && hostOnly == other.hostOnly
        && path.equals(other.path);
  }

  /** As it stands in a Cookie header. */
  public String toPair() {
    return name.isEmpty() ? value : name + "=" + value;
  }

  /** Names it and where it goes, without its value. */
  @Override
  public String toString() {
    return "Cookie[" + name + " for " + (hostOnly ? "" : "*.") + domain + path + "]";
  }
}
