package parley.engine.expression;

import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import parley.engine.function.Function;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * Expressions that look at nothing but variables that nothing changes, so that they always come to
 * the same.
 */
final class Constants {

  /** How much of a value is shown, in UTF-16 code units. */
  private static final int MAX_SHOWN = 60;

  private final Names names;

  /**
   * How many parts that may never be reached are around the present one. The bodies of macros are
   * such parts, so that their items never hide a variable here.
   */
  private int doubts;

  Constants(Names names) {
    this.names = names;
  }

  /** Compiles what may never be reached: what variables are may be the very reason for that. */
  <T> T perhaps(Supplier<T> part) {
    doubts++;
    var compiled = part.get();
    doubts--;
    return compiled;
  }

  /** Whether it is made of constants, and is more than a literal or a name. */
  boolean isCompound(Node node) {
    return !(node instanceof Node.Constant) && !(node instanceof Node.Variable) && isConstant(node);
  }

  /** The scope to try a constant in. */
  Scope scope() {
    var values = new HashMap<Integer, Value>();
    names
        .known()
        .forEach((name, value) -> names.slot(name).ifPresent(slot -> values.put(slot, value)));
    return new NoScope(values);
  }

  /** What {@code variables} are, such as {@code `s` is "abc", a text}; empty for none. */
  String values(Set<String> variables) {
    return variables.stream()
        .flatMap(name ->
            names.known(name).stream().map(value -> "`%s` is %s".formatted(name, shown(value))))
        .collect(Collectors.joining("; "));
  }

  private static String shown(Value value) {
    var json = JsonWriter.begin(value, MAX_SHOWN + 1);
    return json.length() > MAX_SHOWN ? value.kind().phrase() : json + ", " + value.kind().phrase();
  }

  /** The names of the variables in a constant. */
  Set<String> variables(Node node) {
    var found = new TreeSet<String>();
    gather(node, found);
    return found;
  }

  private static void gather(Node node, Set<String> into) {
    if (node instanceof Node.Variable variable) {
      into.add(variable.name());
    }
    node.parts().forEach(part -> gather(part, into));
  }

  private boolean isConstant(Node node) {
    return switch (node) {
      case Node.Dynamic _ -> false;
      case Node.Path _ -> false;
      case Node.Variable variable -> doubts == 0 && names.known(variable.name()).isPresent();
      case Node.Call call when Macro.of(call).isPresent() || !isSteady(call) -> false;
      case Node _ -> node.parts().allMatch(this::isConstant);
    };
  }

  private static boolean isSteady(Node.Call call) {
    return Compiler.function(call.name()).filter(Function::steady).isPresent();
  }
}
