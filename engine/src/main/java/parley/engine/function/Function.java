package parley.engine.function;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * A function of the language.
 *
 * @param signature as the reference page writes it: {@code slice(text: text, from: whole?): text}
 * @param name how it is called
 * @param parameters in order; those that may be left out come last
 * @param repeats whether the last parameter may be given any number of times
 * @param result the type of what it comes to
 * @param body what it does
 * @param steady whether it comes to the same whenever it is called, and makes no more than it is
 *     given; so that a call with constants may be tried while it is compiled
 */
public record Function(
    String signature,
    String name,
    List<Parameter> parameters,
    boolean repeats,
    Type result,
    Body body,
    boolean steady) {

  private static final Pattern SIGNATURE = Pattern.compile("(\\w+)\\((.*)\\): (\\w+)");

  /** Copies {@code parameters}. */
  public Function {
    parameters = List.copyOf(parameters);
  }

  /** What a function does with arguments that fit its signature. */
  public interface Body {

    /** The value, or what was wrong. */
    Result run(Arguments in);
  }

  /** One parameter. */
  public record Parameter(String name, Type type, boolean optional) {

    /** {@code name: type}, with {@code ?} or {@code ...} behind. */
    static Parameter parse(String text) {
      var parts = text.split(": ", 2);
      var type = parts[1].replace("?", "").replace("...", "");
      return new Parameter(parts[0], named(type), !type.equals(parts[1]));
    }
  }

  /** The function that {@code signature} says, as the reference page writes it. */
  public static Function define(String signature, Body body) {
    var parts = SIGNATURE.matcher(signature);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no signature: " + signature);
    }
    var parameters = Stream.of(parts.group(2).split(", ")).filter(one -> !one.isEmpty());
    return new Function(
        signature,
        parts.group(1),
        parameters.map(Parameter::parse).toList(),
        signature.contains("..."),
        named(parts.group(3)),
        body,
        true);
  }

  /** The same, known to take time or chance from outside, or to make much of little. */
  public Function unsteady() {
    return new Function(signature, name, parameters, repeats, result, body, false);
  }

  private static Type named(String word) {
    return Stream.of(Type.values())
        .filter(type -> type.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no type: " + word));
  }

  /** How many arguments it needs at least. */
  public int required() {
    return (int) parameters.stream().filter(parameter -> !parameter.optional()).count();
  }

  /** Whether it may be called with {@code count} arguments. */
  public boolean takes(int count) {
    return count >= required() && (repeats || count <= parameters.size());
  }

  /** The parameter that takes the argument at {@code index}. */
  public Parameter parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }

  /** Calls it, after a look at the kinds of {@code in}. */
  public Result call(Arguments in) {
    for (var index = 0; index < in.count(); index++) {
      if (!parameter(index).type().accepts(in.value(index))) {
        return in.fault(refusal(index, in.value(index)));
      }
    }
    return body.run(in);
  }

  private String refusal(int index, Value value) {
    return "%s of %s() is %s, expected %s"
        .formatted(parameter(index).name(), name, found(value), parameter(index).type().phrase());
  }

  private static String found(Value value) {
    return value instanceof Decimal number ? number.text() : value.kind().phrase();
  }
}
