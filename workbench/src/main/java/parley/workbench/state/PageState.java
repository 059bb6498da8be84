package parley.workbench.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import parley.files.collection.WholeFile;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;
import parley.workbench.collection.FileTrouble;

/**
 * What pages alone know and would lose at a reload: open tabs, drafts, the sizes of panes. Kept in
 * one file, which is replaced whole.
 */
public final class PageState {

  private static final int MAX_CHARACTERS = 64 << 20;

  private final Path file;
  private final Pages pages;
  private final Map<String, Value> values; // guarded by this

  private PageState(Path file, Pages pages, Map<String, Value> values) {
    this.file = file;
    this.pages = pages;
    this.values = new LinkedHashMap<>(values);
  }

  /** That of one folder, told apart by its path. */
  public static PageState of(Path folder, Path states, Pages pages) {
    var id = UUID.nameUUIDFromBytes(folder.toString().getBytes(UTF_8));
    return read(states.resolve(id + ".json"), pages);
  }

  /** What a file holds; nothing when there is none or it makes no sense: it is only convenience. */
  public static PageState read(Path file, Pages pages) {
    return new PageState(file, pages, valuesIn(file));
  }

  private static Map<String, Value> valuesIn(Path file) {
    try {
      var text = Files.readString(file);
      return JsonReader.read(text, MAX_CHARACTERS)
              instanceof JsonReading.Read(Value.Fields(var all))
          ? all
          : Map.of();
    } catch (IOException e) {
      return Map.of();
    }
  }

  /** Adds its calls. */
  public void addTo(Calls calls) {
    calls.add(
        "state.put",
        (with, page) -> {
          var key = with.text("key");
          var value = with.value("value");
          var answer = put(key, value);
          pages.tellOthers(
              page, "state", Json.object().put("key", key).put("value", value).value());
          return answer;
        });
  }

  /** All of it. */
  public synchronized Value all() {
    return Value.of(values);
  }

  private synchronized Answer put(String key, Value value) {
    if (value instanceof Value.Null) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
    try {
      write();
      return Answer.DONE;
    } catch (IOException e) {
      return FileTrouble.answer("What this page remembers cannot be kept in " + file, e);
    }
  }

  private void write() throws IOException {
    WholeFile.put(file, Bytes.utf8(JsonWriter.write(Value.of(values))));
  }
}
