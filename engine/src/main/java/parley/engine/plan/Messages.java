package parley.engine.plan;

import java.util.ArrayList;
import java.util.List;
import parley.engine.function.Result;
import parley.model.value.Value;

/** The messages that a statement goes through, one by one, with what they are called. */
sealed interface Messages {

  /** Those looked at, in the order they came. */
  record Some(List<Value> all, MessageSight sight) implements Messages {

    int size() {
      return all.size();
    }

    /** What {@code path} finds in the message at {@code index}. */
    Result find(PathPlan path, int index) {
      return path.find(all.get(index), sight.scope());
    }

    /** What it is called: {@code message 3 of 5 (#17)}, with its number in the transcript. */
    String place(int index) {
      return "message %d of %d (#%d)".formatted(index + 1, all.size(), sight.number(index));
    }

    /** The values that {@code path} finds in all of them, or the first fault. */
    Found values(PathPlan path) {
      var values = new ArrayList<Placed>();
      for (var i = 0; i < all.size(); i++) {
        switch (path.values(all.get(i), sight.scope())) {
          case Matches.None(var fault) -> {
            return new Found.Not(i, fault);
          }
          case Matches.Some(var found) -> {
            for (var value : found) {
              values.add(new Placed(value, i));
            }
          }
        }
      }
      return new Found.Values(values);
    }
  }

  /** There is nothing to go through. */
  record None(Result.Fault fault) implements Messages {}

  /** A value, and the index of its message. */
  record Placed(Value value, int index) {}

  /** What looking for values came to. */
  sealed interface Found {

    record Values(List<Placed> all) implements Found {}

    /** The message at {@code index} has none. */
    record Not(int index, Result.Fault fault) implements Found {}
  }

  static Messages of(MessageSight sight) {
    return switch (sight.scope().subject().value(0)) {
      case Result.Of(Value.Items(var all)) when !sight.hasMessage() -> new Some(all, sight);
      case Result.Of(var one) -> new Some(List.of(one), sight);
      case Result.Fault fault -> new None(fault);
    };
  }
}
