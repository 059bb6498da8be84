package parley.workbench.call;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** What a call brings along. What is missing or of another kind is a {@link BadCall}. */
public record With(Map<String, Value> fields) {

  public With {
    fields = Map.copyOf(fields);
  }

  /** Those of a map. */
  public static With of(Value value) {
    return switch (value) {
      case Value.Fields(var all) -> new With(all);
      case Value.Null _, Value.Bool _, Decimal _, Value.Text _, Value.Items _ ->
          throw new BadCall("a map is expected, not " + value.kind().phrase());
    };
  }

  /** Whether it is there, and not null. */
  public boolean has(String name) {
    return fields.containsKey(name) && !(fields.get(name) instanceof Value.Null);
  }

  public Value value(String name) {
    var value = fields.get(name);
    if (value == null) {
      throw new BadCall("`" + name + "` is missing");
    }
    return value;
  }

  public String text(String name) {
    if (value(name) instanceof Value.Text(var text)) {
      return text;
    }
    throw wrong(name, "a text");
  }

  public Optional<String> textIfAny(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  public long number(String name) {
    try {
      if (value(name) instanceof Decimal number) {
        return new BigDecimal(number.toString()).longValueExact();
      }
    } catch (ArithmeticException e) {
      // Said below: it has a fraction, or is too large.
    }
    throw wrong(name, "a whole number");
  }

  /** A number from 0 to {@code max}. */
  public int count(String name, int max) {
    var number = number(name);
    if (number < 0 || number > max) {
      throw wrong(name, "a number up to " + max);
    }
    return (int) number;
  }

  public boolean flag(String name) {
    if (value(name) instanceof Value.Bool(var flag)) {
      return flag;
    }
    throw wrong(name, "true or false");
  }

  /** False when it is not there. */
  public boolean flagIfAny(String name) {
    return has(name) && flag(name);
  }

  public List<Value> list(String name) {
    if (value(name) instanceof Value.Items(var all)) {
      return all;
    }
    throw wrong(name, "a list");
  }

  public List<String> texts(String name) {
    return list(name).stream().map(one -> textOf(name, one)).toList();
  }

  private static String textOf(String name, Value value) {
    if (value instanceof Value.Text(var text)) {
      return text;
    }
    throw wrong(name, "a list of texts");
  }

  public With map(String name) {
    return of(value(name));
  }

  private static BadCall wrong(String name, String expected) {
    return new BadCall("`" + name + "` is not " + expected);
  }
}
