package parley.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.Endpoint;
import parley.protocol.endpoint.EndpointObserver;
import parley.protocol.endpoint.EndpointOptions;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Role;
import parley.protocol.endpoint.Wire;
import parley.protocol.frame.Bytes;

/** Payloads and frames as benchmarks need them. */
final class Messages {

  private static final String TEXT = "{\"symbol\":\"ACME\",\"price\":12.50,\"size\":100},";

  private Messages() {}

  /** JSON-like ASCII of just {@code bytes} bytes. */
  static byte[] payload(int bytes) {
    var repeated = Bytes.utf8(TEXT.repeat(bytes / TEXT.length() + 1));
    return repeated.slice(0, bytes).toArray();
  }

  static Endpoint endpoint(
      Role role, @Nullable DeflateParameters deflate, EndpointObserver observer) {
    return endpoint(role, deflate, new Sink(), observer);
  }

  private static Endpoint endpoint(
      Role role, @Nullable DeflateParameters deflate, Sink sink, EndpointObserver observer) {
    var options = EndpointOptions.of(role);
    return new Endpoint(
        deflate == null ? options : options.withDeflate(deflate), sink, () -> 0x37fa213d, observer);
  }

  /** One message as {@code sender} puts it on the wire. */
  static byte[] encode(
      Role sender, @Nullable DeflateParameters deflate, boolean text, int payloadBytes) {
    var sink = new Sink();
    endpoint(sender, deflate, sink, new EndpointObserver() {})
        .sendMessage(text, ByteBuffer.wrap(payload(payloadBytes)), Framing.WHOLE);
    return sink.bytes.toByteArray();
  }

  /** A wire that keeps what is written to it. */
  private static final class Sink implements Wire {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void write(ByteBuffer written) {
      bytes.writeBytes(Bytes.copyOf(written).toArray());
    }

    @Override
    public void awaitEnd() {}

    @Override
    public void end() {}
  }
}
