package parley.engine.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import parley.engine.function.Result;
import parley.model.value.Value;

/** Lists and maps of what parts come to; the first fault is that of the whole. */
final class Collecting {

  private Collecting() {}

  static Result all(List<Code> codes, Frame frame, Function<List<Value>, Result> use) {
    var values = new ArrayList<Value>(codes.size());
    for (var code : codes) {
      switch (code.run(frame)) {
        case Result.Of(var value) -> values.add(value);
        case Result.Fault fault -> {
          return fault;
        }
      }
    }
    return use.apply(values);
  }

  static Code list(List<Code> items) {
    return frame -> all(items, frame, Result::of);
  }

  static Code map(int at, List<Code> names, List<Code> values) {
    return frame ->
        all(names, frame, keys -> all(values, frame, members -> paired(at, keys, members)));
  }

  private static Result paired(int at, List<Value> names, List<Value> values) {
    var map = new LinkedHashMap<String, Value>();
    for (var i = 0; i < names.size(); i++) {
      if (!(names.get(i) instanceof Value.Text(var name))) {
        return Operators.invalid(
            at, "names of a map are texts, found " + names.get(i).kind().phrase());
      }
      map.put(name, values.get(i));
    }
    return Result.of(Value.of(map));
  }
}
