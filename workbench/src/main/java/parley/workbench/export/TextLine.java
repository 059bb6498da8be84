package parley.workbench.export;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.frame.Bytes;
import parley.report.Visible;
import parley.store.row.StoredEntry;
import parley.workbench.log.EventLine;

/** An entry as people read it: the time, an arrow, all of the payload. */
final class TextLine {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

  private TextLine() {}

  static String of(StoredEntry stored) {
    var entry = stored.entry();
    var time = TIME.format(entry.at().time().atZone(ZoneId.systemDefault()));
    var connection = stored.connection().isEmpty() ? "" : " [" + stored.connection() + "]";
    return time + connection + " " + told(entry);
  }

  private static String told(Entry entry) {
    return switch (entry) {
      case Entry.Message message ->
          arrow(message.direction()) + content(message.text(), message.payload());
      case Entry.Ping ping -> arrow(ping.direction()) + "ping " + EventLine.of(ping);
      case Entry.Pong pong -> arrow(pong.direction()) + "pong " + EventLine.of(pong);
      case Entry.Close close -> arrow(close.direction()) + "close " + EventLine.of(close);
      case Entry.Frame frame -> arrow(frame.direction()) + "frame " + EventLine.of(frame);
      case Entry.Raw raw -> arrow(raw.direction()) + "raw " + Visible.pairs(raw.bytes());
      case Entry.Unsent unsent ->
          "× " + content(unsent.isText(), unsent.payload()) + " · " + EventLine.of(unsent);
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> event(entry);
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> event(entry);
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> event(entry);
      case Entry.Broken _, Entry.Closed _, Entry.Notice _, Entry.Retry _ -> event(entry);
    };
  }

  private static String event(Entry entry) {
    return "· " + EventLine.of(entry);
  }

  private static String arrow(Direction direction) {
    return switch (direction) {
      case SENT -> "→ ";
      case RECEIVED -> "← ";
    };
  }

  private static String content(boolean text, Bytes payload) {
    return text ? Visible.text(payload) : "(binary) " + Visible.pairs(payload);
  }
}
