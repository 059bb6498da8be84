package parley.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final int MAX_LINES = 500;

  private static final List<String> KINDS = List.of(".java", ".ts", ".css");

  private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git");

  @Test
  void noFileIsLongerThan500Lines() throws IOException {
    assertThat(sources(ROOT)).hasSizeGreaterThan(20);
    assertThat(tooLong(ROOT)).isEmpty();
  }

  @Test
  void aFileOf501LinesIsSeen(@TempDir Path folder) throws IOException {
    var longest = Files.writeString(folder.resolve("Longest.java"), "\n".repeat(MAX_LINES));
    var tooLong = Files.writeString(folder.resolve("TooLong.java"), "\n".repeat(MAX_LINES + 1));
    assertThat(tooLong(folder)).containsExactly(tooLong).doesNotContain(longest);
  }

  private static List<Path> tooLong(Path folder) throws IOException {
    return sources(folder).stream().filter(source -> lines(source) > MAX_LINES).toList();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> isSource(folder.relativize(file))).sorted().toList();
    }
  }

  private static boolean isSource(Path file) {
    var folders = Stream.iterate(file, path -> path != null, Path::getParent);
    return KINDS.stream().anyMatch(file.toString()::endsWith)
        && folders.noneMatch(folder -> SKIPPED.contains(folder.getFileName().toString()));
  }

  private static long lines(Path source) {
    try (var lines = Files.lines(source)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
