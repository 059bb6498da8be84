package parley.engine.expression;

import java.util.List;
import java.util.Optional;
import parley.engine.function.Type;

/** A call that does not take values: a test for presence, a walk, or a look at the message. */
sealed interface Macro {

  /** Their names, for hints. */
  List<String> NAMES =
      List.of("has", "exists", "default", "next", "all", "filter", "map", "text", "hex");

  /** How the macro {@code name} is written; empty where none is called so. */
  static Optional<String> usage(String name) {
    return switch (name) {
      case "has" -> Optional.of("has(x)");
      case "exists" -> Optional.of("exists(x) or list.exists(item, test)");
      case "default" -> Optional.of("default(x, otherwise)");
      case "next" -> Optional.of("next(variable)");
      case "all", "filter" -> Optional.of("list." + name + "(item, test)");
      case "map" -> Optional.of("list.map(item, value)");
      case "text", "hex" -> Optional.of(name + "()");
      default -> Optional.empty();
    };
  }

  /** {@code exists(x)} and {@code has(x)}. */
  record Present(Node of) implements Macro {}

  /** {@code default(x, y)}. */
  record Default(Node of, Node otherwise) implements Macro {}

  /** {@code next(x)}. */
  record Next(String variable) implements Macro {}

  /** {@code text()} and {@code hex()}. */
  record Message(boolean inHex) implements Macro {}

  /** {@code exists(list, x, test)} and its like. */
  record Each(Kind kind, Node list, String item, Node body) implements Macro {}

  /** What a walk through a list makes. */
  enum Kind {
    EXISTS(Type.BOOLEAN),
    ALL(Type.BOOLEAN),
    FILTER(Type.LIST),
    MAP(Type.LIST);

    private final Type type;

    Kind(Type type) {
      this.type = type;
    }

    Type type() {
      return type;
    }
  }

  /** The macro that {@code call} is; empty where it calls a function. */
  static Optional<Macro> of(Node.Call call) {
    var arguments = call.arguments();
    return switch (call.name() + arguments.size()) {
      case "has1", "exists1" -> Optional.of(new Present(arguments.getFirst()));
      case "default2" -> Optional.of(new Default(arguments.getFirst(), arguments.getLast()));
      case "text0" -> Optional.of(new Message(false));
      case "hex0" -> Optional.of(new Message(true));
      case "next1" -> next(arguments.getFirst());
      case "exists3" -> each(Kind.EXISTS, arguments);
      case "all3" -> each(Kind.ALL, arguments);
      case "filter3" -> each(Kind.FILTER, arguments);
      case "map3" -> each(Kind.MAP, arguments);
      default -> Optional.empty();
    };
  }

  private static Optional<Macro> next(Node argument) {
    return argument instanceof Node.Variable variable
        ? Optional.of(new Next(variable.name()))
        : Optional.empty();
  }

  private static Optional<Macro> each(Kind kind, List<Node> arguments) {
    return arguments.get(1) instanceof Node.Variable item
        ? Optional.of(new Each(kind, arguments.getFirst(), item.name(), arguments.getLast()))
        : Optional.empty();
  }
}
