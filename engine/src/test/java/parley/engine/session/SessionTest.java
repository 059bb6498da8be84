package parley.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Sessions as scripts, in files that are named for the parts of the format. In each, a title is
 * followed by a conversation and the script of a session. {@code -Dgolden.write=true} rewrites what
 * the sessions make of the events.
 */
final class SessionTest {

  private static final Path FOLDER = Path.of("src/test/resources/sessions");
  private static final Pattern TITLE = Pattern.compile("^# ", Pattern.MULTILINE);

  /** One script of a file. */
  private record Case(String title, String yaml, List<String> script) {

    static Case read(String text) {
      var lines = text.lines().toList();
      var begin = lines.indexOf("---");
      return new Case(
          lines.getFirst(),
          lines.subList(1, begin).stream().collect(Collectors.joining("\n", "", "\n")),
          lines.subList(begin + 1, lines.size()));
    }

    String played() {
      var events =
          script.stream().filter(line -> line.startsWith("> ")).map(line -> line.substring(2));
      return Script.play(yaml, events.toList());
    }

    String written() {
      return script.stream()
          .filter(line -> !line.isBlank())
          .collect(Collectors.joining("\n", "", "\n"));
    }

    String rewritten() {
      return "# %s\n%s---\n%s".formatted(title, yaml, played());
    }
  }

  @TestFactory
  Stream<DynamicNode> sessionsGoAsTheirScriptsSay() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> dynamicContainer(file.getFileName().toString(), tests(file)));
    }
  }

  private static Stream<DynamicNode> tests(Path file) {
    if (Boolean.getBoolean("golden.write")) {
      rewrite(file);
    }
    return cases(file).stream()
        .map(one ->
            dynamicTest(one.title(), () -> assertThat(one.played()).isEqualTo(one.written())));
  }

  private static List<Case> cases(Path file) {
    try {
      return TITLE
          .splitAsStream(Files.readString(file))
          .filter(text -> !text.isBlank())
          .map(Case::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rewrite(Path file) {
    try {
      Files.writeString(
          file, cases(file).stream().map(Case::rewritten).collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
