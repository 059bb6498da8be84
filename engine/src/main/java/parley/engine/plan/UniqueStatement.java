package parley.engine.plan;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.check.Shown;
import parley.model.collection.Check;
import parley.model.outcome.CheckOutcome;
import parley.model.value.Value;

/** Over the messages taken, each value at a path comes once; or given values, and no other. */
record UniqueStatement(ValuesStatement values, @Nullable ListOperand exactlyOrNull)
    implements Statement {

  static UniqueStatement of(Check.Unique check, Compiling compiling) {
    return new UniqueStatement(
        new ValuesStatement(
            check.at(),
            "unique " + check.path(),
            "each value once",
            PathPlan.of(check.path(), compiling)),
        check.exactly().map(json -> ListOperand.of(json, compiling)).orElse(null));
  }

  @Override
  public boolean holds(MessageSight sight) {
    return outcome(sight).holds();
  }

  @Override
  public CheckOutcome outcome(MessageSight sight) {
    return exactlyOrNull == null
        ? values.outcome(sight, this::once)
        : exactlyOrNull.outcome(sight, values, list -> exactly(list, sight));
  }

  /** The first value that came before is the offender. */
  private CheckOutcome once(List<Messages.Placed> all, Messages.Some messages) {
    var first = new HashMap<Value, Integer>();
    for (var one : all) {
      var before = first.putIfAbsent(one.value(), one.index());
      if (before != null) {
        return values.fails(repeated(one, before, messages));
      }
    }
    return values.holds(all.size());
  }

  private static String repeated(Messages.Placed one, int before, Messages.Some messages) {
    var again = Shown.of(one.value()) + " in " + messages.place(one.index());
    return before == one.index() ? again + ", twice" : again + ", and in " + messages.place(before);
  }

  private CheckOutcome exactly(List<Value> wanted, MessageSight sight) {
    var saying =
        new ValuesStatement(
            values.at(),
            values.shown(),
            "each of %s once".formatted(Shown.of(Value.of(wanted))),
            values.path());
    return new UniqueStatement(saying, null).each(wanted, sight);
  }

  private CheckOutcome each(List<Value> wanted, MessageSight sight) {
    return values.outcome(
        sight,
        (all, messages) -> {
          var once = once(all, messages);
          return once.holds()
              ? neitherMoreNorLess(new LinkedHashSet<>(wanted), all, messages)
              : once;
        });
  }

  private CheckOutcome neitherMoreNorLess(
      LinkedHashSet<Value> missing, List<Messages.Placed> all, Messages.Some messages) {
    for (var one : all) {
      if (!missing.remove(one.value())) {
        return values.fails(
            "%s in %s, which is none of them"
                .formatted(Shown.of(one.value()), messages.place(one.index())));
      }
    }
    return missing.isEmpty()
        ? values.holds(all.size())
        : values.fails("no " + Shown.of(missing.iterator().next()));
  }
}
