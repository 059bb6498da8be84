package parley.transport.connect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials.ClientCredentials;
import parley.model.connection.Stage;
import parley.model.connection.Way;
import parley.transport.channel.Loop;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Scheduled;
import parley.transport.connection.Surroundings;
import parley.transport.stage.EvidenceLog;
import parley.transport.stage.TlsClients;

/** Opens client connections, all on one event loop. Any thread may call it. */
public final class Connector implements AutoCloseable {

  private final Loop loop = new Loop("parley-connect");
  private final Surroundings surroundings;
  private final TlsClients tlsClients;
  private final Tokens tokens; // of the loop's thread
  private final Set<Journey> journeys = new HashSet<>(); // of the loop's thread

  /** In no surroundings to speak of; its thread starts with the first connection. */
  public Connector() {
    this(Surroundings.NONE);
  }

  /** The same in {@code surroundings}. */
  public Connector(Surroundings surroundings) {
    this.surroundings = surroundings;
    tlsClients = new TlsClients(surroundings);
    tokens = new Tokens(loop, surroundings, tlsClients);
  }

  /**
   * Tries to open a connection. Whatever the peer or the network does is a value of {@link
   * Attempt}; the future never completes with an exception of its own. Cancelling the future gives
   * up at once. An open connection comes to the observer: {@link ConnectionObserver#opened}.
   */
  public CompletableFuture<Attempt> connect(ConnectSpec spec, ConnectionObserver observer) {
    return connect(spec, new Cookies(InstantSource.system()), observer);
  }

  /** The same with the cookies of a run, which the answers add to. */
  public CompletableFuture<Attempt> connect(
      ConnectSpec spec, Cookies cookies, ConnectionObserver observer) {
    var result = new CompletableFuture<Attempt>();
    if (spec.url().secure()) {
      var ready = tlsClients.prepare(spec.tls(), spec.url().host());
      if (tlsClients.mayAsk(spec.tls())) {
        // Connecting has a limit of time; whoever types a passphrase has none.
        var _ =
            ready.whenComplete((_, _) -> {
              if (!begin(spec, cookies, observer, result)) {
                result.complete(closed(spec));
              }
            });
        return result;
      }
    }
    if (!begin(spec, cookies, observer, result)) {
      throw new IllegalStateException("the connector is closed");
    }
    return result;
  }

  private static Attempt closed(ConnectSpec spec) {
    var log = new EvidenceLog(spec.url(), System.nanoTime(), Way.STRAIGHT);
    return new Attempt.Failed(
        log.toEvidence(), Stage.TLS, Cause.CANCELLED, "the connector was closed");
  }

  private boolean begin(
      ConnectSpec spec,
      Cookies cookies,
      ConnectionObserver observer,
      CompletableFuture<Attempt> result) {
    return loop.run(() ->
        start(
            new Journey(loop, surroundings, tlsClients, tokens, spec, cookies, observer, result)));
  }

  /**
   * Fetches the token of {@code client} anew without connecting; connections use it from then on.
   *
   * @param spec how the server that the token is for would be reached, within which time
   */
  public CompletableFuture<TokenFetch> fetchToken(ConnectSpec spec, ClientCredentials client) {
    var result = new CompletableFuture<TokenFetch>();
    if (!loop.run(() -> tokens.renew(spec, client, result::complete))) {
      throw new IllegalStateException("the connector is closed");
    }
    return result;
  }

  private void start(Journey journey) {
    journeys.add(journey);
    journey.whenOver(() -> journeys.remove(journey));
    journey.start();
  }

  /**
   * Runs {@code task} on the connector's thread, on which all its observers are called: at once
   * when called there. It must not block.
   *
   * @return false when the connector is closed and the task will not run
   */
  public boolean execute(Runnable task) {
    return loop.run(task);
  }

  /**
   * Runs {@code task} on the connector's thread after {@code delay}, never earlier; not at all when
   * the connector is closed by then. It must not block.
   */
  public Scheduled schedule(Duration delay, Runnable task) {
    return loop.schedule(delay, task);
  }

  /** Cuts what is open, gives up what is being opened, and ends the event loop. */
  @Override
  public void close() {
    loop.run(() -> {
      tokens.close();
      List.copyOf(journeys).forEach(Journey::close);
    });
    loop.close();
  }
}
