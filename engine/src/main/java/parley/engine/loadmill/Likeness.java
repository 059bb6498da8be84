package parley.engine.loadmill;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Functions that take their arguments loosely, by the types that they say. */
final class Likeness {

  private Likeness() {}

  /** The function {@code readable} with loose arguments, in the same order. */
  static Function like(String signature, String readable) {
    var target = Objects.requireNonNull(Functions.BY_NAME.get(readable));
    var like = loose(signature, types(target), target.body());
    return target.steady() ? like : like.unsteady();
  }

  private static List<Type> types(Function function) {
    return function.parameters().stream().map(Function.Parameter::type).toList();
  }

  /** A function whose arguments become values of {@code types}; the last of these may repeat. */
  static Function loose(String signature, List<Type> types, Function.Body body) {
    return Function.define(signature, in -> run(in, signature, types, body));
  }

  private static Result run(Arguments in, String signature, List<Type> types, Function.Body body) {
    var values = new ArrayList<Value>();
    for (var i = 0; i < in.count(); i++) {
      var type = types.get(Math.min(i, types.size() - 1));
      var value = Loose.as(type, in.value(i));
      if (value.isEmpty()) {
        return in.fault(refusal(signature, i, type, in.value(i)));
      }
      values.add(value.get());
    }
    return body.run(new Arguments(values, in.surroundings(), in.at()));
  }

  private static String refusal(String signature, int index, Type type, Value value) {
    return "argument %d of %s() is %s, expected %s"
        .formatted(
            index + 1,
            signature.substring(0, signature.indexOf('(')),
            JsonWriter.begin(value, 100),
            type.phrase());
  }
}
