package parley.files.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.model.collection.DurationRange;
import parley.model.collection.Settings;
import parley.model.connection.ConnectSpec;
import parley.model.connection.KeepAlive;
import parley.protocol.frame.ByteSize;

/** Limits and habits of a connection. */
final class SettingsFormat {

  private static final ScalarShape<Duration> CONNECT_TIME =
      Scalars.TIME.onlyIf(
          time ->
              time.compareTo(Duration.ofSeconds(1)) >= 0
                  && time.compareTo(Duration.ofSeconds(300)) <= 0,
          "a duration from 1s to 300s");

  private static final Key<Integer> ATTEMPTS =
      Key.<Integer>of("attempts", Scalars.number(1, 1_000_000), "How many tries.").orElse("5");
  private static final Key<DurationRange> BACKOFF =
      Key.<DurationRange>of(
              "backoff", Scalars.TIMES, "The wait before the first try, and the longest wait.")
          .orElse("1s..30s");

  private static final Shape<Settings.Reconnect> RECONNECT_LONG =
      MapShape.of(
          "reconnecting",
          "Tries after a connection is lost; the wait doubles from one to the next.",
          List.of(ATTEMPTS, BACKOFF),
          values -> new Settings.Reconnect(values.get(ATTEMPTS), values.get(BACKOFF)));

  private static final Key<Settings.Reconnect> RECONNECT =
      Key.<Settings.Reconnect>of(
              "reconnect",
              FormsShape.<Settings.Reconnect>ofScalar(Scalars.FLAG.map(SettingsFormat::reconnect))
                  .orMap(RECONNECT_LONG),
              "Whether and how often a lost connection is opened again.")
          .orElse("false");

  private static final Key<Duration> PING_EVERY =
      Key.<Duration>of("every", Scalars.TIME, "The time from one ping to the next.").needed();
  private static final Key<Duration> PING_TIMEOUT =
      Key.<Duration>of("timeout", Scalars.TIME, "How long a pong may take.").orElse("10s");

  private static final Key<KeepAlive> PING =
      Key.of(
          "ping",
          MapShape.of(
              "keeping alive",
              "Pings that Parley sends by itself.",
              List.of(PING_EVERY, PING_TIMEOUT),
              values -> new KeepAlive(values.get(PING_EVERY), values.get(PING_TIMEOUT))),
          "Pings that Parley sends by itself; none unless set.");

  private static final Key<Integer> KEEP =
      Key.<Integer>of("keep", Scalars.number(1, 100_000_000), "Messages kept at most.")
          .orElse("10000");
  private static final Key<Settings.Overflow> OVERFLOW =
      Key.<Settings.Overflow>of(
              "overflow",
              Scalars.constants(Settings.Overflow.class),
              "What happens when one more comes; what is dropped is counted and reported.")
          .orElse("drop-oldest");

  private static final Key<Settings.Inbox> INBOX =
      Key.<Settings.Inbox>of(
              "inbox",
              MapShape.of(
                  "an inbox",
                  "What a connection keeps of what it received.",
                  List.of(KEEP, OVERFLOW),
                  values -> new Settings.Inbox(values.get(KEEP), values.get(OVERFLOW))),
              "What is kept of the messages received.")
          .orElse("{}");

  private static final Key<Duration> CONNECT_TIMEOUT =
      Key.<Duration>of(
              "connect-timeout", CONNECT_TIME, "Bounds everything up to the server's answer.")
          .orElse("30s");
  private static final Key<ByteSize> MAX_MESSAGE =
      Key.<ByteSize>of(
              "max-message", Scalars.SIZE_ABOVE_ZERO, "The largest message accepted, inflated.")
          .orElse("16MB");
  private static final Key<Integer> FOLLOW_REDIRECTS =
      Key.<Integer>of(
              "follow-redirects",
              ScalarShape.of(
                  "`true`, `false`, or how many at most, such as `5`",
                  SettingsFormat::redirects,
                  "true|false|\\d{1,3}"),
              "Whether a refusal that names another URL is followed, and how often; `true` is 50"
                  + " times.")
          .orElse("false");
  private static final Key<Boolean> COOKIES =
      Key.<Boolean>of(
              "cookies",
              Scalars.FLAG,
              "Whether cookies that servers set are sent on the later connections of a run.")
          .orElse("true");
  private static final Key<Boolean> AUTO_PONG =
      Key.<Boolean>of("auto-pong", Scalars.FLAG, "Whether pings are answered.").orElse("true");
  private static final Key<Duration> CLOSE_TIMEOUT =
      Key.<Duration>of("close-timeout", Scalars.TIME, "How long the server may take over the end.")
          .orElse("5s");

  static final MapShape<Settings> SETTINGS =
      MapShape.of(
          "settings",
          "Limits and habits of a connection.",
          keys(),
          values ->
              new Settings(
                  values.get(CONNECT_TIMEOUT),
                  values.get(RECONNECT),
                  values.orNull(PING),
                  values.get(MAX_MESSAGE),
                  values.get(INBOX),
                  values.get(FOLLOW_REDIRECTS),
                  values.get(COOKIES),
                  values.get(AUTO_PONG),
                  values.get(CLOSE_TIMEOUT),
                  RouteFormat.route(values)));

  private SettingsFormat() {}

  private static List<Key<?>> keys() {
    var keys = new ArrayList<Key<?>>();
    keys.addAll(
        List.of(
            CONNECT_TIMEOUT,
            RECONNECT,
            PING,
            MAX_MESSAGE,
            INBOX,
            FOLLOW_REDIRECTS,
            COOKIES,
            AUTO_PONG,
            CLOSE_TIMEOUT));
    keys.addAll(RouteFormat.KEYS);
    return keys;
  }

  private static Optional<Integer> redirects(String text) {
    return switch (text) {
      case "true" -> Optional.of(ConnectSpec.USUAL_REDIRECTS);
      case "false" -> Optional.of(0);
      default -> text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    };
  }

  private static Settings.Reconnect reconnect(boolean on) {
    var backoff = new DurationRange(Duration.ofSeconds(1), Duration.ofSeconds(30));
    return new Settings.Reconnect(on ? 5 : 0, backoff);
  }
}
