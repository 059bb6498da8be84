package parley.workspace.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.files.problem.Problem;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.Lookup;
import parley.workspace.Selection;

/** Collections with hooks and suites, as a person writes them; none of them connects. */
@Timeout(60)
class SuiteRunTest {

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = temporary.toRealPath();
    write("parley.yaml", "name: C\nurl: ws://127.0.0.1:1\n");
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private Selection selection(String... paths) {
    var all =
        paths.length == 0
            ? List.of(folder.toString())
            : List.of(paths).stream().map(one -> folder.resolve(one).toString()).toList();
    return ((Lookup.Found<List<Selection>>) Selection.of(all, Map.of())).value().getFirst();
  }

  private static Prepared prepared(Selection selection, Wanted wanted, Map<String, Value> given) {
    var choice = Choice.of(List.of(selection), wanted);
    return Preparing.of(selection, new Preparing.Asked(given, choice));
  }

  private List<TestOutcome> outcomes(Selection selection, Wanted wanted) {
    return outcomes(selection, wanted, Map.of());
  }

  private static List<TestOutcome> outcomes(
      Selection selection, Wanted wanted, Map<String, Value> given) {
    return switch (prepared(selection, wanted, given)) {
      case Prepared.Ready(var batch) ->
          new BatchRun(new TestRun.Options(4, false, 7), new TestWatcher() {})
              .run(List.of(batch), _ -> {});
      case Prepared.Wrong(var problems) -> throw new AssertionError(problems.all().toString());
      case Prepared.NoMock(var why) -> throw new AssertionError(why);
    };
  }

  private static List<String> told(List<TestOutcome> outcomes) {
    return outcomes.stream()
        .map(one ->
            "%s%s %s %s"
                .formatted(
                    one.name(),
                    one.row().isEmpty() ? "" : " " + one.row(),
                    one.result().word(),
                    one.result().why())
                .strip())
        .sorted()
        .toList();
  }

  private List<String> told(String... paths) {
    return told(outcomes(selection(paths), Wanted.ALL));
  }

  @Test
  void whatFoldersSetBeforeHoldsBelowAndNearerThingsWin() throws IOException {
    write(
        "parley.yaml",
        """
        name: C
        url: ws://127.0.0.1:1
        variables: { token: none, level: collection }
        before-all: [ { set: { token: t1, level: before, user: ann, fixed: b } } ]
        before-each: [ { check: [ token == 't1' ] }, { set: { trail: "out" } } ]
        after-each: [ { check: [ "trail == 'out in test in-after'" ] } ]
        after-all: [ { check: [ user == 'ann' ] } ]
        """);
    write(
        "in/folder.yaml",
        """
        before-all: [ { check: [ user == 'ann' ] }, { set: { user: "{{user}} and bob" } } ]
        before-each: [ { set: { trail: "{{trail}} in" } } ]
        after-each: [ { set: { trail: "{{trail}} in-after" } } ]
        """);
    write(
        "in/test.ws.yaml",
        """
        variables: { level: own }
        steps:
          - check: [ user == 'ann and bob', level == 'own', fixed == 'given' ]
          - set: { trail: "{{trail}} test" }
        """);
    var given = Map.<String, Value>of("fixed", Value.of("given"));
    assertThat(told(outcomes(selection(), Wanted.ALL, given))).containsExactly("test passed");
  }

  @Test
  void whatCannotBeOpenedBreaksWhatIsBelowAndIsTold() throws IOException {
    write("in/folder.yaml", "before-all: [ { check: [ 1 > 2 ] } ]\n");
    write("in/a.ws.yaml", "steps: [ { wait: 0ms } ]");
    write("b.ws.yaml", "steps: [ { wait: 0ms } ]");
    assertThat(told())
        .containsExactly(
            "a broken before all · in/folder.yaml did not pass: 1 > 2: expected true, found false",
            "b passed",
            "before all · in/folder.yaml failed 1 > 2: expected true, found false");
  }

  private void suite() throws IOException {
    write(
        "s/folder.yaml", "suite: { dependent: true, order: [ z.ws.yaml, b.ws.yaml, a.ws.yaml ] }");
    write("s/z.ws.yaml", "name: Z\ntags: [first]\nsteps: [ { set: { id: 7 } } ]");
    write(
        "s/b.ws.yaml",
        """
        variables: { id: 0, gate: true }
        data: { csv: rows.csv }
        steps: [ { check: [ id == 6 + n, gate ] }, { set: { id: "{{id + 1}}" } } ]
        """);
    write("s/rows.csv", "n\n1\n2\n");
    write("s/a.ws.yaml", "steps: [ { check: [ id == 9 ] } ]");
    write("s/free.ws.yaml", "steps: [ { wait: 0ms } ]");
  }

  @Test
  void eachFileOfADependentSuiteGoesOnFromThoseBeforeIt() throws IOException {
    suite();
    assertThat(told())
        .containsExactly("Z passed", "a passed", "b row 1 passed", "b row 2 passed", "free passed");
    assertThat(told("s/a.ws.yaml"))
        .containsExactly("Z passed", "a passed", "b row 1 passed", "b row 2 passed");
  }

  @Test
  void aFailureLeavesOutTheRestOfASuite() throws IOException {
    suite();
    var given = Map.<String, Value>of("gate", Value.of(false));
    assertThat(told(outcomes(selection(), Wanted.ALL, given)))
        .containsExactly(
            "Z passed",
            "a skipped b did not pass, and this one goes on from it",
            "b row 1 failed gate: expected true, found gate is false",
            "b row 2 skipped b did not pass, and this one goes on from it",
            "free passed");
  }

  @Test
  void partsKeepASuiteTogether() throws IOException {
    suite();
    write("one.ws.yaml", "steps: [ { wait: 0ms } ]");
    var selection = selection();
    var seen = new ArrayList<Set<String>>();
    for (var i = 1; i <= 4; i++) {
      var wanted = new Wanted(List.of(), List.of(), null, new Shard(i, 4), null, null);
      var choice = Choice.of(List.of(selection), wanted);
      seen.add(
          selection.conversations().stream()
              .filter(choice::has)
              .map(file -> file.getFileName().toString().replace(".ws.yaml", ""))
              .collect(Collectors.toSet()));
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(Set.of("z", "b", "a"), Set.of("free"), Set.of("one"), Set.of());
  }

  private static Wanted wanted(
      @Nullable String tags,
      @Nullable String name,
      @Nullable String rows,
      @Nullable Failures last) {
    return new Wanted(
        tags == null ? List.of() : List.of(TagExpression.parse(tags).orElseThrow()),
        name == null ? List.of() : List.of(NamePattern.of(name)),
        rows == null ? null : RowNumbers.parse(rows).orElseThrow(),
        null,
        last,
        null);
  }

  @Test
  void testsAreChosenByTagsNamesAndRows() throws IOException {
    suite();
    assertThat(told(outcomes(selection(), wanted("first", null, null, null))))
        .containsExactly("Z passed");
    assertThat(told(outcomes(selection(), wanted(null, "s/f*", null, null))))
        .containsExactly("free passed");
    assertThat(told(outcomes(selection(), wanted(null, null, "1", null))))
        .containsExactly("Z passed", "b row 1 passed");
    assertThat(Choice.of(List.of(selection()), wanted("none", null, null, null)).isEmpty())
        .isTrue();
  }

  @Test
  void whatFailedLastTimeIsRunAlone() throws IOException {
    write("rows.csv", "n\n1\n2\n3\n");
    write("a.ws.yaml", "data: { csv: rows.csv }\nsteps: [ { check: [ n != 2 || fixed ] } ]");
    write("b.ws.yaml", "steps: [ { wait: 0ms } ]");
    write("c.ws.yaml", "steps: [ { check: [ fixed ] } ]");
    var failures = new Failures(folder.resolve("state"));
    var last = wanted(null, null, null, failures);
    assertThat(Choice.of(List.of(selection()), last).isEmpty()).isTrue();
    keep(failures, outcomes(selection(), Wanted.ALL, fixed(false)));
    assertThat(told(outcomes(selection(), last, fixed(false))))
        .hasSize(2)
        .allSatisfy(one -> assertThat(one).containsAnyOf("a row 2 failed", "c failed"));
    keep(failures, outcomes(selection("c.ws.yaml"), Wanted.ALL, fixed(true)));
    assertThat(told(outcomes(selection(), last, fixed(true)))).containsExactly("a row 2 passed");
    keep(failures, outcomes(selection(), last, fixed(true)));
    assertThat(Choice.of(List.of(selection()), last).isEmpty()).isTrue();
  }

  @Test
  void aRowThatIsGoneFromTheDataHasNotFailed() throws IOException {
    write("rows.csv", "n\n1\n2\n3\n");
    write("a.ws.yaml", "data: { csv: rows.csv }\nsteps: [ { check: [ n == 1 ] } ]");
    write("b.ws.yaml", "steps: [ { check: [ fixed ] } ]");
    var failures = new Failures(folder.resolve("state"));
    failures.keep(folder, outcomes(selection(), Wanted.ALL, fixed(false)), true);
    assertThat(rows(failures)).containsExactly("row 2", "row 3", "");
    write("rows.csv", "n\n1\n2\n");
    var first = wanted(null, null, "1", null);
    failures.keep(folder, outcomes(selection("a.ws.yaml"), first, fixed(true)), false);
    assertThat(rows(failures)).containsExactly("row 2", "row 3", "");
    failures.keep(folder, outcomes(selection("a.ws.yaml"), Wanted.ALL, fixed(true)), true);
    assertThat(rows(failures)).containsExactly("row 2", "");
  }

  private List<String> rows(Failures failures) {
    return failures.of(folder).stream().map(Failures.Failed::row).toList();
  }

  private static Map<String, Value> fixed(boolean fixed) {
    return Map.of("fixed", Value.of(fixed));
  }

  private void keep(Failures failures, List<TestOutcome> outcomes) throws IOException {
    failures.keep(folder, outcomes, false);
  }

  @Test
  void theSameSeedShufflesTheSame() throws IOException {
    for (var i = 0; i < 8; i++) {
      write("t" + i + ".ws.yaml", "steps: [ { wait: 0ms } ]");
    }
    var batch = ((Prepared.Ready) prepared(selection(), Wanted.ALL, Map.of())).batch();
    var order = batch.shuffled(5).tests();
    assertThat(batch.shuffled(5).tests()).isEqualTo(order);
    assertThat(order)
        .containsExactlyInAnyOrderElementsOf(batch.tests())
        .isNotEqualTo(batch.tests());
    assertThat(batch.shuffled(6).tests()).isNotEqualTo(order);
  }

  @Test
  void whatMakesNoSenseIsFoundBeforeAnythingRuns() throws IOException {
    write("folder.yaml", "");
    write(
        "s/folder.yaml",
        """
        suite: { dependent: true, order: [ a.ws.yaml, nowhere.ws.yaml, a.ws.yaml ] }
        before-all: [ { send: hello }, { set: { x: "{{nobody}}" } } ]
        """);
    write("t/folder.yaml", "suite: { order: [ ../s/a.ws.yaml ] }");
    write("s/a.ws.yaml", "steps: [ { wait: 0ms } ]");
    write("t/b.ws.yaml", "before-each: [ { wait: 0ms } ]\nsteps: [ { wait: 0ms } ]");
    var found =
        selection().workspace().problems().all().stream()
            .map(one -> "%s:%d %s".formatted(name(one), one.at().line(), one.found()))
            .toList();
    assertThat(found)
        .contains(
            "s/folder.yaml:1 no file at `nowhere.ws.yaml`",
            "s/folder.yaml:1 `a.ws.yaml` again",
            "s/folder.yaml:2 the name `hello`",
            "t/folder.yaml:1 an order of files that do not depend on each other, and run side by"
                + " side",
            "t/b.ws.yaml:1 the key `before-each`");
    write("t/folder.yaml", "name: T");
    write("t/b.ws.yaml", "url: ws://127.0.0.1:1");
    write("s/folder.yaml", "before-all: [ { set: { x: \"{{nobody}}\" } } ]");
    assertThat(prepared(selection("s"), Wanted.ALL, Map.of()))
        .isInstanceOfSatisfying(
            Prepared.Wrong.class,
            wrong ->
                assertThat(wrong.problems().all()).extracting(Problem::found).contains("`nobody`"));
  }

  @Test
  void whatScriptsSetIsThereForTheTestsBelow() throws IOException {
    write("parley.yaml", "before-all: [ { script: 'vars.set(\"token\", 1)' } ]\n");
    write("s/folder.yaml", "suite: { dependent: true, order: [ a.ws.yaml, b.ws.yaml ] }");
    write("s/seat.js", "vars.set('seat', 7);\n");
    write(
        "s/a.ws.yaml",
        """
        scripts: { after: 'vars.set("last", result.status)' }
        steps: [ { use: ../use.ws.yaml }, { check: [ token == 1 ] } ]
        """);
    write("use.ws.yaml", "steps: [ { script: { file: s/seat.js } } ]");
    write("s/b.ws.yaml", "steps: [ { check: [ seat == 7, last == 'passed', other == 1 ] } ]");
    assertThat(prepared(selection(), Wanted.ALL, Map.of()))
        .isInstanceOfSatisfying(
            Prepared.Wrong.class,
            wrong ->
                assertThat(wrong.problems().all())
                    .extracting(Problem::found)
                    .filteredOn(found -> !found.contains("nobody has allowed"))
                    .containsExactly("`other`"));
  }

  private String name(Problem problem) {
    return folder.relativize(problem.at().file()).toString().replace('\\', '/');
  }

  @Test
  void aTestThatLeavesItselfOutSaysWhy() throws IOException {
    write("a.ws.yaml", "steps: [ { skip: not today }, { check: [ 1 > 2 ] } ]");
    assertThat(outcomes(selection(), Wanted.ALL).getFirst().result())
        .isEqualTo(new Result.Skipped("not today"));
  }
}
