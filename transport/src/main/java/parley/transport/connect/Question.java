package parley.transport.connect;

import java.util.List;
import java.util.function.Function;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials.ClientCredentials;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ClientHandshake;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Judgement;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.transport.token.TokenRequest;

/**
 * What a dial asks a server.
 *
 * @param request as it is sent
 * @param shown the same without secrets, for everyone to see
 * @param judge tells whether an answer opens a connection
 */
record Question(
    RequestHead request, RequestHead shown, Bytes body, Function<ResponseHead, Judgement> judge) {

  private static final String MASK = "•••"; // as reports have it

  /** For a WebSocket. */
  static Question upgrade(ConnectSpec spec, Proof proof, Bytes nonce) {
    var handshake = ClientHandshake.of(SpecParts.handshake(proof.sentFor(spec)), nonce);
    var request = handshake.request();
    return new Question(request, masked(request, proof), Bytes.EMPTY, handshake::judge);
  }

  /** For a token; no answer opens a connection. */
  static Question token(ClientCredentials client) {
    var asked = TokenRequest.of(client);
    var none = new Judgement(false, List.of(), null, null, List.of());
    return new Question(asked.head(), asked.head(), asked.body(), _ -> none);
  }

  /** Only where the proof stands: a short secret is found in many places. */
  private static RequestHead masked(RequestHead head, Proof proof) {
    if (proof.secrets().isEmpty()) {
      return head;
    }
    var target =
        proof.targetOrNull() == null ? head.target() : masked(head.target(), proof.secrets());
    return new RequestHead(
        head.method(),
        target,
        head.version(),
        head.headers().stream().map(header -> masked(header, proof)).toList());
  }

  private static Header masked(Header header, Proof proof) {
    return proof.headers().contains(header)
        ? new Header(header.name(), masked(header.value(), proof.secrets()))
        : header;
  }

  static String masked(String text, List<String> secrets) {
    var shown = text;
    for (var secret : secrets) {
      shown = shown.replace(secret, MASK);
    }
    return shown;
  }
}
