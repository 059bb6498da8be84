package parley.cli.serve;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Mock;
import parley.model.collection.Tls;
import parley.model.value.Value;

/** What the options of {@code mock} said so far. */
final class MockDraft {

  @Nullable Integer port;
  @Nullable String host;
  boolean tls;
  @Nullable Path certificateOut;
  @Nullable String environment;
  final Map<String, Value> variables = new LinkedHashMap<>();
  @Nullable Long seed;
  @Nullable Instant clock;
  boolean verbose;
  boolean quiet;
  boolean help;

  /** The mock as it listens with these options. */
  Mock applyTo(Mock mock) {
    var listen = mock.listen();
    if (port != null) {
      listen = listen.withPort(port);
    }
    if (host != null) {
      listen = listen.withHost(host);
    }
    if (tls && listen.tls().isEmpty()) {
      listen = listen.withTls(Tls.DEFAULT);
    }
    return mock.withListen(listen);
  }
}
