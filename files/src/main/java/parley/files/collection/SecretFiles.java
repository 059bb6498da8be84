package parley.files.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.files.problem.Problems;
import parley.files.yaml.YamlText;
import parley.model.collection.Secret;

/** The files of secrets of one collection, each read when it is first asked for. */
final class SecretFiles {

  private final Problems problems;
  private final Map<Path, List<Secret>> read = new HashMap<>();

  SecretFiles(Problems problems) {
    this.problems = problems;
  }

  /** The lines of a file; none when it is not there. */
  List<Secret> of(Path file) {
    return read.computeIfAbsent(file, this::lines);
  }

  /** The lines of a file when nothing else matters, its problems included. */
  static List<Secret> alone(Path file) throws IOException {
    var problems = new Problems();
    return YamlText.decode(file, Files.readAllBytes(file), problems)
        .map(text -> DotEnv.read(text, problems))
        .orElse(List.of());
  }

  private List<Secret> lines(Path file) {
    return Files.exists(file)
        ? FileTexts.text(file, problems)
            .map(source -> DotEnv.read(source, problems))
            .orElse(List.of())
        : List.of();
  }
}
