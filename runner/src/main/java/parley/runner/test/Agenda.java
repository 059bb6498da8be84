package parley.runner.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in a run of tests, and what waits for what. For one thread.
 *
 * <pre>
 *   before all of a folder --> its tests, and the folders in it --> after all of the folder
 *   each run of a chain --> the next one of the chain
 * </pre>
 */
final class Agenda {

  /** Between two tests there is room for the hooks of as many folders. */
  private static final long STEP = 1000;

  private final long seed;
  private final List<FolderHooks> hooks;
  private final Map<Path, Errand.Chain> chains = new HashMap<>();
  private final Map<FolderHooks, Folder> folders = new LinkedHashMap<>();
  private final Map<Path, List<Errand>> byFile = new LinkedHashMap<>();
  private final PriorityQueue<Errand> ready = new PriorityQueue<>(Errand.IN_ORDER);
  private final List<Errand> all = new ArrayList<>();
  private long last;

  /** A folder with hooks that has tests to run. */
  private record Folder(
      Errand.Around around, Errand before, List<Errand> inside, @Nullable Folder outer) {}

  private Agenda(TestList tests, long seed) {
    this.seed = seed;
    hooks =
        tests.hooks().stream()
            .sorted(Comparator.comparingInt(one -> one.folder().getNameCount()))
            .toList();
    for (var files : tests.chains()) {
      var chain = new Errand.Chain();
      files.forEach(file -> chains.put(file, chain));
    }
  }

  /** Of these tests. */
  static Agenda of(TestList tests, long seed) {
    var agenda = new Agenda(tests, seed);
    tests.tests().forEach(agenda::add);
    tests.chains().forEach(agenda::chain);
    agenda.addAfters();
    agenda.all.stream().filter(one -> !one.waits()).forEach(agenda.ready::add);
    return agenda;
  }

  private void add(TestCase test) {
    var folder = around(test.file());
    var around = folder == null ? null : folder.around();
    for (var run : CaseRun.allOf(test, seed)) {
      last += STEP;
      var errand = new Errand(Errand.Kind.TEST, last, run, around, chains.get(test.file()));
      if (folder != null) {
        errand.waitFor(folder.before());
        folder.inside().add(errand);
      }
      byFile.computeIfAbsent(test.file(), _ -> new ArrayList<>()).add(errand);
      all.add(errand);
    }
  }

  /** The innermost folder with hooks around a file. */
  private @Nullable Folder around(Path file) {
    Folder inner = null;
    for (var one : hooks) {
      if (one.isAround(file)) {
        inner = folder(one, inner);
      }
    }
    return inner;
  }

  private Folder folder(FolderHooks of, @Nullable Folder outer) {
    var known = folders.get(of);
    if (known != null) {
      return known;
    }
    var around = new Errand.Around(outer == null ? null : outer.around());
    var order = last + STEP / 2 + of.folder().getNameCount();
    var before = new Errand(Errand.Kind.BEFORE, order, hook(of.before()), around, null);
    var made = new Folder(around, before, new ArrayList<>(), outer);
    if (outer != null) {
      before.waitFor(outer.before());
      outer.inside().add(before);
    }
    all.add(before);
    folders.put(of, made);
    return made;
  }

  private @Nullable CaseRun hook(Optional<TestCase> of) {
    return of.map(one -> CaseRun.allOf(one, seed).getFirst()).orElse(null);
  }

  private void chain(List<Path> files) {
    Errand before = null;
    for (var file : files) {
      for (var errand : byFile.getOrDefault(file, List.of())) {
        if (before != null) {
          errand.waitFor(before);
        }
        before = errand;
      }
    }
  }

  /** Inner folders stand behind outer ones, and what is after them comes first. */
  private void addAfters() {
    var inward = new ArrayList<>(folders.entrySet());
    for (var one : inward.reversed()) {
      var folder = one.getValue();
      var order = folder.inside().stream().mapToLong(Errand::order).max().orElse(last) + 1;
      var after =
          new Errand(Errand.Kind.AFTER, order, hook(one.getKey().after()), folder.around(), null);
      after.waitFor(folder.before());
      folder.inside().forEach(after::waitFor);
      if (folder.outer() != null) {
        folder.outer().inside().add(after);
      }
      all.add(after);
    }
  }

  /** The next thing that waits for nothing; nothing while all that is left waits. */
  Optional<Errand> next() {
    return Optional.ofNullable(ready.poll());
  }

  /** It is done, so that what waits for it may begin. */
  void done(Errand errand) {
    ready.addAll(errand.released());
  }

  /** It is to be done once more. */
  void again(Errand errand) {
    ready.add(errand);
  }
}
