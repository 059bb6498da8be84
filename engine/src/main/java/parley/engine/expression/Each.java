package parley.engine.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.function.Result;
import parley.model.value.Value;

/** A walk through a list, or through the names of a map. */
record Each(int at, Macro.Kind kind, Code list, int local, Code body) implements Code {

  @Override
  public Result run(Frame frame) {
    return Logic.then(list.run(frame), value -> through(value, frame));
  }

  private Result through(Value value, Frame frame) {
    return switch (value) {
      case Value.Items(var all) -> walk(all, frame);
      case Value.Fields(var all) -> walk(all.keySet().stream().map(Value::of).toList(), frame);
      case Value _ ->
          Operators.invalid(
              at, "found %s, expected a list or a map".formatted(value.kind().phrase()));
    };
  }

  private Result walk(List<Value> items, Frame frame) {
    return switch (kind) {
      case EXISTS -> any(items, frame, Result.TRUE);
      case ALL -> any(items, frame, Result.FALSE);
      case FILTER, MAP -> collect(items, frame);
    };
  }

  /** As a row of || or &amp;&amp;: one decisive item makes the faults of all others irrelevant. */
  private Result any(List<Value> items, Frame frame, Result decisive) {
    @Nullable Result fault = null;
    for (var item : items) {
      var result = Logic.truth(at, "the test", item(item, frame));
      if (result.equals(decisive)) {
        return decisive;
      }
      fault = fault == null && result instanceof Result.Fault ? result : fault;
    }
    return fault == null ? Result.of(decisive.equals(Result.FALSE)) : fault;
  }

  private Result collect(List<Value> items, Frame frame) {
    var collected = new ArrayList<Value>();
    for (var item : items) {
      var result = item(item, frame);
      if (kind == Macro.Kind.FILTER) {
        result = Logic.truth(at, "the test", result);
      }
      switch (result) {
        case Result.Fault fault -> {
          return fault;
        }
        case Result.Of(var value) when kind == Macro.Kind.MAP -> collected.add(value);
        case Result.Of _ ->
            collected.addAll(result.equals(Result.TRUE) ? List.of(item) : List.of());
      }
    }
    return Result.of(collected);
  }

  private Result item(Value item, Frame frame) {
    return frame.step(local, item)
        ? body.run(frame)
        : Operators.invalid(at, "more than " + Frame.MAX_STEPS + " items in all");
  }
}
