package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.engine.schema.JsonSchema;
import parley.engine.schema.SchemaFiles;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** Reports of {@code parley run} as files, and what GitHub Actions makes of a run. */
class ReportsTest {

  private static final String SHOP = "src/test/resources/run/shop";

  private static Run run(Map<String, String> environment, String... arguments) {
    return Run.with(environment, arguments);
  }

  private static Value json(Path file) throws Exception {
    if (JsonReader.read(Files.readString(file)) instanceof JsonReading.Read(var value)) {
      return value;
    }
    throw new AssertionError(file + " is no JSON");
  }

  private static Value at(Value value, String... names) {
    var found = value;
    for (var name : names) {
      found = ((Value.Fields) found).all().get(name);
    }
    return found;
  }

  private static List<Value> items(Value value, String... names) {
    return ((Value.Items) at(value, names)).all();
  }

  @Test
  void theJsonReportFollowsItsSchema(@TempDir Path folder) throws Exception {
    var file = folder.resolve("a.json");
    run(Map.of(), "run", "--report", "json=" + file, SHOP);
    var report = json(file);
    var schema = json(Path.of("..", "docs", "report.schema.json"));
    var read = JsonSchema.read(schema, "report.schema.json", SchemaFiles.NONE);
    assertThat(read).isInstanceOf(JsonSchema.Reading.Read.class);
    assertThat(((JsonSchema.Reading.Read) read).schema().violations(report)).isEmpty();
    assertThat(items(report, "tests")).hasSize(8);
    assertThat(at(report, "summary", "planned")).isEqualTo(Value.of(8));
  }

  /** The fields that https://ctrf.io requires, and its words for results. */
  @Test
  void theCommonFormatHasWhatItRequires(@TempDir Path folder) throws Exception {
    var file = folder.resolve("a.json");
    run(Map.of(), "run", "--report", "ctrf=" + file, SHOP);
    var report = json(file);
    assertThat(at(report, "reportFormat")).isEqualTo(Value.of("CTRF"));
    assertThat(at(report, "results", "tool", "name")).isEqualTo(Value.of("parley"));
    var summary = ((Value.Fields) at(report, "results", "summary")).all();
    assertThat(summary)
        .containsKeys("tests", "passed", "failed", "skipped", "pending", "other", "start", "stop");
    var counted = new HashMap<Value, Integer>();
    for (var test : items(report, "results", "tests")) {
      counted.merge(at(test, "status"), 1, Integer::sum);
      assertThat(at(test, "name")).isInstanceOf(Value.Text.class);
      assertThat(at(test, "duration")).isNotInstanceOf(Value.Text.class);
    }
    for (var status : counted.keySet()) {
      var word = ((Value.Text) status).text();
      assertThat(summary.get(word)).isEqualTo(Value.of(counted.get(status)));
    }
  }

  @Test
  void onGitHubThereAreAnnotationsAndASummary(@TempDir Path folder) throws Exception {
    var summary = folder.resolve("summary.md");
    Files.writeString(summary, "before\n");
    var environment =
        Map.of(
            "GITHUB_ACTIONS",
            "true",
            "GITHUB_WORKSPACE",
            Path.of("").toAbsolutePath().getParent().toString(),
            "GITHUB_STEP_SUMMARY",
            summary.toString());
    var run = run(environment, "run", "-q", SHOP + "/orders/nothing.ws.yaml");
    assertThat(run.text())
        .startsWith("::stop-commands::")
        .containsPattern(
            "(?m)^::[-\\da-f]{36}::\n"
                + "::error file=cli/src/test/resources/run/shop/orders/nothing.ws.yaml,line=");
    assertThat(Files.readString(summary))
        .startsWith("before\n### ❌ Parley: 1 failed in ")
        .contains("| **failed** |", "<details><summary>");
  }

  @Test
  void twoReportsDoNotShareAFile() {
    var run =
        run(
            Map.of(),
            "run",
            "--report",
            "json=target/a",
            "--report",
            "html=target/../target/a",
            SHOP);
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("two reports go into");
  }
}
