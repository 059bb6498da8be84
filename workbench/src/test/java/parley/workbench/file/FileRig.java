package parley.workbench.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Page;
import parley.workbench.call.With;
import parley.workbench.collection.OpenFolder;

/** A page and the folder that it works on, without a server between them. */
final class FileRig implements AutoCloseable {

  final List<Value> events = new CopyOnWriteArrayList<>();
  final List<Runnable> farewells = new ArrayList<>();
  final Page page =
      new Page() {
        @Override
        public void tell(String event, Value data) {
          events.add(data);
        }

        @Override
        public void tellLatest(String event, String key, Value data) {
          tell(event, data);
        }

        @Override
        public void whenGone(Runnable task) {
          farewells.add(task);
        }
      };
  private final Path root;
  private final OpenFolder folder;
  private final Calls calls = new Calls();

  /** The one session of the log has this message in its first row. */
  static final String MESSAGE =
      "{\"type\":\"order\",\"id\":7,\"items\":[{\"a b\":\"x\"}],\"total\":1.50,\"note\":\"5\"}";

  FileRig(Path temp) throws IOException {
    root = Files.createDirectories(temp.toRealPath().resolve("folder"));
    if (!Files.exists(root.resolve("parley.yaml"))) {
      write("parley.yaml", "url: wss://a.example\n");
    }
    folder = OpenFolder.open(root, Map.of(), temp.resolve("state"));
    new FileCalls(folder, (_, row) -> row == 0 ? Optional.of(MESSAGE) : Optional.empty())
        .addTo(calls);
  }

  Path path(String key) {
    return root.resolve(key);
  }

  void write(String key, String text) throws IOException {
    Files.createDirectories(root.resolve(key).getParent());
    Files.writeString(root.resolve(key), text);
    if (folder != null) {
      folder.refresh();
    }
  }

  void refresh() {
    folder.refresh();
  }

  String text(String key) throws IOException {
    return Files.readString(root.resolve(key));
  }

  /** Calls with JSON; a single quote stands for a double one. */
  Answer answer(String name, String with) {
    var json = JsonReader.read(with.replace('\'', '"'));
    if (json instanceof JsonReading.Read(var value)) {
      return calls.find(name).orElseThrow().on(With.of(value), page);
    }
    throw new AssertionError("no JSON: " + with + " " + json);
  }

  Value call(String name, String with) {
    var answer = answer(name, with);
    if (answer instanceof Answer.Result(var value)) {
      return value;
    }
    throw new AssertionError(name + ": " + answer);
  }

  Answer.Refusal refusal(String name, String with) {
    var answer = answer(name, with);
    assertThat(answer).isInstanceOf(Answer.Refusal.class);
    return (Answer.Refusal) answer;
  }

  /** Changes a file from its version of now. */
  Value change(String name, String key, String with) {
    return call(name, changeOf(key, with));
  }

  String changeOf(String key, String with) {
    var version = text(call("file.open", "{'path':'" + key + "'}"), "version");
    return "{'path':'" + key + "','version':'" + version + "'," + with + "}";
  }

  /** A part of an answer, by its names and indexes. */
  static Value part(Value value, Object... way) {
    var at = value;
    for (var step : way) {
      at =
          switch (at) {
            case Value.Fields(var all) when all.containsKey(step) -> all.get(step);
            case Value.Items(var all) when step instanceof Integer index -> all.get(index);
            default -> throw new AssertionError("no " + step + " in " + at);
          };
    }
    return at;
  }

  static String text(Value value, Object... way) {
    return switch (part(value, way)) {
      case Value.Text(var text) -> text;
      case Value.Bool(var flag) -> Boolean.toString(flag);
      case Decimal number -> number.text();
      case Value other -> throw new AssertionError("no text: " + other);
    };
  }

  static List<Value> items(Value value, Object... way) {
    if (part(value, way) instanceof Value.Items(var all)) {
      return all;
    }
    throw new AssertionError("no list");
  }

  @Override
  public void close() {
    folder.close();
  }
}
