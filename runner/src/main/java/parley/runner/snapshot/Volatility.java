package parley.runner.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Mask.Kind;
import parley.model.snapshot.Mask.Rule;
import parley.model.value.Value;

/**
 * What is not the same in each run: where two runs differ, and moments close to now. A mask holds
 * for all messages when what stands there is such a value in all of them, and else for one.
 */
final class Volatility {

  /** A place of a message, and what stands there in either run. */
  private record Spot(Kept kept, String place, Rule rule) {

    /** The place without the numbers of items. */
    String subject() {
      return place.replaceAll("\\[\\d+]", "[*]");
    }
  }

  private final SnapshotPlan plan;
  private final Position nowhere;
  private final Instant now;
  private final List<Kept> all = new ArrayList<>();
  private final List<Spot> spots = new ArrayList<>();
  private final Set<String> sometimes = new TreeSet<>();
  private final Map<String, Mask> masks = new LinkedHashMap<>();
  private final IdentityHashMap<Kept, List<Mask>> own = new IdentityHashMap<>();

  /** Beside what the masks of a snapshot say already. */
  Volatility(SnapshotPlan plan, Instant now) {
    this.plan = plan;
    this.now = now;
    this.nowhere = new Position(plan.snapshot().file(), 1, 1);
  }

  /** Masks for all messages. */
  List<Mask> masks() {
    return List.copyOf(masks.values());
  }

  /** Masks for one message alone. */
  List<Mask> masks(Kept kept) {
    return own.getOrDefault(kept, List.of());
  }

  /** Paths where something stands in one run only. */
  Set<String> sometimes() {
    return sometimes;
  }

  /** Looks at a message and at what it was in another run. */
  void addPair(Kept first, Kept second, Kept like) {
    all.add(first);
    var one = plan.found(first, like);
    var other = plan.found(second, like);
    if (one.form() == other.form()) {
      ValueDifference.of(one.value(), other.value())
          .forEach(difference -> add(first, one.form(), difference));
    }
    addUnfit(first, second, like);
    addMoments(first, one, false);
  }

  /** Looks at a message that no other run tells anything of. */
  void addSingle(Kept first, Kept like, boolean byLooks) {
    all.add(first);
    addUnfit(first, first, like);
    addMoments(first, plan.found(first, like), byLooks);
  }

  private void add(Kept kept, Plain.Form form, ValueDifference difference) {
    var one = difference.expectedOrNull();
    var other = difference.foundOrNull();
    var place = difference.path();
    if (one != null && other != null) {
      spots.add(new Spot(kept, form == Plain.Form.JSON ? place : subject(form), rule(one, other)));
    } else if (place.endsWith("]") && !place.endsWith("']")) {
      var list = place.substring(0, place.lastIndexOf('['));
      spots.add(new Spot(kept, list, new Rule.Of(Kind.LIST)));
    } else {
      sometimes.add(place.replaceAll("\\[\\d+]", "[*]"));
    }
  }

  private static String subject(Plain.Form form) {
    return form == Plain.Form.BINARY ? Mask.BYTES : Mask.TEXT;
  }

  private Rule rule(Value one, Value other) {
    var kind = Kinds.of(one, other);
    return kind == Kind.TEXT
            && one instanceof Value.Text(var left)
            && other instanceof Value.Text(var right)
        ? Embedded.pattern(left, right)
            .<Rule>map(regex -> new Rule.Matching(new Source(regex, nowhere)))
            .orElseGet(() -> new Rule.Of(kind))
        : new Rule.Of(kind);
  }

  private void addUnfit(Kept first, Kept second, Kept like) {
    var others = plan.unfit(second, like);
    plan.unfit(first, like)
        .forEach((place, value) ->
            spots.add(
                new Spot(
                    first,
                    place,
                    new Rule.Of(Kinds.of(value, others.getOrDefault(place, value))))));
  }

  private void addMoments(Kept kept, Plain plain, boolean byLooks) {
    if (plain.form() != Plain.Form.JSON) {
      return;
    }
    Walk.of(
        plain.value(),
        (place, value) -> {
          var kind = byLooks ? Kinds.byLooks(value, now) : Kinds.ofMoment(value, now);
          kind.filter(_ -> isNew(kept, place))
              .ifPresent(one -> spots.add(new Spot(kept, place, new Rule.Of(one))));
          return Optional.empty();
        });
  }

  /** What a person left unmasked in the snapshot stays so, unless it differs. */
  private boolean isNew(Kept kept, String place) {
    var isFound = spots.stream().anyMatch(one -> one.kept().is(kept) && one.place().equals(place));
    return !isFound
        && PathReader.read(place) instanceof PathReading.Read(var path, _)
        && plan.snapshot()
            .all()
            .map(Plain::of)
            .filter(plain -> plain.form() == Plain.Form.JSON)
            .allMatch(plain -> path.find(plain.value()).all().isEmpty());
  }

  /** Makes masks of all that was found. */
  void settle() {
    var subjects = new LinkedHashSet<String>();
    spots.forEach(one -> subjects.add(one.subject()));
    for (var subject : subjects) {
      var same = spots.stream().filter(one -> one.subject().equals(subject)).toList();
      settle(subject, same);
    }
  }

  private void settle(String subject, List<Spot> same) {
    var rule = common(same);
    var values = values(subject);
    var weak = rule instanceof Rule.Of(var kind) && isWeak(kind);
    var fits =
        rule instanceof Rule.Of(var kind)
            && values.stream().allMatch(value -> Kinds.fits(kind, value));
    if (values.size() == same.size() || (fits && (!weak || 2 * same.size() >= values.size()))) {
      masks.put(subject, mask(subject, rule));
      return;
    }
    for (var spot : same) {
      var list = own.computeIfAbsent(spot.kept(), _ -> new ArrayList<>());
      var mask =
          mask(subject, common(same.stream().filter(one -> one.kept().is(spot.kept())).toList()));
      if (list.stream().noneMatch(one -> one.subject().text().equals(subject))) {
        list.add(mask);
      }
    }
  }

  private static boolean isWeak(Kind kind) {
    return kind.compareTo(Kind.NUMBER) >= 0;
  }

  private static Rule common(List<Spot> spots) {
    var rules = spots.stream().map(Spot::rule).map(Volatility::comparable).distinct().toList();
    if (rules.size() == 1) {
      return spots.getFirst().rule();
    }
    var text =
        spots.stream()
            .map(Spot::rule)
            .allMatch(rule ->
                rule instanceof Rule.Matching
                    || (rule instanceof Rule.Of(var kind)
                        && (kind == Kind.TEXT || (!isWeak(kind) && kind != Kind.TIMESTAMP))));
    return new Rule.Of(text ? Kind.TEXT : Kind.ANY);
  }

  private static String comparable(Rule rule) {
    return switch (rule) {
      case Rule.Of(var kind) -> kind.word();
      case Rule.Matching(var regex) -> "matches " + regex.text();
    };
  }

  private Mask mask(String subject, Rule rule) {
    return new Mask(new Source(subject, nowhere), rule);
  }

  /** What stands there in all messages. */
  private List<Value> values(String subject) {
    var plains = all.stream().map(Plain::of).toList();
    if (subject.equals(Mask.TEXT) || subject.equals(Mask.BYTES)) {
      var form = subject.equals(Mask.TEXT) ? Plain.Form.TEXT : Plain.Form.BINARY;
      return plains.stream().filter(one -> one.form() == form).map(Plain::value).toList();
    }
    return PathReader.read(subject) instanceof PathReading.Read(var path, _)
        ? plains.stream()
            .filter(one -> one.form() == Plain.Form.JSON)
            .flatMap(one -> path.find(one.value()).values().stream())
            .toList()
        : List.of();
  }
}
