package parley.files;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;
import parley.model.collection.Source;

/** Prints records as an indented tree, with the places of texts; what is empty is left out. */
public final class Dump {

  private final StringBuilder text = new StringBuilder();

  private Dump() {}

  /** The tree of a record. */
  public static String of(Record root) {
    var dump = new Dump();
    dump.components(root, 0);
    return dump.text.toString();
  }

  private void components(Record one, int depth) {
    for (var component : one.getClass().getRecordComponents()) {
      value(component.getName().replace("OrNull", ""), read(component, one), depth);
    }
  }

  private static @Nullable Object read(RecordComponent component, Record one) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(one);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void value(String name, @Nullable Object value, int depth) {
    if (value == null || value.equals("") || value.equals(List.of())) {
      return;
    }
    text.append("  ".repeat(depth)).append(name).append(": ");
    if (value instanceof List<?> list) {
      text.append("[").append(list.size()).append("]\n");
      list.forEach(item -> value("-", item, depth + 1));
    } else if (value instanceof Position at) {
      text.append(place(at)).append('\n');
    } else if (value instanceof Source source) {
      text.append('`')
          .append(source.text().replace("\n", "\\n"))
          .append("` ")
          .append(place(source.at()))
          .append('\n');
    } else if (value instanceof Record record
        && record.getClass().getName().startsWith("parley.model")) {
      text.append(record.getClass().getSimpleName()).append('\n');
      components(record, depth + 1);
    } else {
      text.append(value).append('\n');
    }
  }

  private static String place(Position at) {
    return at.file().getFileName() + ":" + at.line() + ":" + at.column();
  }
}
