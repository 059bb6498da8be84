package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.path.JsonPath;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.engine.plan.PlanProblem;
import parley.engine.plan.Planning;
import parley.engine.regex.Regexes;
import parley.model.collection.Source;
import parley.model.snapshot.Ignored;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** A snapshot with its paths and patterns compiled. Immutable; any thread may use it. */
public final class SnapshotPlan {

  private record ConditionPlan(JsonPath path, Value value) {}

  private final Snapshot snapshot;
  private final List<PlanProblem> problems = new ArrayList<>();
  private final List<MaskPlan> masks;
  private final IdentityHashMap<Kept, List<MaskPlan>> own = new IdentityHashMap<>();
  private final List<JsonPath> ignoredPaths = new ArrayList<>();
  private final List<List<ConditionPlan>> ignoredMessages = new ArrayList<>();
  private final @Nullable JsonPath stream;

  private SnapshotPlan(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.masks = plans(snapshot.masks());
    snapshot.all().forEach(this::addOwn);
    snapshot.ignored().forEach(this::add);
    this.stream = snapshot.order() instanceof Order.By(var by) ? path(by).orElse(null) : null;
  }

  /** Compiles it, or says what is wrong with it. */
  public static Planning<SnapshotPlan> of(Snapshot snapshot) {
    var plan = new SnapshotPlan(snapshot);
    return plan.problems.isEmpty()
        ? new Planning.Planned<>(plan)
        : new Planning.Wrong<>(plan.problems);
  }

  /**
   * Whether there is something to compare a run of that row with; the row is empty without data.
   */
  public boolean hasRecording(String row) {
    return snapshot.recording(row).isPresent();
  }

  Snapshot snapshot() {
    return snapshot;
  }

  private void addOwn(Kept kept) {
    if (kept instanceof Kept.Message message && !message.masks().isEmpty()) {
      own.put(kept, plans(message.masks()));
    }
  }

  private List<MaskPlan> plans(List<Mask> all) {
    return all.stream().flatMap(mask -> plan(mask).stream()).toList();
  }

  private Optional<MaskPlan> plan(Mask mask) {
    var subject = mask.subject();
    var regex = mask.rule() instanceof Mask.Rule.Matching(var text) ? regex(text) : null;
    if (subject.text().equals(Mask.TEXT) || subject.text().equals(Mask.BYTES)) {
      return Optional.of(new MaskPlan(mask, null, regex));
    }
    return path(subject).map(path -> new MaskPlan(mask, path, regex));
  }

  private Regexes.Compiled.@Nullable Regex regex(Source source) {
    return switch (Regexes.compile(source.text())) {
      case Regexes.Compiled.Regex regex -> regex;
      case Regexes.Compiled.Wrong(var why) -> {
        problems.add(new PlanProblem(source.at(), why, "a regular expression of RE2", null));
        yield null;
      }
    };
  }

  private Optional<JsonPath> path(Source source) {
    return switch (PathReader.read(source.text())) {
      case PathReading.Read(var path, _) -> Optional.of(path);
      case PathReading.Wrong(var at, var text) -> {
        problems.add(
            new PlanProblem(
                source.place(at),
                "`" + source + "`: " + text,
                "a path such as `$.items[0].id`",
                null));
        yield Optional.empty();
      }
    };
  }

  private void add(Ignored ignored) {
    switch (ignored) {
      case Ignored.At(var source) -> path(source).ifPresent(ignoredPaths::add);
      case Ignored.Messages(var conditions) ->
          ignoredMessages.add(conditions.stream().flatMap(one -> plan(one).stream()).toList());
    }
  }

  private Optional<ConditionPlan> plan(Ignored.Condition condition) {
    var value =
        JsonReader.read(condition.value()) instanceof JsonReading.Read(var json)
            ? json
            : Value.of(condition.value());
    return path(condition.path()).map(path -> new ConditionPlan(path, value));
  }

  /** Whether a message is left out of the comparison. */
  boolean ignores(Kept kept) {
    var plain = Plain.of(kept);
    return plain.form() == Plain.Form.JSON
        && ignoredMessages.stream()
            .anyMatch(all -> all.stream().allMatch(one -> holds(one, plain.value())));
  }

  private static boolean holds(ConditionPlan condition, Value root) {
    return condition.path().find(root).values().stream()
        .anyMatch(value ->
            value.equals(condition.value())
                || (value instanceof Value.Text
                    && Plain.shown(condition.value()).equals(textOf(value))));
  }

  private static String textOf(Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }

  /** The stream that a message belongs to, of which the order stays. */
  Value streamOf(Kept kept) {
    var plain = Plain.of(kept);
    if (stream == null || plain.form() != Plain.Form.JSON) {
      return Value.NULL;
    }
    return stream.find(plain.value()).values().stream().findFirst().orElse(Value.NULL);
  }

  /** A kept message as it is compared. */
  Plain expected(Kept kept) {
    return plain(kept, kept, true);
  }

  /** A message as it is compared with a kept one: what does not fit a mask stays as it is. */
  Plain found(Kept found, Kept like) {
    return plain(found, like, false);
  }

  /** A message as it is compared with such that have no masks of their own. */
  Plain found(Kept found) {
    return plain(found, found, false);
  }

  boolean hasOwnMasks(Kept kept) {
    return own.containsKey(kept);
  }

  private Plain plain(Kept kept, Kept like, boolean expected) {
    var plain = Plain.of(kept);
    var rules = rules(plain, own.getOrDefault(like, List.of()));
    if (rules.isEmpty()) {
      return plain;
    }
    return new Plain(
        plain.form(),
        Walk.of(
            plain.value(),
            (path, value) ->
                Optional.ofNullable(rules.get(path)).flatMap(rule -> rule.in(value, expected))));
  }

  /** What is done at a place. */
  private record Rule(@Nullable MaskPlan maskOrNull) {

    Optional<Value> stored() {
      return maskOrNull != null && maskOrNull.mask().rule() instanceof Mask.Rule.Of(var kind)
          ? Optional.of(Value.of("<" + kind.word() + ">"))
          : Optional.empty();
    }

    Optional<Value> in(Value value, boolean expected) {
      if (maskOrNull == null) {
        return Optional.of(Walk.GONE);
      }
      return expected || maskOrNull.fits(value)
          ? Optional.of(maskOrNull.placeholder())
          : Optional.empty();
    }
  }

  /** By place; masks of the message itself win over those for all. */
  private Map<String, Rule> rules(Plain plain, List<MaskPlan> ofMessage) {
    var rules = new HashMap<String, Rule>();
    masks.forEach(mask -> add(mask, plain, rules));
    ofMessage.forEach(mask -> add(mask, plain, rules));
    if (plain.form() == Plain.Form.JSON) {
      for (var path : ignoredPaths) {
        path.find(plain.value()).all().forEach(node -> rules.put(node.path(), new Rule(null)));
      }
    }
    return rules;
  }

  private static void add(MaskPlan mask, Plain plain, Map<String, Rule> rules) {
    for (var place : placesOf(mask, plain)) {
      rules.put(place, new Rule(mask));
    }
  }

  private static List<String> placesOf(MaskPlan mask, Plain plain) {
    if (!mask.concerns(plain.form())) {
      return List.of();
    }
    var path = mask.pathOrNull();
    return path == null
        ? List.of("$")
        : path.find(plain.value()).all().stream().map(node -> node.path()).toList();
  }

  /** The values at masked places of a message that are not what their masks say. */
  Map<String, Value> unfit(Kept found, Kept like) {
    var plain = Plain.of(found);
    var rules = rules(plain, own.getOrDefault(like, List.of()));
    var unfit = new LinkedHashMap<String, Value>();
    if (!rules.isEmpty()) {
      Walk.of(
          plain.value(),
          (path, value) -> {
            var rule = rules.get(path);
            if (rule != null && rule.maskOrNull() != null && !rule.maskOrNull().fits(value)) {
              unfit.put(path, value);
            }
            return Optional.empty();
          });
    }
    return unfit;
  }

  /** A message as it is kept: without the masked values, but for those masked by a pattern. */
  Kept.Content stored(Kept.Message found) {
    var plain = Plain.of(found);
    var rules = rules(plain, plans(found.masks()));
    if (rules.isEmpty()) {
      return found.content();
    }
    var value =
        Walk.of(
            plain.value(), (path, _) -> Optional.ofNullable(rules.get(path)).flatMap(Rule::stored));
    return switch (found.content()) {
      case Kept.Content.Json _ -> new Kept.Content.Json(value);
      case Kept.Content.Text _ ->
          new Kept.Content.Text(value instanceof Value.Text(var text) ? text : "");
      case Kept.Content.Binary binary ->
          value.equals(plain.value()) ? binary : new Kept.Content.Binary(Bytes.EMPTY);
    };
  }

  /** The masks that no kept message has anything for. */
  public List<Mask> unused() {
    var unused = new ArrayList<Mask>();
    for (var mask : masks) {
      if (snapshot.all().noneMatch(kept -> !placesOf(mask, Plain.of(kept)).isEmpty())) {
        unused.add(mask.mask());
      }
    }
    own.forEach((kept, all) ->
        all.stream()
            .filter(mask -> placesOf(mask, Plain.of(kept)).isEmpty())
            .map(MaskPlan::mask)
            .forEach(unused::add));
    return List.copyOf(unused);
  }
}
