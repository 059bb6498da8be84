package parley.engine.plan;

import java.util.List;
import parley.engine.check.Shown;
import parley.model.collection.Check;
import parley.model.outcome.CheckOutcome;
import parley.model.value.Value;

/**
 * Over the messages taken, given values come at a path one after the other. Others may stand
 * between, and a value may come several times in a row.
 */
record FollowingStatement(ValuesStatement values, ListOperand wanted) implements Statement {

  static FollowingStatement of(Check.Following check, Compiling compiling) {
    return new FollowingStatement(
        new ValuesStatement(
            check.at(),
            "order of " + check.path(),
            "one after the other",
            PathPlan.of(check.path(), compiling)),
        ListOperand.of(check.values(), compiling));
  }

  @Override
  public boolean holds(MessageSight sight) {
    return outcome(sight).holds();
  }

  @Override
  public CheckOutcome outcome(MessageSight sight) {
    return wanted.outcome(
        sight,
        values,
        list -> saying(list).outcome(sight, (all, messages) -> judge(list, all, messages)));
  }

  private ValuesStatement saying(List<Value> list) {
    return new ValuesStatement(
        values.at(), values.shown(), Shown.of(Value.of(list)) + ", in this order", values.path());
  }

  private CheckOutcome judge(List<Value> list, List<Messages.Placed> all, Messages.Some messages) {
    var saying = saying(list);
    var next = 0;
    for (var one : all) {
      var repeated = next > 0 && one.value().equals(list.get(next - 1));
      if (next < list.size() && one.value().equals(list.get(next))) {
        next++;
      } else if (!repeated && list.contains(one.value())) {
        return saying.fails(
            "%s in %s where %s"
                .formatted(Shown.of(one.value()), messages.place(one.index()), due(list, next)));
      }
    }
    return next == list.size()
        ? saying.holds(all.size())
        : saying.fails("nothing more where " + due(list, next));
  }

  private static String due(List<Value> list, int next) {
    return next == list.size() ? "all were there" : Shown.of(list.get(next)) + " is due";
  }
}
