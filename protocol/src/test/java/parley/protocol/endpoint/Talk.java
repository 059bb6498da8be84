package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.FrameView;
import parley.protocol.frame.Hex;

/**
 * An endpoint under test, with all that it says and writes as lines in order. Masking keys are 0,
 * so that what a client writes can be read.
 */
final class Talk implements Wire, EndpointObserver {

  private final EndpointOptions options;
  private final Endpoint endpoint;
  private final List<String> lines = new ArrayList<>();
  private boolean frames;

  private Talk(EndpointOptions options) {
    this.options = options;
    this.endpoint = new Endpoint(options, this, () -> 0, this);
  }

  static Talk of(EndpointOptions options) {
    return new Talk(options);
  }

  static Talk client() {
    return of(EndpointOptions.of(Role.CLIENT));
  }

  static Talk server() {
    return of(EndpointOptions.of(Role.SERVER));
  }

  static Talk lenientClient() {
    return of(EndpointOptions.of(Role.CLIENT).withPolicy(Policy.REPORT_ONLY));
  }

  /** Shows frames too. */
  Talk withFrames() {
    frames = true;
    return this;
  }

  /** Receives {@code hex} whole; then checks that every cut of it comes to the same. */
  Talk receive(String hex) {
    var bytes = Hex.bytes(hex);
    if (lines.isEmpty() && bytes.length < 2000) {
      assertSameForEveryCut(bytes);
    }
    endpoint.receive(ByteBuffer.wrap(bytes.clone()));
    return this;
  }

  private void assertSameForEveryCut(byte[] bytes) {
    var whole = of(options).receivePieces(bytes, bytes.length);
    for (var cut = 1; cut < bytes.length; cut++) {
      var halves = of(options);
      halves.endpoint.receive(ByteBuffer.wrap(bytes.clone(), 0, cut));
      halves.endpoint.receive(ByteBuffer.wrap(bytes.clone(), cut, bytes.length - cut));
      assertThat(halves.settled()).as("cut at %d", cut).isEqualTo(whole.settled());
    }
    assertThat(of(options).receivePieces(bytes, 1).settled()).isEqualTo(whole.settled());
  }

  Talk receivePieces(byte[] bytes, int pieceBytes) {
    for (var from = 0; from < bytes.length; from += pieceBytes) {
      endpoint.receive(
          ByteBuffer.wrap(bytes.clone(), from, Math.min(pieceBytes, bytes.length - from)));
    }
    return this;
  }

  /** The lines without the count of bytes that came too late, which depends on the cut. */
  List<String> settled() {
    return lines.stream().map(line -> line.replaceAll("\\d+ bytes after", "bytes after")).toList();
  }

  Talk send(Outgoing outgoing) {
    lines.add(endpoint.send(outgoing) ? "sent" : "not sent");
    return this;
  }

  Talk receiveEnd() {
    endpoint.receiveEnd();
    return this;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  void says(String... expected) {
    assertThat(lines).containsExactly(expected);
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void write(ByteBuffer bytes) {
    lines.add("> " + Hex.of(Bytes.copyOf(bytes).toArray()));
  }

  @Override
  public void awaitEnd() {
    lines.add("await end");
  }

  @Override
  public void end() {
    lines.add("end");
  }

  @Override
  public void frameStarted(FrameView header) {
    show("frame " + header.opcode() + " " + header.payloadLength());
  }

  @Override
  public void framePayload(ByteBuffer chunk) {
    show("payload " + Hex.of(Bytes.copyOf(chunk).toArray()));
  }

  @Override
  public void frameEnded(FrameView header) {
    show("frame ends");
  }

  @Override
  public void frameSent(FrameHeader header, ByteBuffer payload) {
    show("frame sent " + header.opcode() + " " + Hex.of(Bytes.copyOf(payload).toArray()));
  }

  @Override
  public void rawSent(ByteBuffer bytes) {
    show("raw sent " + bytes.remaining());
  }

  private void show(String line) {
    if (frames) {
      lines.add(line);
    }
  }

  @Override
  public void message(MessageView message) {
    var payload = Bytes.copyOf(message.payload());
    lines.add(
        (message.isText() ? "text " : "binary ")
            + (message.isText() ? printable(payload) : Hex.of(payload.toArray()))
            + (message.compressed() ? " compressed" : "")
            + (message.frames() == 1 ? "" : " in " + message.frames() + " frames"));
  }

  private static String printable(Bytes payload) {
    return new String(payload.toArray(), StandardCharsets.UTF_8);
  }

  @Override
  public void ping(ByteBuffer payload) {
    lines.add("ping " + StandardCharsets.UTF_8.decode(payload));
  }

  @Override
  public void pong(ByteBuffer payload) {
    lines.add("pong " + StandardCharsets.UTF_8.decode(payload));
  }

  @Override
  public void closeReceived(CloseStatus status) {
    lines.add(("close " + status.code() + " " + status.reason().toText()).strip());
  }

  @Override
  public void violation(Violation violation) {
    lines.add("! " + violation.rule() + ": " + violation.found());
  }

  @Override
  public void closed(Closure closure) {
    lines.add(
        "closed by %s, %s, %s"
            .formatted(closure.initiator(), closure.ending(), closure.code())
            .toLowerCase(Locale.ROOT));
  }
}
