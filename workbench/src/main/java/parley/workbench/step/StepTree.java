package parley.workbench.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Plan;
import parley.engine.plan.StepPlan;
import parley.files.yaml.Pointer;
import parley.model.collection.Position;
import parley.model.outcome.StepOutcome;

/**
 * The steps of a conversation in the order of its file, those of steps right behind them, and
 * around them what its folders want done.
 */
public final class StepTree {

  /** No steps. */
  public static final StepTree NONE = none(Path.of(""), _ -> "");

  private final Path file;
  private final PlaceIndex index;
  private final Function<Path, String> keys;
  private final List<StepPlace> all = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<Pointer, StepPlan> plans = new HashMap<>();

  private StepTree(Path file, PlaceIndex index, Function<Path, String> keys) {
    this.file = file;
    this.index = index;
    this.keys = keys;
  }

  /** No steps that are known before they are done; {@code keys} names files. */
  public static StepTree none(Path file, Function<Path, String> keys) {
    return new StepTree(file, new PlaceIndex(file, List.of()), keys);
  }

  /**
   * The steps of a plan.
   *
   * @param file of the conversation
   * @param lines of that file
   */
  public static StepTree of(Plan plan, Path file, List<String> lines) {
    var tree = new StepTree(file, new PlaceIndex(file, lines), _ -> "");
    tree.add(plan.steps());
    return tree;
  }

  /**
   * The same between what is done before and after each test.
   *
   * @param keys names the files of that
   */
  public static StepTree whole(
      Plan plan, Path file, List<String> lines, Function<Path, String> keys) {
    return whole(plan, plan.steps(), new StepTree(file, new PlaceIndex(file, lines), keys));
  }

  /** The same of a test, whose script may have the last word. */
  public static StepTree test(
      Plan plan, Path file, List<String> lines, Function<Path, String> keys) {
    var steps = new ArrayList<>(plan.steps());
    plan.scripts().after().ifPresent(steps::add);
    return whole(plan, steps, new StepTree(file, new PlaceIndex(file, lines), keys));
  }

  private static StepTree whole(Plan plan, List<StepPlan> steps, StepTree tree) {
    plan.hooks().forEach(hook -> tree.add(hook.before()));
    tree.add(steps);
    plan.hooks().reversed().forEach(hook -> tree.add(hook.after()));
    return tree;
  }

  private void add(List<StepPlan> steps) {
    steps.forEach(step -> add(step, null));
  }

  private void add(StepPlan step, @Nullable StepPlace parent) {
    var place = place(step, parent);
    all.add(place);
    if (place.path().isEmpty()) {
      plans.putIfAbsent(place.pointer(), step);
    }
    inner(step).forEach(inner -> add(inner, place));
  }

  private StepPlace place(StepPlan step, @Nullable StepPlace parent) {
    var head = step.head();
    var own = head.at().file().equals(file);
    var outer = parent == null ? Pointer.ROOT : parent.pointer();
    var pointer = own ? index.find(head.at()).orElse(outer) : outer;
    var depth = parent == null ? 0 : parent.depth() + 1;
    var around = !own && (parent == null || !parent.path().isEmpty());
    var path = around ? keys.apply(head.at().file()) : "";
    var line = own || around || parent == null ? head.at().line() : parent.line();
    return new StepPlace(
        id(pointer), verb(step), head.label(), head.at(), pointer, path, line, depth, parent);
  }

  /** Of a step that does not stand in the plan: a last look at all of it, such as a snapshot's. */
  StepPlace further(StepOutcome step) {
    var at = step.at();
    var path = at.file().equals(file) ? "" : keys.apply(at.file());
    var verb = step.label().split(" ", 2)[0];
    return new StepPlace(
        id(Pointer.ROOT),
        verb,
        step.label(),
        at,
        Pointer.ROOT,
        path,
        at.line(),
        step.depth(),
        null);
  }

  /** Steps of used files share the way of the step that uses them. */
  private String id(Pointer pointer) {
    var way = pointer.equals(Pointer.ROOT) ? "around" : pointer.toString();
    var id = way;
    for (var i = 1; !ids.add(id); i++) {
      id = way + "~" + i;
    }
    return id;
  }

  private static List<StepPlan> inner(StepPlan step) {
    return switch (step) {
      case StepPlan.Group group -> joined(List.of(group.steps(), group.last()));
      case StepPlan.ForEach loop -> loop.steps();
      case StepPlan.Parallel parallel -> joined(parallel.strands());
      case StepPlan.Connect _, StepPlan.Send _, StepPlan.Receive _, StepPlan.Absent _ -> List.of();
      case StepPlan.Closed _, StepPlan.Ping _, StepPlan.Close _, StepPlan.Wait _ -> List.of();
      case StepPlan.Assign _, StepPlan.Verify _, StepPlan.Stop _, StepPlan.Skip _ -> List.of();
      case StepPlan.Script _ -> List.of();
      case StepPlan.Reset _, StepPlan.Broadcast _, StepPlan.Join _, StepPlan.Leave _ -> List.of();
    };
  }

  private static List<StepPlan> joined(List<List<StepPlan>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  private static String verb(StepPlan step) {
    return switch (step) {
      case StepPlan.Connect _ -> "connect";
      case StepPlan.Send _ -> "send";
      case StepPlan.Receive _ -> "receive";
      case StepPlan.Absent _ -> "absent";
      case StepPlan.Closed _ -> "closed";
      case StepPlan.Ping _ -> "ping";
      case StepPlan.Close _ -> "close";
      case StepPlan.Wait _ -> "wait";
      case StepPlan.Assign _ -> "set";
      case StepPlan.Verify _ -> "check";
      case StepPlan.Group group -> group.head().label().startsWith("use ") ? "use" : "group";
      case StepPlan.ForEach _ -> "for-each";
      case StepPlan.Parallel _ -> "parallel";
      case StepPlan.Script _ -> "script";
      case StepPlan.Stop _ -> "stop";
      case StepPlan.Skip _ -> "skip";
      case StepPlan.Reset _ -> "reset";
      case StepPlan.Broadcast _ -> "broadcast";
      case StepPlan.Join _ -> "join";
      case StepPlan.Leave _ -> "leave";
    };
  }

  /** The same with some of its steps alone, and those that stand in them. */
  public StepTree only(List<Pointer> some) {
    var tree = new StepTree(file, index, keys);
    all.stream()
        .filter(one -> some.stream().anyMatch(at -> at.leadsTo(one.pointer())))
        .forEach(tree.all::add);
    tree.plans.putAll(plans);
    return tree;
  }

  /** The step that stands at a place of the conversation's own file. */
  public Optional<StepPlan> plan(Pointer at) {
    return Optional.ofNullable(plans.get(at));
  }

  List<StepPlace> all() {
    return all;
  }

  /** The steps that stand there: several when one file is used several times. */
  List<StepPlace> at(Position at) {
    return all.stream().filter(one -> one.at().equals(at)).toList();
  }
}
