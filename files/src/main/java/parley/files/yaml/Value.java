package parley.files.yaml;

import java.util.List;

/** What a YAML tree says, without the places and the layout: for comparing and for writing. */
public sealed interface Value {

  /**
   * A string.
   *
   * @param quoted whether it is more than a plain scalar: where the format tells numbers from texts
   *     by their quotes, this is part of the meaning
   */
  record Scalar(String text, boolean quoted) implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Keys and values in their order. */
  record Members(List<Member> members) implements Value {
    public Members {
      members = List.copyOf(members);
    }
  }

  /** One key and its value. */
  record Member(String key, Value value) {}

  /** A plain scalar, such as a number, a duration or a name. */
  static Value plain(String text) {
    return new Scalar(text, false);
  }

  /** A text in quotes. */
  static Value quoted(String text) {
    return new Scalar(text, true);
  }
}
