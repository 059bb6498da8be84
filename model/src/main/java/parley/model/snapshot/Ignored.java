package parley.model.snapshot;

import java.util.List;
import parley.model.collection.Source;

/** What is not compared. */
public sealed interface Ignored {

  /** What stands at a path, there or not. */
  record At(Source path) implements Ignored {}

  /** Messages for which all of it holds. */
  record Messages(List<Condition> conditions) implements Ignored {
    public Messages {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A value at a path.
   *
   * @param value as a text that is the value, or the value as JSON
   */
  record Condition(Source path, String value) {}
}
