package parley.transport.connect;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import parley.model.connection.TlsSpec;
import parley.transport.connection.Surroundings;
import parley.transport.tls.TlsClient;
import parley.transport.tls.UnusableFile;

/**
 * The TLS clients of a connector, one for each spec. They take long to make, the more so the first
 * one, which loads the JDK's TLS and its authorities: that goes on while names are looked up and
 * sockets connect.
 */
final class TlsClients {

  private final Surroundings surroundings;
  private final Map<TlsSpec, CompletableFuture<TlsClient>> clients = new ConcurrentHashMap<>();

  TlsClients(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Completes with an {@link UnusableFile} when a file of {@code spec} is none. */
  CompletableFuture<TlsClient> prepare(TlsSpec spec) {
    return clients.computeIfAbsent(
        spec,
        absent -> CompletableFuture.supplyAsync(() -> make(absent), Thread::startVirtualThread));
  }

  private TlsClient make(TlsSpec spec) {
    try {
      return new TlsClient(spec, surroundings);
    } catch (UnusableFile problem) {
      clients.remove(spec); // The next attempt reads the files again.
      throw new CompletionException(problem);
    }
  }
}
