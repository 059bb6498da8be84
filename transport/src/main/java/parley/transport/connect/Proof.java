package parley.transport.connect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TokenFacts;
import parley.model.connection.WsUrl;
import parley.protocol.handshake.Header;

/**
 * What a request carries to show who the client is.
 *
 * @param headers to be sent in place of others of their names
 * @param targetOrNull to be asked for in place of the URL's
 * @param secrets what of it nobody may see
 * @param tokenOrNull of the token in it
 */
record Proof(
    List<Header> headers,
    @Nullable String targetOrNull,
    List<String> secrets,
    @Nullable TokenFacts tokenOrNull) {

  static final Proof NONE = new Proof(List.of(), null, List.of(), null);

  Proof {
    headers = List.copyOf(headers);
    secrets = List.copyOf(secrets);
  }

  /** What is sent with it, in place of what {@code spec} says alone. */
  ConnectSpec sentFor(ConnectSpec spec) {
    if (headers.isEmpty() && targetOrNull == null) {
      return spec;
    }
    var all = new ArrayList<>(spec.headers());
    all.removeIf(one -> headers.stream().anyMatch(own -> own.isNamed(one.name())));
    all.addAll(headers);
    return spec.with(target(spec.url()), all);
  }

  private WsUrl target(WsUrl url) {
    return targetOrNull == null
        ? url
        : new WsUrl(url.secure(), url.host(), url.port(), targetOrNull);
  }
}
