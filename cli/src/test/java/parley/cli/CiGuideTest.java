package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.files.problem.Problems;
import parley.files.yaml.Node;
import parley.files.yaml.YamlReader;

/**
 * The set-ups for CI servers: what is YAML is read as such, and each {@code parley} command in them
 * is run on a collection, with values for what the server fills in.
 */
class CiGuideTest {

  private static final Path GUIDE = Path.of("..", "docs", "ci.md");
  private static final Pattern BLOCK =
      Pattern.compile("^```(yaml|groovy)[^\n]*\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern SHELL = Pattern.compile("\\bsh(?: '|\\(.*script: ')(parley [^']*)'");

  /** What servers fill in, in the order to look for it. */
  private static final Map<String, String> FILLED =
      Map.of(
          "${{ matrix.part }}", "2",
          "$CI_NODE_INDEX", "2",
          "$CI_NODE_TOTAL", "3",
          "$CI_COMMIT_REF_SLUG", "main");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> everyCommandPasses() throws IOException {
    collection();
    var commands = commands();
    assertThat(commands).hasSizeGreaterThan(9);
    return commands.stream()
        .distinct()
        .map(command -> DynamicTest.dynamicTest(command, () -> check(command)));
  }

  @Test
  void theReportsAreWhereTheServersLookForThem() throws IOException {
    var guide = Files.readString(GUIDE);
    assertThat(Files.readString(GUIDE.resolveSibling("testing.md")))
        .contains("`reports/parley.html`", "`reports/parley.xml`");
    assertThat(guide).contains("reports/parley.html", "reports/parley.xml");
  }

  /** The example with two environments, of which both have their own server. */
  private void collection() throws IOException {
    var from = Path.of("..", "examples", "chat");
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var to = folder.resolve("tests").resolve(from.relativize(file).toString());
        Files.createDirectories(to.resolveSibling("."));
        Files.copy(file, to);
      }
    }
    var environments = folder.resolve("tests").resolve("environments");
    var local = Files.readString(environments.resolve("local.yaml"));
    Files.writeString(environments.resolve("staging.yaml"), local.replace("local", "staging"));
  }

  private static List<String> commands() throws IOException {
    var commands = new ArrayList<String>();
    var block = BLOCK.matcher(Files.readString(GUIDE));
    while (block.find()) {
      if (block.group(1).equals("yaml")) {
        commands.addAll(inYaml(block.group(2)));
      } else {
        SHELL.matcher(block.group(2)).results().map(one -> one.group(1)).forEach(commands::add);
      }
    }
    return commands;
  }

  private static List<String> inYaml(String text) {
    var problems = new Problems();
    var document =
        YamlReader.read(GUIDE, text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
    assertThat(problems.sorted()).isEmpty();
    return texts(document.root())
        .flatMap(String::lines)
        .filter(line -> line.startsWith("parley "))
        .toList();
  }

  private static Stream<String> texts(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> Stream.of(scalar.text());
      case Node.Sequence list -> list.items().stream().flatMap(CiGuideTest::texts);
      case Node.Mapping map -> map.entries().stream().flatMap(entry -> texts(entry.value()));
    };
  }

  private void check(String command) {
    var run = Run.of(arguments(command));
    assertThat(run.code()).as(command + run.text() + run.err()).isEqualTo(ExitCode.OK);
  }

  private String[] arguments(String command) {
    var filled = command;
    for (var one : FILLED.entrySet()) {
      filled = filled.replace(one.getKey(), one.getValue());
    }
    assertThat(filled).doesNotContain("$");
    return Stream.of(filled.split(" "))
        .skip(1)
        .map(word ->
            switch (word) {
              case "tests" -> folder.resolve("tests").toString();
              case "html", "junit" -> word + "=" + folder.resolve("report." + word);
              default -> word;
            })
        .toArray(String[]::new);
  }
}
