package parley.workbench.talk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.files.collection.WholeFile;
import parley.files.yaml.Layout;
import parley.files.yaml.Value;
import parley.model.connection.WsUrl;
import parley.protocol.frame.Bytes;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Page;
import parley.workbench.call.With;
import parley.workbench.collection.FileTrouble;
import parley.workbench.collection.OpenFolder;

/** Conversations that begin with an address alone, until they are saved as files. */
public final class Scratches {

  private final OpenFolder folder;
  private final Talks talks;
  private final Calls calls;

  /**
   * Makes them.
   *
   * @param calls has the one that creates files
   */
  public Scratches(OpenFolder folder, Talks talks, Calls calls) {
    this.folder = folder;
    this.talks = talks;
    this.calls = calls;
  }

  /** Adds its calls. */
  public void addTo(Calls to) {
    to.add("scratch.create", (with, _) -> create(with.text("url").strip()))
        .add("scratch.save", this::save)
        .add("scratch.discard", (with, _) -> discard(with.text("key")));
  }

  /** Without an address it is one to be typed. */
  private Answer create(String url) {
    var isAddress = !url.isEmpty() && !url.contains("{{");
    if (isAddress && WsUrl.parse(url) instanceof WsUrl.Parsed.Invalid(var problem)) {
      return Answer.refuse(Answer.Code.INVALID, Refusals.sentence(problem));
    }
    try {
      return Answer.of(Json.object().put("key", folder.key(write(url))));
    } catch (IOException trouble) {
      return unwritable(trouble);
    }
  }

  private Answer unwritable(IOException trouble) {
    return FileTrouble.answer(
        "The conversation cannot be kept in " + folder.scratches().folder(), trouble);
  }

  private Path write(String url) throws IOException {
    var text = url.isEmpty() ? "" : "url: " + Layout.inline(value(url)) + "\n";
    for (var number = 1; ; number++) {
      var file = folder.scratches().file("scratch:" + number).orElseThrow();
      try {
        WholeFile.create(file, Bytes.utf8(text));
        return file;
      } catch (FileAlreadyExistsException taken) {
        // The next number may be free.
      }
    }
  }

  private static Value value(String url) {
    return Layout.isSafe(url) ? Value.plain(url) : Value.quoted(url);
  }

  /** Its file becomes one of the opened folder; what is open goes on. */
  private Answer save(With with, Page page) {
    var key = with.text("key");
    var file = folder.scratches().file(key).filter(Files::exists);
    if (file.isEmpty()) {
      return missing(key);
    }
    String text;
    try {
      text = Files.readString(file.get());
    } catch (IOException trouble) {
      return unwritable(trouble);
    }
    var wanted =
        Json.object()
            .put("kind", "conversation")
            .put("folder", with.text("folder"))
            .put("name", with.text("name"))
            .put("text", text);
    var answer = calls.find("tree.create").orElseThrow().on(With.of(wanted.value()), page);
    if (answer instanceof Answer.Result(var made)) {
      folder.moved(key, With.of(made).text("path"));
      forget(file.get());
    }
    return answer;
  }

  /** What stays is one more scratch conversation; the one that was saved is whole. */
  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // It is listed again at the next start, and can be discarded there.
    }
  }

  private static Answer missing(String key) {
    return Answer.refuse(Answer.Code.MISSING, "There is no conversation " + key + " any more.");
  }

  private Answer discard(String key) {
    Optional<Path> file = folder.scratches().file(key);
    if (file.isEmpty()) {
      return missing(key);
    }
    talks.discard(key);
    try {
      Files.deleteIfExists(file.get());
      return Answer.DONE;
    } catch (IOException trouble) {
      return unwritable(trouble);
    }
  }
}
