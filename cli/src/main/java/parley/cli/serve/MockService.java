package parley.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.cli.serve.MockLoading.Loaded;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.watch.FileWatch;
import parley.mock.plan.MockPlan;
import parley.mock.server.MockServer;
import parley.model.outcome.Repetition;
import parley.report.Redaction;
import parley.workspace.Places;
import parley.workspace.ProblemList;

/**
 * A mock that runs until it is interrupted, and follows the changes of its file. Its URL is the
 * first line on standard output and comes once it can be connected to, its paths are the others;
 * all else goes to standard error.
 */
final class MockService {

  private static final int LOOK_EVERY_MILLIS = 100;

  private final MockDraft draft;
  private final Shell shell;
  private final MockLoading loading;
  private final ConnectionLog log;
  private final Path place;
  private final FileWatch watch;

  private MockService(Path place, MockDraft draft, Shell shell) {
    this.place = place;
    this.draft = draft;
    this.shell = shell;
    loading = new MockLoading(place, draft, shell);
    log = new ConnectionLog(shell, draft.verbose);
    watch = new FileWatch(loading.candidates()); // before they are read, so that no change is lost
  }

  static ExitCode run(Path place, MockDraft draft, Shell shell) {
    return new MockService(place, draft, shell).run();
  }

  private ExitCode run() {
    return switch (loading.load()) {
      case Loaded.Missing(var misuse) -> EchoRun.refuse(misuse, shell);
      case Loaded.Wrong(var problems, var _) -> {
        complain(problems);
        yield ExitCode.USAGE;
      }
      case Loaded.Ready ready -> serve(ready);
    };
  }

  private void complain(ProblemList problems) {
    shell.complain(problems.toText());
    shell.complain("parley: " + ProblemList.count(problems.all()) + "\n");
  }

  private ExitCode serve(Loaded.Ready ready) {
    settle(ready);
    var watcher = new MockLog(log, draft.quiet);
    var seed = draft.seed == null ? new SplittableRandom().nextInt(1_000_000) : draft.seed;
    var repetition = new Repetition(seed, draft.clock);
    try (var server = MockServer.start(ready.plan(), ready.access(), watcher, repetition)) {
      announce(ready.plan(), server, repetition);
      follow(server, ready);
      return ExitCode.INTERRUPTED;
    } catch (IOException unavailable) {
      shell.complain(
          "parley: cannot serve there: "
              + unavailable.getMessage()
              + "\n        try --port 0 for a free port\n");
      return ExitCode.CANNOT_CONNECT;
    }
  }

  /** What holds for the version that is served now. */
  private void settle(Loaded.Ready ready) {
    hide(ready.secrets());
    if (!draft.quiet) {
      shell.complain(ready.warnings().toText());
    }
  }

  private void hide(Collection<String> secrets) {
    log.hide(Redaction.of(secrets));
  }

  private void announce(MockPlan plan, MockServer server, Repetition repetition)
      throws IOException {
    var certificate = new Certificate(server.identity().orElse(null), draft.certificateOut);
    certificate.write();
    shell.say(server.url() + "\n");
    plan.paths().forEach(path -> shell.say("  " + path + "\n"));
    if (!draft.quiet) {
      certificate.announce(server.url(), shell);
    }
    if (draft.verbose) {
      shell.complain("* " + repetition.toOptions() + " repeats what is random\n");
    }
  }

  /** Until the user interrupts; then closes what is open before the program ends. */
  private void follow(MockServer server, Loaded.Ready first) {
    var interrupted = new CountDownLatch(1);
    shell
        .interruption()
        .accept(() -> {
          server.close();
          interrupted.countDown();
        });
    try {
      follow(server, first, interrupted);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(MockServer server, Loaded.Ready first, CountDownLatch interrupted)
      throws InterruptedException {
    watch.watch(first.files());
    while (!interrupted.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
      if (watch.hasChanged()) {
        reload(server, first);
      }
    }
  }

  /** Goes over to what the files say now, or stays with what they said before. */
  private void reload(MockServer server, Loaded.Ready first) {
    switch (loading.load()) {
      case Loaded.Missing(var misuse) ->
          shell.complain(misuse.toText() + "* the version before goes on\n");
      case Loaded.Wrong(var problems, var files) -> {
        watch(first, files);
        complain(problems);
        shell.complain("* the version before goes on\n");
      }
      case Loaded.Ready ready -> {
        watch(first, ready.files());
        settle(ready);
        goOver(server, first.plan(), ready.plan());
      }
    }
  }

  /** What the file brought in at first may be what is missing now. */
  private void watch(Loaded.Ready first, Set<Path> now) {
    var all = new HashSet<>(first.files());
    all.addAll(now);
    watch.watch(all);
  }

  private void goOver(MockServer server, MockPlan bound, MockPlan changed) {
    server.reload(changed);
    if (!draft.quiet) {
      shell.complain("* " + Places.shown(place) + " has changed: new connections follow it\n");
    }
    if (!changed.listensLike(bound)) {
      shell.complain("* `listen` has changed: that counts when you start the mock again\n");
    }
  }
}
