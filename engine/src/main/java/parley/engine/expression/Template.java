package parley.engine.expression;

import java.util.BitSet;
import java.util.List;
import parley.engine.function.Arguments;
import parley.engine.function.Result;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * A text with expressions in {@code {{...}}}: immutable, shared by all sessions. One that is
 * exactly one expression keeps the kind of its value; in any other, texts stand as they are and all
 * else as JSON writes it.
 */
public final class Template {

  /** The empty text. */
  public static final Template EMPTY = new Template(List.of(new Part.Constant("")));

  private final List<Part> parts;

  Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A piece of a template. */
  sealed interface Part {

    /** Text that is always the same. */
    record Constant(String text) implements Part {}

    /** What an expression comes to; it stands at that offset of the template. */
    record Computed(Expression expression, int at) implements Part {}
  }

  /** What reading a template came to. */
  public sealed interface Reading {

    /** The template, ready to be filled. */
    record Read(Template template) implements Reading {}

    /** All that is wrong with it, in the order of the text. */
    record Wrong(List<Problem> problems) implements Reading {

      /** Copies {@code problems}. */
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads {@code text}, where a backslash before two braces makes them plain text. */
  public static Reading read(String text, Names names) {
    return new TemplateReader(text, names).read();
  }

  /** {@code text} with a NUL in place of every character of its templates. */
  public static String blanked(String text) {
    return TemplateReader.blanked(text);
  }

  /** Whether it is the same in every scope. */
  public boolean isConstant() {
    return parts.stream().allMatch(Part.Constant.class::isInstance);
  }

  /** The slots of the variables it uses. */
  public BitSet slots() {
    var slots = new BitSet();
    for (var part : parts) {
      if (part instanceof Part.Computed computed) {
        slots.or(computed.expression().slots());
      }
    }
    return slots;
  }

  /** What it comes to in {@code scope}; a fault's place is that in the template. */
  public Result fill(Scope scope) {
    return parts.size() == 1 ? value(parts.getFirst(), scope) : text(scope);
  }

  private Result text(Scope scope) {
    var out = new StringBuilder();
    for (var part : parts) {
      switch (value(part, scope)) {
        case Result.Of(var value) -> out.append(text(value, Arguments.MAX_TEXT));
        case Result.Fault fault -> {
          return fault;
        }
      }
      if (out.length() > Arguments.MAX_TEXT) {
        return Operators.invalid(
            0, "the text exceeds the limit of " + Arguments.MAX_TEXT + " characters");
      }
    }
    return Result.of(out.toString());
  }

  /** One character more than allowed, where it is longer. */
  private static String text(Value value, int max) {
    return value instanceof Value.Text(var text) ? text : JsonWriter.begin(value, max + 1);
  }

  private static Result value(Part part, Scope scope) {
    return switch (part) {
      case Part.Constant(var text) -> Result.of(text);
      case Part.Computed computed -> moved(computed.expression().evaluate(scope), computed.at());
    };
  }

  private static Result moved(Result result, int by) {
    return switch (result) {
      case Result.Of of -> of;
      case Result.Fault fault -> new Result.Fault(fault.reason(), fault.at() + by, fault.text());
    };
  }
}
