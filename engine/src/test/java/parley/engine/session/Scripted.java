package parley.engine.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Durations;
import parley.engine.plan.HandshakeChange;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;

/** Calls and answers of scripts, as a script of a session tells them. */
final class Scripted {

  private Scripted() {}

  static String text(ScriptCall call) {
    return "%s `%s` within %s of %s with %s"
        .formatted(
            call.moment().name().toLowerCase(Locale.ROOT),
            call.script().text().strip(),
            Durations.text(call.limit()),
            JsonWriter.write(Value.of(new TreeMap<>(call.variables()))),
            JsonWriter.write(call.given()));
  }

  /**
   * What stands there as JSON: {@code set}, {@code send}, {@code fails}, {@code breaks}, {@code
   * log}, {@code url}, {@code headers}, {@code params}, {@code fault}.
   */
  static ScriptAnswer answer(String json) {
    var all = json.isEmpty() ? Map.<String, Value>of() : fields(read(json));
    return new ScriptAnswer(
        fields(all.get("set")),
        fields(all.get("send")).entrySet().stream()
            .map(one ->
                new ScriptAnswer.Sent(
                    one.getKey().equals("-") ? null : one.getKey(),
                    Outgoing.text(String.valueOf(text(one.getValue())))))
            .toList(),
        checks(all),
        all.containsKey("log") ? List.of(String.valueOf(text(all.get("log")))) : List.of(),
        new HandshakeChange(
            text(all.get("url")), fields(all.get("headers")), fields(all.get("params"))),
        text(all.get("fault")));
  }

  private static List<CheckOutcome> checks(Map<String, Value> all) {
    var verdict =
        all.containsKey("fails") ? CheckOutcome.Verdict.FAILS : CheckOutcome.Verdict.BROKEN;
    var name = text(all.getOrDefault("fails", all.getOrDefault("breaks", Value.NULL)));
    return name == null
        ? List.of()
        : List.of(new CheckOutcome(new Position(Path.of("case"), 1, 1), name, "1", "2", verdict));
  }

  private static Value read(String json) {
    return ((JsonReading.Read) JsonReader.read(json)).value();
  }

  private static Map<String, Value> fields(@Nullable Value value) {
    return value instanceof Value.Fields(var all) ? all : Map.of();
  }

  private static @Nullable String text(@Nullable Value value) {
    return value instanceof Value.Text(var text) ? text : null;
  }
}
