package parley.engine.plan;

import java.util.List;
import parley.engine.check.Shown;
import parley.engine.function.Result;
import parley.model.collection.Extraction.Pick;
import parley.model.value.Value;

/** All that an extraction found, before one is picked. */
sealed interface Matches {

  /** In the order of the message; perhaps none. */
  record Some(List<Value> all) implements Matches {}

  /** Nothing could be looked at. */
  record None(Result.Fault fault) implements Matches {}

  /** One value or a fault. */
  static Matches of(Result result) {
    return switch (result) {
      case Result.Of(var value) -> new Some(List.of(value));
      case Result.Fault fault -> new None(fault);
    };
  }

  /** What is taken of them. */
  default Extracting pick(Pick pick, MessageSight sight) {
    return switch (this) {
      case None(var fault) ->
          switch (fault.reason()) {
            case MISSING, NOT_JSON -> new Extracting.Nothing(fault.text());
            case INVALID -> new Extracting.Impossible(fault.text());
          };
      case Some(var all) when pick == Pick.COUNT -> new Extracting.Found(Value.of(all.size()));
      case Some(var all) when all.isEmpty() -> new Extracting.Nothing("nothing");
      case Some(var all) ->
          switch (pick) {
            case FIRST -> found(all.getFirst());
            case RANDOM -> found(all.get(sight.scope().random().nextInt(all.size())));
            case ALL, COUNT -> new Extracting.Found(Value.of(all));
          };
    };
  }

  /** What is empty counts as nothing, so that a receive waits for more. */
  private static Extracting found(Value value) {
    var empty =
        switch (value) {
          case Value.Null _ -> true;
          case Value.Text(var text) -> text.isEmpty();
          case Value.Items(var all) -> all.isEmpty();
          case Value.Fields(var all) -> all.isEmpty();
          case Value _ -> false;
        };
    return empty
        ? new Extracting.Nothing("an empty value: " + Shown.of(value))
        : new Extracting.Found(value);
  }
}
