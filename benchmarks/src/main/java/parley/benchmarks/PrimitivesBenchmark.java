package parley.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import parley.protocol.deflate.MessageDeflater;
import parley.protocol.deflate.MessageInflater;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Masking;
import parley.protocol.frame.PayloadBuffer;
import parley.protocol.frame.Utf8Validator;

/** What masking, UTF-8 and DEFLATE cost by themselves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class PrimitivesBenchmark {

  /** The payload, in bytes. */
  @Param({"16", "200", "4096", "65536"})
  public int payloadBytes;

  private final Utf8Validator validator = new Utf8Validator();
  private final MessageDeflater deflater = new MessageDeflater(15, true);
  private final MessageInflater inflater = new MessageInflater(true);
  private final PayloadBuffer inflated = new PayloadBuffer(ByteSize.ofMegabytes(1));
  private ByteBuffer ascii = ByteBuffer.allocate(0);
  private ByteBuffer greek = ByteBuffer.allocate(0);
  private ByteBuffer compressed = ByteBuffer.allocate(0);

  /** Makes the payloads. */
  @Setup
  public void fill() {
    ascii = ByteBuffer.wrap(Messages.payload(payloadBytes));
    greek =
        ByteBuffer.wrap(
            "κόσμε"
                .repeat(payloadBytes)
                .substring(0, payloadBytes / 2)
                .getBytes(StandardCharsets.UTF_8));
    var bytes = deflater.compress(ascii.duplicate());
    compressed = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
  }

  /** Masks in place. */
  @Benchmark
  public ByteBuffer mask() {
    Masking.apply(ascii, 0, ascii.limit(), 0x37fa213d, 0);
    return ascii;
  }

  /** Checks text that is ASCII only. */
  @Benchmark
  public int utf8Ascii() {
    validator.reset();
    return validator.accept(ascii, 0, ascii.limit());
  }

  /** Checks text of two-byte characters, the slow path. */
  @Benchmark
  public int utf8Greek() {
    validator.reset();
    return validator.accept(greek, 0, greek.limit());
  }

  /** Compresses without context takeover. */
  @Benchmark
  public ByteBuffer deflate() {
    return deflater.compress(ascii.duplicate());
  }

  /** Inflates without context takeover. */
  @Benchmark
  public int inflate() {
    inflated.clear();
    inflater.inflate(compressed, 0, compressed.limit(), inflated);
    inflater.finish(inflated);
    return inflated.size();
  }
}
