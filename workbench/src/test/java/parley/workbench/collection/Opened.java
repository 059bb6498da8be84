package parley.workbench.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Page;
import parley.workbench.call.Pages;
import parley.workbench.call.With;

/** A folder that is opened as the workbench opens it, with a page that keeps what it is told. */
public final class Opened implements AutoCloseable, Page {

  private final Path top;
  public final List<String> events = new CopyOnWriteArrayList<>();
  public final Calls calls = new Calls();
  public final Pages pages = new Pages();
  private OpenFolder folder;

  /** Files, each a name and a text, below {@code top}. */
  public Opened(Path top, String... namesAndTexts) throws IOException {
    this.top = top;
    Files.createDirectories(root());
    for (var index = 0; index < namesAndTexts.length; index += 2) {
      write(namesAndTexts[index], namesAndTexts[index + 1]);
    }
    folder = OpenFolder.open(root(), Map.of("HOME", "/home/me"), top.resolve("state"));
    pages.add(this);
  }

  public Path root() {
    return top.resolve("root");
  }

  public Path state() {
    return top.resolve("state");
  }

  public OpenFolder folder() {
    return folder;
  }

  public Path write(String name, String text) throws IOException {
    var file = root().resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, text);
  }

  public String text(String name) throws IOException {
    return Files.readString(root().resolve(name));
  }

  /** What a call comes to: its result as JSON, or {@code code: text}. */
  public String call(String name, String with) {
    var value = (JsonReading.Read) JsonReader.read(with.replace('\'', '"'));
    var call = calls.find(name).orElseThrow();
    return switch (call.on(With.of(value.value()), this)) {
      case Answer.Result(var result) -> JsonWriter.write(result).replace('"', '\'');
      case Answer.Refusal refusal -> refusal.code().word() + ": " + refusal.text();
    };
  }

  @Override
  public void tell(String event, Value data) {
    events.add(event);
  }

  @Override
  public void tellLatest(String event, String key, Value data) {
    events.add(event);
  }

  @Override
  public void whenGone(Runnable task) {}

  @Override
  public void close() {
    folder.close();
  }
}
