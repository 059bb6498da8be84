package parley.transport.listen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.EndpointOptions;
import parley.protocol.endpoint.Policy;
import parley.protocol.frame.ByteSize;

/**
 * Where to listen, and within which limits.
 *
 * @param bind the address; port 0 takes a free one
 * @param tlsOrNull the server's certificate and key; null for plain connections
 * @param clientAuthorities who may have issued the certificates that clients then have to show;
 *     empty to ask for none
 * @param backlog how many connections may wait to be accepted
 * @param maxConnections how many may be open at a time, pages included; a further one is answered
 *     with 503. As many may be at their request; of more, the one that takes longest is cut
 * @param handshakeTimeout how long TLS and the request's head may take together
 * @param idleTimeout how long an answer to a request for a page may stand still
 * @param maxHead the largest request head
 * @param policy what happens when a client breaks a rule after the handshake
 * @param maxMessage the largest message accepted, inflated
 * @param autoPong whether pings are answered
 * @param closeTimeout how long a client may take over the end of a connection
 */
public record ListenSpec(
    InetSocketAddress bind,
    @Nullable ServerIdentity tlsOrNull,
    List<X509Certificate> clientAuthorities,
    int backlog,
    int maxConnections,
    Duration handshakeTimeout,
    Duration idleTimeout,
    ByteSize maxHead,
    Policy policy,
    ByteSize maxMessage,
    boolean autoPong,
    Duration closeTimeout) {

  public ListenSpec {
    clientAuthorities = List.copyOf(clientAuthorities);
    if (backlog < 1 || maxConnections < 1) {
      throw new IllegalArgumentException("a listener takes at least one connection");
    }
    if (!handshakeTimeout.isPositive() || !idleTimeout.isPositive() || !closeTimeout.isPositive()) {
      throw new IllegalArgumentException("the timeouts of a listener are above zero");
    }
  }

  /** Starts from the defaults: this machine only, any free port, plain. */
  public static Builder local() {
    return new Builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  /** Starts from the defaults at an address of the caller's. */
  public static Builder at(InetSocketAddress bind) {
    return new Builder(bind);
  }

  public Optional<ServerIdentity> tls() {
    return Optional.ofNullable(tlsOrNull);
  }

  /** Gathers a spec; what is not set keeps its default. */
  public static final class Builder {
    private final InetSocketAddress bind;
    private @Nullable ServerIdentity tls;
    private List<X509Certificate> clientAuthorities = List.of();
    private int backlog = 1024;
    private int maxConnections = 10_000;
    private Duration handshakeTimeout = Duration.ofSeconds(10);
    private Duration idleTimeout = Duration.ofSeconds(60);
    private ByteSize maxHead = ByteSize.ofKilobytes(64);
    private Policy policy = Policy.STRICT;
    private ByteSize maxMessage = EndpointOptions.DEFAULT_MAX_MESSAGE;
    private boolean autoPong = true;
    private Duration closeTimeout = Duration.ofSeconds(5);

    private Builder(InetSocketAddress bind) {
      this.bind = bind;
    }

    public Builder tls(ServerIdentity given) {
      tls = given;
      return this;
    }

    public Builder clientAuthorities(List<X509Certificate> given) {
      clientAuthorities = given;
      return this;
    }

    public Builder backlog(int given) {
      backlog = given;
      return this;
    }

    public Builder maxConnections(int given) {
      maxConnections = given;
      return this;
    }

    public Builder handshakeTimeout(Duration given) {
      handshakeTimeout = given;
      return this;
    }

    public Builder idleTimeout(Duration given) {
      idleTimeout = given;
      return this;
    }

    public Builder maxHead(ByteSize given) {
      maxHead = given;
      return this;
    }

    public Builder policy(Policy given) {
      policy = given;
      return this;
    }

    public Builder maxMessage(ByteSize given) {
      maxMessage = given;
      return this;
    }

    public Builder autoPong(boolean given) {
      autoPong = given;
      return this;
    }

    public Builder closeTimeout(Duration given) {
      closeTimeout = given;
      return this;
    }

    public ListenSpec build() {
      return new ListenSpec(
          bind,
          tls,
          clientAuthorities,
          backlog,
          maxConnections,
          handshakeTimeout,
          idleTimeout,
          maxHead,
          policy,
          maxMessage,
          autoPong,
          closeTimeout);
    }
  }
}
