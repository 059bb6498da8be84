package parley.workbench.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import parley.engine.session.Report;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Stage;
import parley.model.transcript.Entry;
import parley.report.Visible;
import parley.workbench.talk.ConnectionStatus.State;

/** How it stands with the connections of a conversation. Any thread may call it. */
final class Board {

  private final Map<String, ConnectionStatus> all = new LinkedHashMap<>(); // guarded by this

  /** From now on there are these; what is known of them stays. */
  synchronized void names(List<String> names) {
    var before = Map.copyOf(all);
    all.clear();
    names.forEach(name -> all.put(name, before.getOrDefault(name, new ConnectionStatus(name))));
    before.forEach((name, status) -> {
      if (status.isAlive()) {
        all.putIfAbsent(name, status);
      }
    });
  }

  synchronized void change(String name, Consumer<ConnectionStatus> how) {
    how.accept(all.computeIfAbsent(name, ConnectionStatus::new));
  }

  /** What {@code look} makes of each, in their order. */
  synchronized <T> List<T> map(Function<ConnectionStatus, T> look) {
    return all.values().stream().map(look).toList();
  }

  /** The names of those for which something holds. */
  synchronized List<String> names(Predicate<ConnectionStatus> holds) {
    return all.values().stream().filter(holds).map(ConnectionStatus::name).toList();
  }

  synchronized boolean is(String name, State state) {
    var status = all.get(name);
    return status != null && status.state() == state;
  }

  /** Whether one of them goes on. */
  boolean isAlive() {
    return !names(ConnectionStatus::isAlive).isEmpty();
  }

  /** All of them in one: the liveliest; when none goes on, what happened last. */
  synchronized State state() {
    for (var state : List.of(State.CONNECTED, State.CONNECTING, State.CLOSING)) {
      if (all.values().stream().anyMatch(one -> one.state() == state)) {
        return state;
      }
    }
    return all.values().stream()
        .filter(one -> one.state() != State.DISCONNECTED)
        .max(Comparator.comparing(ConnectionStatus::since))
        .map(ConnectionStatus::state)
        .orElse(State.DISCONNECTED);
  }

  /** A connection is about to be opened so. */
  void opening(String name, ConnectSpec spec, int again) {
    change(name, one -> one.opening(spec.url(), spec.tls().verify(), again));
  }

  void reconnecting(Report.Reconnecting report) {
    var next =
        new ConnectionStatus.Retry(
            report.attempt(), report.attempts(), Instant.now().plus(report.delay()));
    change(report.name(), one -> one.lost(next, sentence(report.why())));
  }

  private static String sentence(String clause) {
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  /**
   * Something happened on a connection.
   *
   * @param number of the entry in the log
   * @return whether that is to be told
   */
  boolean entry(String name, long number, Entry entry) {
    switch (entry) {
      case Entry.Phase(_, var stage, var subject) -> phase(name, stage, subject);
      case Entry.HandshakeSent(_, var head) -> {
        if (!head.method().equals("CONNECT")) { // which is a part of the stage before
          phase(name, Stage.UPGRADE, head.target());
        }
      }
      case Entry.Opened(_, var open) -> attempted(name, open, "Connected", number);
      case Entry.Refused(_, var rejected) -> attempted(name, rejected, status(rejected), number);
      case Entry.Failed(_, var failed) ->
          attempted(name, failed, Visible.line(failed.text()), number);
      case Entry.Close _ -> change(name, ConnectionStatus::closing);
      case Entry.Closed(_, var closure) -> change(name, one -> one.closed(closure));
      case Entry.Pong pong -> pong.roundTrip().ifPresent(time -> answered(name, time));
      case Entry.Tried _, Entry.Secured _, Entry.HandshakeReceived _, Entry.Message _ -> {
        return false;
      }
      case Entry.Frame _,
          Entry.Raw _,
          Entry.Ping _,
          Entry.Broken _,
          Entry.Unsent _,
          Entry.Notice _,
          Entry.Retry _ -> {
        return false;
      }
    }
    return true;
  }

  private static String status(Attempt.Rejected rejected) {
    return Visible.line((rejected.answer().status() + " " + rejected.answer().reason()).strip());
  }

  private void phase(String name, Stage stage, String subject) {
    change(name, one -> one.phase(stage, subject));
  }

  private void attempted(String name, Attempt attempt, String text, long number) {
    change(name, one -> one.attempted(attempt, text, number));
  }

  private void answered(String name, Duration time) {
    change(name, one -> one.answered(time));
  }
}
