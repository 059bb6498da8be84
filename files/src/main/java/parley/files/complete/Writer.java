package parley.files.complete;

import java.util.Set;
import parley.files.shape.Beside;
import parley.files.shape.Key;
import parley.files.shape.Reading;
import parley.files.shape.Shape;
import parley.files.yaml.Layout;

/** Writes options as they go into a text at a place. */
record Writer(Place place, String text) {

  Completion.Option key(Shapes.Found found) {
    var key = found.key();
    return new Completion.Option(key.name(), kind(key), detail(key), key.docs(), written(found));
  }

  private static Completion.Kind kind(Key<?> key) {
    return Character.isUpperCase(key.name().charAt(0)) || key.name().startsWith("trace")
        ? Completion.Kind.HEADER
        : Completion.Kind.KEY;
  }

  private static String detail(Key<?> key) {
    return key.byDefault()
        .filter(unsaid -> unsaid.matches("[\\w.-]+"))
        .map(unsaid -> unsaid + " unless said")
        .orElse(key.required() ? "needed" : "");
  }

  private String written(Shapes.Found found) {
    var name = found.key().name();
    var flow = place.part() == Place.Part.FLOW || place.part() == Place.Part.FLOW_VALUE;
    if (flow) {
      var open = place.part() == Place.Part.FLOW_VALUE || !isInMap();
      return (open ? "{ " : "") + name + (hasColon() ? "" : ": ") + (open ? " }" : "");
    }
    var before = place.part() == Place.Part.VALUE ? newline(place.indent() + 2) : "";
    var dash = found.inItem() ? "- " : "";
    var inner = place.part() == Place.Part.VALUE ? 2 : found.inItem() ? 2 : 0;
    return before + dash + name + (hasColon() ? "" : after(found.key().shape(), inner));
  }

  private boolean isInMap() {
    return !place.way().isEmpty() && !place.way().getLast().frame().isList();
  }

  /** An option for a key takes the place of what is typed, up to the colon that stands already. */
  private boolean hasColon() {
    var end = place.from() + place.whole().length();
    return end < text.length() && text.charAt(end) == ':';
  }

  /** A key whose value has lines is followed by the first of them. */
  private String after(Shape<?> shape, int inner) {
    if (shape.isShort()) {
      return ": ";
    }
    var indent = place.indent() + inner + 2;
    var items = shape.items().findAny().isPresent();
    return ":" + newline(indent) + (items && !hasKeys(shape) ? "- " : "");
  }

  private static boolean hasKeys(Shape<?> shape) {
    var alone = new Beside(Reading.Scope.CONVERSATION, Set.of());
    return shape.keys(alone).findAny().isPresent();
  }

  private static String newline(int indent) {
    return "\n" + " ".repeat(indent);
  }

  Completion.Option unsaid(String text) {
    return new Completion.Option(text, Completion.Kind.VALUE, "unless said", "", text);
  }

  /** With quotes where YAML would read something else, and none stand there. */
  Completion.Option fitted(Completion.Option option) {
    var plain = option.kind() == Completion.Kind.VALUE || option.kind() == Completion.Kind.FILE;
    var quoted = !place.typed().isEmpty() && "\"'".indexOf(place.typed().charAt(0)) >= 0;
    if (!plain || quoted || Layout.isSafe(option.written())) {
      return option;
    }
    var written = "\"" + option.written() + "\"";
    return new Completion.Option(
        option.label(), option.kind(), option.detail(), option.docs(), written);
  }
}
