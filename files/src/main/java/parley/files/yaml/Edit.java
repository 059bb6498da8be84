package parley.files.yaml;

/** A change of what a YAML text says. */
public sealed interface Edit {

  /**
   * Sets the value at a place; a key that is not there is added as the last of its map, and maps
   * that are missing on the way are made.
   */
  record Put(Pointer at, Value value) implements Edit {}

  /** Adds an item to the end of a list. */
  record Add(Pointer list, Value value) implements Edit {}

  /** Makes a new item of a list; the one that stood at its place, and those after it, follow it. */
  record Insert(Pointer at, Value value) implements Edit {}

  /**
   * Makes a new key of a map.
   *
   * @param index which one of the map it is then, from 0
   */
  record InsertKey(Pointer at, int index, Value value) implements Edit {}

  /**
   * Moves a key or an item within its map or list, with the comments right above it.
   *
   * @param index which one it is then, from 0
   */
  record Move(Pointer at, int index) implements Edit {}

  /** Removes a key with its value, or an item; the last one leaves an empty map or list. */
  record Remove(Pointer at) implements Edit {}

  /** Removes a key or an item, and the maps and lists around it that would be left empty. */
  record Prune(Pointer at) implements Edit {}

  /** Gives a key another name. */
  record Rename(Pointer at, String name) implements Edit {}
}
