package parley.workbench.log;

import java.time.Duration;
import parley.model.connection.Stage;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseStatus;
import parley.report.Amounts;
import parley.report.FrameText;
import parley.report.Sentences;
import parley.report.Visible;

/** What happened, in one line for a row or a report. */
public final class EventLine {

  private EventLine() {}

  /** The line for {@code entry}; of a message its beginning. */
  public static String of(Entry entry) {
    return switch (entry) {
      case Entry.Phase(var _, var stage, var subject) -> phase(stage) + Visible.line(subject);
      case Entry.Tried(var _, var address) -> Sentences.of(address);
      case Entry.Secured(var _, var facts) -> Sentences.of(facts);
      case Entry.HandshakeSent(var _, var head) -> Visible.line(head.firstLine());
      case Entry.HandshakeReceived(var _, var head) -> Visible.line(head.firstLine());
      case Entry.Opened(var _, var attempt) -> Sentences.of(attempt);
      case Entry.Refused(var _, var attempt) -> Sentences.refusal(attempt);
      case Entry.Failed(var _, var attempt) -> Visible.line(attempt.text());
      case Entry.Broken(var _, var violation) -> Visible.line(violation.toString());
      case Entry.Closed(var _, var closure) -> Sentences.of(closure, "the server");
      case Entry.Notice(var _, var text) -> Visible.line(text);
      case Entry.Retry retry -> Sentences.of(retry);
      case Entry.Close(var _, var _, CloseStatus status) -> Sentences.of(status);
      case Entry.Frame(var _, var _, var header, var _) -> FrameText.of(header).strip();
      case Entry.Message message -> PayloadLine.of(message.text(), message.payload());
      case Entry.Ping ping -> PayloadLine.of(ping.payload());
      case Entry.Pong pong ->
          pong.roundTrip().map(EventLine::roundTrip).orElse("") + PayloadLine.of(pong.payload());
      case Entry.Raw raw -> PayloadLine.of(false, raw.bytes());
      case Entry.Unsent unsent -> "not sent: " + Visible.line(unsent.why());
    };
  }

  private static String roundTrip(Duration time) {
    return "round trip " + Amounts.duration(time) + "  ";
  }

  private static String phase(Stage stage) {
    return switch (stage) {
      case TOKEN -> "fetching a token from ";
      case DNS -> "looking up ";
      case TCP -> "connecting to ";
      case PROXY -> "passing the proxy ";
      case TLS -> "securing for ";
      case UPGRADE -> "asking for ";
    };
  }
}
