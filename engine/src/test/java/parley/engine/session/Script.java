package parley.engine.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import parley.engine.plan.Connecting;
import parley.engine.plan.Facts;
import parley.engine.plan.Given;
import parley.engine.plan.MessagePlan;
import parley.engine.plan.Plan;
import parley.engine.plan.Planner;
import parley.engine.plan.Planning;
import parley.engine.plan.Rendering;
import parley.engine.plan.StepPlan;
import parley.files.format.Format;
import parley.files.problem.Problems;
import parley.files.shape.Reading;
import parley.files.shape.Shape;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.collection.Modifiers;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.ResponseHead;

/**
 * A session told as a script: a conversation, then {@code >} what happens to it, {@code <} what it
 * wants done and {@code =} what it tells. What is sent is written at once unless the script holds
 * it.
 */
final class Script implements Actions {

  private static final Reading.Scope SCOPE = Reading.Scope.CONVERSATION;

  private final Telling told = new Telling();
  private final Deque<Event> next = new ArrayDeque<>();
  private final List<ConnectSpec> specs = new ArrayList<>();
  private final Plan plan;
  private final Session session;
  private boolean holds;
  private long ticket;
  private long number;
  private long nowNanos;
  private long wakeNanos = Long.MAX_VALUE;

  private Script(Plan plan, SharedState shared) {
    this.plan = plan;
    session =
        new Session(
            plan,
            new SessionStart(
                Instant.parse("2026-01-02T03:04:05Z"), new Random(7), Map.of(), shared));
  }

  /** The script as it really goes: the given events, and what the session makes of them. */
  static String play(String yaml, List<String> events) {
    return play(yaml, events, new SharedState());
  }

  /** The same with the state that the sessions of a mock share. */
  static String play(String yaml, List<String> events, SharedState shared) {
    return switch (plan(yaml)) {
      case Planning.Wrong<Plan>(var problems) ->
          problems.stream()
              .map(one ->
                  "! %d:%d found %s, expected %s%s\n"
                      .formatted(
                          one.at().line(),
                          one.at().column(),
                          one.found(),
                          one.expected(),
                          one.hint().map(hint -> "; " + hint).orElse("")))
              .collect(Collectors.joining());
      case Planning.Planned<Plan>(var plan) -> {
        var script = new Script(plan, shared);
        events.forEach(script::happens);
        yield script.told.toString();
      }
    };
  }

  private static Planning<Plan> plan(String yaml) {
    var planner = new Planner(new ScriptFiles());
    if (yaml.contains("paths:")) {
      var mock = read("case.mock.yaml", yaml, Format.MOCK, Reading.Scope.MOCK);
      return planner.endpoint(mock, mock.paths().getFirst(), Given.NOTHING);
    }
    return planner.conversation(read("case.ws.yaml", yaml, Format.EFFECTIVE, SCOPE), Given.NOTHING);
  }

  /** What stands in {@code yaml}, which has no problems. */
  static <T> T read(String name, String yaml, Shape<T> shape, Reading.Scope scope) {
    var problems = new Problems();
    var text = new YamlText(Path.of(name), yaml, false);
    var value =
        YamlReader.read(text, problems)
            .flatMap(document -> shape.read(document.root(), Reading.of(text, scope, problems)));
    return value.orElseThrow(() -> new AssertionError(problems.sorted().toString()));
  }

  private void happens(String line) {
    told.line(">", line);
    var words = line.split(" ", 2);
    var rest = words.length > 1 ? words[1] : "";
    switch (words[0]) {
      case "hold" -> holds = true;
      case "reports" -> told.everything();
      case "pass" -> pass(duration(rest));
      case "written" -> on(new Event.Written(ticket));
      case "unsent" -> on(new Event.Unsent(ticket, rest));
      case "loaded" -> on(new Event.Loaded(ticket, Bytes.utf8(rest)));
      case "scripted" -> on(new Event.ScriptEnded(ticket, Scripted.answer(rest)));
      case "scripted-before" -> on(new Event.ScriptEnded(ticket - 1, Scripted.answer(rest)));
      case "missing" -> on(new Event.NotLoaded(ticket, rest));
      case "begin" -> on(new Event.Begin());
      case "tick" -> on(new Event.Tick());
      case "cancel" -> on(new Event.Cancel(rest));
      case "published" -> on(new Event.Published(Outgoing.text(rest)));
      case "accepted" -> on(accepted(rest));
      case "command" -> command(rest);
      case "make" -> make(rest);
      case "forget" -> on(new Event.Forget());
      case "halt" -> on(new Event.Halt());
      case "giveup" -> on(new Event.GiveUp(Integer.parseInt(rest)));
      case "render" -> render(rest);
      case "connecting" -> told.line("=", connecting(session.connecting(Integer.parseInt(rest))));
      case "variables" -> told.line("=", session.variables(Integer.parseInt(rest)).toString());
      default -> onConnection(words[0], rest);
    }
  }

  /** {@code 1.text ...} happens on connection 1, {@code text ...} on the main one. */
  private void onConnection(String word, String rest) {
    var dot = word.indexOf('.');
    var connection = dot < 0 ? 0 : Integer.parseInt(word.substring(0, dot));
    on(
        switch (word.substring(dot + 1)) {
          case "opened" -> new Event.Attempted(connection, open(rest));
          case "rejected" -> new Event.Attempted(connection, rejected(rest));
          case "failed" ->
              new Event.Attempted(connection, failed(Stage.TCP, Cause.CONNECTION_REFUSED, rest));
          case "mistrusted" ->
              new Event.Attempted(
                  connection, failed(Stage.TLS, Cause.CERTIFICATE_NOT_PINNED, rest));
          case "text" -> new Event.Message(connection, ++number, true, Bytes.utf8(rest).asBuffer());
          case "binary" ->
              new Event.Message(connection, ++number, false, Bytes.hex(rest).asBuffer());
          case "pong" -> new Event.Pong(connection, Bytes.utf8(rest), Duration.ofMillis(3));
          case "ended" -> new Event.Ended(connection, closure(rest, Closure.Initiator.LOCAL));
          case "closed" -> new Event.Ended(connection, closure(rest, Closure.Initiator.REMOTE));
          case "ending" -> new Event.Ending(connection);
          case "lost" -> new Event.Ended(connection, end(Closure.Ending.valueOf(rest)));
          default -> throw new AssertionError("what is " + word + "?");
        });
  }

  private static Closure end(Closure.Ending ending) {
    return new Closure(ending, Closure.Initiator.REMOTE, null, null, null);
  }

  private static Closure closure(String text, Closure.Initiator initiator) {
    var words = text.split(" ", 2);
    var status =
        CloseStatus.of(new CloseCode(Integer.parseInt(words[0])), words.length > 1 ? words[1] : "");
    return new Closure(Closure.Ending.CLOSE_HANDSHAKE, initiator, status, status, null);
  }

  private Attempt open(String subprotocol) {
    return new Attempt.Open(
        evidence(),
        new ResponseHead(
            "HTTP/1.1", 101, "Switching Protocols", List.of(new Header("Server", "script/1"))),
        subprotocol.isEmpty() ? null : subprotocol,
        null);
  }

  /** A status and its reason, then headers between bars. */
  private Attempt rejected(String answer) {
    var parts = answer.split(" \\| ");
    var words = parts[0].split(" ", 2);
    var headers =
        Arrays.stream(parts)
            .skip(1)
            .map(header -> header.split(": ", 2))
            .map(header -> new Header(header[0], header[1]))
            .toList();
    return new Attempt.Rejected(
        evidence(),
        new ResponseHead("HTTP/1.1", Integer.parseInt(words[0]), words[1], headers),
        Bytes.EMPTY,
        Attempt.BodyEnd.COMPLETE);
  }

  private Attempt failed(Stage stage, Cause cause, String text) {
    return new Attempt.Failed(evidence(), stage, cause, text);
  }

  private Evidence evidence() {
    return new Evidence(
        specs.getLast().url(),
        null,
        null,
        Bytes.EMPTY,
        List.of(),
        Timings.NONE,
        null,
        List.of(),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
        null);
  }

  /** With the request's user. */
  private static Event accepted(String user) {
    var params = Value.of(Map.of("user", Value.of(user)));
    return new Event.Accepted(
        List.of(
            new Event.Named("request", Value.of(Map.of("params", params))),
            new Event.Named("path", Value.of(Map.of("room", Value.of("main"))))),
        Facts.NONE);
  }

  private void command(String steps) {
    var yaml = "url: ws://host/\nsteps: " + steps;
    switch (plan.command(read("typed", yaml, Format.CONVERSATION, SCOPE).steps())) {
      case Planning.Planned<List<StepPlan>>(var compiled) -> on(new Event.Command(compiled));
      case Planning.Wrong<List<StepPlan>>(var problems) ->
          told.line("!", problems.getFirst().found());
    }
  }

  private static String connecting(Connecting connecting) {
    return switch (connecting) {
      case Connecting.Ready(var spec, _) -> spec.url().toString();
      case Connecting.Faulty(_, var text) -> text;
    };
  }

  /** What the step, which sends, would send on the main connection. */
  private void render(String step) {
    var yaml = "url: ws://host/\nsteps: [ " + step + " ]";
    var steps = read("typed", yaml, Format.CONVERSATION, SCOPE).steps();
    if (plan.command(steps) instanceof Planning.Planned<List<StepPlan>>(var compiled)
        && compiled.getFirst() instanceof StepPlan.Send send) {
      told.line("=", rendered(send.message(), session.render(send.message(), 0)));
    }
  }

  private String rendered(MessagePlan message, Rendering rendering) {
    return switch (rendering) {
      case Rendering.Ready(var outgoing) -> Telling.text(outgoing);
      case Rendering.NeedsFile _ ->
          rendered(message, session.render(message, 0, Bytes.utf8("file")));
      case Rendering.Faulty(_, var text) -> text;
    };
  }

  /** A ping made by hand, on the connection of that name. */
  private void make(String connection) {
    var at = new Position(Path.of("typed"), 1, 1);
    var modifiers =
        new Modifiers(
            "#1",
            connection.isEmpty() ? null : new Source(connection, at),
            null,
            null,
            List.of(),
            Duration.ZERO,
            null,
            false,
            "",
            at);
    switch (plan.send(new Outgoing.Ping(Bytes.utf8("hi")), modifiers)) {
      case Planning.Planned<List<StepPlan>>(var compiled) -> on(new Event.Command(compiled));
      case Planning.Wrong<List<StepPlan>>(var problems) ->
          told.line("!", problems.getFirst().found());
    }
  }

  private static Duration duration(String text) {
    return text.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
        : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
  }

  /** Lets time go on, with a tick whenever the session asked for one. */
  private void pass(Duration time) {
    var until = nowNanos + time.toNanos();
    while (wakeNanos <= until) {
      nowNanos = Math.max(nowNanos, wakeNanos);
      wakeNanos = Long.MAX_VALUE;
      told.line(" ", "at " + nowNanos / 1_000_000 + "ms");
      on(new Event.Tick());
    }
    nowNanos = until;
  }

  private void on(Event event) {
    next.add(event);
    while (!next.isEmpty()) {
      session.on(next.remove(), nowNanos, this);
    }
  }

  @Override
  public void open(int connection, String name, ConnectSpec spec) {
    specs.add(spec);
    var headers =
        spec.headers().stream()
            .map(one -> " %s: %s".formatted(one.name(), one.value()))
            .collect(Collectors.joining());
    told.line("<", "open %d %s%s".formatted(connection, spec.url(), headers));
  }

  @Override
  public void send(int connection, Outgoing outgoing, long given) {
    told.line("<", "send %d %s".formatted(connection, Telling.text(outgoing)));
    if (given != 0) {
      ticket = given;
      if (!holds) {
        next.add(new Event.Written(given));
      }
    }
  }

  @Override
  public void abort(int connection) {
    told.line("<", "abort " + connection);
  }

  @Override
  public void load(long given, Source path) {
    told.line("<", "load " + path.text());
    ticket = given;
  }

  @Override
  public void script(long given, ScriptCall call) {
    told.line("<", "script " + Scripted.text(call));
    ticket = given;
  }

  @Override
  public void wake(long atNanos) {
    wakeNanos = atNanos;
  }

  @Override
  public void join(String room) {
    told.line("<", "join " + room);
  }

  @Override
  public void leave(String room) {
    told.line("<", "leave " + room);
  }

  @Override
  public void publish(String room, boolean exceptSelf, Outgoing outgoing) {
    told.line(
        "<",
        "publish to %s%s: %s"
            .formatted(room, exceptSelf ? " but self" : "", Telling.text(outgoing)));
  }

  @Override
  public void report(Report report) {
    told.report(report);
  }
}
