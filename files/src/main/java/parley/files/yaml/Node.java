package parley.files.yaml;

import java.util.List;
import java.util.Optional;
import parley.model.collection.Position;
import parley.model.collection.Source;

/** A part of a YAML tree. */
public sealed interface Node {

  /** Where it stands. */
  Span span();

  /** What it says, without places. */
  Value toValue();

  /** Where it begins. */
  default Position at() {
    return span().at();
  }

  /**
   * A string in some style.
   *
   * @param indent of a block, by how many columns its lines are indented; else {@link
   *     Source#ONE_LINE}
   */
  record Scalar(String text, Style style, Span span, int indent) implements Node {

    /** One that is no block. */
    public Scalar(String text, Style style, Span span) {
      this(text, style, span, Source.ONE_LINE);
    }

    /** The text and where it stands. */
    public Source source() {
      return new Source(text, textAt(), indent);
    }

    /**
     * Where the text itself begins: after an opening quote; for a block where its header stands.
     */
    public Position textAt() {
      var at = span.at();
      return style.isQuoted() ? new Position(at.file(), at.line(), at.column() + 1) : at;
    }

    /** Whether nothing is written at all, as after {@code key:}. */
    public boolean isNothing() {
      return style == Style.PLAIN && text.isEmpty();
    }

    @Override
    public Value toValue() {
      return new Value.Scalar(text, style != Style.PLAIN);
    }
  }

  /**
   * A list.
   *
   * @param flow whether it is written in brackets
   */
  record Sequence(List<Node> items, boolean flow, Span span) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Value toValue() {
      return new Value.Items(items.stream().map(Node::toValue).toList());
    }
  }

  /**
   * Keys and values in their order.
   *
   * @param flow whether it is written in braces
   */
  record Mapping(List<Entry> entries, boolean flow, Span span) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** The entry with that key. */
    public Optional<Entry> entry(String key) {
      // A loop, for a step is asked for each verb that there is.
      for (var entry : entries) {
        if (entry.name().equals(key)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    }

    /** The value of that key. */
    public Optional<Node> find(String key) {
      return entry(key).map(Entry::value);
    }

    @Override
    public Value toValue() {
      return new Value.Members(
          entries.stream()
              .map(entry -> new Value.Member(entry.name(), entry.value().toValue()))
              .toList());
    }
  }

  /** One key and its value. */
  record Entry(Scalar key, Node value) {

    /** The text of the key. */
    public String name() {
      return key.text();
    }
  }
}
