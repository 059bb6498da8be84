package parley.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.model.collection.Field;
import parley.model.collection.Json;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.Decimal;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** What stands in a test's file, all of it at line 3, column 5. */
final class Written {

  static final Path FILE = Path.of("a.ws.yaml");
  static final Position AT = new Position(FILE, 3, 5);

  private Written() {}

  static Source source(String text) {
    return new Source(text, AT);
  }

  static Source sourceIn(String file, String text) {
    return new Source(text, new Position(Path.of(file), 1, 1));
  }

  /** As the file says it: numbers, {@code true}, {@code false} and {@code null} are literals. */
  static Json json(String text) {
    return json(Sight.json(text));
  }

  private static Json json(Value value) {
    return switch (value) {
      case Value.Null _ -> new Json.Literal("null", AT);
      case Value.Bool(var truth) -> new Json.Literal(String.valueOf(truth), AT);
      case Decimal number -> new Json.Literal(number.text(), AT);
      case Value.Text(var text) -> new Json.Text(source(text));
      case Value.Items(var all) -> new Json.Items(all.stream().map(Written::json).toList(), AT);
      case Value.Fields(var all) ->
          new Json.Members(
              all.entrySet().stream()
                  .map(one -> new Json.Member(source(one.getKey()), json(one.getValue())))
                  .toList(),
              AT);
    };
  }

  static Field field(String name, String value) {
    return new Field(source(name), source(value), true);
  }

  static List<Field> fields(String... namesAndValues) {
    var fields = new ArrayList<Field>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.add(field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return fields;
  }

  static Compiling compiling() {
    return new Compiling(Sight.NAMES, FileAccess.NONE);
  }

  static Compiling compiling(Map<String, String> files) {
    return new Compiling(Sight.NAMES, new Shelf(files));
  }

  /** {@code 3:5 found F, expected E; hint}, a line each. */
  static String problems(Compiling compiling) {
    return compiling.problems().stream()
        .map(problem ->
            "%d:%d found %s, expected %s%s"
                .formatted(
                    problem.at().line(),
                    problem.at().column(),
                    problem.found(),
                    problem.expected(),
                    problem.hint().map(hint -> "; " + hint).orElse("")))
        .collect(Collectors.joining("\n"));
  }

  /** Files by their paths. */
  private record Shelf(Map<String, String> files) implements FileAccess {

    @Override
    public Location locate(Source path) {
      return files.containsKey(path.text())
          ? new Location.At(Path.of("/shop", path.text()))
          : new Location.Refused("it is not there");
    }

    @Override
    public Content read(Source path) {
      return files.containsKey(path.text())
          ? new Content.Read(Bytes.utf8(files.getOrDefault(path.text(), "")))
          : new Content.Unreadable("it is not there");
    }
  }
}
