package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.frame.Hex;

/** A frame that nobody asserts on is received without garbage. */
class AllocationTest {

  private static final int FRAMES = 10_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private long payloadBytes;

  @ParameterizedTest
  @CsvSource({
    "CLIENT, 81 05 48 65 6c 6c 6f",
    "SERVER, 81 85 37 fa 21 3d 7f 9f 4d 51 58",
    "CLIENT, 01 03 48 65 6c 80 02 6c 6f",
    "CLIENT, 8a 01 41",
    "CLIENT, c1 07 f2 48 cd c9 c9 07 00"
  })
  void noByteIsAllocatedPerFrame(Role role, String hex) {
    EndpointObserver counter =
        new EndpointObserver() {
          @Override
          public void message(MessageView message) {
            payloadBytes += message.payload().remaining();
          }
        };
    var options = EndpointOptions.of(role).withDeflate(new DeflateParameters(true, true, 15, 15));
    var endpoint = new Endpoint(options, Talk.client(), () -> 0, counter);
    var frame = Hex.bytes(hex);
    var input = ByteBuffer.allocate(frame.length);
    receive(endpoint, frame, input); // buffers and classes are made now
    var before = threads.getCurrentThreadAllocatedBytes();
    for (var count = 0; count < FRAMES; count++) {
      receive(endpoint, frame, input);
    }
    var allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated / FRAMES).as("bytes a frame").isZero();
    assertThat(payloadBytes).isEqualTo(hex.startsWith("8a") ? 0 : 5L * (FRAMES + 1));
  }

  private static void receive(Endpoint endpoint, byte[] frame, ByteBuffer input) {
    endpoint.receive(input.clear().put(0, frame));
  }
}
