package parley.cli.run;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.watch.FileWatch;
import parley.files.format.FileKind;
import parley.workspace.Lookup;
import parley.workspace.Places;
import parley.workspace.Selection;
import parley.workspace.Workspace;
import parley.workspace.snapshot.SnapshotUse;

/** Runs {@code parley watch}: the tests, and again those that a saved file concerns. */
public final class WatchRun {

  private static final long LOOK_EVERY_MILLIS = 150;

  private static final String CLEAR = "\033[H\033[2J\033[3J";

  private final RunDraft draft;
  private final List<String> paths;
  private final Shell shell;
  private final BlockingQueue<WatchKeys.Wish> wishes = new LinkedBlockingQueue<>();
  private final AtomicReference<Runnable> interruption = new AtomicReference<>(() -> {});
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean interrupted;
  private ExitCode last = ExitCode.OK;
  private Predicate<Path> matters = _ -> false;

  private WatchRun(RunDraft draft, List<String> paths, Shell shell) {
    this.draft = draft;
    this.paths = paths;
    this.shell = shell;
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return RunCommand.WATCH;
  }

  public static String help() {
    return Help.of(RunCommand.WATCH, RunCommand.WATCH_HEAD, ExitCode.section());
  }

  /** Until the person ends it. Blocks. */
  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new RunDraft();
    return switch (Arguments.read(RunCommand.WATCH, arguments, draft)) {
      case Arguments.Outcome.Read(var paths) -> new WatchRun(draft, paths, shell).run();
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private ExitCode run() {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    var wrong = draft.contradiction();
    if (wrong.isPresent()) {
      return refuse(wrong.get(), shell);
    }
    return switch (Selection.of(paths, shell.variables())) {
      case Lookup.Failed<List<Selection>>(var refusal) -> refuse(Misuse.of(refusal), shell);
      case Lookup.Found<List<Selection>>(var found) -> {
        matters = matters(found);
        yield watch(roots(found));
      }
    };
  }

  private static List<Path> roots(List<Selection> selections) {
    return selections.stream().map(one -> one.workspace().root()).toList();
  }

  private static Predicate<Path> matters(List<Selection> selections) {
    return selections.stream()
        .map(one -> one.workspace().surrounding().dependencies())
        .reduce(_ -> false, Predicate::or);
  }

  private ExitCode watch(List<Path> roots) {
    shell.interruption().accept(this::interrupt);
    try (var _ = WatchKeys.listen(shell, wishes)) {
      var watch = new FileWatch(WatchedFiles.below(roots));
      test(null, false);
      watch.take(written(roots));
      while (!interrupted) {
        var wish = wishes.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        if (wish == WatchKeys.Wish.QUIT) {
          return last;
        }
        if (wish != null) {
          again(wish == WatchKeys.Wish.ALL ? "all tests" : "what failed");
          test(null, wish == WatchKeys.Wish.FAILED);
          watch.take(written(roots));
        } else {
          watch.add(WatchedFiles.below(roots));
          if (look(watch.changed().stream().filter(matters).collect(Collectors.toSet()))) {
            watch.take(written(roots));
          }
        }
      }
      return ExitCode.INTERRUPTED;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    } finally {
      over.countDown();
    }
  }

  /** What a run itself writes, so that it is no reason for another one. */
  private Set<Path> written(List<Path> roots) {
    var all = new HashSet<Path>();
    draft.reportFiles().forEach(one -> all.add(one.file().toAbsolutePath().normalize()));
    if (draft.snapshots() != SnapshotUse.COMPARE) {
      WatchedFiles.below(roots).stream()
          .filter(file -> FileKind.of(file).equals(Optional.of(FileKind.SNAPSHOT)))
          .forEach(all::add);
    }
    return all;
  }

  /** Whether something was run again. */
  private boolean look(Set<Path> changed) {
    var files = changed.isEmpty() ? Set.<Path>of() : affected(changed);
    if (!files.isEmpty()) {
      again(
          changed.stream()
                  .map(one -> Places.shown(one).toString())
                  .sorted()
                  .limit(3)
                  .collect(Collectors.joining(", "))
              + (changed.size() > 3 ? " and more" : ""));
      test(files, false);
    }
    return !files.isEmpty();
  }

  private Set<Path> affected(Set<Path> changed) {
    var files = new HashSet<Path>();
    if (Selection.of(paths, shell.variables())
        instanceof Lookup.Found<List<Selection>>(var selections)) {
      matters = matters(selections);
      for (var one : selections) {
        Workspace workspace = one.workspace();
        workspace.surrounding().affected(changed).stream().filter(one::covers).forEach(files::add);
      }
    }
    return files;
  }

  /** Says what is run; on a terminal, on an empty screen. */
  private void again(String what) {
    var terminal = shell.terminals().out() && !shell.variable("TERM").orElse("").equals("dumb");
    shell.say((terminal ? CLEAR : "\n") + "▶ " + what + "\n");
  }

  private void test(@Nullable Set<Path> files, boolean failed) {
    draft.only = files;
    var lastFailed = draft.lastFailed;
    draft.lastFailed |= failed;
    last = TestsRun.once(draft, paths, inner());
    interruption.set(() -> {});
    draft.lastFailed = lastFailed;
    if (!interrupted) {
      shell.say("\nwatching · Enter all · f failed · q quit\n");
    }
  }

  /** Each run is interrupted alone, by one handler for all of them. */
  private Shell inner() {
    return new Shell(
        shell.in(),
        shell.out(),
        shell.err(),
        shell.terminals(),
        shell.variables(),
        shell.home(),
        this::beginsRun);
  }

  /** An interruption that came while the run was made ready is for it, too. */
  private void beginsRun(Runnable handler) {
    interruption.set(handler);
    if (interrupted) {
      Thread.startVirtualThread(handler); // for it waits for the end of the run
    }
  }

  /** The program ends when this returns. */
  private void interrupt() {
    interrupted = true;
    interruption.get().run();
    try {
      over.await();
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
