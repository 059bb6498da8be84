package parley.transport.stage;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import parley.model.connection.TlsSpec;
import parley.transport.connection.Passphrases;
import parley.transport.connection.Surroundings;
import parley.transport.tls.TlsClient;
import parley.transport.tls.UnusableFile;

/**
 * The TLS clients of a connector, one for each spec. They take long to make, the more so the first
 * one, which loads the JDK's TLS and its authorities: that goes on while names are looked up and
 * sockets connect.
 */
public final class TlsClients {

  private final Surroundings surroundings;
  private final Map<TlsSpec, CompletableFuture<TlsClient>> clients = new ConcurrentHashMap<>();

  public TlsClients(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The client for connections to {@code host}. Completes with an {@link UnusableFile} when a file
   * that it needs is none; waits for a person who is asked for a passphrase.
   */
  public CompletableFuture<TlsClient> prepare(TlsSpec spec, String host) {
    return clients.computeIfAbsent(
        spec.withIdentities(spec.identitiesFor(host)),
        absent -> CompletableFuture.supplyAsync(() -> make(absent), Thread::startVirtualThread));
  }

  /** Whether somebody may be asked for the passphrase of a key. */
  public boolean mayAsk(TlsSpec spec) {
    return !surroundings.passphrases().equals(Passphrases.NOBODY) && !spec.identities().isEmpty();
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
