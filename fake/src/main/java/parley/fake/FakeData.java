package parley.fake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.function.MadeUp;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.model.value.Value;

/**
 * Made-up data of all kinds, for any number of sessions. Chance and time come from each session, so
 * the same seed gives the same values. Datafaker is loaded by the first value that needs it, which
 * takes about half a second; the values after that take microseconds.
 */
public final class FakeData implements MadeUp {

  private final CurrentRandom current = new CurrentRandom();
  private @Nullable PeopleAndThings people;

  /** Loads nothing yet. */
  public FakeData() {}

  @Override
  public Result next(String name, Surroundings in) {
    var draw = new Draw(in);
    return Plain.value(name, draw)
        .or(() -> fromDatafaker(name, draw))
        .<Result>map(Result::of)
        .orElseGet(
            () -> new Result.Fault(Result.Reason.INVALID, 0, "nothing is made up for $" + name));
  }

  private synchronized Optional<Value> fromDatafaker(String name, Draw draw) {
    if (people == null) {
      people = new PeopleAndThings(current);
    }
    current.is(draw.random());
    return people.value(name, draw);
  }
}
