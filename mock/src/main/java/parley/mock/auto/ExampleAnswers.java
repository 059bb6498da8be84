package parley.mock.auto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.engine.expression.Scope;
import parley.engine.plan.Compiling;
import parley.engine.plan.FileAccess;
import parley.model.collection.Source;
import parley.model.value.Value;

/** Answers of the example whose request a message is most alike; of several by chance. */
record ExampleAnswers(List<ExamplePlan> examples, String from, Echo echo) implements Answers {

  ExampleAnswers {
    examples = List.copyOf(examples);
  }

  /** Reads the examples; what is wrong is noted. */
  static Optional<Answers> of(Source from, Echo echo, Compiling compiling) {
    if (from.hasTemplate()) {
      compiling.problem(
          from.at(), "`" + from + "`", "a path without templates: examples are read once");
      return Optional.empty();
    }
    return switch (compiling.files().examples(from)) {
      case FileAccess.Examples.Unusable(var problems) -> {
        problems.forEach(one ->
            one.hint()
                .ifPresentOrElse(
                    hint -> compiling.problem(one.at(), one.found(), one.expected(), hint),
                    () -> compiling.problem(one.at(), one.found(), one.expected())));
        yield Optional.empty();
      }
      case FileAccess.Examples.Found(var all) when all.isEmpty() -> {
        compiling.problem(
            from.at(),
            "no example in `" + from + "`",
            "files `NAME.yaml` or `NAME.json` with a `request` and its `answer`");
        yield Optional.empty();
      }
      case FileAccess.Examples.Found(var all) ->
          Optional.of(
              new ExampleAnswers(
                  all.stream().map(one -> ExamplePlan.of(one, compiling)).toList(),
                  from.text(),
                  echo));
    };
  }

  @Override
  public boolean answersAll() {
    return false;
  }

  @Override
  public Answer answer(Value message, Scope scope) {
    var best = best(message);
    if (best.isEmpty()) {
      return new Answer.Strange();
    }
    var chosen = best.size() == 1 ? best.getFirst() : best.get(scope.random().nextInt(best.size()));
    return chosen.answer(message, scope, echo);
  }

  private List<ExamplePlan> best(Value message) {
    var best = new ArrayList<ExamplePlan>();
    var most = 0.0;
    for (var one : examples) {
      var likeness = one.likeness(message).orElse(0);
      if (likeness > most) {
        best.clear();
        most = likeness;
      }
      if (likeness > 0 && likeness == most) {
        best.add(one);
      }
    }
    return best;
  }
}
