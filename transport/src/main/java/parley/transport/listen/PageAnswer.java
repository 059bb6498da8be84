package parley.transport.listen;

import java.util.List;
import parley.protocol.handshake.Header;

/**
 * What a listener's owner answers to a {@link PageRequest}. The connection is closed behind it.
 *
 * @param status 200 to 599; with 204 and 304 the body is left out (RFC 9110, 15.3.5 and 15.4.5)
 * @param headers all but {@code Content-Length}, {@code Transfer-Encoding} and {@code Connection},
 *     which the listener sets
 */
public record PageAnswer(int status, String reason, List<Header> headers, PageBody body) {

  private static final List<String> OF_THE_LISTENER =
      List.of("Content-Length", "Transfer-Encoding", "Connection");

  public PageAnswer {
    headers = List.copyOf(headers);
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("the status of a page is 200 to 599: " + status);
    }
    if (headers.stream().anyMatch(header -> OF_THE_LISTENER.stream().anyMatch(header::isNamed))) {
      throw new IllegalArgumentException("the listener sets " + OF_THE_LISTENER + " itself");
    }
  }

  /** Whether HTTP allows a body with this status. */
  boolean mayHaveBody() {
    return status != 204 && status != 304;
  }
}
