package parley.runner.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.model.snapshot.SnapshotUpdate;
import parley.model.snapshot.SnapshotUpdate.Line;

/** Finds what became of a snapshot: what stays, what says something else, what came, what went. */
final class Updating {

  private final SnapshotPlan before;
  private final Map<String, List<List<Kept>>> runs;
  private final Volatility volatility;
  private final IdentityHashMap<Kept, Kept> partners = new IdentityHashMap<>();
  private final IdentityHashMap<Kept, Boolean> equal = new IdentityHashMap<>();

  Updating(SnapshotPlan before, Map<String, List<List<Kept>>> runs) {
    this.before = before;
    this.runs = runs;
    this.volatility = new Volatility(before, Instant.now());
  }

  Recorded update() {
    var lists = new LinkedHashMap<String, List<Kept>>();
    runs.forEach((row, all) -> {
      if (isOther(row, all.getFirst())) {
        lists.put(row, target(row, all));
      }
    });
    if (lists.isEmpty()) {
      return new Recorded.Same();
    }
    volatility.settle();
    var rows = new ArrayList<SnapshotUpdate.Row>();
    var plan = Recorder.planned(withNewMasks());
    lists.forEach((row, all) -> rows.add(new SnapshotUpdate.Row(row, lines(row, all, plan))));
    return new Recorded.Changed(
        new SnapshotUpdate(before.snapshot(), volatility.masks(), rows), notices());
  }

  private boolean isOther(String row, List<Kept> now) {
    return before
        .snapshot()
        .recording(row)
        .map(was -> !Comparison.of(before, was.kept(), now).isEmpty())
        .orElse(true);
  }

  private List<String> notices() {
    return volatility.sometimes().isEmpty()
        ? List.of()
        : List.of(
            "there in one of two runs only: %s; see `ignore`"
                .formatted(String.join(", ", volatility.sometimes())));
  }

  private Snapshot withNewMasks() {
    var masks = new ArrayList<Mask>(before.snapshot().masks());
    masks.addAll(volatility.masks());
    var was = before.snapshot();
    return new Snapshot(
        was.file(), was.order(), was.more(), masks, was.ignored(), was.recordings());
  }

  /** What the row consists of now, in the order of the file where the order says nothing. */
  private List<Kept> target(String row, List<List<Kept>> all) {
    var was =
        before.snapshot().recording(row).map(Snapshot.Recording::kept).orElse(List.<Kept>of());
    var kept = Observed.byConnection(was);
    var target = new ArrayList<Kept>();
    Observed.byConnection(all.getFirst())
        .forEach((name, now) -> {
          var old = kept.getOrDefault(name, List.of());
          var accepted = pair(old, now);
          target.addAll(now.stream().filter(accepted::contains).toList());
        });
    learn(target, all);
    return target;
  }

  /** Finds the partners of one connection's messages, and what of it is to be kept. */
  private IdentitySet pair(List<Kept> old, List<Kept> now) {
    var accepted = new IdentitySet();
    for (var match : Comparison.matches(before, old, now)) {
      if (!match.found().isEmpty()) {
        var found = match.found().getFirst().kept();
        accepted.add(found);
        if (!match.expected().isEmpty()) {
          partner(match.expected().getFirst().kept(), found, match.equal());
        }
      }
    }
    pairSent(sent(old), sent(now));
    sent(now).forEach(accepted::add);
    return accepted;
  }

  private void partner(Kept old, Kept now, boolean same) {
    partners.put(now, old);
    equal.put(now, same);
  }

  private void pairSent(List<Kept> old, List<Kept> now) {
    var pairs =
        Alignment.of(
            old.size(),
            now.size(),
            (i, j) -> before.expected(old.get(i)).equals(before.found(now.get(j), old.get(i))),
            (i, j) -> Likeness.of(before.expected(old.get(i)), before.found(now.get(j))));
    for (var pair : pairs) {
      if (pair.left() >= 0 && pair.right() >= 0) {
        partner(old.get(pair.left()), now.get(pair.right()), pair.equal());
      }
    }
  }

  private static List<Kept> sent(List<Kept> all) {
    return all.stream().filter(one -> !Observed.isReceived(one)).toList();
  }

  /** Beside a second run, where there is one, of what is to be kept. */
  private void learn(List<Kept> target, List<List<Kept>> all) {
    var second = all.size() > 1 ? all.get(1) : List.<Kept>of();
    var left = target.stream().map(before::found).toList();
    var right = second.stream().map(before::found).toList();
    var pairs =
        Alignment.of(
            left.size(),
            right.size(),
            (i, j) -> isSame(target.get(i), second.get(j)) && left.get(i).equals(right.get(j)),
            (i, j) ->
                isSame(target.get(i), second.get(j)) && Likeness.of(left.get(i), right.get(j)));
    for (var pair : pairs) {
      if (pair.left() >= 0) {
        var one = target.get(pair.left());
        var like = partners.getOrDefault(one, one);
        if (pair.right() >= 0) {
          volatility.addPair(one, second.get(pair.right()), like);
        } else {
          volatility.addSingle(one, like, all.size() < 2);
        }
      }
    }
  }

  private static boolean isSame(Kept one, Kept other) {
    return one.connection().equals(other.connection())
        && Observed.isReceived(one) == Observed.isReceived(other);
  }

  /** One that would have to go before another that stays is taken out and put in again. */
  private List<Line> lines(String row, List<Kept> target, SnapshotPlan plan) {
    var was =
        before.snapshot().recording(row).map(Snapshot.Recording::kept).orElse(List.<Kept>of());
    var inFileOrder = !(before.snapshot().order() instanceof Order.AsReceived);
    var ordered = inFileOrder ? byFile(target, was) : target;
    var lines = new ArrayList<Line>();
    var last = -1;
    for (var one : ordered) {
      var partner = partners.get(one);
      var place = partner == null ? -1 : placeOf(partner, was);
      var stays = place > last;
      last = stays ? place : last;
      lines.add(line(one, partner, stays, plan));
    }
    return lines;
  }

  private Line line(Kept now, @Nullable Kept partner, boolean stays, SnapshotPlan plan) {
    if (partner != null && equal.getOrDefault(now, false) && volatility.masks(now).isEmpty()) {
      return new Line(stays ? partner : null, partner);
    }
    var kept = Recorder.stored(withMasks(now, partner), plan);
    return new Line(stays ? partner : null, kept);
  }

  private Kept withMasks(Kept now, @Nullable Kept partner) {
    if (!(now instanceof Kept.Message message)) {
      return now;
    }
    var masks = new ArrayList<Mask>();
    if (partner instanceof Kept.Message was) {
      masks.addAll(was.masks());
    }
    volatility
        .masks(now)
        .forEach(mask -> {
          masks.removeIf(old -> old.subject().text().equals(mask.subject().text()));
          masks.add(mask);
        });
    return new Kept.Message(
        message.direction(), message.connection(), message.content(), masks, message.at());
  }

  private static int placeOf(Kept kept, List<Kept> all) {
    for (var i = 0; i < all.size(); i++) {
      if (all.get(i).is(kept)) {
        return i;
      }
    }
    return -1;
  }

  private List<Kept> byFile(List<Kept> target, List<Kept> was) {
    var sorted = new ArrayList<Kept>();
    for (var old : was) {
      target.stream().filter(one -> old.is(partners.get(one))).forEach(sorted::add);
    }
    target.stream().filter(one -> !partners.containsKey(one)).forEach(sorted::add);
    return sorted;
  }

  /** Those very messages, not others that say the same. */
  private static final class IdentitySet {
    private final IdentityHashMap<Kept, Boolean> all = new IdentityHashMap<>();

    void add(Kept kept) {
      all.put(kept, true);
    }

    boolean contains(Kept kept) {
      return all.containsKey(kept);
    }
  }
}
