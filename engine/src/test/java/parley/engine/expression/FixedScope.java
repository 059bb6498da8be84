package parley.engine.expression;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import parley.engine.function.Result;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** A scope where nothing changes: the variables of the reference page, its message, its clock. */
final class FixedScope implements Scope {

  static final String MESSAGE =
      """
      {"type":"ack","id":7,"seq":12,"total":12.50,"ok":true,"note":null,"room":"main",
       "items":[{"sku":"a","price":3,"tags":["x"]},{"sku":"b","price":4.5,"tags":[]}]}\
      """;

  private static final Map<String, String> VARIABLES =
      Map.of(
          "room", "\"main\"",
          "seq", "12",
          "user", "{\"name\":\"ann\",\"roles\":[\"admin\",\"dev\"]}",
          "list", "[3,1,2]",
          "price", "1.10",
          "big", "12345678901234567890",
          "api-key", "\"k\"",
          "later", "");

  static final Names NAMES = Names.of(VARIABLES.keySet().stream().sorted().toArray(String[]::new));

  private final Subject subject = new Subject();
  private final Random random = new Random(42);

  FixedScope() {
    subject.set(ByteBuffer.wrap(MESSAGE.getBytes(StandardCharsets.UTF_8)));
  }

  static Value json(String text) {
    return ((JsonReading.Read) JsonReader.read(text)).value();
  }

  /** The value as JSON, or {@code fault at N: text}, or {@code problem at N: text}, all of them. */
  static String shown(String expression) {
    return shown(expression, new FixedScope());
  }

  static String shown(String expression, Scope scope) {
    return switch (Expression.compile(expression, NAMES)) {
      case Compilation.Compiled(var compiled) -> shown(compiled.evaluate(scope));
      case Compilation.Wrong(var problems) -> shown(problems);
    };
  }

  static String shown(Result result) {
    return switch (result) {
      case Result.Of(var value) -> JsonWriter.write(value);
      case Result.Fault(var reason, var at, var text) ->
          "fault at %d: %s%s"
              .formatted(at, text, reason == Result.Reason.INVALID ? "" : " [" + reason + "]");
    };
  }

  static String shown(List<Problem> problems) {
    return problems.stream()
        .map(problem ->
            "problem at %d: %s%s"
                .formatted(
                    problem.at(),
                    problem.text(),
                    problem.hint().isEmpty() ? "" : "; " + problem.hint()))
        .collect(Collectors.joining("; and "));
  }

  @Override
  public Optional<Value> variable(int slot) {
    var text = VARIABLES.getOrDefault(NAMES.variables().get(slot), "");
    return text.isEmpty() ? Optional.empty() : Optional.of(json(text));
  }

  @Override
  public Subject subject() {
    return subject;
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-01-02T03:04:05.006Z");
  }

  @Override
  public RandomGenerator random() {
    return random;
  }
}
