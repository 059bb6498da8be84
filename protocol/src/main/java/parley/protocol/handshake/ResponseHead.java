package parley.protocol.handshake;

import java.util.List;
import java.util.Locale;

/**
 * The head of an HTTP/1 response (RFC 9112, 4).
 *
 * @param version such as {@code HTTP/1.1}
 * @param status 0 to 999, as three digits can say
 * @param reason the text after the status; empty when there is none
 */
public record ResponseHead(String version, int status, String reason, List<Header> headers)
    implements Head {

  /** RFC 9110, 15.2.2: the answer to a handshake that succeeds. */
  public static final int SWITCHING_PROTOCOLS = 101;

  /** Refuses CR, LF and NUL in any part. */
  public ResponseHead {
    HeadText.requireOneLine(version);
    HeadText.requireOneLine(reason);
    if (status < 0 || status > 999) {
      throw new IllegalArgumentException("a status has three digits: " + status);
    }
    headers = List.copyOf(headers);
  }

  /** Whether another response follows this one (RFC 9110, 15.2); 101 is final here. */
  public boolean isInterim() {
    return status / 100 == 1 && status != SWITCHING_PROTOCOLS;
  }

  @Override
  public String firstLine() {
    // RFC 9112, 4: the space stands there even without a reason.
    return String.format(Locale.ROOT, "%s %03d %s", version, status, reason);
  }
}
