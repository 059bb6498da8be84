package parley.workbench.talk;

import java.util.Optional;
import java.util.function.UnaryOperator;
import parley.engine.plan.Connecting;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials.ClientCredentials;
import parley.transport.connect.Connector;
import parley.transport.connect.TokenFetch;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;
import parley.workbench.entry.handshake.HandshakeJson;

/** Fetches the token of a connection without connecting, see {@code TokenFetched} of the page. */
final class TokenNow {

  private TokenNow() {}

  /**
   * Fetches it. Blocks.
   *
   * @param applied what the workbench changes of how connections are opened
   */
  static Answer fetch(
      Connecting connecting, UnaryOperator<ConnectSpec> applied, Connector connector) {
    return switch (connecting) {
      case Connecting.Faulty(_, var text) -> Answer.refuse(Answer.Code.INVALID, text);
      case Connecting.Ready(var spec, _) ->
          spec.credentialsOrNull() instanceof ClientCredentials client
              ? told(connector.fetchToken(applied.apply(spec), client).join())
              : Answer.refuse(
                  Answer.Code.INVALID,
                  "This connection has no token to fetch.",
                  "Choose OAuth 2.0 in Auth.");
    };
  }

  private static Answer told(TokenFetch fetch) {
    var json = Json.object();
    switch (fetch) {
      case TokenFetch.Fetched(var token) -> json.put("token", HandshakeJson.of(token));
      case TokenFetch.Failed(_, var text, var answer) -> {
        json.put("text", text);
        Optional.ofNullable(answer).ifPresent(one -> json.put("token", HandshakeJson.of(one)));
      }
    }
    return Answer.of(json.value());
  }
}
