package parley.transport.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials.ClientCredentials;
import parley.model.connection.Evidence;
import parley.model.connection.Hop;
import parley.model.connection.TokenFacts;
import parley.model.connection.Way;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.transport.channel.Loop;
import parley.transport.connect.Preparation.Outcome;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Surroundings;
import parley.transport.stage.EvidenceLog;
import parley.transport.stage.TlsClients;
import parley.transport.token.TokenAnswer;

/**
 * The tokens of a connector: each is fetched once, while all that want it wait, and used until
 * shortly before it expires or a server refuses it. On the loop's thread.
 */
final class Tokens {

  /** How long before its end a token is not used any more: a tenth of its life, or this. */
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private static final int SHORTEST = 4; // as reports have it
  private static final ConnectionObserver NOBODY = new ConnectionObserver() {};

  private final Loop loop;
  private final Surroundings surroundings;
  private final TlsClients tlsClients;
  private final Map<ClientCredentials, Kept> kept = new HashMap<>();
  private final Map<ClientCredentials, Fetch> fetches = new HashMap<>();

  Tokens(Loop loop, Surroundings surroundings, TlsClients tlsClients) {
    this.loop = loop;
    this.surroundings = surroundings;
    this.tlsClients = tlsClients;
  }

  /** A token at hand. */
  private record Kept(
      String value, @Nullable Instant expiresOrNull, @Nullable Long staleNanosOrNull) {

    boolean isFresh() {
      return staleNanosOrNull == null || System.nanoTime() - staleNanosOrNull < 0;
    }

    Proof proof(ClientCredentials client, boolean reused) {
      return new Proof(
          List.of(new Header("Authorization", "Bearer " + value)),
          null,
          List.of(value),
          new TokenFacts(client.tokenUrl().toString(), expiresOrNull, reused));
    }
  }

  /** Those who wait for one token, and the dial that is about it. */
  private record Fetch(Dial dial, List<Consumer<Outcome>> waiting) {}

  /** Gives {@code then} the token of {@code client}, at once or when it is there. */
  void get(
      ConnectSpec spec,
      ClientCredentials client,
      ConnectionObserver observer,
      Consumer<Outcome> then) {
    var token = kept.get(client);
    if (token != null && token.isFresh()) {
      then.accept(new Outcome.Ready(token.proof(client, true)));
      return;
    }
    observer.fetchingToken(client.tokenUrl().toString());
    var fetch = fetches.get(client);
    if (fetch != null) {
      fetch.waiting().add(then);
    } else {
      fetch(spec, client, then);
    }
  }

  /** Fetches the token of {@code client} whether there is one or not. */
  void renew(ConnectSpec spec, ClientCredentials client, Consumer<TokenFetch> then) {
    kept.remove(client);
    get(spec, client, NOBODY, outcome -> then.accept(fetched(outcome)));
  }

  private static TokenFetch fetched(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ready(var proof) ->
          new TokenFetch.Fetched(Objects.requireNonNull(proof.tokenOrNull()));
      case Outcome.Unready(var cause, var text, var token, var _) ->
          new TokenFetch.Failed(cause, text, token);
    };
  }

  /**
   * Whether another token may help against a refusal: the one that {@code carried} has was at hand
   * from before. It is forgotten then.
   */
  boolean mayHelp(
      ClientCredentials client, Proof carried, Attempt.Rejected refused, List<Hop> hops) {
    var facts = carried.tokenOrNull();
    if (refused.answer().status() != 401 || facts == null || !facts.reused()) {
      return false;
    }
    var token = kept.get(client);
    if (token != null && carried.secrets().contains(token.value())) {
      kept.remove(client);
    }
    return hops.stream().noneMatch(hop -> hop.reason() == Hop.Reason.CHALLENGE);
  }

  private void fetch(ConnectSpec asked, ClientCredentials client, Consumer<Outcome> then) {
    var spec = spec(asked, client);
    var result = new CompletableFuture<Attempt>();
    var startNanos = System.nanoTime();
    var dial =
        new Dial(
            loop,
            surroundings,
            tlsClients,
            spec,
            Question.token(client),
            startNanos + spec.connectTimeout().toNanos(),
            new EvidenceLog(spec.url(), startNanos, Way.STRAIGHT),
            NOBODY,
            result);
    var fetch = new Fetch(dial, new ArrayList<>(List.of(then)));
    fetches.put(client, fetch);
    var _ = result.whenComplete((attempt, fault) -> fetched(client, fetch, attempt, fault));
    dial.start();
  }

  /** The same way there, with the same trust. */
  private static ConnectSpec spec(ConnectSpec asked, ClientCredentials client) {
    var place = client.tokenUrl().place();
    var elsewhere = !place.host().equalsIgnoreCase(asked.url().host());
    return asked
        .copyTo(place)
        .route(asked.route().withUnixSocket(null))
        .tls(elsewhere ? asked.tls().forOtherHost() : asked.tls())
        .build();
  }

  private void fetched(
      ClientCredentials client, Fetch fetch, @Nullable Attempt attempt, @Nullable Throwable fault) {
    fetches.remove(client, fetch);
    var outcome =
        attempt == null
            ? unready(client, Cause.CANCELLED, noToken(client) + fault, null, null)
            : outcome(client, attempt);
    fetch.waiting().forEach(one -> one.accept(outcome));
  }

  private Outcome outcome(ClientCredentials client, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Rejected(var seen, var head, var body, var end) ->
          switch (TokenAnswer.of(head, body, end)) {
            case TokenAnswer.Token token -> granted(client, token);
            case TokenAnswer.Refused(var text, var shown) ->
                unready(
                    client,
                    Cause.TOKEN_REFUSED,
                    "the token server " + client.tokenUrl() + " " + without(client, text),
                    seen,
                    new TokenFacts.Refusal(head, without(client, shown)));
          };
      case Attempt.Failed(var seen, var _, var cause, var text) ->
          unready(client, cause, noToken(client) + text, seen, null);
      case Attempt.Open _ -> throw new IllegalStateException("no token opens a connection");
    };
  }

  private Outcome granted(ClientCredentials client, TokenAnswer.Token token) {
    var expires = token.goodFor().map(Instant.now()::plus).orElse(null);
    var stale = token.goodFor().map(time -> System.nanoTime() + usable(time).toNanos());
    var fresh = new Kept(token.value(), expires, stale.orElse(null));
    kept.put(client, fresh);
    return new Outcome.Ready(fresh.proof(client, false));
  }

  private static Duration usable(Duration goodFor) {
    var tenth = goodFor.dividedBy(10);
    return goodFor.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
  }

  private static String noToken(ClientCredentials client) {
    return "no token from " + client.tokenUrl() + ": ";
  }

  private static Outcome unready(
      ClientCredentials client,
      Cause cause,
      String text,
      @Nullable Evidence seenOrNull,
      TokenFacts.@Nullable Refusal refusalOrNull) {
    return new Outcome.Unready(
        cause,
        text,
        new TokenFacts(client.tokenUrl().toString(), null, false, refusalOrNull),
        seenOrNull);
  }

  /** A server may repeat the secret; one that is too short to be told apart stays. */
  private static String without(ClientCredentials client, String text) {
    var secret = client.clientSecret();
    return secret.length() < SHORTEST ? text : Question.masked(text, List.of(secret));
  }

  private static Bytes without(ClientCredentials client, Bytes body) {
    return body.isUtf8() ? Bytes.utf8(without(client, body.toText())) : body;
  }

  /** Gives up what is being fetched. */
  void close() {
    List.copyOf(fetches.values()).forEach(fetch -> fetch.dial().close());
  }
}
