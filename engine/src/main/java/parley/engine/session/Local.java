package parley.engine.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;

/** A variable that holds for a step and what is inside of it, and those around it. */
final class Local {

  private final int slot;
  private final @Nullable Local outer;
  private @Nullable Value value;
  private boolean isChanged;

  Local(int slot, @Nullable Value value, @Nullable Local outer) {
    this.slot = slot;
    this.value = value;
    this.outer = outer;
  }

  /** The nearest one of that slot, from this one outwards; null where there is none. */
  static @Nullable Local find(@Nullable Local from, int slot) {
    var local = from;
    while (local != null && local.slot != slot) {
      local = local.outer;
    }
    return local;
  }

  @Nullable Value value() {
    return value;
  }

  int slot() {
    return slot;
  }

  /** Its value, when that is not the first one. */
  Optional<Value> changed() {
    return isChanged ? Optional.ofNullable(value) : Optional.empty();
  }

  void set(Value changed) {
    value = changed;
    isChanged = true;
  }
}
