package parley.store.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;

/**
 * An entry as it lies in a file, but for its payload: a few numbers. Bytes of the wire lie there as
 * they are, events as JSON.
 *
 * @param roundTripOrNull of a pong
 * @param lossOrNull of a message that was never written
 */
public record EntryRecord(
    Moment at,
    RowKind kind,
    @Nullable Direction directionOrNull,
    long payloadBytes,
    long wireBytes,
    boolean compressed,
    int frames,
    @Nullable Duration roundTripOrNull,
    @Nullable Loss lossOrNull) {

  /** What is written of {@code entry} beside its {@link #payload}. */
  public static EntryRecord of(Entry entry) {
    var kind = RowKind.of(entry);
    return switch (entry) {
      case Entry.Message(var at, var direction, var _, var payload, var carriage) ->
          new EntryRecord(
              at,
              kind,
              direction,
              payload.size(),
              carriage.wireBytes(),
              carriage.compressed(),
              carriage.frames(),
              null,
              null);
      case Entry.Ping(var at, var direction, var payload) ->
          carried(at, kind, direction, payload.size(), null);
      case Entry.Pong(var at, var direction, var payload, var roundTrip) ->
          carried(at, kind, direction, payload.size(), roundTrip);
      case Entry.Close(var at, var direction, var status) ->
          carried(at, kind, direction, body(status).size(), null);
      case Entry.Frame(var at, var direction, var header, var payload) ->
          new EntryRecord(
              at,
              kind,
              direction,
              payload.size(),
              header.payloadLength(),
              header.rsv1(),
              1,
              null,
              null);
      case Entry.Raw(var at, var direction, var bytes) ->
          new EntryRecord(at, kind, direction, bytes.size(), bytes.size(), false, 0, null, null);
      case Entry.Unsent(var at, var opcode, var payload, var why) ->
          new EntryRecord(
              at, kind, Direction.SENT, payload.size(), 0, false, 0, null, new Loss(opcode, why));
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> event(entry.at(), kind);
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> event(entry.at(), kind);
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> event(entry.at(), kind);
      case Entry.Broken _, Entry.Closed _, Entry.Notice _, Entry.Retry _ -> event(entry.at(), kind);
    };
  }

  private static EntryRecord carried(
      Moment at, RowKind kind, Direction direction, int size, @Nullable Duration roundTrip) {
    return new EntryRecord(at, kind, direction, size, size, false, 1, roundTrip, null);
  }

  private static EntryRecord event(Moment at, RowKind kind) {
    return new EntryRecord(at, kind, null, 0, 0, false, 0, null, null);
  }

  private static Bytes body(CloseStatus status) {
    return status.equals(CloseStatus.NONE)
        ? Bytes.EMPTY
        : CloseStatus.bodyOf(status.code(), status.reason());
  }

  /** The bytes that lie in the file: those of the wire, or JSON. */
  public static Bytes payload(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.payload();
      case Entry.Ping ping -> ping.payload();
      case Entry.Pong pong -> pong.payload();
      case Entry.Close close -> body(close.status());
      case Entry.Frame frame -> frame.payload();
      case Entry.Raw raw -> raw.bytes();
      case Entry.Unsent unsent -> unsent.payload();
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> json(entry);
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> json(entry);
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> json(entry);
      case Entry.Broken _, Entry.Closed _, Entry.Notice _, Entry.Retry _ -> json(entry);
    };
  }

  private static Bytes json(Entry entry) {
    return Bytes.utf8(JsonWriter.write(EventWriting.of(entry).toValue()));
  }

  /**
   * The entry again. One that is damaged, or of a later version, is a notice that says so.
   *
   * @param payload all of it
   * @param headers those of its frames
   */
  public Entry toEntry(Bytes payload, List<FrameHeader> headers) {
    try {
      return read(payload, headers);
    } catch (IllegalArgumentException damaged) {
      return new Entry.Notice(at, "This row cannot be read: " + damaged.getMessage() + ".");
    }
  }

  private Entry read(Bytes payload, List<FrameHeader> headers) {
    return switch (kind) {
      case TEXT, BINARY ->
          new Entry.Message(
              at,
              direction(),
              kind == RowKind.TEXT,
              payload,
              new Entry.Carriage(frames, wireBytes, compressed));
      case PING -> new Entry.Ping(at, direction(), payload);
      case PONG -> new Entry.Pong(at, direction(), payload, roundTripOrNull);
      case CLOSE -> new Entry.Close(at, direction(), CloseStatus.read(payload.asBuffer()));
      case FRAME -> new Entry.Frame(at, direction(), only(headers), payload);
      case RAW -> new Entry.Raw(at, direction(), payload);
      case UNSENT -> new Entry.Unsent(at, loss().opcodeOrNull(), payload, loss().why());
      case PHASE, TRIED, SECURED, HANDSHAKE_SENT, HANDSHAKE_RECEIVED, OPENED, REFUSED ->
          EventReading.read(kind, at, object(payload));
      case FAILED, BROKEN, CLOSED, NOTICE, RETRY -> EventReading.read(kind, at, object(payload));
      case LOST -> throw new IllegalArgumentException("the disk could not keep it");
    };
  }

  private Direction direction() {
    if (directionOrNull == null) {
      throw new IllegalArgumentException("its direction is missing");
    }
    return directionOrNull;
  }

  private Loss loss() {
    if (lossOrNull == null) {
      throw new IllegalArgumentException("why it was not sent is missing");
    }
    return lossOrNull;
  }

  private static FrameHeader only(List<FrameHeader> headers) {
    if (headers.size() != 1) {
      throw new IllegalArgumentException("a frame has one header, not " + headers.size());
    }
    return headers.getFirst();
  }

  private static EventObject object(Bytes json) {
    return EventObject.of(value(json));
  }

  private static Value value(Bytes json) {
    return switch (JsonReader.read(json.toText())) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Unreadable unreadable ->
          throw new IllegalArgumentException(unreadable.text());
    };
  }

  /** What a search looks at: the payload, or for an event's JSON the words in it. */
  public static ByteBuffer searched(RowKind kind, byte[] payload) {
    if (kind.hasPayload()) {
      return ByteBuffer.wrap(payload);
    }
    return ByteBuffer.wrap(words(payload).getBytes(StandardCharsets.UTF_8));
  }

  private static String words(byte[] json) {
    return switch (JsonReader.read(new String(json, StandardCharsets.UTF_8))) {
      case JsonReading.Read(var value) -> words(value).collect(Collectors.joining("\n"));
      case JsonReading.Unreadable _ -> "";
    };
  }

  private static Stream<String> words(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Stream.of(text);
      case Value.Items(var items) -> items.stream().flatMap(EntryRecord::words);
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .filter(field -> !field.getKey().equals(EventFields.BASE64))
              .flatMap(field -> words(field.getValue()));
      case Value.Null _, Value.Bool _, Decimal _ -> Stream.of(JsonWriter.write(value));
    };
  }
}
