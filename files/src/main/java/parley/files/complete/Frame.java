package parley.files.complete;

import java.util.LinkedHashSet;
import java.util.Set;

/** A map or list that is open while a text is scanned. */
final class Frame {

  /** The column of its keys or dashes; of braces and brackets, none. */
  static final int FLOW = Integer.MAX_VALUE;

  private final int column;
  private final boolean list;
  private final Set<String> keys = new LinkedHashSet<>();
  private String key = "";
  private boolean hasKey;

  private Frame(int column, boolean list) {
    this.column = column;
    this.list = list;
  }

  static Frame map(int column) {
    return new Frame(column, false);
  }

  static Frame list(int column) {
    return new Frame(column, true);
  }

  int column() {
    return column;
  }

  boolean isList() {
    return list;
  }

  /** All keys that were seen so far. */
  Set<String> keys() {
    return keys;
  }

  void enter(String name) {
    keys.add(name);
    key = name;
    hasKey = true;
  }

  /** After a comma, another key follows. */
  void leave() {
    hasKey = false;
  }

  boolean hasKey() {
    return hasKey;
  }

  /** The key that the scan is behind. */
  String key() {
    return key;
  }
}
