package parley.store.row;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Hop;
import parley.model.connection.TokenFacts;
import parley.model.connection.Tunnel;
import parley.model.connection.Way;

/** What lay on a way, from the JSON that {@link WayWriting} writes. */
final class WayReading {

  private WayReading() {}

  /** Straight there where nothing is told. */
  static Way of(EventObject evidence) {
    var way = evidence.orNull("way", WayReading::way);
    return way == null ? Way.STRAIGHT : way;
  }

  private static Way way(EventObject in) {
    return new Way(
        in.all("hops", WayReading::hop),
        in.orNull("tunnel", WayReading::tunnel),
        in.orNull("token", WayReading::token));
  }

  private static Hop hop(EventObject in) {
    return new Hop(
        EventReading.url(in.object("url")),
        EventReading.request(in.object("request")),
        EventReading.response(in.object("answer")),
        in.bytes("body"),
        in.constant("reason", Hop.Reason.class));
  }

  private static Tunnel tunnel(EventObject in) {
    return new Tunnel(
        in.text("proxy"),
        in.textOrNull("variable"),
        in.orNull("request", EventReading::request),
        in.orNull("answer", EventReading::response),
        in.bytes("body"),
        in.orNull("tls", EventReading::tls));
  }

  private static TokenFacts token(EventObject in) {
    return new TokenFacts(
        in.text("url"),
        instantOrNull(in.textOrNull("expires")),
        in.truth("reused"),
        in.orNull("refusal", WayReading::refusal));
  }

  private static TokenFacts.Refusal refusal(EventObject in) {
    return new TokenFacts.Refusal(EventReading.response(in.object("answer")), in.bytes("body"));
  }

  private static @Nullable Instant instantOrNull(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException damaged) {
      throw new IllegalArgumentException(text + " is no time", damaged);
    }
  }
}
