package parley.model.connection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.EndpointOptions;
import parley.protocol.endpoint.Policy;
import parley.protocol.frame.ByteSize;
import parley.protocol.handshake.Header;

/**
 * All that is asked of a client connection: where to, what to say, and within which limits.
 *
 * @param headers sent after Parley's own, or in place of the one with the same name
 * @param omittedHeaders names of Parley's own headers that are not sent
 * @param subprotocols asked for, in order of preference
 * @param deflateOffers what is offered of permessage-deflate, in order of preference; empty for
 *     none
 * @param route by which way the server is reached
 * @param credentialsOrNull who the client is, where that takes more than a header
 * @param maxRedirects how many answers that name another place are followed; none unless set
 * @param guardedHeaders names of headers that say who the client is, in lower case: they go to no
 *     other server than that of {@code url}, as {@code Authorization} and {@code Cookie} never do
 * @param keepsCookies whether cookies that servers set are sent on later requests; they are unless
 *     set
 * @param connectTimeout bounds everything up to the last answer's head, whatever was followed
 *     before; 30 s unless set
 * @param policy what happens when the peer breaks a rule, in the handshake and after it
 * @param maxMessage the largest message accepted, inflated; 16 MB unless set
 * @param autoPong whether pings are answered; they are unless set
 * @param closeTimeout how long the peer may take over the end of the connection; 5 s unless set
 * @param maxRefusalBody how much of a refusal's body is kept; 1 MB unless set
 * @param refusalTimeout how long the body of a refusal may take; 5 s unless set
 */
public record ConnectSpec(
    WsUrl url,
    List<Header> headers,
    Set<String> omittedHeaders,
    List<String> subprotocols,
    List<DeflateOffer> deflateOffers,
    TlsSpec tls,
    Route route,
    @Nullable Credentials credentialsOrNull,
    int maxRedirects,
    Set<String> guardedHeaders,
    boolean keepsCookies,
    Duration connectTimeout,
    Policy policy,
    ByteSize maxMessage,
    boolean autoPong,
    @Nullable KeepAlive keepAliveOrNull,
    Duration closeTimeout,
    ByteSize maxRefusalBody,
    Duration refusalTimeout) {

  /** As many redirects as curl follows when asked to. */
  public static final int USUAL_REDIRECTS = 50;

  public ConnectSpec {
    headers = List.copyOf(headers);
    omittedHeaders = Set.copyOf(omittedHeaders);
    subprotocols = List.copyOf(subprotocols);
    deflateOffers = List.copyOf(deflateOffers);
    guardedHeaders = Set.copyOf(guardedHeaders);
    requirePositive("the connect timeout", connectTimeout);
    requirePositive("the close timeout", closeTimeout);
    requirePositive("the refusal timeout", refusalTimeout);
  }

  private static void requirePositive(String name, Duration duration) {
    if (!duration.isPositive()) {
      throw new IllegalArgumentException(name + " is above zero: " + duration);
    }
  }

  /** Starts from the defaults. */
  public static Builder to(WsUrl url) {
    return new Builder(url);
  }

  /** Starts from this one, to another place. */
  public Builder copyTo(WsUrl other) {
    var builder = new Builder(other);
    builder.headers = headers;
    builder.omittedHeaders = omittedHeaders;
    builder.subprotocols = subprotocols;
    builder.deflateOffers = deflateOffers;
    builder.tls = tls;
    builder.route = route;
    builder.credentials = credentialsOrNull;
    builder.maxRedirects = maxRedirects;
    builder.guardedHeaders = guardedHeaders;
    builder.keepsCookies = keepsCookies;
    builder.connectTimeout = connectTimeout;
    builder.policy = policy;
    builder.maxMessage = maxMessage;
    builder.autoPong = autoPong;
    builder.keepAlive = keepAliveOrNull;
    builder.closeTimeout = closeTimeout;
    builder.maxRefusalBody = maxRefusalBody;
    builder.refusalTimeout = refusalTimeout;
    return builder;
  }

  /** The same to another place, with other headers. */
  public ConnectSpec with(WsUrl other, List<Header> others) {
    return copyTo(other).headers(others).build();
  }

  /** The same with another use of TLS. */
  public ConnectSpec withTls(TlsSpec changed) {
    return copyTo(url).tls(changed).build();
  }

  public Optional<Credentials> credentials() {
    return Optional.ofNullable(credentialsOrNull);
  }

  public Optional<KeepAlive> keepAlive() {
    return Optional.ofNullable(keepAliveOrNull);
  }

  /** Gathers a spec; what is not set keeps its default. */
  public static final class Builder {
    private final WsUrl url;
    private List<Header> headers = List.of();
    private Set<String> omittedHeaders = Set.of();
    private List<String> subprotocols = List.of();
    private List<DeflateOffer> deflateOffers = List.of();
    private TlsSpec tls = TlsSpec.DEFAULT;
    private Route route = Route.DIRECT;
    private @Nullable Credentials credentials;
    private int maxRedirects;
    private Set<String> guardedHeaders = Set.of();
    private boolean keepsCookies = true;
    private Duration connectTimeout = Duration.ofSeconds(30);
    private Policy policy = Policy.STRICT;
    private ByteSize maxMessage = EndpointOptions.DEFAULT_MAX_MESSAGE;
    private boolean autoPong = true;
    private @Nullable KeepAlive keepAlive;
    private Duration closeTimeout = Duration.ofSeconds(5);
    private ByteSize maxRefusalBody = ByteSize.ofMegabytes(1);
    private Duration refusalTimeout = Duration.ofSeconds(5);

    private Builder(WsUrl url) {
      this.url = url;
    }

    public Builder headers(List<Header> given) {
      headers = given;
      return this;
    }

    public Builder omittedHeaders(Set<String> given) {
      omittedHeaders = given;
      return this;
    }

    public Builder subprotocols(List<String> given) {
      subprotocols = given;
      return this;
    }

    public Builder deflateOffers(List<DeflateOffer> given) {
      deflateOffers = given;
      return this;
    }

    public Builder tls(TlsSpec given) {
      tls = given;
      return this;
    }

    public Builder route(Route given) {
      route = given;
      return this;
    }

    public Builder credentials(Credentials given) {
      credentials = given;
      return this;
    }

    public Builder withoutCredentials() {
      credentials = null;
      return this;
    }

    public Builder maxRedirects(int given) {
      maxRedirects = given;
      return this;
    }

    public Builder guardedHeaders(Set<String> given) {
      guardedHeaders = given;
      return this;
    }

    public Builder keepsCookies(boolean given) {
      keepsCookies = given;
      return this;
    }

    public Builder connectTimeout(Duration given) {
      connectTimeout = given;
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

    public Builder keepAlive(KeepAlive given) {
      keepAlive = given;
      return this;
    }

    public Builder closeTimeout(Duration given) {
      closeTimeout = given;
      return this;
    }

    public Builder maxRefusalBody(ByteSize given) {
      maxRefusalBody = given;
      return this;
    }

    public Builder refusalTimeout(Duration given) {
      refusalTimeout = given;
      return this;
    }

    public ConnectSpec build() {
      return new ConnectSpec(
          url,
          headers,
          omittedHeaders,
          subprotocols,
          deflateOffers,
          tls,
          route,
          credentials,
          maxRedirects,
          guardedHeaders,
          keepsCookies,
          connectTimeout,
          policy,
          maxMessage,
          autoPong,
          keepAlive,
          closeTimeout,
          maxRefusalBody,
          refusalTimeout);
    }
  }
}
