package parley.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** RFC 6455, 5.2: base framing, read from any cut of the stream. */
class FrameReaderTest {

  private record Read(FrameHeader header, String payload) {}

  @Test
  void unmaskedTextOfSection57IsRead() {
    assertFrames("81 05 48 65 6c 6c 6f", new Read(header(Opcode.TEXT, true, 5), "48 65 6c 6c 6f"));
  }

  @Test
  void maskedTextOfSection57IsReadAsItIsOnTheWire() {
    assertFrames(
        "81 85 37 fa 21 3d 7f 9f 4d 51 58",
        new Read(header(Opcode.TEXT, true, 5).maskedWith(0x37fa213d), "7f 9f 4d 51 58"));
  }

  @Test
  void fragmentsAreFramesOfTheirOwn() {
    assertFrames(
        "01 03 48 65 6c 80 02 6c 6f",
        new Read(header(Opcode.TEXT, false, 3), "48 65 6c"),
        new Read(header(Opcode.CONTINUATION, true, 2), "6c 6f"));
  }

  @Test
  void emptyPayloadEndsAtOnce() {
    assertFrames("89 00", new Read(header(Opcode.PING, true, 0), ""));
  }

  @Test
  void sixteenBitLengthIsRead() {
    assertFrames(
        "82 7e 01 00" + " 2a".repeat(256),
        new Read(header(Opcode.BINARY, true, 256), "2a ".repeat(256).strip()));
  }

  @Test
  void sixtyFourBitLengthIsRead() {
    assertFrames(
        "82 7f 00 00 00 00 00 01 00 00" + " 00".repeat(65536),
        new Read(header(Opcode.BINARY, true, 65536), "00 ".repeat(65536).strip()));
  }

  @Test
  void nonMinimalLengthIsReadAsWritten() {
    var header =
        new FrameHeader(
            true, false, false, false, Opcode.TEXT, true, 1, LengthForm.SIXTY_FOUR_BIT, 1);
    assertFrames("81 ff 00 00 00 00 00 00 00 01 00 00 00 01 41", new Read(header, "41"));
  }

  @Test
  void everyBitOfTheFirstByteIsRead() {
    for (var first = 0; first < 256; first++) {
      var header =
          new FrameHeader(
              (first & 0x80) != 0,
              (first & 0x40) != 0,
              (first & 0x20) != 0,
              (first & 0x10) != 0,
              Opcode.of(first),
              false,
              0,
              LengthForm.SEVEN_BIT,
              0);
      assertThat(read(new byte[] {(byte) first, 0}, 2)).containsExactly(new Read(header, ""));
    }
  }

  @Test
  void lengthWithTopBitIsAnUnsignedNumberWhosePayloadNeverEnds() {
    var reader = new FrameReader();
    var in = ByteBuffer.wrap(Hex.bytes("82 7f ff ff ff ff ff ff ff ff 01 02 03"));
    assertThat(reader.next(in)).isEqualTo(FrameReader.Found.HEADER);
    assertThat(Long.toUnsignedString(reader.payloadLength())).isEqualTo("18446744073709551615");
    assertThat(reader.next(in)).isEqualTo(FrameReader.Found.CHUNK);
    assertThat(reader.chunkEnd() - reader.chunkStart()).isEqualTo(3);
    assertThat(reader.next(in)).isEqualTo(FrameReader.Found.NEED_MORE);
  }

  @Test
  void streamMayEndBetweenFramesOnly() {
    var reader = new FrameReader();
    assertThat(reader.isBetweenFrames()).isTrue();
    reader.next(ByteBuffer.wrap(Hex.bytes("81")));
    assertThat(reader.isBetweenFrames()).isFalse();
  }

  @Test
  void everyHeaderThatIsWrittenIsReadBack() {
    var random = new Random(1);
    for (var round = 0; round < 2000; round++) {
      var payload = new byte[random.nextInt(300)];
      random.nextBytes(payload);
      var header = randomHeader(random, payload.length);
      assertThat(read(encode(header, payload), 1 + random.nextInt(20)))
          .containsExactly(new Read(header, Hex.of(payload)));
    }
  }

  private static FrameHeader randomHeader(Random random, int length) {
    var forms = Stream.of(LengthForm.values()).filter(form -> form.canSay(length)).toList();
    var form = forms.get(random.nextInt(forms.size()));
    var masked = random.nextBoolean();
    return new FrameHeader(
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean(),
        Opcode.of(random.nextInt()),
        masked,
        masked ? random.nextInt() : 0,
        form,
        length);
  }

  private static byte[] encode(FrameHeader header, byte[] payload) {
    var out = ByteBuffer.allocate(header.headerBytes() + payload.length);
    header.writeTo(out);
    return out.put(payload).array();
  }

  private static FrameHeader header(Opcode opcode, boolean fin, int length) {
    return FrameHeader.of(opcode, fin, length);
  }

  private static void assertFrames(String hex, Read... expected) {
    var bytes = Hex.bytes(hex);
    var pieces = bytes.length > 1000 ? new int[] {1, 7, bytes.length} : new int[] {1, 2, 3, 4, 100};
    for (var piece : pieces) {
      assertThat(read(bytes, piece)).containsExactly(expected);
    }
  }

  private static List<Read> read(byte[] bytes, int pieceBytes) {
    var reader = new FrameReader();
    var reads = new ArrayList<Read>();
    var payload = new ByteArrayOutputStream();
    for (var from = 0; from < bytes.length; from += pieceBytes) {
      var in = ByteBuffer.wrap(bytes, from, Math.min(pieceBytes, bytes.length - from));
      for (var found = reader.next(in);
          found != FrameReader.Found.NEED_MORE;
          found = reader.next(in)) {
        switch (found) {
          case HEADER -> payload.reset();
          case CHUNK -> {
            assertThat(reader.chunkOffset()).isEqualTo(payload.size());
            payload.write(bytes, reader.chunkStart(), reader.chunkEnd() - reader.chunkStart());
          }
          case END -> reads.add(new Read(reader.toHeader(), Hex.of(payload.toByteArray())));
          case NEED_MORE -> throw new AssertionError("the loop ends here");
        }
      }
    }
    return reads;
  }
}
