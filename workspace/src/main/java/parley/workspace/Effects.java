package parley.workspace;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
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

  private void add(Path file) {
    if (String.valueOf(file.getFileName()).startsWith(".env")) {
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
    } else if (String.valueOf(file.getFileName()).endsWith(".json")) {
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
