package parley.engine.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.model.collection.Json;
import parley.model.collection.Position;
import parley.model.collection.Repeat;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.value.Value;

/** Finds steps whose parts read well and make no sense together. */
record StepSense(Compiling compiling) {

  /** A variable and nothing else. */
  private static final Pattern NAME = Pattern.compile("\\{\\{\\s*([\\w-]+)\\s*}}");

  void check(Step step) {
    switch (step) {
      case Step.Group group -> repeat(group, group.repeat());
      case Step.Receive receive -> repeat(receive, receive.repeat());
      case Step.Wait wait -> time(wait, "wait", wait.time());
      case Step.Absent absent -> time(absent, "absent", absent.time());
      case Step.ForEach loop -> list(loop.list());
      case Step.Parallel parallel -> strands(parallel);
      case Step _ -> {}
    }
  }

  private void repeat(Step step, Optional<Repeat> repeat) {
    var ends =
        repeat.isEmpty()
            || repeat.get().times().isPresent()
            || repeat.get().until().isPresent()
            || repeat.get().asLongAs().isPresent();
    if (!ends) {
      compiling.problem(
          step.modifiers().at(),
          "`repeat` that never ends",
          "`times`, `until` or `while` in it",
          "say how often, such as `times: 10`");
    }
  }

  private void time(Step step, String verb, Duration time) {
    step.modifiers()
        .within()
        .filter(within -> within.compareTo(time) < 0)
        .ifPresent(within ->
            compiling.problem(
                step.modifiers().at(),
                "`%s` of %s within %s"
                    .formatted(verb, Durations.text(time), Durations.text(within)),
                "a time that is enough",
                "take `within` out, or raise it"));
  }

  private void list(Json list) {
    switch (list) {
      case Json.Literal(var text, var at) -> noList("`" + text + "`", at);
      case Json.Text(var source) -> {
        var name = NAME.matcher(source.text());
        if (!source.hasTemplate()) {
          noList("`" + source.text() + "`", source.at());
        } else if (name.matches()) {
          compiling.names().known(name.group(1)).ifPresent(value -> list(value, source));
        }
      }
      case Json _ -> {}
    }
  }

  private void list(Value value, Source source) {
    if (!(value instanceof Value.Items) && !(value instanceof Value.Fields)) {
      noList("`%s`, which is %s".formatted(source.text(), value.kind().phrase()), source.at());
    }
  }

  private void noList(String found, Position at) {
    compiling.problem(at, found, "a list or a map to go through", "a variable stands in {{...}}");
  }

  private void strands(Step.Parallel parallel) {
    if (parallel.strands().size() < 2) {
      compiling.problem(
          parallel.modifiers().at(),
          "`parallel` with " + (parallel.strands().isEmpty() ? "no strand" : "a single strand"),
          "at least two lists of steps, such as `[ [ ... ], [ ... ] ]`",
          "use `group` for steps one after the other");
    }
  }
}
