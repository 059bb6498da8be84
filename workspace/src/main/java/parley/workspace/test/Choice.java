package parley.workspace.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import parley.model.collection.Conversation;
import parley.workspace.Selection;
import parley.workspace.Workspace;

/**
 * The tests to be run of all that are named, the same on every machine: files by tags, names and
 * what failed; with each one those that it goes on from; then a part of them.
 */
public final class Choice {

  private final Wanted wanted;
  private final Map<Path, Set<String>> failed = new LinkedHashMap<>();
  private final List<List<Path>> units = new ArrayList<>();
  private final Set<Path> chosen = new HashSet<>();
  private final Set<Path> needed = new HashSet<>();

  private Choice(Wanted wanted) {
    this.wanted = wanted;
  }

  /** Of these files. Blocks. */
  public static Choice of(List<Selection> selections, Wanted wanted) {
    var choice = new Choice(wanted);
    for (var one : selections) {
      choice.units.addAll(choice.units(one));
    }
    var part = wanted.shard().map(shard -> shard.part(choice.units)).orElse(choice.units);
    part.forEach(choice.chosen::addAll);
    return choice;
  }

  /** Files that belong together, each list in the place of its first file. */
  private List<List<Path>> units(Selection selection) {
    var workspace = selection.workspace();
    wanted
        .failures()
        .ifPresent(failures ->
            failures
                .of(workspace.root())
                .forEach(one ->
                    failed.computeIfAbsent(one.file(), _ -> new HashSet<>()).add(one.row())));
    Set<Path> own = new HashSet<>();
    selection.conversations().stream().filter(file -> isMeant(file, workspace)).forEach(own::add);
    for (var file : List.copyOf(own)) {
      workspace.surrounding().before(file).stream().filter(own::add).forEach(needed::add);
    }
    var byFirst = new LinkedHashMap<Path, List<Path>>();
    for (var file : own.stream().sorted().toList()) {
      byFirst.computeIfAbsent(first(file, workspace), _ -> new ArrayList<>()).add(file);
    }
    return List.copyOf(byFirst.values());
  }

  private static Path first(Path file, Workspace workspace) {
    var before = workspace.surrounding().before(file);
    return before.isEmpty() ? file : before.getFirst();
  }

  /** One that cannot be read, or whose steps cannot, is meant, so that its problems are told. */
  private boolean isMeant(Path file, Workspace workspace) {
    return workspace.conversation(file).map(one -> isMeant(one, workspace)).orElse(true);
  }

  private boolean isMeant(Conversation one, Workspace workspace) {
    var path = workspace.root().relativize(one.file()).toString().replace('\\', '/');
    return (!one.steps().isEmpty() || workspace.hasErrors(one.file()))
        && wanted.files().map(files -> files.contains(one.file())).orElse(true)
        && wanted.tags().stream().allMatch(tags -> tags.matches(one.tags()))
        && (wanted.names().isEmpty()
            || wanted.names().stream().anyMatch(name -> name.matches(one.name(), path)))
        && (wanted.rows().isEmpty() || one.data().isPresent())
        && (wanted.failures().isEmpty() || failed.containsKey(one.file()));
  }

  /** Whether nothing is to be run. */
  public boolean isEmpty() {
    return chosen.isEmpty();
  }

  /** Whether nothing is to be run only since all of it falls into other parts. */
  public boolean isElsewhere() {
    return chosen.isEmpty() && !units.isEmpty();
  }

  /** Whether something of a collection is to be run. */
  public boolean touches(Workspace workspace) {
    return workspace.files().conversationFiles().stream().anyMatch(chosen::contains);
  }

  /** Whether a file is to be run. */
  public boolean has(Path file) {
    return chosen.contains(file);
  }

  /** Whether a row of a file that is to be run is meant; rows count from 1. */
  public boolean hasRow(Path file, int number) {
    if (needed.contains(file)) {
      return true;
    }
    Predicate<String> isFailed = failed.getOrDefault(file, Set.of(""))::contains;
    return wanted.rows().map(rows -> rows.contains(number)).orElse(true)
        && (wanted.failures().isEmpty() || isFailed.test("") || isFailed.test("row " + number));
  }

  /** Files that are run only since others go on from them. */
  public Set<Path> needed() {
    return Set.copyOf(needed);
  }
}
