package parley.cli.prompt;

import java.util.Map;
import parley.cli.hand.HandFile;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.report.Columns;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.Redaction;
import parley.report.Visible;
import parley.workspace.SecretValues;

/** The variables with their values, a line each; secrets are hidden. */
final class VariableText {

  /** All variables of the process, which nobody asked for. */
  private static final String PROCESS = "env";

  private VariableText() {}

  /** Of those whose names begin so. */
  static String of(
      HandFile file, Map<String, Value> values, String beginning, Palette palette, int columns) {
    var names =
        file.plan().variables().names().stream()
            .filter(name -> name.startsWith(beginning) && !name.equals(PROCESS))
            .sorted()
            .toList();
    var width = names.stream().mapToInt(String::length).max().orElse(0);
    var out = new StringBuilder();
    for (var name : names) {
      var room = Math.max(20, columns - width - 4);
      out.append("  ").append(palette.paint(Ink.NAME, Columns.left(name, width))).append("  ");
      out.append(
          values.containsKey(name)
              ? Columns.head(shown(name, values.get(name), file.redaction()), room)
              : palette.paint(Ink.FAINT, "no value yet"));
      out.append('\n');
    }
    return out.toString();
  }

  private static String shown(String name, Value value, Redaction redaction) {
    return SecretValues.isTelling(name)
        ? Redaction.MASK
        : Visible.line(redaction.in(JsonWriter.write(value)));
  }
}
