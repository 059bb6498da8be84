package parley.files.format;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import parley.files.shape.Key;
import parley.files.shape.LazyShape;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.VariantShape;
import parley.model.collection.Check;
import parley.model.collection.Rule;
import parley.model.collection.Step;
import parley.model.collection.Timer;

/** Steps: a verb, the keys that go with it, and modifiers. */
final class StepFormat {

  static final Shape<Step> STEP = new LazyShape<>(() -> Known.STEP);

  static final Shape<List<Step>> STEPS = ListShape.of("a list of steps", STEP);

  private static final Key<List<Check>> WHERE =
      Key.of("where", CheckFormat.CHECK, "Which messages; all unless said.");
  private static final Key<List<Step>> DONE =
      Key.<List<Step>>of("steps", STEPS, "What is done.").needed();
  private static final Key<List<Step>> OTHERWISE =
      Key.<List<Step>>of(
              "otherwise", STEPS, "What is done with a message that no other rule matches.")
          .needed();
  private static final Key<Duration> TIME =
      Key.<Duration>of("time", Scalars.TIME, "The time from one to the next.").needed();

  static final Shape<List<Rule>> RULES =
      ListShape.of(
          "a list of rules",
          VariantShape.of(
              "a rule",
              "key",
              List.of(
                  new VariantShape.Variant<>(
                      "steps",
                      false,
                      MapShape.of(
                          "a rule with steps",
                          "Steps that answer a message in the background.",
                          List.of(WHERE, DONE),
                          v -> new Rule(v.list(WHERE), false, v.get(DONE), v.at()))),
                  new VariantShape.Variant<>(
                      "otherwise",
                      false,
                      MapShape.of(
                          "a rule for the rest",
                          "Steps for a message that no other rule matches.",
                          List.of(OTHERWISE),
                          v -> new Rule(List.of(), true, v.get(OTHERWISE), v.at()))))));

  static final Shape<List<Timer>> TIMERS =
      ListShape.of(
          "a list of `{ time, steps }`",
          MapShape.of(
              "a timer",
              "Steps that are done again and again.",
              List.of(TIME, DONE),
              v -> new Timer(v.get(TIME), v.get(DONE), v.at())));

  private StepFormat() {}

  /** Made when the first step is read: verbs contain steps. */
  private static final class Known {
    static final Shape<Step> STEP =
        VariantShape.of(
            "a step",
            "verb",
            Stream.of(ExchangeFormat.verbs(), FlowFormat.verbs(), WireFormat.verbs())
                .flatMap(List::stream)
                .map(Verb::variant)
                .toList());
  }
}
