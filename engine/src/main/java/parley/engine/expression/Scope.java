package parley.engine.expression;

import java.util.Optional;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.model.value.Value;

/** What an evaluation sees. One thread at a time. */
public interface Scope extends Surroundings {

  /** The value of the variable in that slot; empty while it has none. */
  Optional<Value> variable(int slot);

  /** What {@code $} stands for. */
  Subject subject();

  /** Adds 1 to the variable in that slot and gives the new value; only a mock's state counts. */
  default Result advance(int slot) {
    return new Result.Fault(Result.Reason.INVALID, 0, "only a mock's state can be counted");
  }
}
