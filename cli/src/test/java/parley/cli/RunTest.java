package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/** {@code parley run} against mocks and an echo server in this process. */
class RunTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "run");
  private static final String SHOP = FOLDER.resolve("shop").toString();
  private static final String TWO = FOLDER.resolve("two").toString();
  private static final String SECRET = "hunter2-and-more";

  private static Run run(String... arguments) {
    var all = new ArrayList<>(List.of("run", "--seed", "7", "--jobs", "1"));
    all.addAll(List.of(arguments));
    return Run.of(all.toArray(String[]::new));
  }

  /** Without what differs from run to run: times, ports, keys. */
  private static String settled(String text) {
    return text.replaceAll(" +\\d+(\\.\\d+)? (µs|ms|s|min)\\b", " TIME")
        .replaceAll("127\\.0\\.0\\.1:\\d{4,}", "127.0.0.1:PORT")
        .replaceAll("(Sec-WebSocket-(Key|Accept): ).*", "$1…")
        .replaceAll("in TIME", "in TIME");
  }

  private static EchoServer echo() throws Exception {
    return EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
  }

  @Test
  void aRunShowsWhatPassedAndWhatWentWrong() {
    var run = run(SHOP);
    Golden.check("run.txt", settled(run.text()));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.EXPECTATION_FAILED);
  }

  @Test
  void everyStepIsShownOnDemand() {
    var run = run("-v", "--tag", "smoke", SHOP);
    Golden.check("run-verbose.txt", settled(run.text()));
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void quietShowsNothingButFailures() {
    assertThat(run("-q", "--tag", "smoke", SHOP)).isEqualTo(new Run(ExitCode.OK, "", ""));
    var failed = run("-q", SHOP + "/orders/nothing.ws.yaml");
    assertThat(failed.text()).contains("1 failed", "--seed 7").doesNotContain("environment");
  }

  @Test
  void whatCouldNotBeDoneHasItsOwnCode() {
    var run = run(SHOP + "/orders/down.ws.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.BROKEN);
    assertThat(run.text()).contains("1 broken", "exit code 8");
  }

  @Test
  void theFirstFailureEndsTheRestOnDemand() {
    var run = run("--fail-fast", SHOP);
    assertThat(run.text()).contains("1 broken, 7 not run").doesNotContain("Subscribe");
  }

  @Test
  void everyCollectionRunsByItself() throws Exception {
    try (var server = echo()) {
      var run = run("--tag", "-long", "--var", "echo=" + server.url(), TWO);
      assertThat(run.code()).isEqualTo(ExitCode.OK);
      assertThat(run.text())
          .containsSubsequence("First · environment local · mock at ws://", "Second", "2 passed");
    }
  }

  @Test
  void tagsChoose() throws Exception {
    try (var server = echo()) {
      var url = "--var=echo=" + server.url();
      assertThat(run(url, "--tag", "echo,none", TWO).text()).contains("1 passed");
      assertThat(run(url, "--tag", "echo", "--tag", "!echo", TWO).err())
          .contains("no test has the tags asked for");
      assertThat(run(url, "--tag", "ehco", TWO).err())
          .contains("tags that the files have: echo, long", "Did you mean echo?");
    }
  }

  @Test
  void allProblemsArePrintedAndNothingIsRun() {
    var run = run(FOLDER.resolve("wrong").toString());
    Golden.check("run-problems.txt", run.err());
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void conversationsWithoutStepsAreNoTests() {
    var run = run(SHOP + "/orders/hand.ws.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("there is 1 conversation, and none has steps");
  }

  @Test
  void theReportIsWrittenWhole(@TempDir Path folder) throws Exception {
    var file = folder.resolve("new").resolve("report.xml");
    run("--report", "junit=" + file, SHOP);
    assertThat(Files.readString(file))
        .contains("<testsuites name=\"parley\" tests=\"8\" failures=\"3\" errors=\"1\"")
        .contains("<property name=\"environment\" value=\"local\"/>")
        .contains("name=\"For each user · row 2\"")
        .contains("classname=\"src.test.resources.run.shop.orders.rows\"");
    try (var left = Files.list(folder.resolve("new"))) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aReportReplacesNoFileOfACollection(@TempDir Path folder) throws Exception {
    for (var name :
        List.of(
            "a.ws.yaml",
            "a.mock.yaml",
            "a.snapshot.yaml",
            "parley.yaml",
            "folder.yaml",
            "environments/a.yaml",
            ".env",
            ".env.local")) {
      var file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "name: mine");
      var run = run("--report", "junit=" + file, SHOP);
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains("a file of a collection");
      assertThat(file).hasContent("name: mine");
    }
  }

  @Test
  void optionsThatContradictAreRefused() {
    for (var pair :
        List.of(
            List.of("--record", "--update"),
            List.of("--quiet", "--verbose"),
            List.of("--list", "--report=junit"),
            List.of("--list", "--record"))) {
      var run = run(pair.get(0), pair.get(1), SHOP);
      assertThat(run.code()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains(pair.get(0) + " and ", " together");
    }
  }

  @Test
  void theCommandsAgainNameRowsAndTheFoldersOfHooks(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("parley.yaml"), "name: Mine");
    Files.writeString(folder.resolve("rows.csv"), "n\n1\n2\n3\n");
    Files.writeString(
        folder.resolve("rows.ws.yaml"),
        """
        url: "{{echo}}"
        data: { csv: rows.csv }
        steps:
          - send: { text: "{{n}}" }
          - receive:
            assert: [ { text: "2" } ]
        """);
    Files.createDirectories(folder.resolve("hook"));
    Files.writeString(
        folder.resolve("hook/folder.yaml"),
        "url: ws://127.0.0.1:1/\nbefore-all: [ { connect: } ]\n");
    Files.writeString(folder.resolve("hook/a.ws.yaml"), "steps: [ { wait: 1ms } ]\n");
    try (var server = echo()) {
      assertThat(run("--var=echo=" + server.url(), folder.toString()).text())
          .containsPattern("--row 1,3 \\S*rows\\.ws\\.yaml\n")
          .containsPattern(" \\S*hook\n")
          .doesNotContainPattern("parley run .*(folder|a\\.ws)\\.yaml\n");
    }
  }

  @Test
  void theListHasTheOrderOfTheRunAndTheProblems(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("parley.yaml"), "name: Mine\nurl: ws://127.0.0.1:1/");
    for (var name : List.of("a", "b", "c", "d", "e")) {
      Files.writeString(
          folder.resolve(name + ".ws.yaml"), "name: Test " + name + "\nsteps: [ { connect: } ]\n");
    }
    var listed = run("--list", "--shuffle", folder.toString());
    assertThat(listed.code()).isEqualTo(ExitCode.OK);
    assertThat(names(listed.text()))
        .hasSize(5)
        .isEqualTo(names(run("--shuffle", folder.toString()).text()).subList(0, 5))
        .isNotEqualTo(names(run("--list", folder.toString()).text()));
    Files.writeString(folder.resolve("f.ws.yaml"), "steps: [\n");
    Files.writeString(folder.resolve("a.ws.yaml"), "data: { csv: no.csv }\nsteps: []\n");
    var broken = run("--list", folder.toString());
    assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
    assertThat(broken.text()).contains("has problems", "Test b");
    assertThat(broken.err()).contains("f.ws.yaml:", "no.csv", "problems in 2 files");
  }

  private static List<String> names(String text) {
    return Pattern.compile("Test [a-e]").matcher(text).results().map(MatchResult::group).toList();
  }

  @Test
  void secretsNeverShow(@TempDir Path folder) throws Exception {
    var all = "";
    for (var format : List.of("-v", "-q", "--color=always", "--report=github")) {
      var run = run(format, SHOP);
      all += run.text() + run.err();
    }
    for (var kind : List.of("junit", "html", "json", "ctrf")) {
      var file = folder.resolve(kind);
      run("-q", "--report", kind + "=" + file, SHOP);
      all += Files.readString(file);
    }
    for (var form : forms()) {
      assertThat(all).doesNotContain(form);
    }
    assertThat(all).contains("Authorization: Bearer •••", "my •••", "login first, Bearer •••");
  }

  private static List<String> forms() {
    var basic = Base64.getEncoder();
    return List.of(
        SECRET,
        SECRET.substring(0, 8),
        basic.encodeToString(("ann:" + SECRET).getBytes(StandardCharsets.UTF_8)),
        basic.encodeToString(SECRET.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anInterruptionEndsWhatRuns() throws Exception {
    var interruption = new CompletableFuture<Runnable>();
    var out = new ByteArrayOutputStream();
    var code = new AtomicReference<ExitCode>();
    try (var server = echo()) {
      var shell = shell(out, new ByteArrayOutputStream(), Shell.Terminals.NONE, interruption);
      var arguments = List.of("run", "-j1", "--var", "echo=" + server.url(), TWO + "/b");
      var thread = Thread.ofPlatform().start(() -> code.set(Program.run(arguments, shell)));
      interruption.orTimeout(10, TimeUnit.SECONDS).join().run();
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("exit code 130");
  }

  private static Shell shell(
      ByteArrayOutputStream out,
      ByteArrayOutputStream err,
      Shell.Terminals terminals,
      CompletableFuture<Runnable> interruption) {
    return new Shell(
        InputStream.nullInputStream(),
        out,
        err,
        terminals,
        Map.of("COLUMNS", "80"),
        Path.of("target"),
        interruption::complete);
  }

  @Test
  void aTerminalShowsWhatRunsBelowTheResults() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminals = new Shell.Terminals(false, false, true);
    var shell = shell(out, err, terminals, new CompletableFuture<>());
    Program.run(List.of("run", SHOP + "/orders/nothing.ws.yaml"), shell);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Updates without a gap", "0 of 1 done", "\u001b[J")
        .endsWith("\u001b[J");
    assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
  }
}
