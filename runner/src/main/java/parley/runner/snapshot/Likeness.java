package parley.runner.snapshot;

import java.util.List;
import java.util.Objects;
import parley.model.value.Value;

/** Whether two messages are probably the same one, changed. */
final class Likeness {

  /** Keys by which servers tell kinds of messages apart. */
  private static final List<String> KINDS =
      List.of("type", "event", "op", "kind", "action", "channel", "topic", "method", "status");

  private Likeness() {}

  static boolean of(Plain one, Plain other) {
    return one.form() == other.form() && alike(one.value(), other.value());
  }

  private static boolean alike(Value one, Value other) {
    if (!(one instanceof Value.Fields(var left)) || !(other instanceof Value.Fields(var right))) {
      return one.kind() == other.kind();
    }
    var sameKind =
        KINDS.stream()
            .filter(key -> left.containsKey(key) && right.containsKey(key))
            .allMatch(key -> Objects.equals(left.get(key), right.get(key)));
    var common = left.keySet().stream().filter(right::containsKey).count();
    return sameKind && 2 * common >= Math.max(left.size(), right.size());
  }
}
