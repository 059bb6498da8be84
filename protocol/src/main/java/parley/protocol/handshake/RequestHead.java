package parley.protocol.handshake;

import java.util.List;

/**
 * The head of an HTTP/1 request (RFC 9112, 3).
 *
 * @param target the request target as it stands on the wire
 * @param version such as {@code HTTP/1.1}
 */
public record RequestHead(String method, String target, String version, List<Header> headers)
    implements Head {

  /** Refuses CR, LF and NUL in any part. */
  public RequestHead {
    HeadText.requireOneLine(method);
    HeadText.requireOneLine(target);
    HeadText.requireOneLine(version);
    headers = List.copyOf(headers);
  }

  @Override
  public String firstLine() {
    return method + " " + target + " " + version;
  }
}
