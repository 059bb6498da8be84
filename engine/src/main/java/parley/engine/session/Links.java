package parley.engine.session;

import java.time.Duration;
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
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;

/** The connections of a session: those of the plan, and those that steps name by a URL. */
final class Links {

  /** What a mock keeps of messages that no rule takes. */
  private static final Settings.Inbox MOCK_INBOX =
      new Settings.Inbox(10_000, Settings.Overflow.DROP_OLDEST);

  private final Session session;
  private final Plan plan;
  private final Chances chances;
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
    chances = new Chances(reconnects(plan) ? session.random().nextLong() : 0);
    plan.connections().forEach(one -> add(one.name(), one.connect(), ""));
    if (plan.isMock()) {
      all.add(new Link(0, "", new Inbox(plan.inbox(), MOCK_INBOX)));
    }
  }

  private static boolean reconnects(Plan plan) {
    return plan.connections().stream()
        .anyMatch(one -> one.connect().settings().reconnect().attempts() > 0);
  }

  private Link add(String name, ConnectPlan connect, String url) {
    var link = new Link(all.size(), name, new Inbox(plan.inbox(), connect.settings().inbox()));
    all.add(link);
    var chance = chances.next(link.number());
    lines.add(new Line(connect, url, new Reconnection(connect.settings().reconnect(), chance)));
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
    reconnection(link).reset(headers);
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
      case Connecting.Faulty(_, var text) -> refused(link, text, false);
    }
  }

  /** It cannot be opened as things are, and nobody was asked. */
  void refused(Link link, String why, boolean failed) {
    link.refused(Facts.NONE, why, failed);
    if (isReconnecting(link)) {
      again(link, new Persistence.Outlook.Never(why));
    }
  }

  /** A connection as it would be opened now. */
  Connecting connecting(Link link, Strand strand) {
    var headers = reconnection(link).headers();
    return connecting(link, headers, strand.locals());
  }

  private Connecting connecting(Link link, List<FieldPlan> headers, @Nullable Local locals) {
    var line = lines.get(link.number());
    var scope = session.sight().at(List.of(), locals, link).scope();
    return line.url().isEmpty()
        ? line.connect().fill(scope, headers)
        : line.connect().fill(scope, headers, line.url());
  }

  /** An open connection was lost. */
  void lost(Link link, Closure closure) {
    reconnection(link).lost(session.nowNanos());
    again(link, Persistence.of(closure, "the connection " + link.endText()));
  }

  /**
   * A try after a loss came to nothing, or a connection was lost: tries again, or tells why not.
   */
  void again(Link link, Persistence.Outlook answer) {
    var reconnection = reconnection(link);
    if (!reconnection.isOn()) {
      return;
    }
    switch (answer) {
      case Persistence.Outlook.Never(var why) ->
          stop(link, why + "; it is not tried again, since that would change nothing");
      case Persistence.Outlook.Later(var why, var least) ->
          reconnection
              .next(session.nowNanos(), least)
              .ifPresentOrElse(
                  wait -> later(link, wait, why),
                  () ->
                      stop(link, why + "; it is not tried again after %s".formatted(tries(link))));
    }
  }

  private String tries(Link link) {
    var tries = reconnection(link).attempt();
    return tries == 1 ? "1 try" : tries + " tries";
  }

  private void later(Link link, Duration wait, String why) {
    var reconnection = reconnection(link);
    link.becomes(Link.State.LOST);
    session.report(
        new Report.Reconnecting(
            link.number(),
            link.name(),
            reconnection.attempt(),
            reconnection.attempts(),
            wait,
            why));
  }

  private void stop(Link link, String text) {
    reconnection(link).stop();
    session.report(new Report.NotReconnecting(link.number(), link.name(), text));
  }

  private Reconnection reconnection(Link link) {
    return lines.get(link.number()).reconnection();
  }

  /** Opens it no further, and tries it no more. */
  void giveUp(Link link) {
    reconnection(link).stop();
    if (link.state() == Link.State.OPENING) {
      session.giveUp(link);
    } else if (link.state() == Link.State.LOST) {
      session.noMore(link);
    }
  }

  /** Closes what is open, and opens nothing further. */
  void finish() {
    for (var link : all) {
      switch (link.state()) {
        case OPEN -> {
          if (!link.isEnding()) {
            session.close(link, CloseStatus.of(CloseCode.NORMAL).toBody());
          }
        }
        case OPENING -> session.giveUp(link);
        case LOST -> link.becomes(Link.State.ENDED);
        case NEW, CLOSING, ENDED -> {}
      }
    }
  }

  /** Whether the link is being opened anew after a loss. */
  boolean isReconnecting(Link link) {
    return reconnection(link).attempt() > 0;
  }

  /** It is open. */
  void opened(Link link) {
    reconnection(link).opened(session.nowNanos());
  }

  /** A message came. */
  void heard(Link link) {
    if (!plan.isMock()) {
      reconnection(link).heard();
    }
  }

  /** Opens those whose time has come. */
  void tick() {
    for (var link : List.copyOf(all)) {
      if (link.state() == Link.State.LOST && dueNanos(link) <= session.nowNanos()) {
        reopen(link);
      }
    }
  }

  /** What it makes up takes no random numbers from the steps. */
  private void reopen(Link link) {
    var reconnection = reconnection(link);
    var others = session.memory().chance(reconnection.random());
    open(link, reconnection.headers(), reconnection.attempt(), null);
    session.memory().chance(others);
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
    return reconnection(link).dueNanos();
  }
}
