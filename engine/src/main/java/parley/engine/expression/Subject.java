package parley.engine.expression;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.function.Result;
import parley.engine.path.JsonScan;
import parley.engine.path.PathScanner;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * What {@code $} stands for: nothing, a value, or a message, whose bytes are read as JSON when the
 * first expression needs more than a scan. A session keeps one and sets it for each message; bytes
 * are lent until it is set again.
 */
public final class Subject {

  private final JsonScan scan = new JsonScan();
  private @Nullable ByteBuffer bytes;
  private @Nullable ByteBuffer message;
  private @Nullable JsonReading reading;

  /** Nothing, until it is set. */
  public Subject() {}

  /** From now on {@code $} stands for nothing. */
  public void clear() {
    bytes = null;
    message = null;
    reading = null;
  }

  /**
   * From now on {@code $} stands for the JSON in {@code text}, valid UTF-8, whose position stays.
   */
  public void set(ByteBuffer text) {
    bytes = text;
    message = text;
    reading = null;
  }

  /** From now on {@code $} stands for nothing, but there is a message of these bytes. */
  public void setBinary(ByteBuffer payload) {
    clear();
    message = payload;
  }

  /** From now on {@code $} stands for {@code value}. */
  public void set(Value value) {
    clear();
    reading = new JsonReading.Read(value);
  }

  /** Decides a comparison where bytes are there, unread; without allocating. */
  public JsonScan.Verdict scan(PathScanner scanner) {
    return bytes == null || reading != null
        ? JsonScan.Verdict.UNDECIDED
        : scan.scan(scanner, bytes);
  }

  /** The value, or why there is none: a fault at {@code at}. */
  public Result value(int at) {
    return reading()
        .map(read ->
            switch (read) {
              case JsonReading.Read(var value) -> Result.of(value);
              case JsonReading.Unreadable wrong -> fault(at, wrong);
            })
        .orElseGet(
            () -> new Result.Fault(Result.Reason.MISSING, at, "there is no message for $ here"));
  }

  /** The whole of the one message, as it is or its bytes in hex; a fault at {@code at} else. */
  Result message(int at, boolean inHex) {
    if (message == null) {
      return new Result.Fault(
          Result.Reason.MISSING,
          at,
          "there is not exactly one message for %s() here".formatted(inHex ? "hex" : "text"));
    }
    var all = Bytes.copyOf(message);
    if (inHex) {
      return Result.of(HexFormat.of().formatHex(all.toArray()));
    }
    return all.isUtf8()
        ? Result.of(all.toText())
        : new Result.Fault(
            Result.Reason.MISSING, at, "a binary message has no text; hex() has its bytes");
  }

  private static Result fault(int at, JsonReading.Unreadable wrong) {
    return new Result.Fault(
        Result.Reason.NOT_JSON,
        at,
        "the message is not JSON: line %d, column %d: %s"
            .formatted(wrong.line(), wrong.column(), wrong.text()));
  }

  private Optional<JsonReading> reading() {
    if (reading == null && bytes != null) {
      reading = JsonReader.read(StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
    }
    return Optional.ofNullable(reading);
  }
}
