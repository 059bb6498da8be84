package parley.cli.serve;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Version;
import parley.cli.talk.Outcomes;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.WsUrl;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.report.FailureText;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.TranscriptText;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.record.Recorder;
import parley.transport.record.TranscriptClock;

/** A short conversation with an echo server, step by step, in the order a newcomer would ask. */
final class Demonstration {

  private static final long STEP_LIMIT_SECONDS = 10;

  private final WsUrl url;
  private final Connector connector;
  private final Palette palette;
  private final Consumer<String> say;
  private final TranscriptText plain;
  private final TranscriptText timed;
  private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
  private final Recorder recorder;
  private volatile @Nullable Connection connection;

  Demonstration(WsUrl url, Connector connector, Palette palette, Consumer<String> say) {
    this.url = url;
    this.connector = connector;
    this.palette = palette;
    this.say = say;
    this.plain = TranscriptText.of(palette, ZoneId.systemDefault());
    this.timed = plain.withTimes(true).withPrettyJson(true);
    this.recorder =
        new Recorder(
            new TranscriptClock(),
            new Recorder.Detail(true, true),
            entries::add,
            opened -> connection = opened);
  }

  ExitCode run() {
    say.accept(
        palette.paint(Ink.STRONG, "Parley " + Version.NUMBER)
            + " talks to an echo server on this machine, "
            + url
            + "\n");
    title("The handshake, as it went over the wire");
    var attempt = connector.connect(spec(), recorder).join();
    return switch (attempt) {
      case Attempt.Open open -> talk(open);
      case Attempt.Rejected rejected -> failed(FailureText.of(rejected, palette), attempt);
      case Attempt.Failed failed -> failed(FailureText.of(failed, palette), attempt);
    };
  }

  private ConnectSpec spec() {
    return ConnectSpec.to(url)
        .subprotocols(List.of("chat.v2", "chat.v1"))
        .deflateOffers(List.of(DeflateOffer.USUAL))
        .build();
  }

  private ExitCode failed(String lines, Attempt attempt) {
    say.accept(lines);
    return Outcomes.of(attempt);
  }

  private ExitCode talk(Attempt.Open open) {
    show(plain, Entry.HandshakeReceived.class::isInstance, Demonstration::isHandshake);
    say.accept(indented(plain.of(new Entry.Opened(new TranscriptClock().now(), open))));
    messages();
    frames();
    ping();
    close();
    say.accept(farewell());
    return ExitCode.OK;
  }

  private static boolean isHandshake(Entry entry) {
    return entry instanceof Entry.HandshakeSent || entry instanceof Entry.HandshakeReceived;
  }

  private void messages() {
    title("Messages: text, JSON with its numbers untouched, bytes");
    exchange(Outgoing.text("Hello, Parley!"));
    exchange(Outgoing.text("{\"id\":12345678901234567890,\"price\":1.10,\"tags\":[\"a\",\"b\"]}"));
    exchange(Outgoing.binary(Bytes.hex("00ff1e7f0d0a")));
  }

  private void exchange(Outgoing message) {
    send(message);
    show(timed, Demonstration::isReceivedMessage, Entry.Message.class::isInstance);
  }

  private static boolean isReceivedMessage(Entry entry) {
    return entry instanceof Entry.Message message && message.direction() == Direction.RECEIVED;
  }

  private void frames() {
    title("The same on the wire: one message in three frames, its echo in one");
    var thirds = Framing.WHOLE.withFragment(ByteSize.of(5)).withCompress(false);
    send(new Outgoing.Text(Bytes.utf8("one message now"), thirds));
    show(plain, Demonstration::isReceivedMessage, Entry.Frame.class::isInstance);
  }

  private void ping() {
    title("A ping, and how long its pong took");
    send(new Outgoing.Ping(Bytes.utf8("are you there?")));
    show(
        timed,
        Demonstration::isReceivedPong,
        entry -> entry instanceof Entry.Ping || entry instanceof Entry.Pong);
  }

  private static boolean isReceivedPong(Entry entry) {
    return entry instanceof Entry.Pong pong && pong.direction() == Direction.RECEIVED;
  }

  private void close() {
    title("The close: who, with which code, and why");
    send(Outgoing.close(CloseStatus.of(CloseCode.NORMAL, "that was all")));
    show(
        timed,
        Entry.Closed.class::isInstance,
        entry -> entry instanceof Entry.Close || entry instanceof Entry.Closed);
  }

  private void title(String text) {
    say.accept("\n" + palette.paint(Ink.STRONG, text) + "\n");
  }

  private void send(Outgoing outgoing) {
    var open = connection;
    if (open == null) {
      throw new IllegalStateException("an attempt is open only with a connection");
    }
    recorder.send(open, outgoing).join();
  }

  /** Shows the entries that are {@code shown} until the one that is {@code last} has come. */
  private void show(TranscriptText text, Predicate<Entry> last, Predicate<Entry> shown) {
    Entry entry;
    do {
      entry = next();
      if (shown.test(entry)) {
        say.accept(indented(text.of(entry)));
      }
    } while (!last.test(entry));
  }

  private Entry next() {
    try {
      var entry = entries.poll(STEP_LIMIT_SECONDS, TimeUnit.SECONDS);
      if (entry == null) {
        throw new IllegalStateException("the demo's own server did not answer");
      }
      return entry;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the demo was interrupted", ended);
    }
  }

  private static String indented(String lines) {
    return "  " + lines.stripTrailing().replace("\n", "\n  ") + "\n";
  }

  private String farewell() {
    return """

    %s
      parley echo                        start this server on ws://127.0.0.1:9001
      parley localhost:9001              talk to it by hand
      echo hi | parley localhost:9001    or in a pipe
      parley --help                      all options, with examples
    """
        .formatted(palette.paint(Ink.STRONG, "Your turn"));
  }
}
