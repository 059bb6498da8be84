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
    return new Question(request, masked(request, proof.secrets()), Bytes.EMPTY, handshake::judge);
  }

  /** For a token; no answer opens a connection. */
  static Question token(ClientCredentials client) {
    var asked = TokenRequest.of(client);
    var none = new Judgement(false, List.of(), null, null, List.of());
    return new Question(asked.head(), asked.head(), asked.body(), _ -> none);
  }

  private static RequestHead masked(RequestHead head, List<String> secrets) {
    return secrets.isEmpty()
        ? head
        : new RequestHead(
            head.method(),
            masked(head.target(), secrets),
            head.version(),
            head.headers().stream()
                .map(header -> new Header(header.name(), masked(header.value(), secrets)))
                .toList());
  }

  static String masked(String text, List<String> secrets) {
    var shown = text;
    for (var secret : secrets) {
      shown = secret.isEmpty() ? shown : shown.replace(secret, MASK);
    }
    return shown;
  }
}
