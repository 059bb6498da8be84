package parley.workspace.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.engine.plan.FileAccess;
import parley.engine.plan.PlanProblem;
import parley.model.collection.DataSource;
import parley.model.collection.Position;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * The file of a {@code data:}. In CSV the first line has the names; an unquoted field that JSON
 * would read as a number, {@code true}, {@code false} or {@code null} is that, all else is text.
 * JSON is a list of objects, JSONL an object a line; what a row lacks is null.
 */
public final class DataFile {

  /** More rows are refused. */
  public static final int MAX_ROWS = 100_000;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Path file;
  private final List<PlanProblem> problems = new ArrayList<>();

  private DataFile(Path file) {
    this.file = file;
  }

  /** What reading came to. */
  public sealed interface Outcome {

    record Read(Table table) implements Outcome {}

    record Wrong(List<PlanProblem> problems) implements Outcome {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /** Reads all rows. Blocks. */
  public static Outcome read(DataSource source, FileAccess files) {
    var at = source.file().at();
    if (source.file().hasTemplate()) {
      return wrong(at, "a template in the path of data", "a path as it is: one for all runs");
    }
    return switch (files.read(source.file())) {
      case FileAccess.Content.Read(var bytes) ->
          files.locate(source.file()) instanceof FileAccess.Location.At(var file)
              ? new DataFile(file).rows(source, bytes)
              : wrong(at, "a path that leads nowhere", "a file of the collection");
      case FileAccess.Content.Unreadable(var why) ->
          wrong(at, "`" + source.file().text() + "`: " + why, "a file with rows");
    };
  }

  private static Outcome wrong(Position at, String found, String expected) {
    return new Outcome.Wrong(List.of(new PlanProblem(at, found, expected, null)));
  }

  private Outcome rows(DataSource source, Bytes bytes) {
    if (!bytes.isUtf8()) {
      problem(1, 1, "bytes that are not UTF-8", "text in UTF-8");
      return new Outcome.Wrong(problems);
    }
    var text = withoutMark(new String(bytes.toArray(), StandardCharsets.UTF_8));
    var table =
        switch (source.format()) {
          case CSV -> csv(text);
          case JSON -> json(text);
          case JSONL -> jsonLines(text);
        };
    if (problems.isEmpty() && table.rows().isEmpty()) {
      problem(1, 1, "no rows", "at least one, so that there is something to run");
    }
    if (table.rows().size() > MAX_ROWS) {
      problem(1, 1, table.rows().size() + " rows", "at most " + MAX_ROWS);
    }
    return problems.isEmpty() ? new Outcome.Read(table) : new Outcome.Wrong(problems);
  }

  /** A byte order mark is no part of the text. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void problem(int line, int column, String found, String expected) {
    problems.add(new PlanProblem(new Position(file, line, column), found, expected, null));
  }

  private Table csv(String text) {
    var reading = Csv.read(text);
    var fault = reading.faultOrNull();
    if (fault != null) {
      problem(fault.line(), fault.column(), fault.found(), fault.expected());
      return new Table(List.of(), List.of());
    }
    if (reading.rows().isEmpty()) {
      return new Table(List.of(), List.of());
    }
    var head = reading.rows().getFirst();
    var columns = head.fields().stream().map(field -> field.text().strip()).toList();
    checkNames(columns, head.line());
    var rows = new ArrayList<Map<String, Value>>();
    for (var i = 1; i < reading.rows().size(); i++) {
      rows.add(row(i, columns, reading.rows().get(i)));
    }
    return new Table(columns, rows);
  }

  private void checkNames(List<String> columns, int line) {
    var seen = new HashSet<String>();
    for (var name : columns) {
      checkName(name, line);
      if (!seen.add(name)) {
        problem(line, 1, "two columns `" + name + "`", "each name once");
      }
    }
  }

  private void checkName(String name, int line) {
    if (!NAME.matcher(name).matches()) {
      problems.add(
          new PlanProblem(
              new Position(file, line, 1),
              name.isEmpty() ? "a column without a name" : "a column `" + name + "`",
              "a variable's name: letters, digits, - and _",
              name.matches(".*[;\t|].*") ? "separate fields with commas" : null));
    }
  }

  private Map<String, Value> row(int number, List<String> columns, Csv.Row row) {
    var fields = row.fields();
    if (fields.size() != columns.size()) {
      problem(
          row.line(),
          1,
          "row %d with %s".formatted(number, counted(fields.size(), "field")),
          "%s, as the first line has".formatted(counted(columns.size(), "field")));
      return Map.of();
    }
    var values = new LinkedHashMap<String, Value>();
    for (var i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), value(fields.get(i)));
    }
    return values;
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static Value value(Csv.Field field) {
    return !field.quoted()
            && JsonReader.read(field.text()) instanceof JsonReading.Read(var value)
            && isPlain(value)
        ? value
        : Value.of(field.text());
  }

  private static boolean isPlain(Value value) {
    return switch (value.kind()) {
      case NULL, BOOLEAN, NUMBER -> true;
      case TEXT, LIST, MAP -> false;
    };
  }

  private Table json(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(Value.Items(var items)) -> objects(items, _ -> 1);
      case JsonReading.Read(var other) -> {
        problem(1, 1, other.kind().phrase(), "a list of objects, one for each row");
        yield new Table(List.of(), List.of());
      }
      case JsonReading.Unreadable(var _, var line, var column, var why) -> {
        noJson(line, column, why);
        yield new Table(List.of(), List.of());
      }
    };
  }

  private Table jsonLines(String text) {
    var lines = text.lines().toList();
    var values = new ArrayList<Value>();
    var places = new ArrayList<Integer>();
    for (var i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        jsonLine(lines.get(i), i + 1, values, places);
      }
    }
    return objects(values, places::get);
  }

  private void jsonLine(String text, int line, List<Value> values, List<Integer> places) {
    switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> {
        values.add(value);
        places.add(line);
      }
      case JsonReading.Unreadable(var _, var _, var column, var why) -> noJson(line, column, why);
    }
  }

  /** From {@code found A, expected B}, as the reader of JSON says it. */
  private void noJson(int line, int column, String why) {
    var parts = why.replaceFirst("^found ", "").split(", expected ", 2);
    problem(line, column, parts[0], parts.length == 2 ? parts[1] : "JSON");
  }

  /** A row's line in the file, by its index. */
  private interface Places {
    int line(int index);
  }

  private Table objects(List<Value> items, Places places) {
    Set<String> columns = new LinkedHashSet<>();
    var objects = new ArrayList<Map<String, Value>>();
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Fields(var fields)) {
        var line = places.line(i);
        fields.keySet().stream().filter(columns::add).forEach(name -> checkName(name, line));
        objects.add(fields);
      } else {
        var found = "row " + (i + 1) + ", which is " + items.get(i).kind().phrase();
        problem(places.line(i), 1, found, "an object with a field for each variable");
      }
    }
    return new Table(
        List.copyOf(columns), objects.stream().map(fields -> filled(fields, columns)).toList());
  }

  private static Map<String, Value> filled(Map<String, Value> fields, Set<String> columns) {
    var row = new LinkedHashMap<String, Value>();
    columns.forEach(name -> row.put(name, fields.getOrDefault(name, Value.NULL)));
    return row;
  }
}
