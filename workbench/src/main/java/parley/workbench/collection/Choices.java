package parley.workbench.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.files.collection.WholeFile;
import parley.model.collection.Environment;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.workspace.Workspace;

/**
 * Which environment is chosen in each collection; remembered in a file. Until something is chosen
 * it is the only environment there is, or the one called {@code local}.
 */
final class Choices {

  private static final String USUAL = "local";

  private final Path file;
  private final Map<String, Value> chosen; // guarded by this

  Choices(Path file) {
    this.file = file;
    this.chosen = new LinkedHashMap<>(read(file));
  }

  private static Map<String, Value> read(Path file) {
    try {
      return JsonReader.read(Files.readString(file))
              instanceof JsonReading.Read(Value.Fields(var all))
          ? all
          : Map.of();
    } catch (IOException none) {
      return Map.of(); // nothing was chosen yet, or it is forgotten
    }
  }

  /** The collection in the environment that is chosen. */
  synchronized Workspace in(Workspace workspace) {
    return environment(workspace).map(workspace::in).orElse(workspace);
  }

  private Optional<Environment> environment(Workspace workspace) {
    var all = workspace.files().collection().environments();
    var said = chosen.get(workspace.root().toString());
    if (said instanceof Value.Null) {
      return Optional.empty();
    }
    if (said instanceof Value.Text(var name)) {
      var found = all.stream().filter(one -> one.name().equals(name)).findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return all.size() == 1
        ? Optional.of(all.getFirst())
        : all.stream().filter(one -> one.name().equals(USUAL)).findFirst();
  }

  /**
   * Chooses one, or none.
   *
   * @throws IOException when it cannot be remembered; it is chosen anyway
   */
  synchronized void choose(Path collection, Optional<String> name) throws IOException {
    chosen.put(collection.toString(), name.<Value>map(Value::of).orElse(Value.NULL));
    WholeFile.put(file, Bytes.utf8(JsonWriter.write(Value.of(chosen))));
  }
}
