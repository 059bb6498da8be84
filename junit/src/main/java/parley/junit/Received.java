package parley.junit;

import java.math.BigDecimal;
import java.util.List;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * What a receive took: one message, or several together.
 *
 * @param payloads in the order in which they came
 */
public record Received(List<Bytes> payloads) {

  public Received {
    payloads = List.copyOf(payloads);
  }

  /** The text of the message, of the first one of several. */
  public String text() {
    return first().toText();
  }

  /** The bytes of the message, of the first one of several. */
  public byte[] bytes() {
    return first().toArray();
  }

  private Bytes first() {
    return payloads.getFirst();
  }

  /**
   * The message as JSON; of several messages a list of them, as in a step.
   *
   * @throws IllegalStateException when it is none
   */
  public Value json() {
    return payloads.size() == 1
        ? json(first())
        : Value.of(payloads.stream().map(Received::json).toList());
  }

  private static Value json(Bytes payload) {
    return switch (JsonReader.read(payload.toText())) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Unreadable unreadable ->
          throw new IllegalStateException("the message is no JSON: " + unreadable.text());
    };
  }

  /**
   * The first value at a path.
   *
   * @throws IllegalStateException when there is nothing
   */
  public Value at(String path) {
    return switch (PathReader.read(path)) {
      case PathReading.Read(var read, _) ->
          read.find(json()).values().stream()
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("there is nothing at " + path));
      case PathReading.Wrong(_, var why) ->
          throw new IllegalArgumentException(path + " is no path: " + why);
    };
  }

  /** The text at a path; of what is no text, its JSON. */
  public String text(String path) {
    var value = at(path);
    return value instanceof Value.Text(var text) ? text : JsonWriter.write(value);
  }

  /**
   * The number at a path, exactly.
   *
   * @throws IllegalStateException when there is none
   */
  public BigDecimal number(String path) {
    if (at(path) instanceof Decimal number) {
      return number.toBigDecimal();
    }
    throw new IllegalStateException("what stands at " + path + " is no number");
  }
}
