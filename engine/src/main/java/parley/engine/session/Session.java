package parley.engine.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.plan.Connecting;
import parley.engine.plan.MessagePlan;
import parley.engine.plan.Plan;
import parley.engine.plan.Rendering;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Result;
import parley.model.value.Value;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/**
 * One run through a plan. It has no thread, clock or socket: events come in with the time, actions
 * go out. One thread at a time.
 */
public final class Session {

  /** How long what is to be done in any case may take when the conversation was ended early. */
  private static final long LAST_NANOS = Duration.ofSeconds(10).toNanos();

  private final Plan plan;
  private final RandomGenerator random;
  private final Memory memory;
  private final Sight sight;
  private final Links links;
  private final Background background;
  private final Handshakes handshakes;
  private final Outcomes outcomes;
  private final Correlations correlations;
  private final Arrival arrival;
  private final long[] marks;
  private final List<Strand> strands = new ArrayList<>(1);
  private final List<String> notices = new ArrayList<>(0);
  private final Tickets tickets = new Tickets();
  private final Scripting scripting;
  private @Nullable Actions actions;
  private @Nullable Strand main;
  private @Nullable Result pending;
  private @Nullable Result result;
  private long lastNanos = Activity.NEVER;
  private boolean begun;
  private boolean done;
  private long nowNanos;
  private long wakeNanos = Activity.NEVER;
  private long lastNumber;

  /** A session that has not begun: nothing happens before the first event. */
  public Session(Plan plan, SessionStart start) {
    this.plan = plan;
    random = start.random();
    memory = new Memory(plan.variables(), start);
    sight = new Sight(memory);
    links = new Links(this, plan);
    background = new Background(this, plan.background());
    handshakes = new Handshakes(this, links, background);
    scripting = new Scripting(this, plan.scripts());
    outcomes = new Outcomes(this, plan.isMock());
    correlations = new Correlations(plan.correlations());
    arrival = new Arrival(links.main());
    marks = new long[plan.marks()];
  }

  /**
   * Handles an event at {@code now} nanoseconds since the session began, which never goes back, and
   * says what is to be done.
   */
  public void on(Event event, long now, Actions out) {
    if (done) {
      return;
    }
    nowNanos = now;
    actions = out;
    memory.time(now);
    if (event instanceof Event.Accepted(var variables, _)) {
      variables.forEach(one -> memory.name(one.name(), one.value()));
    }
    begin();
    tellNotices();
    handle(event);
    settle();
  }

  /**
   * In a mock, before {@link Event.Accepted}: what the answer to a client that wants to be let in
   * is evaluated in. The first call computes the plan's variables, for the session too; a later one
   * changes no more than {@code variables}.
   */
  public Scope asked(List<Event.Named> variables) {
    variables.forEach(one -> memory.name(one.name(), one.value()));
    begin();
    return memory;
  }

  /**
   * The variables as a connection has them, in the order of the plan; those without a value are
   * left out.
   *
   * @param connection its number
   */
  public Map<String, Value> variables(int connection) {
    begin();
    memory.look(null, links.get(connection));
    return memory.all();
  }

  /**
   * A message as it would be sent on a connection now; nothing is sent.
   *
   * @param connection its number
   */
  public Rendering render(MessagePlan message, int connection) {
    return message.render(scopeOf(connection));
  }

  /** The same of a message that consists of what stands in a file. */
  public Rendering render(MessagePlan message, int connection, Bytes file) {
    return message.render(scopeOf(connection), file);
  }

  /**
   * A connection as it would be opened now; nothing is opened.
   *
   * @param connection its number
   */
  public Connecting connecting(int connection) {
    return plan.connections().get(connection).connect().fill(scopeOf(connection), List.of());
  }

  private Scope scopeOf(int connection) {
    begin();
    return sight.at(List.of(), null, links.get(connection)).scope();
  }

  private void begin() {
    if (!begun) {
      begun = true;
      memory.look(null, null);
      memory.begin(notices);
      links.begin(memory, notices);
    }
  }

  private void tellNotices() {
    if (!notices.isEmpty()) {
      notices.forEach(text -> report(new Report.Notice(text)));
      notices.clear();
    }
  }

  private void handle(Event event) {
    switch (event) {
      case Event.Begin _ -> main = start(Hooks.around(plan));
      case Event.Command(var steps) -> start(new SequenceRun(steps));
      case Event.Forget _ -> links.all().forEach(link -> link.inbox().forget());
      case Event.Halt _ ->
          strands.stream().filter(one -> one != main && !one.isBackground()).forEach(Strand::cut);
      case Event.GiveUp given -> links.giveUp(links.get(given.connection()));
      case Event.Accepted(_, var facts) -> {
        links.main().opened(facts);
        background.opened(links.main());
      }
      case Event.Attempted attempted ->
          handshakes.attempted(links.get(attempted.connection()), attempted.attempt());
      case Event.Message message -> {
        if (result == null && !scripting.holds(message)) {
          message(message);
        }
      }
      case Event.Pong pong ->
          strands.forEach(
              one -> one.pong(links.get(pong.connection()), pong.payload(), pong.roundTrip()));
      case Event.Ending near -> links.get(near.connection()).ending();
      case Event.Ended ended -> {
        if (!scripting.holds(ended)) {
          pass(ended);
        }
      }
      case Event.Answered answered -> tickets.on(answered);
      case Event.Tick _ -> {
        wakeNanos = Activity.NEVER;
        links.tick();
        background.tick();
      }
      case Event.Published(var outgoing) -> {
        if (links.main().isOpen()) {
          send(links.main(), outgoing, 0);
        }
      }
      case Event.Cancel(var why) -> {
        lastNanos = pending == null ? lastNanos : nowNanos; // told again
        stop(main == null ? new Result.Passed() : new Result.Broken(why));
      }
    }
  }

  private Strand start(Activity activity) {
    var strand = new Strand(this, links.main(), false);
    strand.enter(activity);
    add(strand);
    return strand;
  }

  private void message(Event.Message message) {
    var link = links.get(message.connection());
    arrival.set(link, message);
    links.heard(link);
    lastNumber = message.number();
    for (var i = 0; i < strands.size(); i++) {
      strands.get(i).sees(arrival);
    }
    var taken = background.takes(arrival) || offered() || background.takesOtherwise(arrival);
    if (!taken && plan.isMock()) {
      actions().unanswered(sight.at(arrival, null, link));
    }
    if (link.inbox().add(arrival, taken)) {
      stop(
          new Result.Failed(
              "the inbox of %s is full; take messages sooner, or raise `inbox: keep`"
                  .formatted(link.title())));
    }
    sight.forget(); // the bytes are lent
  }

  private boolean offered() {
    for (var i = 0; i < strands.size(); i++) {
      if (strands.get(i).takes(arrival)) {
        return true;
      }
    }
    return false;
  }

  private void ended(Link link, Closure closure) {
    var wasOpen = link.isOpen();
    link.ended(closure);
    background.ended(link);
    strands.stream()
        .filter(one -> one.isBackground() && one.link() == link)
        .forEach(Strand::cancel);
    if (plan.isMock()) {
      finish(new Result.Passed());
    } else if (result == null
        && wasOpen
        && Persistence.isLoss(closure)
        && nobodyWaitsForEnd(link)) {
      links.lost(link, closure);
    }
  }

  private boolean nobodyWaitsForEnd(Link link) {
    return strands.stream().noneMatch(one -> one.waitsForEnd(link));
  }

  /** Lets all strands go on until none can. */
  private void settle() {
    if (pending != null && nowNanos >= lastNanos) {
      finish(pending);
    }
    boolean changed;
    do {
      changed = false;
      for (var i = 0; i < strands.size(); i++) {
        strands.get(i).run();
      }
      for (var i = 0; i < strands.size(); i++) {
        changed |= strands.get(i).expire(nowNanos);
      }
      changed |= clear();
      changed |= scripting.goesOn();
    } while (changed);
    if (result != null && links.all().stream().noneMatch(Link::isAlive)) {
      finished(result);
    } else {
      wake();
    }
  }

  /** Takes out the strands that are over. */
  private boolean clear() {
    var over = false;
    for (var i = strands.size() - 1; i >= 0; i--) {
      if (strands.get(i).isOver()) {
        over = true;
        over(strands.remove(i));
      }
    }
    return over;
  }

  private void over(Strand strand) {
    if (strand == main) {
      finish(pending == null ? strand.ending().whole() : pending);
    } else if (strand.isBackground() && main != null && isBad(strand)) {
      stop(strand.ending().result());
    }
  }

  private static boolean isBad(Strand strand) {
    return !strand.ending().result().isGood();
  }

  /** Ends the steps early: what is to be done in any case is done first. */
  void stop(Result with) {
    if (main == null || main.isOver()) {
      finish(pending == null ? with : pending);
    } else if (pending == null) {
      pending = with;
      lastNanos = nowNanos + LAST_NANOS;
      main.cut();
    }
  }

  /** The steps are done: what goes on is ended, what is open is closed. */
  private void finish(Result with) {
    if (result != null) {
      return;
    }
    result = with;
    lastNanos = Activity.NEVER;
    background.end();
    strands.forEach(Strand::cancel);
    scripting.release();
    links.finish();
  }

  private void finished(Result with) {
    done = true;
    actions().wake(Activity.NEVER);
    var all = with.isGood() ? outcomes.softFailure().orElse(with) : with;
    report(
        new Report.Done(
            new ConversationOutcome(
                all, Duration.ofNanos(nowNanos), outcomes.all(), tickets.unsent())));
  }

  private void wake() {
    var due = Math.min(lastNanos, Math.min(links.dueNanos(), background.dueNanos()));
    for (var i = 0; i < strands.size(); i++) {
      due = Math.min(due, strands.get(i).dueNanos());
    }
    if (due != wakeNanos) {
      wakeNanos = due;
      actions().wake(due);
    }
  }

  // What strands and their activities use.

  void add(Strand strand) {
    strands.add(strand);
  }

  /** Has a strand go on before all others, if it goes on at all. */
  void first(Strand strand) {
    Collections.rotate(strands.subList(0, strands.indexOf(strand) + 1), 1);
  }

  int backgroundStrands() {
    var count = 0;
    for (var strand : strands) {
      count += strand.isBackground() ? 1 : 0;
    }
    return count;
  }

  /** A number under which the answer to something finds back to {@code asker}. */
  long ticket(Activity asker) {
    return tickets.issue(asker);
  }

  /** What was held back goes on. */
  void pass(Event.Message message) {
    message(message);
  }

  void pass(Event.Ended ended) {
    ended(links.get(ended.connection()), ended.closure());
  }

  /** Does something beside the steps, which sees what {@code locals} say. */
  void beside(Link link, @Nullable Local locals, Activity activity) {
    var strand = new Strand(this, link, true, scripting.chance(link));
    strand.locals(locals);
    strand.enter(activity);
    add(strand);
  }

  /** What it comes to, where that is known before its last steps are done. */
  Optional<Result> pending() {
    return Optional.ofNullable(pending);
  }

  Scripting scripting() {
    return scripting;
  }

  void send(Link link, Outgoing outgoing, long ticket) {
    if (outgoing instanceof Outgoing.Close) {
      link.becomes(Link.State.CLOSING);
    }
    actions().send(link.number(), outgoing, ticket);
  }

  /** Sends what nobody waits for to be written. */
  void post(Link link, Outgoing outgoing) {
    send(link, outgoing, tickets.issue());
  }

  /** Something is not handed to its connection after all. */
  void unsent(Link link, Outgoing outgoing, String why) {
    tickets.lost();
    report(new Report.Unsent(link.number(), link.name(), outgoing, why));
  }

  void close(Link link, Bytes body) {
    send(link, new Outgoing.Close(body), 0);
  }

  /** Cuts a connection that is open. */
  void cut(Link link) {
    link.becomes(Link.State.CLOSING);
    actions().abort(link.number());
  }

  /** Opens a connection no further. */
  void giveUp(Link link) {
    actions().abort(link.number());
    noMore(link);
  }

  /** Tries a connection no more that was lost. */
  void noMore(Link link) {
    link.givenUp();
    report(new Report.GivenUp(link.number(), link.name()));
  }

  void mark(int mark) {
    marks[mark] = lastNumber;
  }

  /** The number of the last message before the mark. */
  long marked(int mark) {
    return marks[mark];
  }

  long nowNanos() {
    return nowNanos;
  }

  RandomGenerator random() {
    return random;
  }

  Memory memory() {
    return memory;
  }

  Sight sight() {
    return sight;
  }

  Links links() {
    return links;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  Correlations correlations() {
    return correlations;
  }

  Actions actions() {
    return Objects.requireNonNull(actions, "a session acts only while it handles an event");
  }

  void report(Report report) {
    actions().report(report);
  }
}
