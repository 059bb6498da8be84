package parley.workbench.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Plan;
import parley.engine.plan.StepPlan;
import parley.files.yaml.Pointer;
import parley.model.collection.Position;

/** The steps of a conversation in the order of its file, those of steps right behind them. */
public final class StepTree {

  /** No steps. */
  public static final StepTree NONE =
      new StepTree(Path.of(""), new PlaceIndex(Path.of(""), List.of()));

  private final Path file;
  private final PlaceIndex index;
  private final List<StepPlace> all = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<Pointer, StepPlan> plans = new HashMap<>();

  private StepTree(Path file, PlaceIndex index) {
    this.file = file;
    this.index = index;
  }

  /**
   * The steps of a plan.
   *
   * @param file of the conversation
   * @param lines of that file
   */
  public static StepTree of(Plan plan, Path file, List<String> lines) {
    var tree = new StepTree(file, new PlaceIndex(file, lines));
    plan.steps().forEach(step -> tree.add(step, null));
    return tree;
  }

  private void add(StepPlan step, @Nullable StepPlace parent) {
    var place = place(step, parent);
    all.add(place);
    plans.putIfAbsent(place.pointer(), step);
    inner(step).forEach(inner -> add(inner, place));
  }

  private StepPlace place(StepPlan step, @Nullable StepPlace parent) {
    var head = step.head();
    var own = head.at().file().equals(file);
    var around = parent == null ? Pointer.ROOT : parent.pointer();
    var pointer = own ? index.find(head.at()).orElse(around) : around;
    var depth = parent == null ? 0 : parent.depth() + 1;
    var line = own || parent == null ? head.at().line() : parent.line();
    return new StepPlace(
        id(pointer), verb(step), head.label(), head.at(), pointer, line, depth, parent);
  }

  /** Steps of used files share the way of the step that uses them. */
  private String id(Pointer pointer) {
    var id = pointer.toString();
    for (var i = 1; !ids.add(id); i++) {
      id = pointer + "~" + i;
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
    var tree = new StepTree(file, index);
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
