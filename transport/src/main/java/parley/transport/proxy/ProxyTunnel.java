package parley.transport.proxy;

import io.netty.channel.socket.DuplexChannel;
import parley.model.connection.Cause;

/** How one kind of proxy is asked to let a connection through. For the loop's thread. */
interface ProxyTunnel {

  /** Hears how it goes. */
  interface Listener {

    /** The way to the server is open on this socket. */
    void passed();

    /** Another connection to the proxy is needed, on which {@link ProxyTunnel#start} goes on. */
    void again();

    /** The proxy does not let it through, or is none. */
    void failed(Cause cause, String text);

    /** The connection to the proxy broke. */
    void broken(Throwable failure);

    /** Runs a step unless the attempt is over; a fault in it, or of an observer, ends that. */
    void guarded(Runnable step);
  }

  /** Begins, or goes on after {@link Listener#again}. */
  void start(DuplexChannel socket);
}
