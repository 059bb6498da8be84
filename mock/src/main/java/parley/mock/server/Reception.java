package parley.mock.server;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import parley.mock.plan.Asked;
import parley.mock.plan.EndpointPlan;
import parley.mock.plan.MockPlan;
import parley.mock.plan.Verdict;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.transport.connection.ObserverPair;
import parley.transport.listen.UpgradeAnswer;
import parley.transport.listen.UpgradeRequest;

/**
 * Lets clients in or refuses them. Called on the mock's thread; the plan may be replaced from any.
 */
final class Reception {

  private static final List<Header> CLOSING = List.of(new Header("Connection", "close"));

  private static final Refusal BROKEN =
      Refusal.of(
          500,
          "Internal Server Error",
          CLOSING,
          "The mock cannot answer this request: see what it prints.\n");

  private final Hub hub;
  private final MockWatcher watcher;
  private final Seeds seeds;
  private volatile MockPlan plan;
  private long clients;

  Reception(MockPlan plan, Hub hub, MockWatcher watcher) {
    this.plan = plan;
    this.hub = hub;
    this.watcher = watcher;
    this.seeds = new Seeds(hub.repetition().seed());
  }

  /** From now on clients are served by this. */
  void replace(MockPlan changed) {
    plan = changed;
  }

  UpgradeAnswer answer(UpgradeRequest request) {
    var seen = watcher.asked(++clients, request);
    var current = plan;
    return current
        .match(request)
        .map(match -> answer(match.endpoint(), match.asked(), seen))
        .orElseGet(() -> refuse(noSuchPath(request.head().target(), current), seen));
  }

  private static Refusal noSuchPath(String target, MockPlan plan) {
    var paths = String.join("\n  ", plan.paths());
    return Refusal.of(
        404,
        "Not Found",
        CLOSING,
        "This mock has no path for " + target + ".\nIt has:\n  " + paths + "\n");
  }

  private static UpgradeAnswer refuse(Refusal refusal, ClientWatcher seen) {
    seen.refused(refusal);
    return new UpgradeAnswer.Reject(refusal);
  }

  private UpgradeAnswer answer(EndpointPlan endpoint, Asked asked, ClientWatcher seen) {
    var client = new MockClient(hub, endpoint, seen, new SplittableRandom(seeds.of(asked)));
    return switch (client.judge(asked)) {
      case Verdict.LetIn(var headers) -> letIn(endpoint, asked, headers, client, seen);
      case Verdict.Refused(var refusal) -> refuse(refusal, seen);
      case Verdict.Undecided(var at, var text) -> {
        seen.broken(at, text);
        yield refuse(BROKEN, seen);
      }
    };
  }

  private static UpgradeAnswer letIn(
      EndpointPlan endpoint,
      Asked asked,
      List<Header> headers,
      MockClient client,
      ClientWatcher seen) {
    var subprotocol = endpoint.handshake().subprotocol(asked.subprotocols());
    tellOfSubprotocols(endpoint, asked, subprotocol, seen);
    client.accept(asked.accepted(subprotocol));
    return new UpgradeAnswer.Accept(
        subprotocol.orElse(null),
        endpoint.handshake().deflate(),
        headers,
        new ObserverPair(seen.connection(), client));
  }

  private static void tellOfSubprotocols(
      EndpointPlan endpoint, Asked asked, Optional<String> agreed, ClientWatcher seen) {
    if (agreed.isEmpty() && !asked.subprotocols().isEmpty()) {
      seen.notice(
          "The client offers the subprotocols %s, and %s has none of them: it is let in without, which some clients refuse."
              .formatted(String.join(", ", asked.subprotocols()), endpoint.path()));
    }
  }
}
