package parley.files.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.files.problem.Problems;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.collection.Position;

/** What the files of a collection hold, each read once; one may hold what is not on disk. */
final class FileTexts {

  private final Map<Path, Read> read;

  private FileTexts(Map<Path, Read> read) {
    this.read = new LinkedHashMap<>(read);
  }

  /** Nothing read yet. */
  FileTexts() {
    this(Map.of());
  }

  /**
   * What a file holds.
   *
   * @param document nothing after an error of syntax
   */
  record Read(Optional<YamlText> text, Optional<YamlDocument> document, Problems problems) {}

  /** The same with another text of one file. */
  FileTexts with(Path file, String text) {
    var others = new FileTexts(read);
    var problems = new Problems();
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    others.read.put(file, parsed(YamlText.decode(file, bytes, problems), problems));
    return others;
  }

  /** The same without some files, which are then read again. */
  FileTexts without(Set<Path> changed) {
    var others = new FileTexts(read);
    others.read.keySet().removeAll(changed);
    return others;
  }

  Read of(Path file) {
    return read.computeIfAbsent(file, FileTexts::read);
  }

  /** The lines of a file; none when it was not read or could not be. */
  List<String> lines(Path file) {
    return Optional.ofNullable(read.get(file))
        .flatMap(Read::text)
        .map(YamlText::lines)
        .orElse(List.of());
  }

  private static Read read(Path file) {
    var problems = new Problems();
    return parsed(text(file, problems), problems);
  }

  private static Read parsed(Optional<YamlText> text, Problems problems) {
    return new Read(text, text.flatMap(source -> YamlReader.read(source, problems)), problems);
  }

  static Optional<YamlText> text(Path file, Problems problems) {
    try {
      var size = Files.size(file);
      var bytes =
          size > YamlText.MAX_SIZE.bytes()
              ? new byte[(int) YamlText.MAX_SIZE.bytes() + 1]
              : Files.readAllBytes(file);
      return YamlText.decode(file, bytes, problems);
    } catch (IOException e) {
      problems.add(
          new Position(file, 1, 1),
          "a file that cannot be read: " + e.getMessage(),
          "a file that can be read");
      return Optional.empty();
    }
  }
}
