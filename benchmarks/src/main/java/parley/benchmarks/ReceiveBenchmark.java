package parley.benchmarks;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.endpoint.Endpoint;
import parley.protocol.endpoint.EndpointObserver;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Role;

/**
 * What one message costs to receive, from bytes to the observer that only counts it, by size, kind,
 * masking and compression. With {@code -prof gc} the allocation per message must be 0 B.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ReceiveBenchmark {

  /** The payload of one message, in bytes. */
  @Param({"16", "200", "4096", "65536"})
  public int payloadBytes;

  /** What is received and by whom; a server's peer masks. */
  @Param({"binary", "text", "masked binary", "masked text", "deflated text"})
  public String kind = "";

  private byte[] frame = new byte[0];
  private ByteBuffer input = ByteBuffer.allocate(0);
  private Endpoint endpoint = Messages.endpoint(Role.CLIENT, null, new Counter());
  private final Counter counter = new Counter();

  /** Counts messages and their bytes and looks at nothing else. */
  static final class Counter implements EndpointObserver {
    long messages;
    long bytes;

    @Override
    public void message(MessageView message) {
      messages++;
      bytes += message.payload().remaining();
    }
  }

  /** Makes the frame that is received again and again. */
  @Setup
  public void encodeFrame() {
    var receiver = kind.startsWith("masked") ? Role.SERVER : Role.CLIENT;
    // Without context takeover each message is the same bytes and can be received repeatedly.
    var deflate = kind.startsWith("deflated") ? new DeflateParameters(true, true, 15, 15) : null;
    frame = Messages.encode(receiver.peer(), deflate, kind.endsWith("text"), payloadBytes);
    input = ByteBuffer.allocateDirect(frame.length);
    endpoint = Messages.endpoint(receiver, deflate, counter);
  }

  /** Receives the frame; the copy stands for the kernel's, since unmasking happens in place. */
  @Benchmark
  public long receive() {
    input.clear().put(0, frame).limit(frame.length);
    endpoint.receive(input);
    return counter.messages;
  }

  /** Cost of the copy alone, to subtract. */
  @Benchmark
  public ByteBuffer copyOnly() {
    return input.clear().put(0, frame);
  }
}
