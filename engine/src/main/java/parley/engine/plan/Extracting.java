package parley.engine.plan;

import parley.model.value.Value;

/** What looking for a value in a message came to. */
public sealed interface Extracting {

  /** The value. */
  record Found(Value value) implements Extracting {}

  /** There is none, or an empty one. */
  record Nothing(String why) implements Extracting {}

  /** It makes no sense for what it met. */
  record Impossible(String why) implements Extracting {}
}
