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

  /**
   * A text that is to be written in lines of its own, as far as it can be; read again, it is a
   * quoted one.
   */
  record Block(String text) implements Value {}

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

  /** A text where the place decides the type: in lines, without quotes, or in quotes. */
  static Value text(String text) {
    if (text.contains("\n") && Layout.fitsBlock(text)) {
      return new Block(text);
    }
    return !text.isEmpty() && Layout.isSafe(text) ? plain(text) : quoted(text);
  }

  /** The same as {@link #text}, in quotes when what stood there before was. */
  static Value text(String text, Node before) {
    var quotes = before instanceof Node.Scalar old && old.style() != Style.PLAIN;
    return quotes && !text.contains("\n") ? quoted(text) : text(text);
  }

  /** One of keys and values. */
  static Value of(Member... members) {
    return new Members(List.of(members));
  }

  /** What a reader of the written value finds. */
  default Value asRead() {
    return switch (this) {
      case Scalar scalar -> scalar;
      case Block(var text) -> quoted(text);
      case Items(var items) -> new Items(items.stream().map(Value::asRead).toList());
      case Members(var members) ->
          new Members(
              members.stream().map(one -> new Member(one.key(), one.value().asRead())).toList());
    };
  }

  /** Whether part of it wants lines of its own. */
  default boolean wantsLines() {
    return switch (this) {
      case Scalar _ -> false;
      case Block(var text) -> Layout.fitsBlock(text);
      case Items(var items) -> items.stream().anyMatch(Value::wantsLines);
      case Members(var members) -> members.stream().anyMatch(one -> one.value().wantsLines());
    };
  }
}
