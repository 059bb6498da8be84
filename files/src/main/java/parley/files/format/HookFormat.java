package parley.files.format;

import java.util.List;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Merge;
import parley.files.shape.Scalars;
import parley.files.shape.Values;
import parley.model.collection.Hooks;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Suite;

/** What folders want done around the tests below them, and how these belong together. */
final class HookFormat {

  private static final Key<List<Step>> BEFORE_EACH =
      Key.<List<Step>>of(
              "before-each", StepFormat.STEPS, "Steps before those of each test, in its session.")
          .inherited(Merge.JOIN_BEHIND);
  private static final Key<List<Step>> AFTER_EACH =
      Key.<List<Step>>of(
              "after-each",
              StepFormat.STEPS,
              "Steps after those of each test, in its session, in any case.")
          .inherited(Merge.JOIN);
  private static final Key<List<Step>> BEFORE_ALL =
      Key.<List<Step>>of(
              "before-all",
              StepFormat.STEPS,
              "Steps before the first test below, once; what they set holds for all of them.")
          .inherited(Merge.NEVER);
  private static final Key<List<Step>> AFTER_ALL =
      Key.<List<Step>>of(
              "after-all", StepFormat.STEPS, "Steps after the last test below, once, in any case.")
          .inherited(Merge.NEVER);

  private static final Key<Boolean> DEPENDENT =
      Key.<Boolean>of("dependent", Scalars.FLAG, "Whether each file goes on from those before it.")
          .orElse("false");
  private static final Key<List<Source>> ORDER =
      Key.of(
          "order",
          ListShape.of("a list of conversations", Scalars.path(".ws.yaml")),
          "The files one after the other; unless said, those of the folder by their names.");
  private static final Key<Suite> SUITE =
      Key.<Suite>of(
              "suite",
              MapShape.of(
                  "a suite",
                  "How the tests of the folder belong together.",
                  List.of(DEPENDENT, ORDER),
                  HookFormat::suite),
              "How the tests of the folder belong together.")
          .inherited(Merge.NEVER);

  /** What holds in the session of each test. */
  static final List<Key<?>> EACH = List.of(BEFORE_EACH, AFTER_EACH);

  /** What only a folder says. */
  static final List<Key<?>> FOLDER = List.of(BEFORE_ALL, AFTER_ALL, SUITE);

  private HookFormat() {}

  private static Suite suite(Values values) {
    var dependent = values.get(DEPENDENT);
    if (!dependent && values.find(ORDER).isPresent()) {
      values
          .reading()
          .problems()
          .add(
              values.at(ORDER),
              "an order of files that do not depend on each other, and run side by side",
              "`order` beside `dependent: true`",
              "add `dependent: true`, or take `order` out");
    }
    return new Suite(dependent, values.list(ORDER), values.at());
  }

  static Hooks hooks(Values values) {
    return new Hooks(values.list(BEFORE_EACH), values.list(AFTER_EACH));
  }

  static Layer layer(Values values) {
    return new Layer(
        values.orNull(ConversationFormat.NAME),
        values.get(ConversationFormat.DOCS),
        values.list(BEFORE_ALL),
        values.list(AFTER_ALL),
        values.orNull(SUITE));
  }
}
