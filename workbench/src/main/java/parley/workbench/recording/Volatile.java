package parley.workbench.recording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Tells values that are others at the next time, by their names and by how they look. */
final class Volatile {

  private static final Set<String> NAMES =
      Set.of(
          "id",
          "uuid",
          "guid",
          "time",
          "timestamp",
          "ts",
          "date",
          "at",
          "on",
          "token",
          "nonce",
          "session",
          "sid",
          "seq",
          "sequence",
          "offset",
          "cursor",
          "expires",
          "expiry",
          "created",
          "updated",
          "random",
          "hash",
          "signature",
          "sig",
          "key",
          "latency",
          "duration",
          "elapsed",
          "uptime",
          "ref",
          "trace",
          "span");

  private static final Set<String> TELLING_NUMBERS =
      Set.of("code", "status", "version", "v", "error", "errno");

  private static final Pattern LOOKS =
      Pattern.compile(
          String.join(
              "|",
              "(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", // UUID
              "\\d{4}-\\d\\d-\\d\\d([T ].*)?", // date
              "\\d{1,2}:\\d\\d(:\\d\\d)?.*", // time
              "\\d{6,}", // number of its own
              "[0-9a-f]{12,}", // hash
              "[0-9A-HJKMNP-TV-Z]{26}", // ULID
              "eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*", // JWT
              "(?=.*\\d)(?=.*[A-Za-z])[\\w+/=-]{16,}")); // key

  private Volatile() {}

  /** Whether a value of that name is not worth a check. */
  static boolean is(String name, Value value) {
    return switch (value) {
      case Value.Text(var text) -> isNamed(name) || LOOKS.matcher(text).matches();
      case Decimal _ -> words(name).noneMatch(TELLING_NUMBERS::contains);
      case Value.Bool _, Value.Null _ -> false;
      case Value.Items _, Value.Fields _ -> true;
    };
  }

  private static boolean isNamed(String name) {
    return words(name).anyMatch(NAMES::contains);
  }

  /** Of {@code requestId} they are {@code request} and {@code id}. */
  private static Stream<String> words(String name) {
    return Stream.of(name.split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])"))
        .map(word -> word.toLowerCase(Locale.ROOT));
  }
}
