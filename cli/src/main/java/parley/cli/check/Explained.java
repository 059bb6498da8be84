package parley.cli.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.files.collection.Explanation;
import parley.model.collection.Environment;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.workspace.Places;
import parley.workspace.Workspace;

/** What holds for some conversations, each in its environments. */
record Explained(List<Part> parts) {

  private static final int MAX_VALUE_WIDTH = 44;

  /** One conversation in one environment. */
  record Part(Path file, Workspace workspace, List<Explanation> values) {

    /** The file, and the environment when there is one. */
    String title() {
      return Places.shown(file)
          + workspace.environment().map(one -> ", environment " + one.name()).orElse("");
    }
  }

  static Explained of(List<Place> places, Map<String, Value> variables) {
    var parts = new ArrayList<Part>();
    for (var place : places) {
      for (var file : place.selection().conversations()) {
        for (var workspace : place.workspaces()) {
          parts.add(new Part(file, workspace, workspace.explain(file, variables)));
        }
      }
    }
    return new Explained(parts);
  }

  /** A title and a table for each. */
  String toText() {
    var text = new StringBuilder();
    for (var part : parts) {
      text.append(text.isEmpty() ? "" : "\n").append(part.title()).append('\n');
      table(part.values(), text);
    }
    return text.toString();
  }

  private static void table(List<Explanation> values, StringBuilder text) {
    var keys = width(values.stream().map(Explanation::key).toList());
    var widest = width(values.stream().map(Explained::shown).toList());
    for (var one : values) {
      text.append("  ").append(padded(one.key(), keys)).append("  ");
      text.append(padded(shown(one), Math.min(widest, MAX_VALUE_WIDTH)));
      text.append("  ").append(origin(one)).append('\n');
    }
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** On one line. */
  private static String shown(Explanation one) {
    return one.value().replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
  }

  private static String origin(Explanation one) {
    return one.at().map(at -> Places.shown(at.file()) + ":" + at.line()).orElse(one.elsewhere());
  }

  /** A list with an object for each conversation in each environment. */
  String toJson() {
    return JsonWriter.write(Value.of(parts.stream().map(Explained::toValue).toList())) + "\n";
  }

  private static Value toValue(Part part) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("file", Value.of(Places.shown(part.file()).toString()));
    part.workspace()
        .environment()
        .map(Environment::name)
        .ifPresent(name -> fields.put("environment", Value.of(name)));
    fields.put("values", Value.of(part.values().stream().map(Explained::toValue).toList()));
    return Value.of(fields);
  }

  private static Value toValue(Explanation one) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("key", Value.of(one.key()));
    fields.put("value", Value.of(one.value()));
    one.at()
        .ifPresentOrElse(
            at -> {
              fields.put("file", Value.of(Places.shown(at.file()).toString()));
              fields.put("line", Value.of(at.line()));
            },
            () -> fields.put("origin", Value.of(one.elsewhere())));
    return Value.of(fields);
  }
}
