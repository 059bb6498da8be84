package parley.protocol.handshake;

import java.util.ArrayList;
import java.util.List;
import parley.protocol.frame.Bytes;

/** A server's answer to a handshake that it does not accept: a whole HTTP response. */
public record Refusal(ResponseHead head, Bytes body) {

  /**
   * An answer with {@code text} as its body.
   *
   * @param headers what the head says besides the type and length of the body
   */
  public static Refusal of(int status, String reason, List<Header> headers, String text) {
    var body = Bytes.utf8(text);
    var all = new ArrayList<>(headers);
    all.add(new Header("Content-Type", "text/plain; charset=utf-8"));
    all.add(new Header("Content-Length", Integer.toString(body.size())));
    return new Refusal(new ResponseHead("HTTP/1.1", status, reason, all), body);
  }
}
