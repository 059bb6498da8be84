package parley.files.yaml;

/** A change of what a YAML text says. */
public sealed interface Edit {

  /** Sets the value at a place; a key that is not there is added as the last of its map. */
  record Put(Pointer at, Value value) implements Edit {}

  /** Adds an item to the end of a list. */
  record Add(Pointer list, Value value) implements Edit {}

  /** Removes a key with its value, or an item. */
  record Remove(Pointer at) implements Edit {}

  /** Gives a key another name. */
  record Rename(Pointer at, String name) implements Edit {}
}
