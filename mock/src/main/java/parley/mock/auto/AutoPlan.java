package parley.mock.auto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.function.Result;
import parley.engine.plan.CheckPlan;
import parley.engine.plan.Compiling;
import parley.engine.plan.MessageSight;
import parley.mock.auto.Answers.Answer;
import parley.model.collection.Mock;
import parley.model.collection.Rule;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** The automatic answers of a path, compiled: immutable, shared by all clients. */
public final class AutoPlan {

  /** The largest answer. */
  private static final ByteSize MAX = ByteSize.ofMegabytes(16);

  private final List<Part> parts;

  private AutoPlan(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  private record Part(CheckPlan where, Answers answers) {}

  /** What to do about a message. */
  public sealed interface Decision {

    /** Send this text. */
    record Say(String text) implements Decision {}

    /** Nothing; why is for whoever watches. */
    record Nothing(String why) implements Decision {}
  }

  /** Compiles them; what is wrong goes to {@code compiling}. Reads files, so it may block. */
  public static AutoPlan of(Mock.Endpoint endpoint, Compiling compiling) {
    var parts = new ArrayList<Part>();
    var all = Optional.<Mock.Auto>empty();
    for (var auto : endpoint.auto()) {
      if (all.isPresent()) {
        compiling.problem(
            auto.at(),
            "automatic answers that are never asked",
            "some that are reached, and those of line %d answer every message"
                .formatted(all.get().at().line()),
            "put them above, or give the others a `where`");
        break;
      }
      var part = part(auto, compiling);
      part.ifPresent(parts::add);
      all = part.filter(AutoPlan::answersAll).map(_ -> auto);
    }
    checkReached(endpoint, compiling);
    return new AutoPlan(parts);
  }

  private static boolean answersAll(Part part) {
    return part.where().isEmpty() && part.answers().answersAll();
  }

  private static void checkReached(Mock.Endpoint endpoint, Compiling compiling) {
    if (!endpoint.auto().isEmpty() && endpoint.onMessage().stream().anyMatch(Rule::otherwise)) {
      compiling.problem(
          endpoint.auto().getFirst().at(),
          "`auto` beside `otherwise`",
          "one of them, for `otherwise` leaves no message to answer",
          "take `otherwise` out");
    }
  }

  private static Optional<Part> part(Mock.Auto auto, Compiling compiling) {
    var where = CheckPlan.of(auto.where(), compiling);
    var echo = new Echo(names(auto, compiling));
    var answers =
        switch (auto.answers()) {
          case Mock.Answers.Examples(var from) -> ExampleAnswers.of(from, echo, compiling);
          case Mock.Answers.Schemas schemas -> SchemaAnswers.of(schemas, echo, compiling);
        };
    return answers.map(it -> new Part(where, it));
  }

  private static @Nullable List<String> names(Mock.Auto auto, Compiling compiling) {
    if (auto.correlate().isEmpty()) {
      return null;
    }
    var path = auto.correlate().get();
    var names = Echo.names(path.text());
    if (names.isEmpty()) {
      compiling.problem(
          path.at(), "`" + path + "`", "a path of names such as `$.id` or `$.meta.id`");
    }
    return names.orElse(null);
  }

  /** Whether no message is answered so. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** What to do about the message at {@code sight}. */
  public Decision decide(MessageSight sight) {
    var message = message(sight);
    if (message.isEmpty()) {
      return new Decision.Nothing("a binary message is not answered automatically");
    }
    for (var part : parts) {
      if (part.where().matches(sight)) {
        switch (part.answers().answer(message.get(), sight.scope())) {
          case Answer.Made(Value.Text(var text), var plain) when plain -> {
            return new Decision.Say(text);
          }
          case Answer.Made(var value, _) -> {
            return said(value);
          }
          case Answer.Faulty(var why) -> {
            return new Decision.Nothing(why);
          }
          case Answer.Strange _ -> {}
        }
      }
    }
    return new Decision.Nothing("no rule takes this message, and it is like no example of `auto`");
  }

  /** As JSON where it is JSON, else its text. */
  private static Optional<Value> message(MessageSight sight) {
    if (sight.scope().subject().value(0) instanceof Result.Of(var value)) {
      return Optional.of(value);
    }
    return sight.isText()
        ? Optional.of(Value.of(Bytes.copyOf(sight.payload()).toText()))
        : Optional.empty();
  }

  private static Decision said(Value value) {
    var text = JsonWriter.begin(value, MAX.toInt() + 1);
    return text.length() > MAX.toInt()
        ? new Decision.Nothing("the answer is larger than the limit of " + MAX)
        : new Decision.Say(text);
  }
}
