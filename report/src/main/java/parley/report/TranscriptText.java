package parley.report;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import parley.model.connection.Attempt;
import parley.model.connection.Stage;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.report.Palette.Ink;

/**
 * Entries as text for a terminal: the time if wanted, a sign, what happened. All that came from the
 * peer is made safe by {@link Visible}.
 *
 * @param zone for the times; {@code times} is whether there are any
 * @param payloadBytes how much of a frame's or a binary message's payload is shown
 * @param name stands behind the time, to tell connections apart; empty for none
 */
public record TranscriptText(
    Palette palette,
    boolean times,
    ZoneId zone,
    boolean prettyJson,
    int payloadBytes,
    Peer peer,
    String name) {

  /** Which role the other side has, so that it can be named. */
  public enum Peer {
    CLIENT("the client"),
    SERVER("the server");

    private final String name;

    Peer(String name) {
      this.name = name;
    }
  }

  /** For a client: without times, JSON as it came, and 48 bytes of what is not text. */
  public static TranscriptText of(Palette palette, ZoneId zone) {
    return new TranscriptText(palette, false, zone, false, 48, Peer.SERVER, "");
  }

  public TranscriptText withTimes(boolean changed) {
    return new TranscriptText(palette, changed, zone, prettyJson, payloadBytes, peer, name);
  }

  public TranscriptText withPrettyJson(boolean changed) {
    return new TranscriptText(palette, times, zone, changed, payloadBytes, peer, name);
  }

  public TranscriptText withPayloadBytes(int changed) {
    return new TranscriptText(palette, times, zone, prettyJson, changed, peer, name);
  }

  public TranscriptText withPeer(Peer changed) {
    return new TranscriptText(palette, times, zone, prettyJson, payloadBytes, changed, name);
  }

  public TranscriptText withName(String changed) {
    return new TranscriptText(palette, times, zone, prettyJson, payloadBytes, peer, changed);
  }

  /** The entry as lines, each ended; empty when there is nothing to say. */
  public String of(Entry entry) {
    return switch (entry) {
      case Entry.Phase(var at, var stage, var subject) -> info(at, phase(stage, subject));
      case Entry.Tried(var at, var tried) -> info(at, Sentences.of(tried));
      case Entry.Secured(var at, var facts) -> info(at, Sentences.of(facts));
      case Entry.HandshakeSent(var at, var head) ->
          head(
              at,
              ">",
              Ink.SENT,
              head.method() + " " + head.target() + " " + head.version(),
              head.headers());
      case Entry.HandshakeReceived(var at, var head) ->
          head(at, "<", Ink.RECEIVED, Sentences.statusLine(head), head.headers());
      case Entry.Opened(var at, var attempt) -> opened(at, attempt);
      case Entry.Refused(var at, var attempt) -> trouble(at, Sentences.refusal(attempt));
      case Entry.Failed(var at, var attempt) -> trouble(at, attempt.text());
      case Entry.Message message -> message(message);
      case Entry.Frame(var at, var direction, var header, var payload) ->
          line(
              at, direction, FrameText.of(header) + " " + preview(payload, header.payloadLength()));
      case Entry.Raw(var at, var direction, var bytes) ->
          line(at, direction, "raw " + size(bytes) + "  " + Visible.preview(bytes, payloadBytes));
      case Entry.Ping(var at, var direction, var payload) ->
          faint(at, direction, "ping" + quoted(payload));
      case Entry.Pong(var at, var direction, var payload, var roundTrip) ->
          faint(
              at,
              direction,
              "pong"
                  + quoted(payload)
                  + (roundTrip == null ? "" : "  " + Amounts.duration(roundTrip)));
      case Entry.Close(var at, var direction, var status) ->
          faint(at, direction, "close " + Sentences.of(status));
      case Entry.Unsent(var at, var _, var payload, var why) ->
          trouble(
              at, "not sent: " + Visible.preview(payload, payloadBytes) + ": " + Visible.line(why));
      case Entry.Broken(var at, var violation) ->
          trouble(at, "violation: " + Visible.line(violation.toString()));
      case Entry.Closed(var at, var closure) ->
          sign(
              at, "■", closure.isClean() ? Ink.WARNING : Ink.BAD, Sentences.of(closure, peer.name));
      case Entry.Notice(var at, var text) -> info(at, text);
      case Entry.Retry retry -> info(retry.at(), Sentences.of(retry));
    };
  }

  private static String phase(Stage stage, String subject) {
    return switch (stage) {
          case TOKEN -> "fetching a token from ";
          case DNS -> "looking up ";
          case TCP -> "connecting to ";
          case PROXY -> "passing the proxy ";
          case TLS -> "securing with TLS for ";
          case UPGRADE -> "asking to upgrade ";
        }
        + Visible.line(subject);
  }

  private String head(Moment at, String mark, Ink ink, String first, List<Header> headers) {
    var out = new StringBuilder(sign(at, mark, ink, Visible.line(first)));
    for (var header : headers) {
      out.append(sign(at, mark, ink, header(header)));
    }
    return out.append(sign(at, mark, ink, "")).toString();
  }

  private static String header(Header header) {
    return Visible.line(header.name()) + ": " + Visible.line(header.value());
  }

  private String opened(Moment at, Attempt.Open attempt) {
    var token = attempt.evidence().way().token();
    var text = token.map(facts -> info(at, "with " + Sentences.of(facts))).orElse("");
    text += sign(at, "●", Ink.GOOD, Sentences.of(attempt));
    for (var violation : attempt.evidence().violations()) {
      text += trouble(at, "violation: " + Sentences.of(violation));
    }
    return text;
  }

  private String message(Entry.Message message) {
    return message.text() ? text(message) : binary(message);
  }

  private String text(Entry.Message message) {
    var text = message.payload().toText();
    var shown = laidOut(message.direction(), text).orElseGet(() -> Visible.lines(text));
    return line(message.at(), message.direction(), indented(shown, message.at()));
  }

  /** JSON from the peer, when it is to be laid out; what the user typed stays as it is. */
  private Optional<String> laidOut(Direction direction, String text) {
    var start = text.stripLeading();
    var isGroup = start.startsWith("{") || start.startsWith("[");
    return prettyJson && direction == Direction.RECEIVED && isGroup
        ? PrettyJson.of(text, palette)
        : Optional.empty();
  }

  /** Lines after the first stand under the first. */
  private String indented(String text, Moment at) {
    return text.indexOf('\n') < 0
        ? text
        : text.replace("\n", "\n" + " ".repeat(2 + time(at).length() + name().length()));
  }

  private String binary(Entry.Message message) {
    var payload = message.payload();
    var shown = payload.slice(0, Math.min(payload.size(), payloadBytes));
    var more = payload.size() > payloadBytes ? " …" : "";
    return line(
        message.at(),
        message.direction(),
        palette.paint(Ink.WORD, "binary " + size(payload)) + "  " + Visible.pairs(shown) + more);
  }

  private static String size(Bytes bytes) {
    return Amounts.size(bytes.size());
  }

  private String preview(Bytes payload, long whole) {
    var shown = Visible.preview(payload, payloadBytes);
    return payload.isEmpty()
        ? ""
        : whole == payload.size() || shown.endsWith("…") ? shown : shown + "…";
  }

  private static String quoted(Bytes payload) {
    return payload.isEmpty() ? "" : " " + Visible.preview(payload, 125);
  }

  private String line(Moment at, Direction direction, String text) {
    return switch (direction) {
      case SENT -> sign(at, "↑", Ink.SENT, text);
      case RECEIVED -> sign(at, "↓", Ink.RECEIVED, text);
    };
  }

  private String faint(Moment at, Direction direction, String text) {
    return line(at, direction, palette.paint(Ink.FAINT, text));
  }

  private String info(Moment at, String text) {
    return sign(at, "*", Ink.FAINT, text);
  }

  private String trouble(Moment at, String text) {
    return sign(at, "!", Ink.BAD, text);
  }

  private String sign(Moment at, String mark, Ink ink, String text) {
    var rest = text.isEmpty() ? "\n" : " " + text + "\n";
    return palette.paint(Ink.FAINT, time(at))
        + palette.paint(Ink.NAME, name)
        + palette.paint(ink, mark)
        + rest;
  }

  private String time(Moment at) {
    return times ? clock(at, zone) + " " : "";
  }

  /** The local time to the millisecond, such as {@code 12:03:04.123}. */
  public static String clock(Moment at, ZoneId zone) {
    var time = LocalTime.ofInstant(at.time(), zone);
    return two(time.getHour())
        + ":"
        + two(time.getMinute())
        + ":"
        + two(time.getSecond())
        + "."
        + Integer.toString(1000 + time.getNano() / 1_000_000).substring(1);
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /** A Close frame's code, its meaning and its reason. */
  public static String closeText(CloseStatus status) {
    return Sentences.of(status);
  }
}
