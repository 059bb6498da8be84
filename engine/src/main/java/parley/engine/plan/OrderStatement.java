package parley.engine.plan;

import java.util.List;
import java.util.Locale;
import parley.engine.check.Shown;
import parley.engine.path.Comparison;
import parley.model.collection.Check;
import parley.model.collection.Check.Direction;
import parley.model.outcome.CheckOutcome;

/** Over the messages taken, the values at a path go in one direction. */
record OrderStatement(ValuesStatement values, Direction direction) implements Statement {

  static OrderStatement of(Check.Order check, Compiling compiling) {
    var word = check.direction().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new OrderStatement(
        new ValuesStatement(
            check.at(), "order of " + check.path(), word, PathPlan.of(check.path(), compiling)),
        check.direction());
  }

  @Override
  public boolean holds(MessageSight sight) {
    return outcome(sight).holds();
  }

  @Override
  public CheckOutcome outcome(MessageSight sight) {
    return values.outcome(sight, this::judge);
  }

  private CheckOutcome judge(List<Messages.Placed> all, Messages.Some messages) {
    for (var i = 1; i < all.size(); i++) {
      var before = all.get(i - 1);
      var one = all.get(i);
      var found =
          "%s in %s after %s"
              .formatted(
                  Shown.of(one.value()), messages.place(one.index()), Shown.of(before.value()));
      if (!Comparison.ordered(before.value(), one.value())) {
        return values.fails(found + ", which have no order");
      }
      if (!goesOn(Comparison.order(one.value(), before.value()))) {
        return values.fails(found);
      }
    }
    return values.holds(all.size());
  }

  private boolean goesOn(int sign) {
    return switch (direction) {
      case INCREASING -> sign > 0;
      case NOT_DECREASING -> sign >= 0;
      case DECREASING -> sign < 0;
      case NOT_INCREASING -> sign <= 0;
    };
  }
}
