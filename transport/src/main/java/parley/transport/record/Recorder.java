package parley.transport.record;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.HostText;
import parley.model.connection.Stage;
import parley.model.connection.TlsFacts;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.FrameView;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Delivery;
import parley.transport.connection.Pace;

/**
 * Records what happens on one connection. Entries are given to the sink on the connection's thread,
 * in their order; everything lent is copied.
 */
public final class Recorder implements ConnectionObserver {

  /** What is recorded besides messages received. */
  public record Detail(boolean frames, boolean sentMessages) {}

  private static final int PAYLOAD_PREVIEW_BYTES = 64;

  private final TranscriptClock clock;
  private final Detail detail;
  private final Consumer<Entry> sink;
  private final Consumer<Connection> opened;
  private final SentMessages sent = new SentMessages();
  private final Outbound outbound;
  private final ByteBuffer preview = ByteBuffer.allocate(PAYLOAD_PREVIEW_BYTES);
  private @Nullable Duration roundTrip;

  /**
   * Makes a recorder for one connection.
   *
   * @param opened told when the connection is open, before any entry after that
   */
  public Recorder(
      TranscriptClock clock, Detail detail, Consumer<Entry> sink, Consumer<Connection> opened) {
    this.clock = clock;
    this.detail = detail;
    this.sink = sink;
    this.opened = opened;
    outbound = new Outbound(clock, sink);
  }

  /**
   * Sends on {@code connection}, which is the one recorded, so that what is sent is recorded: when
   * all of it is written, or as unsent.
   */
  public CompletableFuture<Delivery> send(Connection connection, Outgoing outgoing) {
    announce(outgoing);
    return connection.send(outgoing);
  }

  /** The same, in pieces. */
  public CompletableFuture<Delivery> send(Connection connection, Outgoing outgoing, Pace pace) {
    announce(outgoing);
    return connection.send(outgoing, pace);
  }

  private void announce(Outgoing outgoing) {
    if (detail.sentMessages()) {
      sent.await(outgoing);
    }
  }

  /**
   * Somebody else is about to post this on the connection: to be told before, so that a message
   * sent is recorded, as soon as it is handed to the connection.
   */
  public void expect(Outgoing outgoing) {
    if (detail.sentMessages()) {
      sent.expect(outgoing);
    }
  }

  @Override
  public void fetchingToken(String url) {
    sink.accept(new Entry.Phase(clock.now(), Stage.TOKEN, url));
  }

  @Override
  public void resolving(String host) {
    sink.accept(new Entry.Phase(clock.now(), Stage.DNS, host));
  }

  @Override
  public void connecting(SocketAddress address) {
    sink.accept(new Entry.Phase(clock.now(), Stage.TCP, HostText.of(address)));
  }

  @Override
  public void tried(AddressTry address) {
    sink.accept(new Entry.Tried(clock.now(), address));
  }

  @Override
  public void passing(String proxy) {
    sink.accept(new Entry.Phase(clock.now(), Stage.PROXY, proxy));
  }

  @Override
  public void securing(String serverName) {
    sink.accept(new Entry.Phase(clock.now(), Stage.TLS, serverName));
  }

  @Override
  public void secured(TlsFacts facts, Duration duration) {
    sink.accept(new Entry.Secured(clock.now(), facts));
  }

  @Override
  public void upgrading(RequestHead request) {
    sink.accept(new Entry.HandshakeSent(clock.now(), request));
  }

  @Override
  public void answered(ResponseHead answer, Duration duration) {
    sink.accept(new Entry.HandshakeReceived(clock.now(), answer));
  }

  @Override
  public void noticed(String text) {
    sink.accept(new Entry.Notice(clock.now(), text));
  }

  @Override
  public void opened(Connection connection) {
    opened.accept(connection);
  }

  @Override
  public void frameStarted(FrameView header) {
    preview.clear();
  }

  @Override
  public void framePayload(ByteBuffer chunk) {
    var fits = Math.min(preview.remaining(), chunk.remaining());
    preview.put(chunk.slice(chunk.position(), fits));
  }

  @Override
  public void frameEnded(FrameView header) {
    if (detail.frames()) {
      preview.flip();
      sink.accept(
          new Entry.Frame(
              clock.now(), Direction.RECEIVED, header.toHeader(), Bytes.copyOf(preview)));
    }
  }

  @Override
  public void frameSent(FrameHeader header, ByteBuffer payload) {
    var letter = sent.letterOf(header, payload);
    if (detail.frames()) {
      var shown =
          Bytes.copyOf(
              payload.slice(
                  payload.position(), Math.min(PAYLOAD_PREVIEW_BYTES, payload.remaining())));
      outbound.tell(letter, at -> new Entry.Frame(at, Direction.SENT, header, shown));
    }
    switch (header.opcode()) {
      case PING -> {
        var copy = Bytes.copyOf(payload);
        outbound.tell(letter, at -> new Entry.Ping(at, Direction.SENT, copy));
      }
      case PONG -> {
        var copy = Bytes.copyOf(payload);
        outbound.tell(letter, at -> new Entry.Pong(at, Direction.SENT, copy, null));
      }
      case CLOSE -> {
        var status = CloseBody.read(payload);
        outbound.tell(letter, at -> new Entry.Close(at, Direction.SENT, status));
      }
      case CONTINUATION, TEXT, BINARY -> {}
      case RESERVED_3, RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7 -> {}
      case RESERVED_B, RESERVED_C, RESERVED_D, RESERVED_E, RESERVED_F -> {}
    }
    sent.frameSent(letter, header, payload.remaining())
        .ifPresent(done ->
            outbound.tell(
                letter,
                at ->
                    new Entry.Message(
                        at, Direction.SENT, done.text(), done.payload(), done.carriage())));
  }

  @Override
  public void rawSent(ByteBuffer bytes) {
    var copy = Bytes.copyOf(bytes);
    outbound.tell(sent.letterOfRaw(), at -> new Entry.Raw(at, Direction.SENT, copy));
  }

  @Override
  public void delivered(Outgoing outgoing, Delivery delivery) {
    if (detail.sentMessages()) {
      outbound.delivered(outgoing, delivery);
      if (delivery == Delivery.REFUSED) {
        sent.forget(outgoing);
      }
    }
  }

  @Override
  public void message(MessageView message) {
    var carriage = new Entry.Carriage(message.frames(), message.wireBytes(), message.compressed());
    sink.accept(
        new Entry.Message(
            clock.now(),
            Direction.RECEIVED,
            message.isText(),
            Bytes.copyOf(message.payload()),
            carriage));
  }

  @Override
  public void ping(ByteBuffer payload) {
    sink.accept(new Entry.Ping(clock.now(), Direction.RECEIVED, Bytes.copyOf(payload)));
  }

  @Override
  public void pingAnswered(Bytes payload, Duration measured) {
    roundTrip = measured;
  }

  @Override
  public void pong(ByteBuffer payload) {
    sink.accept(new Entry.Pong(clock.now(), Direction.RECEIVED, Bytes.copyOf(payload), roundTrip));
    roundTrip = null;
  }

  @Override
  public void closeReceived(CloseStatus status) {
    sink.accept(new Entry.Close(clock.now(), Direction.RECEIVED, status));
  }

  @Override
  public void violation(Violation violation) {
    sink.accept(new Entry.Broken(clock.now(), violation));
  }

  @Override
  public void closed(Closure closure) {
    sink.accept(new Entry.Closed(clock.now(), closure));
  }
}
