package parley.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.model.collection.Hooks;
import parley.model.collection.Step;

/** Compiles what folders want done around each test: a group for each file that says something. */
final class HookPlanner {

  private final StepCompiler steps;

  /** Saved messages of the test itself are none of theirs. */
  HookPlanner(StepContext context, Compiling compiling) {
    steps = new StepCompiler(context.withMessages(Map.of()), compiling);
  }

  List<HookPlan> of(Hooks hooks) {
    var before = byFile(hooks.beforeEach());
    var after = byFile(hooks.afterEach());
    return outermostFirst(before.keySet().stream().toList(), after.keySet().stream().toList())
        .stream()
        .map(file ->
            new HookPlan(
                group("before each", file, before.getOrDefault(file, List.of())),
                group("after each", file, after.getOrDefault(file, List.of()))))
        .toList();
  }

  private static Map<Path, List<Step>> byFile(List<Step> steps) {
    var all = new LinkedHashMap<Path, List<Step>>();
    steps.forEach(step ->
        all.computeIfAbsent(step.modifiers().at().file(), _ -> new ArrayList<>()).add(step));
    return all;
  }

  /** The files of one list from the outside in, of the other from the inside out. */
  private static List<Path> outermostFirst(List<Path> inward, List<Path> outward) {
    var all = new ArrayList<>(outward.reversed());
    var place = 0;
    for (var file : inward) {
      if (!all.contains(file)) {
        all.add(place, file);
      }
      place = all.indexOf(file) + 1;
    }
    return all;
  }

  private List<StepPlan> group(String what, Path file, List<Step> of) {
    if (of.isEmpty()) {
      return List.of();
    }
    var at = of.getFirst().modifiers().at();
    var label = what + " · " + place(file);
    return List.of(
        new StepPlan.Group(
            List.of(), steps.steps(of), null, List.of(), Set.of(), StepHead.of(label, at)));
  }

  /** The folder and the name of a file, which tell it from all others near it. */
  private static String place(Path file) {
    var names = file.getNameCount();
    return file.subpath(Math.max(0, names - 2), names)
        .toString()
        .replace(file.getFileSystem().getSeparator(), "/");
  }
}
