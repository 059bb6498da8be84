package parley.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/** RFC 6455, 5.2: what a header may say, legal or not. */
class FrameHeaderTest {

  @Test
  void shortestFormIsChosenAtEachBoundary() {
    assertThat(LengthForm.minimalFor(125)).isEqualTo(LengthForm.SEVEN_BIT);
    assertThat(LengthForm.minimalFor(126)).isEqualTo(LengthForm.SIXTEEN_BIT);
    assertThat(LengthForm.minimalFor(65535)).isEqualTo(LengthForm.SIXTEEN_BIT);
    assertThat(LengthForm.minimalFor(65536)).isEqualTo(LengthForm.SIXTY_FOUR_BIT);
    assertThat(LengthForm.minimalFor(-1)).isEqualTo(LengthForm.SIXTY_FOUR_BIT);
  }

  @Test
  void headerSizeCountsLengthAndMask() {
    assertThat(FrameHeader.of(Opcode.TEXT, true, 0).headerBytes()).isEqualTo(2);
    assertThat(FrameHeader.of(Opcode.TEXT, true, 126).headerBytes()).isEqualTo(4);
    assertThat(FrameHeader.of(Opcode.TEXT, true, 65536).maskedWith(0).headerBytes()).isEqualTo(14);
  }

  @Test
  void lengthThatDoesNotFitItsFormIsRefused() {
    assertThatThrownBy(() -> sevenBit(126))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("length 126 does not fit SEVEN_BIT");
  }

  private static FrameHeader sevenBit(long length) {
    return new FrameHeader(
        true, false, false, false, Opcode.TEXT, false, 0, LengthForm.SEVEN_BIT, length);
  }

  @Test
  void keyWithoutMaskIsRefused() {
    assertThatThrownBy(() ->
            new FrameHeader(
                true, false, false, false, Opcode.TEXT, false, 7, LengthForm.SEVEN_BIT, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an unmasked frame has no masking key");
  }

  @Test
  void everyFieldStandsWhereTheDrawingOfTheRfcHasIt() {
    var header =
        new FrameHeader(
            false,
            true,
            false,
            true,
            Opcode.RESERVED_B,
            true,
            0x01020304,
            LengthForm.SIXTEEN_BIT,
            300);
    var out = ByteBuffer.allocate(8);
    header.writeTo(out);
    assertThat(Hex.of(out.array())).isEqualTo("5b fe 01 2c 01 02 03 04");
  }

  @Test
  void aCopyOfAHeaderIsItself() {
    var header = FrameHeader.of(Opcode.PING, true, 3);
    assertThat(header.toHeader()).isSameAs(header);
    assertThat(header.compressed().rsv1()).isTrue();
  }

  @Test
  void opcodesKnowWhatTheyAre() {
    for (var code = 0; code < 16; code++) {
      var opcode = Opcode.of(code);
      assertThat(opcode.code()).isEqualTo(code);
      assertThat(opcode.isControl()).isEqualTo(code >= 8);
      assertThat(opcode.isReserved()).isEqualTo(opcode.name().startsWith("RESERVED"));
    }
  }
}
