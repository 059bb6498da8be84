package parley.engine.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.ConnectPlan;
import parley.engine.plan.Connecting;
import parley.engine.plan.ConnectionPlan;
import parley.engine.plan.Facts;
import parley.engine.plan.FieldPlan;
import parley.engine.plan.Filled;
import parley.engine.plan.Plan;
import parley.engine.plan.StepHead;
import parley.model.collection.Position;
import parley.model.collection.Settings;
import parley.model.value.Value;

/** The connections of a session: those of the plan, and those that steps name by a URL. */
final class Links {

  /** What a mock keeps of messages that no rule takes. */
  private static final Settings.Inbox MOCK_INBOX =
      new Settings.Inbox(10_000, Settings.Overflow.DROP_OLDEST);

  private final Session session;
  private final Plan plan;
  private final List<Link> all = new ArrayList<>(1);
  private final List<Line> lines = new ArrayList<>(1);
  private final Map<String, Link> byUrl = new HashMap<>(0);

  /**
   * How a link is opened.
   *
   * @param url in place of the plan's own; empty for that
   */
  private record Line(ConnectPlan connect, String url, Reconnection reconnection) {

    Position at() {
      return connect.at();
    }
  }

  /** What looking for a connection came to. */
  sealed interface Finding {

    record Found(Link link) implements Finding {}

    record None(String why) implements Finding {}
  }

  Links(Session session, Plan plan) {
    this.session = session;
    this.plan = plan;
    plan.connections().forEach(one -> add(one.name(), one.connect(), ""));
    if (plan.isMock()) {
      all.add(new Link(0, "", new Inbox(plan.inbox(), MOCK_INBOX)));
    }
  }

  private Link add(String name, ConnectPlan connect, String url) {
    var link = new Link(all.size(), name, new Inbox(plan.inbox(), connect.settings().inbox()));
    all.add(link);
    lines.add(
        new Line(connect, url, new Reconnection(connect.settings().reconnect(), session.random())));
    return link;
  }

  /** Computes the variables that differ on a connection. */
  void begin(Memory memory, List<String> notices) {
    for (var i = 0; i < plan.connections().size(); i++) {
      begin(plan.connections().get(i), all.get(i), memory, notices);
    }
  }

  private static void begin(ConnectionPlan of, Link link, Memory memory, List<String> notices) {
    if (!of.variables().isEmpty()) {
      memory.overlay(of.variables(), link, notices);
    }
  }

  List<Link> all() {
    return all;
  }

  Link main() {
    return all.getFirst();
  }

  Link get(int number) {
    return all.get(number);
  }

  /** The connection of that name; the main one has none. */
  Optional<Link> named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** The connection that a step is about. */
  Finding of(StepHead.Target target, Strand strand) {
    return switch (target) {
      case StepHead.Target.Usual _ -> new Finding.Found(strand.link());
      case StepHead.Target.Fixed fixed -> new Finding.Found(get(fixed.connection()));
      case StepHead.Target.Computed(var text) ->
          switch (text.text(strand.scope())) {
            case Filled.Of(var value) -> find(((Value.Text) value).text());
            case Filled.Faulty(_, var why, _) -> new Finding.None("`on`: " + why);
          };
    };
  }

  private Finding find(String text) {
    var named = named(text);
    if (named.isPresent() || !text.contains("/") || plan.isMock()) {
      return named
          .<Finding>map(Finding.Found::new)
          .orElseGet(() -> new Finding.None("`on`: there is no connection " + text));
    }
    return new Finding.Found(
        byUrl.computeIfAbsent(text, url -> add(url, plan.connections().getFirst().connect(), url)));
  }

  /** Begins to open a connection, or says on the link why it cannot. */
  void open(Link link, List<FieldPlan> headers, Strand strand) {
    lines.get(link.number()).reconnection().reset(headers);
    open(link, headers, 0, strand.locals());
  }

  private void open(Link link, List<FieldPlan> headers, int attempt, @Nullable Local locals) {
    link.opening();
    Runnable dial = () -> dial(link, headers, attempt, locals);
    session
        .scripting()
        .beforeConnect(link, dial)
        .ifPresentOrElse(script -> session.beside(link, locals, script), dial);
  }

  private void dial(Link link, List<FieldPlan> headers, int attempt, @Nullable Local locals) {
    switch (link.change().of(connecting(link, headers, locals), lines.get(link.number()).at())) {
      case Connecting.Ready(var spec, var notices) -> {
        session.report(
            new Report.Opening(link.number(), link.name(), spec.url(), attempt, notices));
        session.actions().open(link.number(), link.name(), spec);
      }
      case Connecting.Faulty(_, var text) -> link.refused(Facts.NONE, text, false);
    }
  }

  /** A connection as it would be opened now. */
  Connecting connecting(Link link, Strand strand) {
    var headers = lines.get(link.number()).reconnection().headers();
    return connecting(link, headers, strand.locals());
  }

  private Connecting connecting(Link link, List<FieldPlan> headers, @Nullable Local locals) {
    var line = lines.get(link.number());
    var scope = session.sight().at(List.of(), locals, link).scope();
    return line.url().isEmpty()
        ? line.connect().fill(scope, headers)
        : line.connect().fill(scope, headers, line.url());
  }

  /** A connection that was refused or lost: whether it is tried again, and when. */
  boolean retries(Link link, String why) {
    var line = lines.get(link.number());
    var delay = line.reconnection().next(session.nowNanos());
    delay.ifPresent(time -> {
      link.becomes(Link.State.LOST);
      session.report(
          new Report.Reconnecting(
              link.number(),
              link.name(),
              line.reconnection().attempt(),
              line.connect().settings().reconnect().attempts(),
              time,
              why));
    });
    return delay.isPresent();
  }

  /** Opens it no further, and tries it no more. */
  void giveUp(Link link) {
    settled(link);
    if (link.state() == Link.State.OPENING) {
      session.giveUp(link);
    } else if (link.state() == Link.State.LOST) {
      session.noMore(link);
    }
  }

  /** Whether the link is being opened anew after a loss. */
  boolean isReconnecting(Link link) {
    return lines.get(link.number()).reconnection().attempt() > 0;
  }

  /** It is open: the next loss starts to count from the beginning. */
  void settled(Link link) {
    lines.get(link.number()).reconnection().settled();
  }

  /** Opens those whose time has come. */
  void tick() {
    for (var link : List.copyOf(all)) {
      if (link.state() == Link.State.LOST && dueNanos(link) <= session.nowNanos()) {
        var reconnection = lines.get(link.number()).reconnection();
        open(link, reconnection.headers(), reconnection.attempt(), null);
      }
    }
  }

  /** When the next is to be opened. */
  long dueNanos() {
    var due = Activity.NEVER;
    for (var link : all) {
      due = link.state() == Link.State.LOST ? Math.min(due, dueNanos(link)) : due;
    }
    return due;
  }

  private long dueNanos(Link link) {
    return lines.get(link.number()).reconnection().dueNanos();
  }
}
