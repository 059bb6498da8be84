package parley.protocol.cookie;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Set-Cookie line says (RFC 6265bis, 5.6), before anybody judged it.
 *
 * @param domain in lower case, without a dot before it; empty when it names none
 * @param pathOrNull null when it names none that begins with a slash
 * @param expiresOrNull null when it lasts as long as the run
 */
record SetCookie(
    String name,
    String value,
    String domain,
    @Nullable String pathOrNull,
    boolean secure,
    boolean httpOnly,
    SameSite sameSite,
    @Nullable Instant expiresOrNull) {

  static final int MAX_BYTES = 4096;
  static final int MAX_ATTRIBUTE_BYTES = 1024;

  /** RFC 6265bis, 5.5: no cookie lasts longer. */
  static final Duration MAX_AGE = Duration.ofDays(400);

  /** Reads one line; nothing when it is none that may be kept at all. */
  static Optional<SetCookie> parse(String line, Instant now) {
    if (hasControl(line)) {
      return Optional.empty();
    }
    var parts = line.split(";", -1);
    var equals = parts[0].indexOf('=');
    var name = equals < 0 ? "" : parts[0].substring(0, equals).strip();
    var value = parts[0].substring(equals + 1).strip();
    if ((name + value).isEmpty() || octets(name + value) > MAX_BYTES) {
      return Optional.empty();
    }
    return Optional.of(new Reading(now).read(name, value, parts));
  }

  private static boolean hasControl(String line) {
    return line.chars().anyMatch(one -> (one < ' ' && one != '\t') || one == 0x7F);
  }

  private static int octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Gathers the attributes; of two of a name, the last one counts. */
  private static final class Reading {
    private final Instant now;
    private String domain = "";
    private @Nullable String path;
    private boolean secure;
    private boolean httpOnly;
    private SameSite sameSite = SameSite.UNSET;
    private @Nullable Instant expires;
    private @Nullable Instant oldest;

    Reading(Instant now) {
      this.now = now;
    }

    SetCookie read(String name, String value, String[] parts) {
      for (var i = 1; i < parts.length; i++) {
        var equals = parts[i].indexOf('=');
        var attribute = equals < 0 ? parts[i] : parts[i].substring(0, equals);
        var said = equals < 0 ? "" : parts[i].substring(equals + 1).strip();
        if (octets(said) <= MAX_ATTRIBUTE_BYTES) {
          take(attribute.strip().toLowerCase(Locale.ROOT), said);
        }
      }
      // RFC 6265bis, 5.7: Max-Age wins over Expires.
      return new SetCookie(
          name, value, domain, path, secure, httpOnly, sameSite, oldest == null ? expires : oldest);
    }

    private void take(String attribute, String said) {
      switch (attribute) {
        case "expires" -> CookieDate.parse(said).ifPresent(date -> expires = atMost(date));
        case "max-age" -> maxAge(said);
        case "domain" -> domain = withoutDot(said).toLowerCase(Locale.ROOT);
        case "path" -> path = said.startsWith("/") ? said : null;
        case "secure" -> secure = true;
        case "httponly" -> httpOnly = true;
        case "samesite" -> sameSite = sameSite(said);
        default -> {} // RFC 6265bis, 5.6: unknown attributes are passed over
      }
    }

    private static String withoutDot(String domain) {
      return domain.startsWith(".") ? domain.substring(1) : domain;
    }

    private static SameSite sameSite(String said) {
      return switch (said.toLowerCase(Locale.ROOT)) {
        case "none" -> SameSite.NONE;
        case "lax" -> SameSite.LAX;
        case "strict" -> SameSite.STRICT;
        default -> SameSite.UNSET;
      };
    }

    private void maxAge(String said) {
      if (!said.matches("-?\\d+")) {
        return;
      }
      if (said.startsWith("-")) {
        oldest = Instant.MIN;
      } else {
        oldest = said.length() > 9 ? now.plus(MAX_AGE) : after(Integer.parseInt(said));
      }
    }

    private Instant after(int seconds) {
      return seconds == 0 ? Instant.MIN : atMost(now.plusSeconds(seconds));
    }

    private Instant atMost(Instant date) {
      var latest = now.plus(MAX_AGE);
      return date.isAfter(latest) ? latest : date;
    }
  }
}
