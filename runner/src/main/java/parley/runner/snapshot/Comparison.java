package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Order;
import parley.model.value.Value;

/** What was received by one connection, beside what is kept of it. */
final class Comparison {

  /**
   * A message, its form without what differs from run to run, and its place.
   *
   * @param place from 1
   */
  record Placed(Kept kept, Plain plain, int place) {}

  /**
   * One of both, or one of either.
   *
   * @param expected one, or none
   * @param found one, or none
   * @param equal whether they agree
   */
  record Match(List<Placed> expected, List<Placed> found, boolean equal) {}

  private final SnapshotPlan plan;
  private final List<Match> matches = new ArrayList<>();

  private Comparison(SnapshotPlan plan) {
    this.plan = plan;
  }

  /** All that is not as it was. */
  static List<Difference> of(SnapshotPlan plan, List<Kept> kept, List<Kept> observed) {
    var expected = Observed.byConnection(kept);
    var found = Observed.byConnection(observed);
    var names = new LinkedHashSet<>(expected.keySet());
    names.addAll(found.keySet());
    var all = new ArrayList<Difference>();
    for (var name : names) {
      var comparison = new Comparison(plan);
      comparison.compare(
          expected.getOrDefault(name, List.of()), found.getOrDefault(name, List.of()));
      all.addAll(comparison.differences());
    }
    return List.copyOf(all);
  }

  /** What belongs together of two lists, received ones only; without more at the end. */
  static List<Match> matches(SnapshotPlan plan, List<Kept> kept, List<Kept> observed) {
    var comparison = new Comparison(plan);
    comparison.compare(kept, observed);
    var additional = comparison.matches.stream().filter(one -> one.expected().isEmpty()).toList();
    var excused = new ArrayList<>(additional);
    excused.removeAll(comparison.withoutMore(additional));
    comparison.matches.removeAll(excused);
    return comparison.matches;
  }

  private void compare(List<Kept> kept, List<Kept> observed) {
    var expected = placed(kept, true);
    var found = placed(observed, false);
    switch (plan.snapshot().order()) {
      case Order.AsReceived _ -> inOrder(expected, found);
      case Order.Any _ -> inAnyOrder(expected, found);
      case Order.By _ -> {
        var left = byStream(expected);
        var right = byStream(found);
        var streams = new LinkedHashSet<>(left.keySet());
        streams.addAll(right.keySet());
        streams.forEach(
            one -> inOrder(left.getOrDefault(one, List.of()), right.getOrDefault(one, List.of())));
      }
    }
  }

  private List<Placed> placed(List<Kept> all, boolean expected) {
    var placed = new ArrayList<Placed>();
    for (var one : all) {
      if (Observed.isReceived(one) && !plan.ignores(one)) {
        var plain = expected ? plan.expected(one) : plan.found(one);
        placed.add(new Placed(one, plain, placed.size() + 1));
      }
    }
    return placed;
  }

  private Map<Value, List<Placed>> byStream(List<Placed> all) {
    var streams = new LinkedHashMap<Value, List<Placed>>();
    all.forEach(
        one -> streams.computeIfAbsent(plan.streamOf(one.kept()), _ -> new ArrayList<>()).add(one));
    return streams;
  }

  private boolean agree(Placed expected, Placed found) {
    var seen =
        plan.hasOwnMasks(expected.kept())
            ? plan.found(found.kept(), expected.kept())
            : found.plain();
    return expected.plain().equals(seen);
  }

  private void inOrder(List<Placed> expected, List<Placed> found) {
    var pairs =
        Alignment.of(
            expected.size(),
            found.size(),
            (left, right) -> agree(expected.get(left), found.get(right)),
            (left, right) -> Likeness.of(expected.get(left).plain(), found.get(right).plain()));
    for (var pair : pairs) {
      matches.add(
          new Match(
              pair.left() < 0 ? List.of() : List.of(expected.get(pair.left())),
              pair.right() < 0 ? List.of() : List.of(found.get(pair.right())),
              pair.equal()));
    }
  }

  /** Those that agree first, wherever they stand; the rest in order. */
  private void inAnyOrder(List<Placed> expected, List<Placed> found) {
    var rest = new ArrayList<>(found);
    var missing = new ArrayList<Placed>();
    for (var one : expected) {
      var same = rest.stream().filter(other -> agree(one, other)).findFirst();
      if (same.isPresent()) {
        rest.remove(same.get());
        matches.add(new Match(List.of(one), List.of(same.get()), true));
      } else {
        missing.add(one);
      }
    }
    inOrder(missing, rest);
  }

  private List<Difference> differences() {
    var missing = new ArrayList<>(matches.stream().filter(one -> one.found().isEmpty()).toList());
    var additional =
        new ArrayList<>(matches.stream().filter(one -> one.expected().isEmpty()).toList());
    var all = new ArrayList<Difference>();
    for (var match : matches) {
      if (!match.equal() && !match.expected().isEmpty() && !match.found().isEmpty()) {
        var was = match.expected().getFirst();
        all.add(new Difference.Changed(was.kept(), was.place(), match.found().getFirst().kept()));
      }
    }
    all.addAll(moved(missing, additional));
    missing.stream()
        .map(one -> one.expected().getFirst())
        .forEach(one -> all.add(new Difference.Missing(one.kept(), one.place())));
    withoutMore(additional).stream()
        .map(one -> one.found().getFirst())
        .forEach(one -> all.add(new Difference.Additional(one.kept(), one.place())));
    all.sort(Comparator.comparingInt(Difference::place));
    return all;
  }

  private List<Difference> moved(List<Match> missing, List<Match> additional) {
    var moved = new ArrayList<Difference>();
    for (var lost : List.copyOf(missing)) {
      var was = lost.expected().getFirst();
      additional.stream()
          .filter(one -> agree(was, one.found().getFirst()))
          .findFirst()
          .ifPresent(one -> {
            var is = one.found().getFirst();
            missing.remove(lost);
            additional.remove(one);
            moved.add(new Difference.Moved(was.kept(), was.place(), is.kept(), is.place()));
          });
    }
    return moved;
  }

  /** Without those behind all that was expected, where such may follow. */
  private List<Match> withoutMore(List<Match> additional) {
    if (!plan.snapshot().more()) {
      return additional;
    }
    var ordered = plan.snapshot().order() instanceof Order.AsReceived;
    var last =
        matches.stream()
            .filter(one -> !one.expected().isEmpty())
            .flatMap(one -> one.found().stream())
            .mapToInt(Placed::place)
            .max()
            .orElse(0);
    return additional.stream()
        .filter(one -> ordered && one.found().getFirst().place() < last)
        .toList();
  }
}
