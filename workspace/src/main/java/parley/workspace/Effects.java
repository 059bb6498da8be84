package parley.workspace;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.files.collection.Confinement;
import parley.files.format.FileKind;
import parley.model.snapshot.Snapshot;

/** Which conversations a changed file concerns. */
final class Effects {

  private final Workspace workspace;
  private final Set<Path> all;
  private final Set<Path> found = new HashSet<>();

  private Effects(Workspace workspace) {
    this.workspace = workspace;
    all = Set.copyOf(workspace.files().conversationFiles());
  }

  /** Of these files, which came, went, or hold something else. */
  static Set<Path> of(Set<Path> changed, Workspace workspace) {
    var effects = new Effects(workspace);
    changed.stream().filter(file -> file.startsWith(workspace.root())).forEach(effects::add);
    effects.addThoseThatGoOn();
    return effects.found;
  }

  /** What {@link #of} looks at; nothing comes of other files. */
  static Predicate<Path> dependencies(Workspace workspace) {
    var named =
        workspace.files().paths().stream()
            .flatMap(path ->
                workspace.files().confinement().resolve(path)
                        instanceof Confinement.Resolution.Inside(var inside)
                    ? Stream.of(inside)
                    : Stream.of())
            .collect(Collectors.toSet());
    return file -> isReadUnnamed(file) || named.contains(file);
  }

  private static boolean isReadUnnamed(Path file) {
    return isDotEnv(file) || FileKind.of(file).isPresent() || maybeSchema(file);
  }

  private static boolean isDotEnv(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".env");
  }

  private static boolean maybeSchema(Path file) {
    return String.valueOf(file.getFileName()).endsWith(".json");
  }

  private void add(Path file) {
    if (isDotEnv(file)) {
      found.addAll(all);
      return;
    }
    var kind = FileKind.of(file);
    if (kind.isEmpty()) {
      addThoseThatName(file);
      return;
    }
    switch (kind.get()) {
      case ENVIRONMENT, MOCK -> found.addAll(all);
      case LAYER -> below(file);
      case SNAPSHOT ->
          all.stream().filter(one -> Snapshot.of(one).equals(file)).forEach(found::add);
      case CONVERSATION ->
          all.stream()
              .filter(one -> UsedFiles.of(one, workspace).contains(file))
              .forEach(found::add);
    }
  }

  private void below(Path layer) {
    all.stream().filter(one -> one.startsWith(layer.resolveSibling(""))).forEach(found::add);
  }

  /** A schema may be named by another one, so it concerns all when no conversation names it. */
  private void addThoseThatName(Path file) {
    var sources =
        workspace.files().paths().stream()
            .filter(path ->
                workspace.files().confinement().resolve(path)
                        instanceof Confinement.Resolution.Inside(var inside)
                    && inside.equals(file))
            .map(path -> path.at().file())
            .filter(source -> !source.equals(file))
            .toList();
    if (!sources.isEmpty()) {
      sources.forEach(this::add);
    } else if (maybeSchema(file)) {
      found.addAll(all);
    }
  }

  private void addThoseThatGoOn() {
    for (var chain : workspace.surrounding().chains()) {
      var first = chain.stream().filter(found::contains).findFirst();
      first.ifPresent(one -> found.addAll(chain.subList(chain.indexOf(one), chain.size())));
    }
  }
}
