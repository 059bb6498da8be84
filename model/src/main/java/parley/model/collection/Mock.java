package parley.model.collection;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A server that answers as told.
 *
 * @param state variables that all connections share
 * @param connectionState variables that each connection has for itself
 * @param paths the first that matches a request is taken
 */
public record Mock(
    Path file,
    String name,
    Listen listen,
    List<Variable> variables,
    List<Variable> state,
    List<Variable> connectionState,
    List<Endpoint> paths) {

  public Mock {
    variables = List.copyOf(variables);
    state = List.copyOf(state);
    connectionState = List.copyOf(connectionState);
    paths = List.copyOf(paths);
  }

  /**
   * Where it listens.
   *
   * @param port 0 for any free one
   * @param backlog connections that wait to be accepted, at most
   * @param maxConnections how many may be open at a time; a further one is answered with 503
   * @param tlsOrNull with its certificate and key; made on the spot when it names none
   */
  public record Listen(
      Source host, int port, int backlog, int maxConnections, @Nullable Tls tlsOrNull) {

    /** TLS, when it is on. */
    public Optional<Tls> tls() {
      return Optional.ofNullable(tlsOrNull);
    }

    public Listen withHost(String changed) {
      return new Listen(new Source(changed, host.at()), port, backlog, maxConnections, tlsOrNull);
    }

    public Listen withPort(int changed) {
      return new Listen(host, changed, backlog, maxConnections, tlsOrNull);
    }

    public Listen withTls(Tls changed) {
      return new Listen(host, port, backlog, maxConnections, changed);
    }
  }

  /** The same that listens elsewhere. */
  public Mock withListen(Listen changed) {
    return new Mock(file, name, changed, variables, state, connectionState, paths);
  }

  /**
   * What it does on a path.
   *
   * @param path with {@code {name}} for what {@code {{path.name}}} holds
   * @param reject looked at in order before the connection is accepted
   * @param onConnect done by each connection when it opens
   * @param auto answers to what no rule matches; the first that suits a message is taken
   */
  public record Endpoint(
      Source path,
      Accept accept,
      List<Reject> reject,
      List<Step> onConnect,
      List<Rule> onMessage,
      List<Timer> every,
      List<Auto> auto,
      List<Fault> faults) {

    public Endpoint {
      reject = List.copyOf(reject);
      onConnect = List.copyOf(onConnect);
      onMessage = List.copyOf(onMessage);
      every = List.copyOf(every);
      auto = List.copyOf(auto);
      faults = List.copyOf(faults);
    }
  }

  /** How a handshake is answered that no {@link Reject} refuses. */
  public record Accept(List<Source> subprotocols, List<Field> headers, Compression compression) {
    public Accept {
      subprotocols = List.copyOf(subprotocols);
      headers = List.copyOf(headers);
    }
  }

  /**
   * A handshake that is refused.
   *
   * @param whenOrNull an expression over the request; null for always
   * @param status 200 to 599
   */
  public record Reject(
      @Nullable Source whenOrNull,
      int status,
      List<Field> headers,
      @Nullable Content bodyOrNull,
      Position at) {

    public Reject {
      headers = List.copyOf(headers);
    }

    /** The condition. */
    public Optional<Source> when() {
      return Optional.ofNullable(whenOrNull);
    }

    /** What follows the head. */
    public Optional<Content> body() {
      return Optional.ofNullable(bodyOrNull);
    }
  }

  /**
   * Answers that are made, with fields filled by their names.
   *
   * @param where which messages; all when it is empty
   * @param correlateOrNull a path that the answer has from the message; null for the usual names
   */
  public record Auto(
      List<Check> where, Answers answers, @Nullable Source correlateOrNull, Position at) {

    public Auto {
      where = List.copyOf(where);
    }

    /** A path that the answer has from the message. */
    public Optional<Source> correlate() {
      return Optional.ofNullable(correlateOrNull);
    }
  }

  /** What answers are made from. */
  public sealed interface Answers {

    /** A folder of examples, or one file. */
    record Examples(Source from) implements Answers {}

    /**
     * JSON Schemas.
     *
     * @param requestOrNull what a message has to follow to be answered; null for any
     */
    record Schemas(@Nullable Source requestOrNull, Source response) implements Answers {

      /** What a message has to follow to be answered. */
      public Optional<Source> request() {
        return Optional.ofNullable(requestOrNull);
      }
    }
  }

  /** Something that goes wrong on purpose. */
  public sealed interface Fault {

    /** Loses messages: {@code share} of them, 0 to 1. */
    record Drop(BigDecimal share) implements Fault {}

    /** Holds messages back. */
    record Delay(DurationRange time) implements Fault {}
  }
}
