package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;

final class CheckTest {

  private static final String SHOP = "src/test/resources/collections/shop";
  private static final String BROKEN = "src/test/resources/collections/broken";

  @TempDir Path folder;

  @Test
  void withoutProblemsThereIsOneQuietLine() {
    assertThat(Run.of("check", SHOP)).isEqualTo(new Run(ExitCode.OK, "6 files, no problems\n", ""));
    assertThat(Run.of("check", SHOP + "/orders").out()).isEqualTo("2 files, no problems\n");
  }

  @Test
  void allProblemsOfAllFilesAreShownAtOnce() {
    var run = Run.of("check", BROKEN);
    assertThat(run.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    Golden.check("check-broken.txt", run.out());
  }

  @Test
  void whatIsWrongInOneEnvironmentOnlyNamesIt() {
    assertThat(Run.of("check", BROKEN + "/names.ws.yaml").out()).contains("(environment there)");
    assertThat(Run.of("check", "--env", "here", BROKEN).out()).doesNotContain("(environment");
  }

  @Test
  void aFileIsCheckedWithoutItsNeighbours() {
    assertThat(Run.of("check", BROKEN + "/fine.ws.yaml").out()).isEqualTo("1 file, no problems\n");
  }

  @Test
  void explainTellsWhereEachValueComesFrom() {
    var run = Run.of("check", "--explain", "--var", "room=den", "--env", "staging", SHOP);
    assertThat(run.code()).isEqualTo(ExitCode.OK);
    Golden.check("check-explain.txt", run.out());
  }

  @Test
  void secretsOfDotEnvAreVariablesAndNeverShown() throws IOException {
    Files.writeString(folder.resolve("parley.yaml"), "variables: { TOKEN: none, OWN: none }\n");
    Files.writeString(folder.resolve(".env"), "TOKEN=verysecret\nOWN=alsosecret\n");
    Files.writeString(
        folder.resolve("a.ws.yaml"),
        """
        url: wss://ann:pass@a.example/{{TOKEN}}
        variables: { OWN: mine }
        cookies: { sid: abc }
        """);
    var out = Run.of("check", "--explain", folder.toString()).out();
    assertThat(out)
        .doesNotContain("secret", "pass@", "abc")
        .containsPattern("variables\\.TOKEN +\\(hidden\\) .*\\.env:1")
        .containsPattern("variables\\.OWN +mine .*a\\.ws\\.yaml:2");
  }

  /** Its columns are not known then, so names that nothing brings may be among them. */
  @Test
  void dataThatCannotBeReadIsToldOnce() throws IOException {
    var file = folder.resolve("a.ws.yaml");
    Files.writeString(
        file,
        """
        url: ws://127.0.0.1:1
        data: { csv: a.csv }
        steps:
          - send: { json: { a: "{{name}}", b: "{{upper(}}" } }
          - receive:
            assert: [ { $.a: "{{count}}" } ]
        """);
    var missing = Run.of("check", file.toString());
    assertThat(missing.err() + missing.text())
        .containsOnlyOnce("a.csv`")
        .contains("1 problem in 1 file");
    Files.writeString(folder.resolve("a.csv"), "name;count\nann;2\n");
    var semicolons = Run.of("check", file.toString());
    assertThat(semicolons.err() + semicolons.text())
        .contains("name;count", "hint: separate fields with commas")
        .contains("{{upper(}}", "2 problems in 2 files");
  }

  @Test
  void problemsAreJsonForOtherPrograms() {
    assertThat(Run.of("check", "--json", BROKEN + "/keys.ws.yaml").out())
        .startsWith(
            "{\"files\":1,\"problems\":[{\"file\":\"" + BROKEN + "/keys.ws.yaml\",\"line\":3,")
        .endsWith("}]}\n");
    assertThat(Run.of("check", "--json", "--explain", "--env", "local", SHOP).out())
        .startsWith(
            "[{\"file\":\"" + SHOP + "/orders/subscribe.ws.yaml\",\"environment\":\"local\",")
        .contains("{\"key\":\"params.room\",\"value\":\"{{room}}\",\"file\":")
        .contains("{\"key\":\"http\",\"value\":\"1.1\",\"origin\":\"default\"}");
  }
}
