package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.List;
import parley.model.snapshot.Kept;

/** A run of a conversation and, where there is one, a second run. */
final class RunPair {

  private final List<Kept> first;
  private final List<Kept> second;
  private final boolean alone;

  RunPair(List<List<Kept>> runs) {
    this.first = runs.getFirst();
    this.second = runs.size() > 1 ? runs.get(1) : List.of();
    this.alone = runs.size() < 2;
  }

  /** Shows what it has, where nothing is known of an earlier snapshot. */
  void teach(Volatility volatility) {
    var others = Observed.byConnection(second);
    Observed.byConnection(first)
        .forEach((name, all) -> {
          var more = others.getOrDefault(name, List.of());
          teach(volatility, sent(all), sent(more));
          teach(volatility, received(all), received(more));
        });
  }

  private void teach(Volatility volatility, List<Kept> one, List<Kept> other) {
    var left = one.stream().map(Plain::of).toList();
    var right = other.stream().map(Plain::of).toList();
    var pairs =
        Alignment.of(
            left.size(),
            right.size(),
            (i, j) -> left.get(i).equals(right.get(j)),
            (i, j) -> Likeness.of(left.get(i), right.get(j)));
    for (var pair : pairs) {
      if (pair.left() >= 0 && pair.right() >= 0) {
        volatility.addPair(one.get(pair.left()), other.get(pair.right()), one.get(pair.left()));
      } else if (pair.left() >= 0) {
        volatility.addSingle(one.get(pair.left()), one.get(pair.left()), alone);
      }
    }
  }

  private static List<Kept> sent(List<Kept> all) {
    return all.stream().filter(one -> !Observed.isReceived(one)).toList();
  }

  private static List<Kept> received(List<Kept> all) {
    return all.stream().filter(Observed::isReceived).toList();
  }

  /** The first run up to where the second one has no more of a connection. */
  List<Kept> common() {
    if (alone) {
      return first;
    }
    var others = Observed.byConnection(second);
    var common = new ArrayList<Kept>();
    Observed.byConnection(first)
        .forEach((name, all) -> {
          var left = received(others.getOrDefault(name, List.of())).size();
          for (var one : all) {
            if (Observed.isReceived(one) && --left < 0) {
              break;
            }
            common.add(one);
          }
        });
    return common;
  }
}
