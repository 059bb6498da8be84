package parley.cli.collection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import parley.engine.plan.FileAccess;
import parley.model.collection.DataSource;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** The names of the variables that each row of data sets. */
public final class DataColumns {

  private DataColumns() {}

  /** None when the file cannot be read, or its path has a template. */
  public static List<String> of(DataSource data, FileAccess files) {
    return switch (files.read(data.file())) {
      case FileAccess.Content.Unreadable _ -> List.of();
      case FileAccess.Content.Read(var bytes) ->
          switch (data.format()) {
            case CSV -> header(bytes.toText());
            case JSON -> names(Stream.of(bytes.toText()));
            case JSONL -> names(bytes.toText().lines());
          };
    };
  }

  private static List<String> header(String text) {
    var names = new ArrayList<String>();
    text.lines()
        .findFirst()
        .ifPresent(line -> List.of(line.split(",")).forEach(name -> names.add(unquoted(name))));
    return List.copyOf(names);
  }

  private static String unquoted(String name) {
    var text = name.replace("\uFEFF", "").strip();
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static List<String> names(Stream<String> texts) {
    var names = new LinkedHashSet<String>();
    texts.forEach(text -> {
      if (JsonReader.read(text) instanceof JsonReading.Read(var value)) {
        rows(value).forEach(row -> names.addAll(row.all().keySet()));
      }
    });
    return List.copyOf(names);
  }

  private static Stream<Value.Fields> rows(Value value) {
    var all = value instanceof Value.Items(var items) ? items.stream() : Stream.of(value);
    return all.filter(Value.Fields.class::isInstance).map(Value.Fields.class::cast);
  }
}
