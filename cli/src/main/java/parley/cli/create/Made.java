package parley.cli.create;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.cli.option.Misuse;
import parley.workspace.Lookup;
import parley.workspace.Places;

/** Files to be written, all of them new. */
final class Made {

  private final Map<Path, String> files = new LinkedHashMap<>();

  Made add(Path file, String text) {
    files.put(file, text);
    return this;
  }

  /** Writes all, or none when one is there already; names them. */
  Lookup<List<Path>> write() {
    for (var file : files.keySet()) {
      if (Files.exists(file)) {
        return taken(file).toLookup();
      }
    }
    var written = new ArrayList<Path>();
    for (var entry : files.entrySet()) {
      var problem = write(entry.getKey(), entry.getValue());
      if (problem.isPresent()) {
        return problem.get().toLookup();
      }
      written.add(entry.getKey());
    }
    return Lookup.found(written);
  }

  private static Misuse taken(Path file) {
    return new Misuse(
        "there is '" + Places.shown(file) + "' already, and it stays as it is",
        "a name that is free");
  }

  private static Optional<Misuse> write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
      return Optional.empty();
    } catch (FileAlreadyExistsException e) {
      return Optional.of(taken(file));
    } catch (IOException e) {
      return Optional.of(
          new Misuse(
              "'" + Places.shown(file) + "' cannot be written: " + e.getMessage(),
              "a folder that you may write to"));
    }
  }
}
