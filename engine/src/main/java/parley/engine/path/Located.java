package parley.engine.path;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;

/** A value and where it stands in the value that a path began at. */
public final class Located {

  private final Value value;
  private final @Nullable Located parent;
  private final @Nullable String name;
  private final int index;

  private Located(Value value, @Nullable Located parent, @Nullable String name, int index) {
    this.value = value;
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  static Located root(Value value) {
    return new Located(value, null, null, 0);
  }

  Located member(String memberName, Value member) {
    return new Located(member, this, memberName, 0);
  }

  Located element(int at, Value element) {
    return new Located(element, this, null, at);
  }

  /** The value. */
  public Value value() {
    return value;
  }

  /** Where it stands, as a path that finds this node alone: {@code $.a[0]['b c']}. */
  public String path() {
    var steps = new ArrayDeque<String>();
    var node = this;
    for (var up = parent; up != null; up = up.parent) {
      steps.push(node.step());
      node = up;
    }
    return "$" + String.join("", steps);
  }

  private String step() {
    return name == null ? "[" + index + "]" : step(name);
  }

  /** The step to the member {@code name}: shorthand where its characters allow. */
  public static String step(String name) {
    return PathReader.isShorthand(name)
        ? "." + name
        : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
  }
}
