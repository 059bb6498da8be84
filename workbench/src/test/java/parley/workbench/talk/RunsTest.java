package parley.workbench.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.talk.TalkRig.maps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.model.value.Value;
import parley.workbench.call.Json;
import parley.workbench.call.With;

/** Files and folders run as tests. */
@Timeout(120)
class RunsTest {

  @TempDir private Path temp;
  @AutoClose private TalkRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new TalkRig(temp);
  }

  private void test(String key, String steps) {
    rig.file(key, "url: " + rig.echo() + "/\n" + steps);
  }

  private String start(String... paths) {
    return start(Json.object().put("paths", Json.texts(List.of(paths))));
  }

  private String start(Json.Fields with) {
    return rig.call("run.start", with).text("run");
  }

  private With ended(String run) {
    return rig.heard.await(
        "run", told -> told.text("id").equals(run) && !told.text("state").equals("running"));
  }

  @Test
  void aFolderIsRunWithAResultForEachCase() {
    rig.file("sub/rows.csv", "n\n1\n2\n");
    test("good.ws.yaml", "steps:\n  - send: { text: a }\n  - receive:\n");
    test(
        "sub/bad.ws.yaml",
        "steps:\n  - send: { text: a }\n  - receive:\n    assert: [ text: b ]\n");
    test("sub/broken.ws.yaml", "heders: {}\nsteps:\n  - connect:\n");
    test("sub/none.ws.yaml", "");
    test(
        "sub/rows.ws.yaml",
        """
        data: { csv: rows.csv }
        steps:
          - send: { text: '{{n}}' }
          - receive:
            assert: [ text: '2' ]
        """);
    var told = ended(start(""));
    assertThat(told.text("state")).isEqualTo("failed");
    assertThat(
            maps(told, "cases").stream()
                .map(one ->
                    one.text("path")
                        + one.textIfAny("row").map(row -> " " + row).orElse("")
                        + " "
                        + one.text("state")))
        .containsExactlyInAnyOrder(
            "good.ws.yaml passed",
            "sub/bad.ws.yaml failed",
            "sub/broken.ws.yaml broken",
            "sub/rows.ws.yaml row 1 failed",
            "sub/rows.ws.yaml row 2 passed");
    assertThat(told.number("passed")).isEqualTo(2);
    assertThat(told.number("failed")).isEqualTo(2);
    assertThat(told.number("broken")).isEqualTo(1);
    assertThat(told.number("total")).isEqualTo(5);
    var good =
        maps(told, "cases").stream()
            .filter(one -> one.text("path").equals("good.ws.yaml"))
            .findFirst()
            .orElseThrow();
    assertThat(rig.rows(good)).contains("opened", "text > a", "text < a", "closed");
    var send = maps(good, "steps").getFirst();
    var position = Integer.parseInt(send.list("messages").getFirst().toString());
    assertThat(rig.rows(good).get(position)).isEqualTo("text > a");
  }

  @Test
  void testsAreChosenByTagsAndRowsAndRunAgainWhenTheyFail() {
    rig.file("rows.csv", "n\n1\n2\n");
    test("rows.ws.yaml", "tags: [smoke]\ndata: { csv: rows.csv }\nsteps:\n  - send: { text: a }\n");
    test("bad.ws.yaml", "tags: [smoke, slow]\nsteps:\n  - check: [ \"1 > 2\" ]\n");
    var options = Json.object().put("tags", "smoke, -slow").put("seed", "42");
    var smoke =
        ended(start(Json.object().put("paths", Json.texts(List.of(""))).put("options", options)));
    assertThat(smoke.text("seed")).isEqualTo("42");
    assertThat(maps(smoke, "cases").stream().map(one -> one.text("row")))
        .containsExactly("row 1", "row 2");
    var row = Json.object().put("path", "rows.ws.yaml").put("row", "row 2").value();
    var one =
        Json.object()
            .put("paths", Json.texts(List.of("rows.ws.yaml")))
            .put("only", Value.of(List.of(row)));
    assertThat(maps(ended(start(one)), "cases").stream().map(it -> it.text("row")))
        .containsExactly("row 2");
    var again =
        Json.object()
            .put("paths", Json.texts(List.of("bad.ws.yaml")))
            .put("options", Json.object().put("retries", 2));
    var tried = ended(start(again));
    assertThat(maps(tried, "cases").getFirst().number("tries")).isEqualTo(3);
    for (var format : List.of("html", "junit", "json", "ctrf")) {
      var report =
          rig.call("run.report", Json.object().put("run", tried.text("id")).put("format", format));
      assertThat(report.text("href")).startsWith("/download/");
    }
  }

  private static List<String> steps(With told, String path) {
    return maps(told, "cases").stream()
        .filter(one -> one.text("path").equals(path))
        .flatMap(one -> maps(one, "steps").stream())
        .map(one ->
            "%s%s %s %s:%d"
                .formatted(
                    "  ".repeat((int) one.number("depth")),
                    one.text("title"),
                    one.text("state"),
                    one.textIfAny("path").orElse(""),
                    one.number("line")))
        .toList();
  }

  @Test
  void whatFoldersWantDoneStandsAroundTheSteps() {
    rig.file(
        "sub/folder.yaml",
        """
        before-all: [ check: [ "1 < 2" ] ]
        before-each: [ send: { text: hello } ]
        after-each: [ send: { text: bye } ]
        after-all: [ check: [ "1 > 2" ] ]
        """);
    test("sub/a.ws.yaml", "steps:\n  - send: { text: a }\n");
    var told = ended(start("sub"));
    assertThat(steps(told, "sub/a.ws.yaml"))
        .containsExactly(
            "before each · sub/folder.yaml passed sub/folder.yaml:2",
            "  send text passed sub/folder.yaml:2",
            "send text passed :3",
            "after each · sub/folder.yaml passed sub/folder.yaml:3",
            "  send text passed sub/folder.yaml:3");
    assertThat(steps(told, "sub/folder.yaml")).containsExactly("check failed :4");
    assertThat(told.number("passed")).isEqualTo(1);
    assertThat(told.number("failed")).isEqualTo(1);
  }

  @Test
  void whatIsDoneSideBySideStandsInTheOrderOfTheFile() {
    rig.file("twice.ws.yaml", "steps:\n  - connect:\n  - send: { text: a }\n");
    test(
        "both.ws.yaml",
        """
        connections: { one: {}, two: {} }
        steps:
          - group:
              - parallel:
                  - [ { use: twice.ws.yaml, on: one } ]
                  - [ { use: twice.ws.yaml, on: two } ]
            repeat: { times: 2 }
        """);
    var parallel =
        List.of(
            "  parallel passed :5",
            "    use twice.ws.yaml passed :6",
            "      connect passed :6",
            "      send text passed :6",
            "    use twice.ws.yaml passed :7",
            "      connect passed :7",
            "      send text passed :7");
    assertThat(steps(ended(start("both.ws.yaml")), "both.ws.yaml"))
        .hasSize(15)
        .startsWith("group passed :4")
        .containsSequence(parallel)
        .endsWith(parallel.toArray(String[]::new));
  }

  @Test
  void aRunIsComparedWithItsSnapshot() {
    test("kept.ws.yaml", "steps:\n  - send: { json: { n: 1, fee: 2 } }\n  - receive:\n");
    rig.file(
        "kept.snapshot.yaml",
        """
        messages:
          - received:
              json: '{ "n": 1, "fee": 1 }'
        """);
    var told = ended(start("kept.ws.yaml"));
    assertThat(told.text("state")).isEqualTo("failed");
    assertThat(steps(told, "kept.ws.yaml"))
        .last()
        .isEqualTo("snapshot failed kept.snapshot.yaml:1");
    var check = maps(maps(maps(told, "cases").getFirst(), "steps").getLast(), "checks").getFirst();
    assertThat(check.text("text")).isEqualTo("message 1, $.fee");
    assertThat(check.text("found")).isEqualTo("2");
  }

  @Test
  void aRunCanBeCancelled() {
    test("long.ws.yaml", "steps:\n  - connect:\n  - wait: 1h\n");
    rig.file("other/parley.yaml", "name: Other\n");
    test("other/next.ws.yaml", "steps:\n  - connect:\n");
    var run = start("long.ws.yaml", "other");
    rig.heard.await("run", told -> maps(told, "cases").getFirst().text("state").equals("running"));
    rig.call("run.cancel", Json.object().put("run", run));
    var told = ended(run);
    assertThat(told.text("state")).isEqualTo("cancelled");
    assertThat(maps(told, "cases").stream().map(one -> one.text("state")))
        .containsExactly("broken", "skipped");
  }

  @Test
  void resultsShowNoSecretOfTheProcess() {
    test(
        "secret.ws.yaml",
        """
        auth: { bearer: '{{env.WHO}}' }
        steps:
          - send: { text: '{{env.WHO}}' }
          - receive:
            assert: [ text: nobody ]
        """);
    var told = ended(start("secret.ws.yaml"));
    assertThat(told.text("state")).isEqualTo("failed");
    assertThat(told.toString()).contains("nobody").doesNotContain("ann:7391");
  }

  @Test
  void whatCannotBeRunIsSaid() {
    assertThat(rig.refused("run.start", Json.object().put("paths", Json.texts(List.of("")))).text())
        .contains("nothing to run");
    assertThat(
            rig.refused("run.start", Json.object().put("paths", Json.texts(List.of("no.ws.yaml"))))
                .text())
        .contains("no.ws.yaml");
  }
}
