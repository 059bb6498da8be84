package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.LengthForm;
import parley.protocol.frame.Masking;
import parley.protocol.frame.Opcode;

/** Whatever a peer sends, an endpoint neither throws nor depends on how the bytes were cut. */
class EndpointFuzzTest {

  private static final int ROUNDS = 4000;

  @Test
  void anyBytesAreTakenAndEveryCutComesToTheSame() {
    for (var seed = 0; seed < ROUNDS; seed++) {
      var random = new Random(seed);
      var options = options(random);
      var bytes = stream(random);
      var whole = Talk.of(options).receivePieces(bytes, bytes.length + 1);
      var cut = Talk.of(options).receivePieces(bytes, 1 + random.nextInt(7));
      assertSameUnlessCorrupt(seed, whole, cut);
      assertThat(whole.receiveEnd().lines().stream().filter(line -> line.startsWith("closed")))
          .as("seed %d", seed)
          .hasSize(1);
    }
  }

  /** What zlib yields before it meets corrupt data depends on the cut; that it fails does not. */
  private static void assertSameUnlessCorrupt(int seed, Talk whole, Talk cut) {
    if (whole.lines().toString().contains("COMPRESSED_DATA_CORRUPT")) {
      assertThat(cut.lines()).as("seed %d", seed).last().isEqualTo("end");
    } else {
      assertThat(cut.settled()).as("seed %d", seed).isEqualTo(whole.settled());
    }
  }

  private static EndpointOptions options(Random random) {
    var role = random.nextBoolean() ? Role.CLIENT : Role.SERVER;
    var options =
        EndpointOptions.of(role)
            .withPolicy(random.nextBoolean() ? Policy.STRICT : Policy.REPORT_ONLY)
            .withMaxMessage(ByteSize.of(random.nextInt(400)))
            .withAutoPong(random.nextBoolean());
    return random.nextBoolean() ? options.withDeflate(DeflateParameters.DEFAULT) : options;
  }

  private static byte[] stream(Random random) {
    var out = new ByteArrayOutputStream();
    for (var count = random.nextInt(8); count >= 0; count--) {
      out.writeBytes(random.nextInt(12) == 0 ? noise(random) : frame(random));
    }
    return out.toByteArray();
  }

  private static byte[] noise(Random random) {
    var bytes = new byte[random.nextInt(12)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A frame that is mostly legal, so that the stream gets past its first frame. */
  private static byte[] frame(Random random) {
    var payload = payload(random);
    var masked = random.nextBoolean();
    var header =
        new FrameHeader(
            random.nextInt(3) > 0,
            random.nextInt(6) == 0,
            random.nextInt(40) == 0,
            random.nextInt(40) == 0,
            opcode(random),
            masked,
            masked ? random.nextInt() : 0,
            random.nextInt(20) == 0
                ? LengthForm.SIXTY_FOUR_BIT
                : LengthForm.minimalFor(payload.length),
            payload.length);
    var out = ByteBuffer.allocate(header.headerBytes() + payload.length);
    header.writeTo(out);
    var start = out.position();
    out.put(payload);
    if (masked) {
      Masking.apply(out, start, out.position(), header.maskingKey(), 0);
    }
    return out.array();
  }

  private static byte[] payload(Random random) {
    var bytes = new byte[random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(6)];
    for (var index = 0; index < bytes.length; index++) {
      bytes[index] = (byte) (random.nextInt(30) == 0 ? random.nextInt() : 'a');
    }
    return bytes;
  }

  private static Opcode opcode(Random random) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> Opcode.TEXT;
      case 3, 4 -> Opcode.BINARY;
      case 5, 6, 7 -> Opcode.CONTINUATION;
      case 8 -> Opcode.PING;
      case 9 -> Opcode.PONG;
      case 10 -> random.nextInt(3) == 0 ? Opcode.CLOSE : Opcode.TEXT;
      default -> Opcode.of(random.nextInt());
    };
  }
}
