package parley.engine.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.expression.Subject;
import parley.engine.function.Result;
import parley.engine.plan.Assignment;
import parley.engine.plan.Filled;
import parley.engine.plan.VariablesPlan;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * The variables of a session as the strand at hand sees them: those of its step, then those of its
 * connection, then those that the sessions of a mock share, then the session's own.
 */
final class Memory implements Scope {

  private final VariablesPlan plan;
  private final SessionStart start;
  private final @Nullable Value[] slots;
  private final Set<Integer> shared = new HashSet<>();
  private final Subject subject = new Subject();
  private @Nullable Local locals;
  private @Nullable Link link;
  private RandomGenerator random;
  private long nowNanos;

  Memory(VariablesPlan plan, SessionStart start) {
    this.plan = plan;
    this.start = start;
    random = start.random();
    slots = new @Nullable Value[plan.names().size()];
    start.handed().forEach(this::name);
    plan.given().forEach((slot, value) -> slots[slot] = value);
    start.row().forEach(this::name);
  }

  /** Gives the variable of that name a value, when the plan has one. */
  void name(String name, Value value) {
    plan.slot(name).ifPresent(slot -> slots[slot] = value);
  }

  /** Computes the initial values; what has none yet says why to {@code notices}. */
  void begin(List<String> notices) {
    plan.shared().forEach(one -> share(one, notices));
    plan.initial().forEach(one -> compute(one, slots, notices));
  }

  private void share(Assignment one, List<String> notices) {
    shared.add(one.slot());
    if (!start.shared().has(one.name())) {
      var value = new @Nullable Value[slots.length];
      compute(one, value, notices);
      Optional.ofNullable(value[one.slot()]).ifPresent(it -> start.shared().set(one.name(), it));
    }
  }

  /** The values that differ on a connection. */
  @Nullable Value[] overlay(List<Assignment> differing, Link of, List<String> notices) {
    var overlay = new @Nullable Value[slots.length];
    of.use(overlay);
    look(null, of);
    differing.forEach(one -> compute(one, overlay, notices));
    return overlay;
  }

  /** A variable that is made of one without a value has none itself, until it is asked for. */
  private void compute(Assignment one, @Nullable Value[] into, List<String> notices) {
    switch (one.value().value(this)) {
      case Filled.Of(var value) -> into[one.slot()] = value;
      case Filled.Faulty(_, var text, var reason) -> {
        if (reason != Result.Reason.MISSING) {
          notices.add("the variable %s has no value: %s".formatted(one.name(), text));
        }
      }
    }
  }

  /** From now on it is seen from there. */
  void look(@Nullable Local from, @Nullable Link connection) {
    locals = from;
    link = connection;
  }

  /** From now on random numbers come from there; gives what they came from before. */
  RandomGenerator chance(RandomGenerator from) {
    var before = random;
    random = from;
    return before;
  }

  void time(long nanos) {
    nowNanos = nanos;
  }

  /** Sets the nearest variable of that slot. */
  void assign(int slot, Value value) {
    var local = Local.find(locals, slot);
    if (local != null) {
      local.set(value);
    } else if (!Objects.requireNonNull(link).assign(slot, value)) {
      assignOwn(slot, value);
    }
  }

  private void assignOwn(int slot, Value value) {
    if (shared.contains(slot)) {
      start.shared().set(plan.names().get(slot), value);
    } else {
      slots[slot] = value;
    }
  }

  @Override
  public Optional<Value> variable(int slot) {
    var local = Local.find(locals, slot);
    if (local != null) {
      return Optional.ofNullable(local.value());
    }
    var overlaid = link == null ? null : link.overlay(slot);
    if (overlaid != null) {
      return Optional.of(overlaid);
    }
    return shared.contains(slot)
        ? start.shared().get(plan.names().get(slot))
        : Optional.ofNullable(slots[slot]);
  }

  /** The place of a variable; empty where none has that name. */
  Optional<Integer> slot(String name) {
    return plan.slot(name);
  }

  List<String> names() {
    return plan.names();
  }

  /** Those that have a value, by their names. */
  Map<String, Value> all() {
    var all = new LinkedHashMap<String, Value>();
    for (var slot = 0; slot < slots.length; slot++) {
      var name = plan.names().get(slot);
      variable(slot).ifPresent(value -> all.put(name, value));
    }
    return all;
  }

  @Override
  public Result advance(int slot) {
    var next = variable(slot).flatMap(Memory::plusOne);
    next.ifPresent(value -> assign(slot, value));
    return next.<Result>map(Result::of)
        .orElseGet(() ->
            new Result.Fault(
                Result.Reason.INVALID,
                0,
                plan.names().get(slot) + " is no number, so it has no next one"));
  }

  private static Optional<Value> plusOne(Value value) {
    return value instanceof Decimal number
        ? Decimal.of(number.toBigDecimal().add(BigDecimal.ONE)).map(next -> next)
        : Optional.empty();
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Instant now() {
    return start.time().after(nowNanos);
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Result madeUp(String name) {
    return start.madeUp().next(name, this);
  }
}
