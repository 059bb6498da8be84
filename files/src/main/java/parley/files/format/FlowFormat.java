package parley.files.format;

import java.time.Duration;
import java.util.List;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Scalars;
import parley.files.shape.Values;
import parley.model.collection.Check;
import parley.model.collection.Code;
import parley.model.collection.Repeat;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Variable;

/** The verbs that order other steps. */
final class FlowFormat {

  private static final Key<Integer> TIMES =
      Key.of("times", Scalars.number(1, 1_000_000_000), "At most so often.");
  private static final Key<Source> UNTIL =
      Key.of("until", Scalars.EXPRESSION, "An expression, looked at after each time.");
  private static final Key<Source> WHILE =
      Key.of("while", Scalars.EXPRESSION, "An expression, looked at before each time.");

  static final Key<Repeat> REPEAT =
      Key.of(
          "repeat",
          MapShape.of(
              "a repetition",
              "How often: until one of the limits is reached.",
              List.of(TIMES, UNTIL, WHILE, ModifierFormat.DELAY),
              values ->
                  new Repeat(
                      values.orNull(TIMES),
                      values.orNull(UNTIL),
                      values.orNull(WHILE),
                      values.get(ModifierFormat.DELAY))),
          "How often.");

  private static final Key<String> NAME =
      Key.<String>of("name", Scalars.PROSE, "What reports call the group.").orElse("\"\"");
  private static final Key<List<Step>> FINALLY =
      Key.of("finally", StepFormat.STEPS, "Steps that are done in any case.");
  private static final Key<List<Variable>> WITH =
      Key.of("with", VariableFormat.VARIABLES, "Variables for the other file's steps.");

  private FlowFormat() {}

  static List<Verb> verbs() {
    return List.of(
        pause(),
        Verb.weak(ModifierFormat.SET, FlowFormat::assign),
        check(),
        group(),
        forEach(),
        parallel(),
        use(),
        script(),
        stop(),
        skip());
  }

  private static Step assign(Values values) {
    return new Step.Assign(ModifierFormat.of(values));
  }

  private static Verb pause() {
    var key = Key.<Duration>of("wait", Scalars.DURATION_OR_ZERO, "Lets time pass.").needed();
    return Verb.of(key, List.of(), v -> new Step.Wait(v.get(key), ModifierFormat.of(v)));
  }

  private static Verb check() {
    var key =
        Key.<List<Check>>of("check", CheckFormat.CHECKS, "Checks what is known, and takes nothing.")
            .needed();
    return Verb.of(key, List.of(), v -> new Step.Verify(v.get(key), ModifierFormat.of(v)));
  }

  private static Verb group() {
    var key = Key.<List<Step>>of("group", StepFormat.STEPS, "Steps that belong together.").needed();
    return Verb.of(
        key,
        List.of(NAME, REPEAT, FINALLY),
        values ->
            new Step.Group(
                values.get(NAME),
                values.get(key),
                values.orNull(REPEAT),
                values.list(FINALLY),
                ModifierFormat.of(values)));
  }

  private static Verb forEach() {
    var key =
        Key.<ForEachShape.Loop>of("for-each", new ForEachShape(), "Steps for each item of a list.")
            .needed();
    return Verb.of(
        key,
        List.of(),
        values -> {
          var loop = values.get(key);
          return new Step.ForEach(
              loop.item(), loop.list(), loop.steps(), ModifierFormat.of(values));
        });
  }

  private static Verb parallel() {
    var strands = ListShape.of("a list of lists of steps", StepFormat.STEPS);
    var key =
        Key.<List<List<Step>>>of("parallel", strands, "Strands that go on side by side and join.")
            .needed();
    return Verb.of(key, List.of(), v -> new Step.Parallel(v.get(key), ModifierFormat.of(v)));
  }

  private static Verb use() {
    var key =
        Key.<Source>of("use", Scalars.path(".ws.yaml"), "Another file's steps in the same session.")
            .needed();
    return Verb.of(
        key, List.of(WITH), v -> new Step.Use(v.get(key), v.list(WITH), ModifierFormat.of(v)));
  }

  private static Verb script() {
    var key =
        Key.<Code>of("script", ScriptFormat.CODE, "JavaScript, done only where it is allowed.")
            .needed();
    return Verb.of(key, List.of(), v -> new Step.Script(v.get(key), ModifierFormat.of(v)));
  }

  private static Verb stop() {
    var key =
        Key.<Source>of("stop", Scalars.TEXT_OR_NOTHING, "Ends the conversation; a text says why.")
            .needed();
    return Verb.of(key, List.of(), v -> new Step.Stop(v.get(key), ModifierFormat.of(v)));
  }

  private static Verb skip() {
    var key =
        Key.<Source>of("skip", Scalars.TEXT_OR_NOTHING, "Leaves the group; a text says why.")
            .needed();
    return Verb.of(key, List.of(), v -> new Step.Skip(v.get(key), ModifierFormat.of(v)));
  }
}
