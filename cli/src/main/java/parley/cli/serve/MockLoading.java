package parley.cli.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import parley.cli.option.Misuse;
import parley.cli.shell.Shell;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Planning;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.model.collection.Mock;
import parley.model.collection.Source;
import parley.workspace.Lookup;
import parley.workspace.Places;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;

/** Reads and compiles the mock that a command line names, as often as it is asked to. */
record MockLoading(Path place, MockDraft draft, Shell shell) {

  private static final int MAX_DEPTH = 32;

  /** What it came to. */
  sealed interface Loaded {

    /**
     * It can be served.
     *
     * @param files that it was made of
     * @param secrets that nothing may print
     */
    record Ready(
        MockPlan plan,
        FileAccess access,
        Set<Path> files,
        ProblemList warnings,
        Collection<String> secrets)
        implements Loaded {}

    /** It has problems. */
    record Wrong(ProblemList problems, Set<Path> files) implements Loaded {}

    /** It is not there. */
    record Missing(Misuse misuse) implements Loaded {}
  }

  /** Remembers which files were asked for. */
  private record Remembering(FileAccess files, Set<Path> seen) implements FileAccess {

    @Override
    public Location locate(Source path) {
      var location = files.locate(path);
      if (location instanceof Location.At(var file)) {
        seen.add(file);
      }
      return location;
    }

    @Override
    public Content read(Source path) {
      var _ = locate(path);
      return files.read(path);
    }

    @Override
    public Used use(Source path) {
      var _ = locate(path);
      return files.use(path);
    }

    /** The folder as well, for a file that is new in it. */
    @Override
    public Examples examples(Source path) {
      var _ = locate(path);
      var examples = files.examples(path);
      switch (examples) {
        case Examples.Found(var all) -> all.forEach(one -> seen.add(one.at().file()));
        case Examples.Unusable(var problems) -> problems.forEach(one -> seen.add(one.at().file()));
      }
      return examples;
    }
  }

  /** The files that may be the mock's, before any of them is read. */
  Set<Path> candidates() {
    var path = place.toAbsolutePath().normalize();
    try (var below = Files.walk(path, MAX_DEPTH)) {
      return below
          .filter(one -> one.toString().endsWith(".mock.yaml"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException | UncheckedIOException unseen) {
      return Set.of(path); // loading says what is wrong
    }
  }

  Loaded load() {
    return switch (workspace()) {
      case Lookup.Failed<Workspace>(var refusal) -> new Loaded.Missing(Misuse.of(refusal));
      case Lookup.Found<Workspace>(var workspace) ->
          switch (file(workspace)) {
            case Lookup.Failed<Path>(var refusal) -> new Loaded.Missing(Misuse.of(refusal));
            case Lookup.Found<Path>(var file) -> load(file, workspace);
          };
    };
  }

  private Lookup<Workspace> workspace() {
    return switch (Workspace.open(place, shell.variables())) {
      case Lookup.Found<Workspace>(var workspace) when draft.environment != null ->
          workspace.in(draft.environment);
      case Lookup<Workspace> other -> other;
    };
  }

  private Lookup<Path> file(Workspace workspace) {
    var path = place.toAbsolutePath().normalize();
    if (!Files.isDirectory(path)) {
      return workspace.files().mockFiles().contains(path)
          ? Lookup.found(path)
          : Lookup.failed("'" + place + "' is no mock", "a file whose name ends in .mock.yaml");
    }
    var mocks = workspace.files().mockFiles().stream().filter(one -> one.startsWith(path)).toList();
    return mocks.size() == 1
        ? Lookup.found(mocks.getFirst())
        : Lookup.failed(
            "there %s in %s".formatted(amount(mocks), Places.shown(path)),
            mocks.isEmpty()
                ? "a file NAME.mock.yaml, for example: parley mock shop.mock.yaml"
                : "one of them: parley mock " + Places.shown(mocks.getFirst()));
  }

  private static String amount(List<Path> mocks) {
    return mocks.isEmpty()
        ? "is no mock"
        : "are %d mocks (%s)"
            .formatted(
                mocks.size(),
                mocks.stream()
                    .map(one -> Places.shown(one).toString())
                    .collect(Collectors.joining(", ")));
  }

  private Loaded load(Path file, Workspace workspace) {
    var problems = workspace.problemsOfMock(file);
    var mock = workspace.mock(file);
    var around = around(file, workspace);
    return problems.hasErrors() || mock.isEmpty()
        ? new Loaded.Wrong(problems, around)
        : plan(mock.get(), problems, workspace, around);
  }

  /** The file itself and those that hold for all of the collection. */
  private static Set<Path> around(Path file, Workspace workspace) {
    var all = new TreeSet<Path>();
    all.add(file);
    all.add(workspace.root().resolve("parley.yaml"));
    all.add(workspace.root().resolve(".env"));
    workspace
        .environment()
        .ifPresent(one -> all.add(workspace.root().resolve(".env." + one.name())));
    return all;
  }

  private Loaded plan(Mock mock, ProblemList own, Workspace workspace, Set<Path> files) {
    var seen = ConcurrentHashMap.<Path>newKeySet();
    var access = new Remembering(workspace.access(), seen);
    var planning =
        new MockPlanner(access).plan(draft.applyTo(mock), workspace.given(draft.variables));
    files.addAll(seen);
    return switch (planning) {
      case Planning.Planned(var plan) ->
          new Loaded.Ready(
              plan, workspace.access(), files, own.warnings(), workspace.secretValues());
      case Planning.Wrong(var problems) ->
          new Loaded.Wrong(own.with(problems.stream().map(ProblemList::of).toList()), files);
    };
  }
}
