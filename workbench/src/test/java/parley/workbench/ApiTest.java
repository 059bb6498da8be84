package parley.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server and the page speak of the same calls and events: those of {@code api.ts}. */
class ApiTest {

  private static final Path API = Path.of("..", "page", "src", "web", "api.ts");
  private static final Pattern NAME = Pattern.compile("^  \"([a-z.]+)\":", Pattern.MULTILINE);
  private static final Pattern TOLD =
      Pattern.compile("\\.tell(?:Latest|Others)?\\(\\s*(?:page, )?\"([a-z.]+)\"");

  @TempDir Path folder;

  @Test
  void everyCallOfThePageIsAnsweredAndNoOther() throws IOException {
    var spec =
        new WorkbenchSpec(
            Files.createDirectory(folder.resolve("shown")),
            false,
            folder.resolve("state"),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Map.of(),
            "0");
    try (var workbench = Workbench.open(spec)) {
      assertThat(new TreeSet<>(workbench.calls())).isEqualTo(named("Calls"));
    }
  }

  @Test
  void everyEventThatIsToldIsNamed() throws IOException {
    try (var files = Files.walk(Path.of("src", "main", "java"))) {
      var told = new TreeSet<String>();
      for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        TOLD.matcher(Files.readString(file)).results().forEach(one -> told.add(one.group(1)));
      }
      assertThat(named("Events")).containsAll(told);
      assertThat(told).contains("state");
    }
  }

  private static Set<String> named(String type) throws IOException {
    var text = Files.readString(API);
    var from = text.indexOf("export interface " + type + " {");
    var part = text.substring(from, text.indexOf("\n}", from));
    return NAME.matcher(part)
        .results()
        .map(one -> one.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
