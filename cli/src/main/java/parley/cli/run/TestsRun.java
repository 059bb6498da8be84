package parley.cli.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.trust.Permission;
import parley.files.problem.Nearest;
import parley.files.problem.Problem;
import parley.model.outcome.Repetition;
import parley.report.Redaction;
import parley.workspace.EnvironmentMocks;
import parley.workspace.Lookup;
import parley.workspace.Places;
import parley.workspace.ProblemList;
import parley.workspace.Selection;
import parley.workspace.Workspace;
import parley.workspace.test.Batch;
import parley.workspace.test.Choice;
import parley.workspace.test.Failures;
import parley.workspace.test.Prepared;
import parley.workspace.test.Preparing;

/** Runs {@code parley run}: finds the tests, makes them ready, has them performed. */
public final class TestsRun {

  private static final int MAX_SEED = 1_000_000;

  private final RunDraft draft;
  private final Shell shell;
  private final Repetition repetition;
  private final Failures failures;

  private TestsRun(RunDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
    failures = new Failures(shell.stateFolder().resolve("failed"));
    var seed = draft.seed == null ? ThreadLocalRandom.current().nextInt(MAX_SEED) : draft.seed;
    this.repetition = new Repetition(seed, draft.clock);
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return RunCommand.COMMAND;
  }

  public static String help() {
    return Help.of(RunCommand.COMMAND, RunCommand.HEAD, ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new RunDraft();
    return switch (Arguments.read(RunCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var paths) -> once(draft, paths, shell);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  /** Runs what the draft asks for, with random values of its own unless it has a seed. */
  static ExitCode once(RunDraft draft, List<String> paths, Shell shell) {
    return new TestsRun(draft, shell).run(paths);
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private ExitCode run(List<String> paths) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    var wrong = draft.contradiction().or(new Reports(draft, shell)::prepare);
    if (wrong.isPresent()) {
      return refuse(wrong.get(), shell);
    }
    return switch (Selection.of(paths, shell.variables())) {
      case Lookup.Found<List<Selection>>(var selections) -> select(selections, paths);
      case Lookup.Failed<List<Selection>>(var refusal) -> refuse(Misuse.of(refusal), shell);
    };
  }

  private ExitCode select(List<Selection> selections, List<String> paths) {
    for (var one : selections) {
      for (var file : one.strangers()) {
        return refuse(
            new Misuse(
                "'" + Places.shown(file) + "' is no conversation", "NAME.ws.yaml, or a folder"),
            shell);
      }
    }
    var permission = Permission.of(shell, draft.allowScripts);
    var chosen = new ArrayList<Selection>();
    for (var one : selections) {
      if (one.conversations().isEmpty()) {
        continue;
      }
      switch (settled(one.workspace())) {
        case Lookup.Found<Workspace>(var workspace) ->
            chosen.add(one.in(_ -> permission.grant(workspace)));
        case Lookup.Failed<Workspace>(var refusal) -> {
          return refuse(Misuse.of(refusal), shell);
        }
      }
    }
    return chosen.isEmpty() ? refuse(noConversation(paths), shell) : prepare(chosen);
  }

  private static Misuse noConversation(List<String> paths) {
    var places = paths.isEmpty() ? "the current folder" : "'" + String.join("', '", paths) + "'";
    return new Misuse("there is no conversation in " + places, "files whose names end in .ws.yaml");
  }

  private Lookup<Workspace> settled(Workspace workspace) {
    return draft
        .environment()
        .map(workspace::in)
        .orElseGet(() -> new Lookup.Found<>(workspace.inUsualEnvironment()));
  }

  private ExitCode prepare(List<Selection> all) {
    var choice = Choice.of(all, draft.wanted(failures));
    if (choice.isEmpty()) {
      return nothing(all, choice);
    }
    var chosen = all.stream().filter(one -> choice.touches(one.workspace())).toList();
    var redaction = redaction(chosen);
    if (draft.list) {
      return list(TestListing.of(chosen, choice, draft.shuffle ? repetition : null), redaction);
    }
    var asked = new Preparing.Asked(draft.variables, choice);
    try (var mocks = new EnvironmentMocks(repetition)) {
      var batches = new ArrayList<Batch>();
      var wrong = new ArrayList<ProblemList>();
      for (var one : chosen) {
        switch (Preparing.of(one, asked, mocks)) {
          case Prepared.Ready(var batch) -> batches.add(batch);
          case Prepared.Wrong(var problems) -> wrong.add(problems);
          case Prepared.NoMock(var why) -> {
            shell.complain(redaction.in("parley: " + why + "\n"));
            return ExitCode.CANNOT_CONNECT;
          }
        }
      }
      return wrong.isEmpty() ? perform(batches, redaction) : refuse(wrong, redaction);
    }
  }

  private ExitCode list(TestListing listing, Redaction redaction) {
    shell.say(redaction.in(listing.toText()));
    for (var list : listing.problems()) {
      shell.complain(redaction.in(list.toText()));
    }
    var all = listing.problems().stream().flatMap(list -> list.all().stream()).toList();
    if (all.isEmpty()) {
      return ExitCode.OK;
    }
    shell.complain(ProblemList.count(all) + "\n");
    return ExitCode.USAGE;
  }

  /** Nothing to do is well where it may happen any day: no failure, a part without a test. */
  private ExitCode nothing(List<Selection> all, Choice choice) {
    if (draft.lastFailed) {
      shell.say("no test failed when it was last run: nothing is run\n");
      return ExitCode.OK;
    }
    if (draft.only != null) {
      return ExitCode.OK; // what was saved concerns none of the tests that are watched
    }
    if (choice.isElsewhere()) {
      shell.say("all tests are in other parts: nothing is run\n");
      return ExitCode.OK;
    }
    return refuse(noTest(all), shell);
  }

  private Redaction redaction(List<Selection> selections) {
    return Redaction.of(
        selections.stream()
            .flatMap(one -> one.secretValues(draft.variables).stream())
            .collect(Collectors.toSet()));
  }

  private ExitCode refuse(List<ProblemList> wrong, Redaction redaction) {
    var all = new ArrayList<Problem>();
    for (var list : wrong) {
      shell.complain(redaction.in(list.toText()));
      all.addAll(list.all());
    }
    shell.complain(ProblemList.count(all) + ": nothing was run\n");
    return ExitCode.USAGE;
  }

  private ExitCode perform(List<Batch> all, Redaction redaction) {
    var batches =
        all.stream()
            .filter(batch -> !batch.tests().isEmpty())
            .map(batch -> draft.shuffle ? batch.shuffled(repetition.seed()) : batch)
            .toList();
    if (batches.isEmpty() && draft.lastFailed && draft.rows == null) {
      shell.say("the rows that failed are in no data any more: nothing is run\n");
      return ExitCode.OK;
    }
    if (batches.isEmpty()) {
      return refuse(new Misuse("no data has the rows asked for", "numbers of rows, from 1"), shell);
    }
    if (!draft.quiet) {
      batches.forEach(batch -> shell.complain(redaction.in(batch.warnings().toText())));
    }
    return new Performance(draft, shell, redaction, repetition, Path.of("")).run(batches, failures);
  }

  private Misuse noTest(List<Selection> all) {
    var conversations = all.stream().mapToInt(one -> one.conversations().size()).sum();
    var asked = draft.selecting();
    if (asked.isEmpty()) {
      return new Misuse(
          "%s, and none has steps".formatted(counted(conversations)),
          "at least one with `steps:`, which make it a test");
    }
    return asked.equals(List.of("--tag"))
        ? noTag(all)
        : new Misuse(
            "no test is meant by " + String.join(" and ", asked),
            "names, tags and rows that the files have; --list shows the tests");
  }

  private Misuse noTag(List<Selection> all) {
    var tags =
        all.stream()
            .flatMap(one ->
                one.conversations().stream()
                    .flatMap(file -> one.workspace().conversation(file).stream()))
            .flatMap(one -> one.tags().stream())
            .distinct()
            .sorted()
            .toList();
    var near =
        draft.tags.stream()
            .flatMap(one -> one.named().stream())
            .filter(name -> !tags.contains(name))
            .flatMap(name -> Nearest.to(name, tags).stream())
            .findFirst();
    return new Misuse(
        "no test has the tags asked for",
        tags.isEmpty()
            ? "no --tag, for the files have no `tags:`"
            : "tags that the files have: " + String.join(", ", tags),
        near.map(tag -> "Did you mean " + tag + "?").orElse(null));
  }

  private static String counted(int conversations) {
    return conversations == 1 ? "there is 1 conversation" : conversations + " conversations";
  }
}
