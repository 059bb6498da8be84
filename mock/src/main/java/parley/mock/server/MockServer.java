package parley.mock.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import parley.engine.plan.FileAccess;
import parley.engine.session.SharedState;
import parley.fake.FakeData;
import parley.mock.plan.MockPlan;
import parley.model.connection.WsUrl;
import parley.model.outcome.Repetition;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.Listener;
import parley.transport.listen.ServerIdentity;

/**
 * A server that answers as a mock's file says. All its clients are served on one thread, the
 * listener's, see docs/decisions/0008: what they share needs no locks. Its own methods may be
 * called from any other thread.
 *
 * <pre>
 *  Listener --request--> Reception --Verdict--> refusal
 *                                     | let in
 *  Connection --events--> MockClient --Event--> Session --Actions--> ClientActions --> Outlet
 *                             ^                                          |
 *                             +---------------- Rooms <---publish--------+
 * </pre>
 */
public final class MockServer implements AutoCloseable {

  private final ListenSpec spec;
  private final ExecutorService reading =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("parley-mock-files").factory());
  private final Reception reception;
  private final Listener listener;

  private MockServer(MockPlan plan, FileAccess files, MockWatcher watcher, Repetition repetition)
      throws IOException {
    spec = plan.listen();
    var hub =
        new Hub(
            new Agenda(),
            new Rooms<>(),
            new SharedState(),
            repetition,
            new FakeData(),
            files,
            reading);
    reception = new Reception(plan, hub, watcher);
    try {
      listener = Listener.open(spec, reception::answer);
    } catch (IOException unavailable) {
      reading.close();
      throw unavailable;
    }
  }

  /**
   * Binds the address and begins to serve.
   *
   * @param files what steps read while the mock runs
   * @throws IOException when the address cannot be bound
   */
  public static MockServer start(MockPlan plan, FileAccess files, MockWatcher watcher)
      throws IOException {
    return start(plan, files, watcher, new SplittableRandom().nextLong());
  }

  /**
   * The same with a seed, which repeats random values and faults where clients ask for the same and
   * say the same; those that ask for the very same have to come in the same order.
   *
   * @throws IOException when the address cannot be bound
   */
  public static MockServer start(MockPlan plan, FileAccess files, MockWatcher watcher, long seed)
      throws IOException {
    return start(plan, files, watcher, Repetition.of(seed));
  }

  /**
   * The same with a seed and maybe a clock that stands still.
   *
   * @throws IOException when the address cannot be bound
   */
  public static MockServer start(
      MockPlan plan, FileAccess files, MockWatcher watcher, Repetition repetition)
      throws IOException {
    return new MockServer(plan, files, watcher, repetition);
  }

  /**
   * Serves clients that come from now on by another plan; those that are there keep theirs. Shared
   * state stays where its names stay. Where it listens does not change, see {@link
   * MockPlan#listensLike}.
   */
  public void reload(MockPlan changed) {
    reception.replace(changed);
  }

  /** The address in use, with the port that was taken for port 0. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** What clients connect to, without a path: {@code ws://127.0.0.1:9001}. */
  public String url() {
    var url = new WsUrl(spec.tls().isPresent(), reachable().getHostAddress(), port(), "/");
    return url.toString().substring(0, url.toString().length() - 1);
  }

  public int port() {
    return address().getPort();
  }

  /** An address of this machine where the server listens on all. */
  private InetAddress reachable() {
    var bound = address().getAddress();
    return bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
  }

  /** What clients have to trust; empty without TLS. */
  public Optional<ServerIdentity> identity() {
    return spec.tls();
  }

  /** The certificate that a client has to trust, as PEM; empty without TLS. */
  public Optional<String> certificatePem() {
    return identity().map(ServerIdentity::toPem);
  }

  /** Closes all connections with 1001 and waits until they have ended, within the close timeout. */
  @Override
  public void close() {
    listener.close();
    reading.close();
  }
}
