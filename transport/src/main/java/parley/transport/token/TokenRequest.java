package parley.transport.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.model.connection.Credentials.ClientCredentials;
import parley.model.connection.Credentials.Parameter;
import parley.model.connection.Credentials.SecretPlace;
import parley.protocol.authentication.BasicAnswer;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;

/** What an authorization server is asked (RFC 6749, 4.4.2). */
public record TokenRequest(RequestHead head, Bytes body) {

  /** The request of {@code client}; its own parameters win over those of the grant. */
  public static TokenRequest of(ClientCredentials client) {
    var body = Bytes.utf8(form(parameters(client)));
    var place = client.tokenUrl().place();
    var headers = new ArrayList<Header>();
    headers.add(new Header("Host", place.authority()));
    if (client.place() == SecretPlace.HEADER) {
      headers.add(new Header("Authorization", basic(client)));
    }
    headers.add(new Header("Accept", "application/json"));
    headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    headers.add(new Header("Content-Length", String.valueOf(body.size())));
    headers.add(new Header("Connection", "close"));
    return new TokenRequest(new RequestHead("POST", place.target(), "HTTP/1.1", headers), body);
  }

  /** RFC 6749, 2.3.1: both are encoded as in forms before. */
  private static String basic(ClientCredentials client) {
    return BasicAnswer.of(encoded(client.clientId()), encoded(client.clientSecret()));
  }

  private static List<Parameter> parameters(ClientCredentials client) {
    var all = new ArrayList<Parameter>();
    all.add(new Parameter("grant_type", "client_credentials"));
    if (client.place() == SecretPlace.BODY) {
      all.add(new Parameter("client_id", client.clientId()));
      all.add(new Parameter("client_secret", client.clientSecret()));
    }
    if (!client.scopes().isEmpty()) {
      all.add(new Parameter("scope", String.join(" ", client.scopes())));
    }
    client.audience().ifPresent(audience -> all.add(new Parameter("audience", audience)));
    all.removeIf(
        own -> client.parameters().stream().anyMatch(given -> given.name().equals(own.name())));
    all.addAll(client.parameters());
    return all;
  }

  private static String form(List<Parameter> parameters) {
    return parameters.stream()
        .map(one -> encoded(one.name()) + "=" + encoded(one.value()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
