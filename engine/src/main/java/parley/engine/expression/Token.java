package parley.engine.expression;

import parley.engine.path.JsonPath;
import parley.model.value.Value;

/** A word of an expression and where it stands. */
sealed interface Token {

  /** Where it begins. */
  int at();

  /** A name, keywords included. */
  record Name(int at, String name) implements Token {}

  /** A number or a text. */
  record Literal(int at, Value value, String written) implements Token {}

  /** A path that begins with {@code $}. */
  record Path(int at, JsonPath path) implements Token {}

  /** A name behind a {@code $}. */
  record Dynamic(int at, String name) implements Token {}

  /** An operator or a bracket. */
  record Symbol(int at, String symbol) implements Token {}

  /** The end of the text. */
  record End(int at) implements Token {}

  /** How messages show it. */
  default String shown() {
    return switch (this) {
      case Name name -> name.name();
      case Literal literal -> literal.written();
      case Path path -> path.path().toString();
      case Dynamic dynamic -> "$" + dynamic.name();
      case Symbol symbol -> symbol.symbol();
      case End _ -> "the end";
    };
  }
}
