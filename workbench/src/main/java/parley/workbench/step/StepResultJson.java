package parley.workbench.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import parley.files.yaml.Pointer;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Extracted;
import parley.model.outcome.Saw;
import parley.model.outcome.StepOutcome;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.report.Redaction;
import parley.workbench.call.Json;

/** Steps as the page has them, see {@code StepResult}. */
final class StepResultJson {

  /** How many messages a step names. */
  private static final int MAX_MESSAGES = 100;

  /** A value is no message: its beginning is enough. */
  private static final int MAX_VALUE = 2000;

  private final Redaction redaction;
  private final Positions positions;
  private boolean complete;

  StepResultJson(Redaction redaction, Positions positions) {
    this.redaction = redaction;
    this.positions = positions;
  }

  /**
   * One of them.
   *
   * @param over whether nothing more will be done
   */
  Value of(StepRun run, boolean over) {
    var told = run.told();
    if (told != null) {
      return told;
    }
    complete = run.outcome() != null;
    var value = fresh(run, over);
    if (complete) {
      run.told(value);
    }
    return value;
  }

  private Value fresh(StepRun run, boolean over) {
    var place = run.place();
    var json =
        Json.object()
            .put("id", place.id() + (run.round() > 1 ? "#" + run.round() : ""))
            .put("at", pointer(place.pointer()))
            .put("line", place.line())
            .put("depth", place.depth())
            .put("verb", place.verb())
            .put("title", redaction.in(place.title()));
    json.putText("path", Optional.of(place.path()).filter(one -> !one.isEmpty()));
    var outcome = run.outcome();
    if (outcome == null) {
      return unended(run, over, json).value();
    }
    return ended(outcome, run.sent(), json).value();
  }

  private static Json.Fields unended(StepRun run, boolean over, Json.Fields json) {
    json.put("state", over ? "skipped" : run.isWaiting() ? "waiting" : "running");
    if (over) {
      json.put("text", run.isWaiting() ? "it was not reached" : "it was cut short");
    }
    return json.put("checks", List.<Value>of(), one -> one)
        .put("extracted", List.<Value>of(), one -> one)
        .put("saw", List.<Value>of(), one -> one)
        .put("messages", List.<Value>of(), one -> one);
  }

  private Json.Fields ended(StepOutcome outcome, List<Long> sent, Json.Fields json) {
    var result = outcome.result();
    json.put("state", result.word()).put("millis", millis(outcome));
    var why = result.why();
    if (!why.isEmpty()) {
      json.put("text", redaction.in(why));
    }
    outcome.saw().filter(saw -> saw.left() > 0).ifPresent(saw -> json.put("left", saw.left()));
    return json.put("checks", outcome.checks(), this::check)
        .put("extracted", outcome.extracted(), this::extracted)
        .put("saw", outcome.saw().map(this::saw).orElse(List.of()), one -> one)
        .put("messages", messages(outcome, sent), one -> one);
  }

  /** The numbers of the entries that a step names. */
  static Stream<Long> named(StepRun run) {
    var saw = Optional.ofNullable(run.outcome()).flatMap(StepOutcome::saw);
    return Stream.of(
            run.sent().stream(),
            saw.stream().flatMap(one -> latest(one.taken()).stream()),
            saw.stream().flatMap(one -> one.rejected().stream()).map(one -> one.number()))
        .flatMap(numbers -> numbers);
  }

  private static Value millis(StepOutcome outcome) {
    return Json.millis(outcome.ended().minus(outcome.began()));
  }

  private Value check(CheckOutcome check) {
    return Json.object()
        .put("ok", check.holds())
        .put("text", redaction.in(check.subject()))
        .put("expected", redaction.in(check.expected()))
        .put("found", cut(redaction.in(check.found())))
        .value();
  }

  private Value extracted(Extracted one) {
    var text = one.value() instanceof Value.Text(var own) ? own : JsonWriter.write(one.value());
    return Json.object().put("name", one.name()).put("value", cut(redaction.in(text))).value();
  }

  private static String cut(String text) {
    return text.length() > MAX_VALUE ? text.substring(0, MAX_VALUE) + "…" : text;
  }

  private List<Value> saw(Saw saw) {
    var all = new ArrayList<Value>();
    latest(saw.taken())
        .forEach(number ->
            position(number).ifPresent(at -> all.add(Json.object().put("position", at).value())));
    saw.rejected()
        .forEach(one ->
            position(one.number())
                .ifPresent(at ->
                    all.add(
                        Json.object()
                            .put("position", at)
                            .put("why", cut(redaction.in(why(one.why()))))
                            .value())));
    return all;
  }

  private static String why(CheckOutcome check) {
    return "%s: expected %s, found %s".formatted(check.subject(), check.expected(), check.found());
  }

  private static List<Long> latest(List<Long> numbers) {
    return numbers.subList(Math.max(0, numbers.size() - MAX_MESSAGES), numbers.size());
  }

  private List<Value> messages(StepOutcome outcome, List<Long> sent) {
    var taken = outcome.saw().map(Saw::taken).orElse(List.of());
    return Stream.concat(sent.stream(), latest(taken).stream())
        .map(this::position)
        .flatMapToLong(OptionalLong::stream)
        .mapToObj(Value::of)
        .toList();
  }

  private OptionalLong position(long number) {
    var position = positions.of(number);
    complete &= position.isPresent();
    return position;
  }

  private static Value pointer(Pointer pointer) {
    return Json.list(
        pointer.parts(),
        part ->
            switch (part) {
              case Pointer.Part.Key(var name) -> Value.of(name);
              case Pointer.Part.Index(var index) -> Value.of((long) index);
            });
  }
}
