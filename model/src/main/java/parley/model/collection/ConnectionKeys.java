package parley.model.collection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection leads and how it is opened.
 *
 * @param urlOrNull null when neither the file nor what it inherits from says one
 * @param path values for the {@code :name} and {@code {name}} in the URL
 * @param params query parameters, added to those of the URL
 * @param headers in the order and spelling that they are sent in
 * @param subprotocols in order of preference
 */
public record ConnectionKeys(
    @Nullable Source urlOrNull,
    List<Field> path,
    List<Field> params,
    List<Field> headers,
    List<Field> cookies,
    Auth auth,
    List<Source> subprotocols,
    Compression compression,
    HttpVersion http,
    Tls tls,
    Proxy proxy,
    Settings settings) {

  public ConnectionKeys {
    path = List.copyOf(path);
    params = List.copyOf(params);
    headers = List.copyOf(headers);
    cookies = List.copyOf(cookies);
    subprotocols = List.copyOf(subprotocols);
  }

  /** Where to. */
  public Optional<Source> url() {
    return Optional.ofNullable(urlOrNull);
  }
}
