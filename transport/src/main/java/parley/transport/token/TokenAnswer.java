package parley.transport.token;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt.BodyEnd;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;

/** What an authorization server answered (RFC 6749, 5). */
public sealed interface TokenAnswer {

  /**
   * A bearer token.
   *
   * @param goodForOrNull null when the server did not say
   */
  record Token(String value, @Nullable Duration goodForOrNull) implements TokenAnswer {

    public Optional<Duration> goodFor() {
      return Optional.ofNullable(goodForOrNull);
    }

    @Override
    public String toString() {
      return "Token[goodFor=" + goodForOrNull + "]";
    }
  }

  /**
   * None that can be used.
   *
   * @param text what was answered, as the end of a sentence that begins with the server
   * @param body what may be shown of it
   */
  record Refused(String text, Bytes body) implements TokenAnswer {}

  /** Reads an answer. */
  static TokenAnswer of(ResponseHead head, Bytes body, BodyEnd end) {
    var text = body.isUtf8() ? body.toText() : "";
    if (head.status() / 100 == 3) {
      return new Refused(redirect(head), body);
    }
    var fields =
        JsonReader.read(text) instanceof JsonReading.Read(Value.Fields(var all)) ? all : null;
    if (head.status() / 100 != 2) {
      return new Refused(status(head) + (fields == null ? "" : error(fields)), body);
    }
    if (fields == null) {
      return new Refused(status(head) + notJson(head, body, end), body);
    }
    return granted(fields, head, body);
  }

  private static TokenAnswer granted(Map<String, Value> fields, ResponseHead head, Bytes body) {
    if (!(fields.get("access_token") instanceof Value.Text(var token)) || token.isBlank()) {
      return new Refused(status(head) + ", but its JSON has no `access_token`", body);
    }
    if (fields.get("token_type") instanceof Value.Text(var type)
        && !type.equalsIgnoreCase("bearer")) {
      return new Refused(
          status(head) + " and gave a token of type '%s', not bearer".formatted(line(type)),
          Bytes.EMPTY);
    }
    if (!token.matches("[\\x21-\\x7e]+")) {
      return new Refused(
          status(head) + " and gave a token with characters that no header can hold", Bytes.EMPTY);
    }
    return new Token(token, goodFor(fields.get("expires_in")));
  }

  /** Some servers write the seconds as a text. */
  private static @Nullable Duration goodFor(@Nullable Value seconds) {
    return switch (seconds) {
      case Decimal number -> goodFor(number.text());
      case Value.Text(var text) -> goodFor(text);
      case Value _ -> null;
      case null -> null;
    };
  }

  /** Up to 31 years; what is longer is as good as for ever. */
  private static @Nullable Duration goodFor(String seconds) {
    return seconds.matches("\\d{1,9}(\\.\\d+)?")
        ? Duration.ofSeconds(Long.parseLong(seconds.split("\\.", 2)[0]))
        : null;
  }

  private static String status(ResponseHead head) {
    return ("answered " + head.status() + " " + line(head.reason())).strip();
  }

  private static String redirect(ResponseHead head) {
    return status(head)
        + head.first("Location").map(place -> " to " + line(place)).orElse("")
        + ", which is not followed with a secret; name the place itself as the token URL";
  }

  /** RFC 6749, 5.2. */
  private static String error(Map<String, Value> fields) {
    if (!(fields.get("error") instanceof Value.Text(var error))) {
      return "";
    }
    return fields.get("error_description") instanceof Value.Text(var description)
        ? ": %s (%s)".formatted(line(error), line(description))
        : ": " + line(error);
  }

  private static String notJson(ResponseHead head, Bytes body, BodyEnd end) {
    var type = head.first("Content-Type").map(name -> " of " + line(name)).orElse("");
    var what =
        switch (end) {
          case COMPLETE -> body.isEmpty() ? "an empty body" : "a body" + type;
          case LIMIT -> "a body" + type + " that is too long";
          case TIMEOUT, CUT -> "a body" + type + " that did not end";
          case MALFORMED -> "a body" + type + " in broken chunks";
        };
    return " with " + what + ", not with a JSON object";
  }

  /** What a stranger wrote, as part of a sentence. */
  private static String line(String text) {
    var plain = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return plain.length() <= 200 ? plain : plain.substring(0, 200) + "...";
  }
}
