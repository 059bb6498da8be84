package parley.runner.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import parley.model.collection.Position;
import parley.model.outcome.Numbered;
import parley.model.snapshot.Kept;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.Closure;
import parley.protocol.frame.Bytes;

/** What a run was like, without secrets: its messages, and the ends that came from the server. */
final class Observed {

  private final UnaryOperator<Bytes> redaction;
  private final Position nowhere;

  private Observed(Path file, UnaryOperator<Bytes> redaction) {
    this.redaction = redaction;
    this.nowhere = new Position(file, 1, 1);
  }

  /** By connection, the main one first, each in its order. */
  static List<Kept> of(Path file, List<Numbered> transcript, UnaryOperator<Bytes> redaction) {
    var observed = new Observed(file, redaction);
    var all = transcript.stream().flatMap(one -> observed.kept(one).stream()).toList();
    return byConnection(all).values().stream().flatMap(List::stream).toList();
  }

  /** The main one first, as its name is empty. */
  static Map<String, List<Kept>> byConnection(List<Kept> all) {
    var sorted = new TreeMap<String, List<Kept>>();
    all.forEach(one -> sorted.computeIfAbsent(one.connection(), _ -> new ArrayList<>()).add(one));
    return new LinkedHashMap<>(sorted);
  }

  private Optional<Kept> kept(Numbered numbered) {
    var name = numbered.connection();
    return switch (numbered.entry()) {
      case Entry.Message(_, var direction, var text, var payload, _) ->
          Optional.of(
              new Kept.Message(
                  direction, name, content(text, redaction.apply(payload)), List.of(), nowhere));
      case Entry.Closed(_, var closure) -> closed(name, closure);
      case Entry.Phase _, Entry.Tried _, Entry.Secured _, Entry.Opened _ -> Optional.empty();
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> Optional.empty();
      case Entry.Refused _, Entry.Failed _, Entry.Frame _, Entry.Raw _ -> Optional.empty();
      case Entry.Ping _, Entry.Pong _, Entry.Close _, Entry.Unsent _ -> Optional.empty();
      case Entry.Broken _, Entry.Notice _, Entry.Retry _ -> Optional.empty();
    };
  }

  private static Kept.Content content(boolean text, Bytes payload) {
    if (!text) {
      return new Kept.Content.Binary(payload);
    }
    return JsonReader.read(payload.toText()) instanceof JsonReading.Read(var value)
        ? new Kept.Content.Json(value)
        : new Kept.Content.Text(payload.toText());
  }

  private Optional<Kept> closed(String connection, Closure closure) {
    if (closure.initiator() == Closure.Initiator.LOCAL) {
      return Optional.empty();
    }
    var reason =
        closure.received().map(status -> redaction.apply(status.reason()).toText()).orElse("");
    CloseCode code = closure.code();
    return Optional.of(new Kept.Closed(connection, code.value(), reason, nowhere));
  }

  static boolean isReceived(Kept kept) {
    return switch (kept) {
      case Kept.Message message -> message.direction() == Direction.RECEIVED;
      case Kept.Closed _ -> true;
    };
  }
}
