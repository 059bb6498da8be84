package parley.report.test;

import java.time.ZoneOffset;
import parley.model.connection.Attempt;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.frame.Bytes;
import parley.report.Amounts;
import parley.report.Columns;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.TranscriptText;
import parley.report.Visible;

/** An entry of a transcript on one line: a sign, and as much of what it says as fits. */
final class MessageLine {

  /** How much of a message is looked at to show the start of it. */
  private static final int MOST = 1 << 16;

  private static final TranscriptText PLAIN = TranscriptText.of(Palette.PLAIN, ZoneOffset.UTC);

  private MessageLine() {}

  static String of(Entry entry, Look look, int columns) {
    if (entry instanceof Entry.Message message) {
      return sign(message, look) + " " + Columns.head(text(message, look), columns - 2);
    }
    var text =
        switch (entry) {
          case Entry.Opened(var _, var open) -> opened(open);
          case Entry.Unsent(var at, var opcode, var payload, var why) ->
              PLAIN.of(new Entry.Unsent(at, opcode, shown(payload, look), why));
          case Entry _ -> PLAIN.of(entry);
        };
    var line = Columns.head(firstLine(look.redaction().in(text)), columns);
    return look.paint(ink(entry), line);
  }

  private static String opened(Attempt.Open open) {
    return "● open" + open.subprotocol().map(name -> " · subprotocol " + name).orElse("");
  }

  private static String sign(Entry.Message message, Look look) {
    return switch (message.direction()) {
      case SENT -> look.paint(Ink.SENT, "↑");
      case RECEIVED -> look.paint(Ink.RECEIVED, "↓");
    };
  }

  /** What a message says, on one line and without secrets. */
  static String text(Entry.Message message, Look look) {
    var whole = message.payload();
    var payload = shown(whole, look);
    return message.text()
        ? oneLine(Visible.text(payload))
        : "binary " + Amounts.size(whole.size()) + "  " + start(payload);
  }

  /** Without secrets, before anything is cut off. */
  private static Bytes shown(Bytes payload, Look look) {
    return look.redaction().in(payload.slice(0, Math.min(payload.size(), MOST)));
  }

  private static String start(Bytes payload) {
    return Visible.preview(payload, 48);
  }

  /** JSON that was laid out comes together again; of any other text it is the first line. */
  private static String oneLine(String text) {
    var trimmed = text.stripLeading();
    return trimmed.startsWith("{") || trimmed.startsWith("[")
        ? Visible.line(trimmed.replaceAll("\\s*\\R\\s*", " "))
        : firstLine(text);
  }

  private static String firstLine(String text) {
    var whole = text.stripTrailing();
    var end = whole.indexOf('\n');
    return Visible.line(end < 0 ? whole : whole.substring(0, end) + " …");
  }

  private static Ink ink(Entry entry) {
    return switch (entry) {
      case Entry.Refused _, Entry.Failed _, Entry.Broken _, Entry.Unsent _ -> Ink.BAD;
      case Entry.Closed(var _, var closure) -> closure.isClean() ? Ink.WARNING : Ink.BAD;
      case Entry.Opened _ -> Ink.GOOD;
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.Notice _, Entry.Retry _ ->
          Ink.FAINT;
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> Ink.FAINT;
      case Entry.Message _, Entry.Frame _, Entry.Raw _ -> Ink.FAINT;
      case Entry.Ping _, Entry.Pong _, Entry.Close _ -> Ink.FAINT;
    };
  }

  /** Whether the entry belongs into the story of a test; the rest is for those who look closer. */
  static boolean isTold(Entry entry) {
    return switch (entry) {
      case Entry.Message _, Entry.Unsent _, Entry.Close _, Entry.Closed _, Entry.Broken _ -> true;
      case Entry.Opened _, Entry.Refused _, Entry.Failed _, Entry.Notice _, Entry.Retry _ -> true;
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.Frame _, Entry.Raw _ -> false;
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Ping _, Entry.Pong _ -> false;
    };
  }

  static boolean isReceived(Entry entry) {
    return entry instanceof Entry.Message message && message.direction() == Direction.RECEIVED;
  }
}
