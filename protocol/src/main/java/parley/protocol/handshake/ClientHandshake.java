package parley.protocol.handshake;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.frame.Bytes;

/** The client's side of the opening handshake: a request, and a judgment of its answer. */
public final class ClientHandshake {

  private static final int NONCE_BYTES = 16;

  private final RequestHead request;

  private ClientHandshake(RequestHead request) {
    this.request = request;
  }

  /**
   * The handshake that {@code spec} describes (RFC 6455, 4.1).
   *
   * @param nonce 16 bytes that cannot be guessed
   */
  public static ClientHandshake of(ClientHandshakeSpec spec, Bytes nonce) {
    if (nonce.size() != NONCE_BYTES) {
      throw new IllegalArgumentException("a nonce has 16 bytes, not " + nonce.size());
    }
    var headers =
        HandshakeHeaders.combine(ownHeaders(spec, nonce), spec.headers(), spec.omittedHeaders());
    return new ClientHandshake(new RequestHead("GET", spec.target(), "HTTP/1.1", headers));
  }

  private static List<Header> ownHeaders(ClientHandshakeSpec spec, Bytes nonce) {
    var headers = new ArrayList<Header>();
    headers.add(new Header(HandshakeHeaders.HOST, spec.host()));
    headers.add(new Header(HandshakeHeaders.UPGRADE, "websocket"));
    headers.add(new Header(HandshakeHeaders.CONNECTION, "Upgrade"));
    headers.add(
        new Header(HandshakeHeaders.KEY, Base64.getEncoder().encodeToString(nonce.toArray())));
    headers.add(new Header(HandshakeHeaders.VERSION, HandshakeHeaders.SUPPORTED_VERSION));
    if (!spec.subprotocols().isEmpty()) {
      headers.add(new Header(HandshakeHeaders.PROTOCOL, String.join(", ", spec.subprotocols())));
    }
    if (!spec.deflateOffers().isEmpty()) {
      headers.add(new Header(HandshakeHeaders.EXTENSIONS, offers(spec.deflateOffers())));
    }
    return headers;
  }

  private static String offers(List<DeflateOffer> offers) {
    return offers.stream().map(DeflateOffer::toHeaderValue).collect(Collectors.joining(", "));
  }

  /**
   * What goes on the wire: Parley's own headers first, then the user's with their order, spelling
   * and repetitions.
   */
  public RequestHead request() {
    return request;
  }

  /** Judges a server's final answer to what was really sent, overridden headers included. */
  public Judgement judge(ResponseHead answer) {
    return AnswerJudge.judge(request, answer);
  }
}
