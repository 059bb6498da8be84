package parley.engine.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Check;
import parley.model.collection.Code;
import parley.model.collection.Content;
import parley.model.collection.Conversation;
import parley.model.collection.Field;
import parley.model.collection.Json;
import parley.model.collection.Message;
import parley.model.collection.Modifiers;
import parley.model.collection.Operation;
import parley.model.collection.Position;
import parley.model.collection.Repeat;
import parley.model.collection.SavedMessage;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Subject;
import parley.model.collection.Take;
import parley.model.collection.Variable;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;

/** Compiles steps; what is wrong with them goes to its {@link Compiling}. */
final class StepCompiler {

  private static final StepHead.Target USUAL = new StepHead.Target.Usual();

  private final StepContext context;
  private final Compiling compiling;

  /** What steps are about that do not say `on`. */
  private final StepHead.Target usual;

  StepCompiler(StepContext context, Compiling compiling) {
    this(context, compiling, USUAL);
  }

  private StepCompiler(StepContext context, Compiling compiling, StepHead.Target usual) {
    this.context = context;
    this.compiling = compiling;
    this.usual = usual;
  }

  /** For the steps inside of {@code step}, which go to its connection. */
  private StepCompiler inside(Step step, StepContext context) {
    var on = step.modifiers().on();
    return new StepCompiler(context, compiling, on.map(this::target).orElse(usual));
  }

  private List<StepPlan> steps(Step step, List<Step> inside) {
    return inside(step, context).steps(inside);
  }

  List<StepPlan> steps(List<Step> steps) {
    return steps.stream().flatMap(step -> compile(step).stream()).toList();
  }

  private Optional<StepPlan> compile(Step step) {
    new StepSense(compiling).check(step);
    return Optional.ofNullable(
        switch (step) {
          case Step.Connect connect -> connect(connect);
          case Step.Send send -> send(send).orElse(null);
          case Step.Receive receive -> receive(receive);
          case Step.Absent absent ->
              new StepPlan.Absent(
                  checks(absent.where()),
                  absent.time().toNanos(),
                  absent.since().flatMap(id -> mark(id, absent.modifiers().at())).orElse(null),
                  head(absent));
          case Step.Closed closed -> closed(closed);
          case Step.Ping ping -> new StepPlan.Ping(template(ping.payload()), head(ping));
          case Step.Close close -> close(close);
          case Step.Wait wait -> new StepPlan.Wait(wait.time().toNanos(), head(wait));
          case Step.Assign assign ->
              new StepPlan.Assign(assignments(assign.modifiers().set()), headWithout(assign));
          case Step.Verify verify -> new StepPlan.Verify(checks(verify.checks()), head(verify));
          case Step.Group group ->
              new StepPlan.Group(
                  List.of(),
                  steps(group, group.steps()),
                  group.repeat().map(this::repeat).orElse(null),
                  steps(group, group.last()),
                  Set.of(),
                  head(group));
          case Step.ForEach loop ->
              new StepPlan.ForEach(
                  slot(loop.item()),
                  JsonPlan.of(loop.list(), compiling),
                  steps(loop, loop.steps()),
                  head(loop));
          case Step.Parallel parallel ->
              new StepPlan.Parallel(
                  parallel.strands().stream().map(one -> steps(parallel, one)).toList(),
                  head(parallel));
          case Step.Use use -> use(use).orElse(null);
          case Step.Script script ->
              script(script.code(), StepPlan.Script.Moment.STEP, head(script));
          case Step.Stop stop -> new StepPlan.Stop(template(stop.reason()), head(stop));
          case Step.Skip skip -> new StepPlan.Skip(template(skip.reason()), head(skip));
          case Step.Reset reset -> new StepPlan.Reset(head(reset));
          case Step.Broadcast broadcast ->
              new StepPlan.Broadcast(
                  template(broadcast.to()),
                  broadcast.exceptSelf(),
                  MessagePlan.of(broadcast.message(), ByteSize.ZERO, compiling),
                  head(broadcast));
          case Step.Join join -> new StepPlan.Join(template(join.room()), head(join));
          case Step.Leave leave -> new StepPlan.Leave(template(leave.room()), head(leave));
        });
  }

  private StepPlan.@Nullable Script script(
      Code code, StepPlan.Script.Moment moment, StepHead head) {
    if (compiling.isServer()) {
      compiling.problem(
          code.source().at(),
          "a script in a mock",
          "steps without scripts",
          "use `set` and `check`");
      return null;
    }
    return switch (ScriptPlan.read(code, compiling.files())) {
      case ScriptPlan.Reading.Read(var script) -> new StepPlan.Script(script, moment, head);
      case ScriptPlan.Reading.Unreadable(var why) -> {
        compiling.problem(
            code.source().at(), "`" + code.source() + "`: " + why, "a file with JavaScript");
        yield null;
      }
    };
  }

  /** A script beside the steps; nothing where there is none. */
  StepPlan.@Nullable Script script(
      Optional<Code> code, StepPlan.Script.Moment moment, String label) {
    return code.map(one -> script(one, moment, StepHead.of(label, one.source().at()))).orElse(null);
  }

  private StepPlan connect(Step.Connect connect) {
    var expect = new ArrayList<Check>();
    var at = connect.modifiers().at();
    property(Subject.Kind.STATUS, connect.expect().status(), at, expect);
    property(Subject.Kind.SUBPROTOCOL, connect.expect().subprotocol(), at, expect);
    expect.addAll(connect.expect().headers());
    return new StepPlan.Connect(
        connect.names().stream().flatMap(name -> connection(name, at).stream()).toList(),
        fields(connect.headers()),
        checks(expect),
        !connect.expect().status().isEmpty(),
        head(connect));
  }

  private static void property(
      Subject.Kind kind, List<Operation> operations, Position at, List<Check> into) {
    if (!operations.isEmpty()) {
      into.add(new Check.Of(new Subject.Property(kind), operations, at));
    }
  }

  private Optional<StepPlan> send(Step.Send send) {
    return message(send)
        .map(message ->
            new StepPlan.Send(
                MessagePlan.of(message.message(), send.fragment().orElse(ByteSize.ZERO), compiling),
                fields(send.headers()),
                send.chunk().map(ByteSize::bytes).orElse(0L),
                send.every().toNanos(),
                correlations(send, message.name()),
                head(send)));
  }

  /** A step that sends what a person made, as it is. */
  StepPlan ready(Outgoing outgoing, Modifiers modifiers) {
    var text = new Content.Text(new Source("", modifiers.at()));
    var message = new Message(text, Message.Wire.BY_KIND, true, modifiers.at());
    var what = new Step.What.Inline(message);
    return new StepPlan.Send(
        MessagePlan.ready(outgoing),
        List.of(),
        0,
        0,
        List.of(),
        head(new Step.Send(what, List.of(), null, Duration.ZERO, null, modifiers)));
  }

  /** The message of a send; one that stands in the step has no name. */
  private Optional<SavedMessage> message(Step.Send send) {
    return switch (send.what()) {
      case Step.What.Inline(var message) -> Optional.of(new SavedMessage("", "", message));
      case Step.What.Saved(var name) -> saved(name);
    };
  }

  private Optional<SavedMessage> saved(Source name) {
    var message = Optional.ofNullable(context.messages().get(name.text()));
    if (message.isEmpty()) {
      compiling.unknown(name.at(), name.text(), "a saved message", context.messages().keySet());
    }
    return message;
  }

  private List<Integer> correlations(Step.Send send, String saved) {
    var names = List.of(send.modifiers().id().orElse(""), saved);
    var found = new ArrayList<Integer>();
    for (var i = 0; i < context.pairs().size(); i++) {
      if (names.contains(context.pairs().get(i).send())) {
        found.add(i);
      }
    }
    return found;
  }

  private StepPlan receive(Step.Receive receive) {
    return new StepPlan.Receive(
        checks(receive.where()),
        take(receive.take(), receive.modifiers().at()),
        receive.answers().flatMap(this::correlation).orElse(null),
        receive.extract().stream().map(one -> ExtractionPlan.of(one, compiling)).toList(),
        checks(receive.asserts()),
        receive.repeat().map(this::repeat).orElse(null),
        head(receive));
  }

  private StepPlan.TakePlan take(Take take, Position at) {
    return switch (take) {
      case Take.Next next -> new StepPlan.TakePlan.Next(next.count());
      case Take.Last last -> new StepPlan.TakePlan.Last(last.count());
      case Take.All _ -> new StepPlan.TakePlan.All();
      case Take.Since(var id) -> new StepPlan.TakePlan.Since(mark(id, at).orElse(0));
    };
  }

  private Optional<Integer> correlation(Step.Answers answers) {
    for (var i = 0; i < context.pairs().size(); i++) {
      var pair = context.pairs().get(i);
      if (pair.send().equals(answers.send()) && pair.by().text().equals(answers.by().text())) {
        return Optional.of(i);
      }
    }
    compiling.problem(
        answers.by().at(),
        "`answers` in a step by hand",
        "steps of a file",
        "put it into the file");
    return Optional.empty();
  }

  private Optional<Integer> mark(String id, Position at) {
    var mark = Optional.ofNullable(context.marks().get(id));
    if (mark.isEmpty()) {
      compiling.unknown(at, id, "the id of a step", context.marks().keySet());
    }
    return mark;
  }

  private StepPlan closed(Step.Closed closed) {
    var checks = new ArrayList<Check>();
    property(Subject.Kind.CODE, closed.code(), closed.modifiers().at(), checks);
    property(Subject.Kind.REASON, closed.reason(), closed.modifiers().at(), checks);
    return new StepPlan.Closed(checks(checks), closed.by(), head(closed));
  }

  private StepPlan close(Step.Close close) {
    var reason = close.with().reason().orElse(new Source("", close.modifiers().at()));
    return new StepPlan.Close(close.with().code().orElse(null), template(reason), head(close));
  }

  private Optional<StepPlan> use(Step.Use use) {
    return Optional.ofNullable(context.used().get(use.file()))
        .map(used -> {
          var theirs = inside(use, context.withMessages(byName(used.messages())));
          var variables = new ArrayList<>(assignments(use.with()));
          var defaults = defaults(used, use);
          variables.addAll(VariableOrder.of(defaults, compiling));
          var brings =
              new HashSet<>(StepWalk.brought(used.steps(), context.used(), compiling.files()));
          brings.retainAll(defaults.keySet());
          return new StepPlan.Group(
              variables,
              theirs.steps(used.steps()),
              null,
              List.of(),
              brings.stream().map(this::slot).collect(Collectors.toSet()),
              head(use));
        });
  }

  /** What a file that is brought in says itself of variables, and {@code with} does not. */
  private static Map<String, Json> defaults(Conversation used, Step.Use use) {
    var defaults = new LinkedHashMap<String, Json>();
    used.variables().stream()
        .filter(one -> one.value().at().file().equals(used.file()))
        .forEach(one -> defaults.put(one.name(), one.value()));
    use.with().forEach(one -> defaults.remove(one.name()));
    return defaults;
  }

  static Map<String, SavedMessage> byName(List<SavedMessage> messages) {
    var all = new LinkedHashMap<String, SavedMessage>();
    messages.forEach(message -> all.putIfAbsent(message.name(), message));
    return all;
  }

  private StepHead headWithout(Step step) {
    return head(step, List.of());
  }

  private StepHead head(Step step) {
    return head(step, step.modifiers().set());
  }

  private StepHead head(Step step, List<Variable> sets) {
    var modifiers = step.modifiers();
    var retry = modifiers.retry();
    return new StepHead(
        StepLabel.of(step),
        modifiers.id().orElse(null),
        modifiers.at(),
        modifiers.on().map(this::target).orElse(usual),
        modifiers.within().map(Duration::toNanos).orElse(null),
        modifiers.condition().map(one -> ExpressionPlan.of(one, compiling)).orElse(null),
        assignments(sets),
        modifiers.after().toNanos(),
        retry.map(Modifiers.Retry::times).orElse(0),
        retry.map(one -> one.delay().shortest().toNanos()).orElse(0L),
        retry.map(one -> one.delay().longest().toNanos()).orElse(0L),
        modifiers.soft(),
        modifiers.id().map(context.marks()::get).orElse(null));
  }

  private StepHead.Target target(Source on) {
    if (on.hasTemplate() || on.text().contains("/")) {
      return new StepHead.Target.Computed(template(on));
    }
    return connection(on.text(), on.at())
        .<StepHead.Target>map(StepHead.Target.Fixed::new)
        .orElse(USUAL);
  }

  private Optional<Integer> connection(String name, Position at) {
    var number = Optional.ofNullable(context.connections().get(name));
    if (number.isEmpty()) {
      compiling.unknown(at, name, "a connection", context.connections().keySet());
    }
    return number;
  }

  private List<Assignment> assignments(List<Variable> variables) {
    return variables.stream()
        .map(one ->
            new Assignment(slot(one.name()), one.name(), JsonPlan.of(one.value(), compiling)))
        .toList();
  }

  /** All names that steps bring were gathered before. */
  private int slot(String name) {
    return compiling.slot(name).orElseThrow();
  }

  private RepeatPlan repeat(Repeat repeat) {
    return new RepeatPlan(
        repeat.times().orElse(Integer.MAX_VALUE),
        repeat.until().map(one -> ExpressionPlan.of(one, compiling)).orElse(null),
        repeat.asLongAs().map(one -> ExpressionPlan.of(one, compiling)).orElse(null),
        repeat.delay().toNanos());
  }

  CheckPlan checks(List<Check> checks) {
    return CheckPlan.of(checks, compiling);
  }

  private TemplatePlan template(Source source) {
    return TemplatePlan.of(source, compiling);
  }

  private List<FieldPlan> fields(List<Field> fields) {
    return fields.stream().map(one -> FieldPlan.of(one, compiling)).toList();
  }
}
