package parley.files.yaml;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import parley.files.problem.Problems;
import parley.model.collection.Position;
import parley.model.collection.Source;

/** Makes a tree of the parser's events, refusing what the format has no use for. */
final class Composer {

  static final int MAX_DEPTH = 64;

  private final YamlText source;
  private final Iterator<Event> events;
  private final Problems problems;
  private final Offsets offsets;
  private int depth;

  Composer(YamlText source, Iterator<Event> events, Problems problems) {
    this.source = source;
    this.events = events;
    this.problems = problems;
    this.offsets = new Offsets(source);
  }

  /** The one document, or nothing and a problem. */
  Optional<Node> document() {
    Optional<Node> root = Optional.empty();
    while (events.hasNext()) {
      var event = events.next();
      if (event instanceof DocumentStartEvent start && root.isPresent()) {
        problems.add(
            position(start),
            "a second document",
            "one document to a file",
            "remove the line `---`");
        return root;
      }
      if (event instanceof NodeEvent) {
        root = Optional.of(node(event));
      }
    }
    if (root.isEmpty()) {
      problems.add(new Position(source.file(), 1, 1), "nothing", "keys and values");
    }
    return root;
  }

  private Node node(Event event) {
    refuseAnchor(event);
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case SequenceStartEvent start -> nested(start, () -> sequence(start));
      case MappingStartEvent start -> nested(start, () -> mapping(start));
      case AliasEvent alias -> alias(alias);
      default -> throw new IllegalStateException("no node begins with " + event);
    };
  }

  private Node nested(CollectionStartEvent start, Supplier<Node> read) {
    refuseTag(start, start.getTag());
    if (++depth > MAX_DEPTH) {
      throw new TooDeep(position(start));
    }
    var node = read.get();
    depth--;
    return node;
  }

  private Node.Scalar scalar(ScalarEvent event) {
    if (event.getTag().isPresent()) {
      refuseTag(event, event.getTag());
      return new Node.Scalar(written(event), Style.DOUBLE_QUOTED, span(event, end(event)));
    }
    var style =
        switch (event.getScalarStyle()) {
          case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
          case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
          case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
          case LITERAL -> Style.LITERAL;
          case FOLDED -> Style.FOLDED;
        };
    return new Node.Scalar(
        event.getValue(),
        style,
        span(event, end(event)),
        style.isBlock() ? indent(written(event)) : Source.ONE_LINE);
  }

  /** Of the first line below the header that is not blank. */
  private static int indent(String block) {
    return block
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> line.length() - line.stripLeading().length())
        .orElse(0);
  }

  private Node alias(AliasEvent alias) {
    var name = source.text().substring(start(alias), end(alias));
    problems.add(
        position(alias),
        "the alias `" + name + "`",
        "a value",
        "quote a text that begins with `*`; what is used twice is a saved message or `use:`");
    return new Node.Scalar(name, Style.DOUBLE_QUOTED, span(alias, end(alias)));
  }

  private Node sequence(SequenceStartEvent start) {
    var items = new ArrayList<Node>();
    var event = events.next();
    for (; event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
      items.add(node(event));
    }
    var last = items.isEmpty() ? end(start) : items.getLast().span().end();
    return new Node.Sequence(
        items, start.isFlow(), span(start, start.isFlow() ? end(event) : last));
  }

  private Node mapping(MappingStartEvent start) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    List<Node> strangeKeys = new ArrayList<>();
    var last = end(start);
    var event = events.next();
    for (; event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
      var key = node(event);
      var value = node(events.next());
      last = Math.max(key.span().end(), value.span().end());
      switch (key) {
        case Node.Scalar scalar -> keep(entries, new Node.Entry(scalar, value));
        case Node.Sequence list -> strangeKeys.add(list);
        case Node.Mapping map -> strangeKeys.add(map);
      }
    }
    var span = span(start, start.isFlow() ? end(event) : last);
    return strangeKeys.isEmpty()
        ? new Node.Mapping(List.copyOf(entries.values()), start.isFlow(), span)
        : unquotedTemplate(span);
  }

  private void keep(Map<String, Node.Entry> entries, Node.Entry entry) {
    var first = entries.putIfAbsent(entry.name(), entry);
    if (first != null) {
      problems.add(
          entry.key().at(),
          "the key `" + entry.name() + "` again",
          "each key once",
          "the first stands in line " + first.key().at().line());
    }
  }

  /** What YAML reads as a map with a map for its key is nearly always a template without quotes. */
  private Node unquotedTemplate(Span span) {
    var text = source.of(span);
    problems.add(
        span.at(),
        Quoting.shown(text) + ", which YAML takes for a map in a map",
        "a text",
        "quote it: " + Quoting.quote(text));
    return new Node.Scalar(text, Style.DOUBLE_QUOTED, span);
  }

  private void refuseAnchor(Event event) {
    if (event instanceof NodeEvent node && !(node instanceof AliasEvent)) {
      node.getAnchor()
          .ifPresent(anchor ->
              problems.add(
                  position(event),
                  "the anchor `&" + anchor.getValue() + "`",
                  "a value",
                  "quote a text that begins with `&`; anchors are not used here"));
    }
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      problems.add(
          position(event),
          "the YAML tag " + Quoting.shown(tag.get()),
          "a value",
          "quote a text that begins with `!`: " + Quoting.quote(written(event)));
    }
  }

  /** From where an event begins to the end of its line. */
  private String written(Event event) {
    return source.text().substring(start(event), source.lineEnd(start(event))).strip();
  }

  private Span span(Event first, int end) {
    var start = start(first);
    return new Span(offsets.position(start), start, Math.max(start, end));
  }

  private Position position(Event event) {
    return offsets.position(start(event));
  }

  private int start(Event event) {
    return offsets.of(mark(event.getStartMark()));
  }

  private int end(Event event) {
    return offsets.of(mark(event.getEndMark()));
  }

  private static Mark mark(Optional<Mark> mark) {
    return mark.orElseThrow(() -> new IllegalStateException("the parser gives no marks"));
  }

  /** Ends the reading of a tree that is deeper than anybody writes. */
  static final class TooDeep extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Position at;

    TooDeep(Position at) {
      super("too deep", null, false, false);
      this.at = at;
    }

    Position at() {
      return at;
    }
  }
}
