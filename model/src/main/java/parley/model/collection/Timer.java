package parley.model.collection;

import java.time.Duration;
import java.util.List;

/** Steps that are done again and again. */
public record Timer(Duration time, List<Step> steps, Position at) {

  public Timer {
    steps = List.copyOf(steps);
  }
}
