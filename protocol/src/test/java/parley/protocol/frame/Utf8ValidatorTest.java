package parley.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RFC 6455, 8.1 and RFC 3629, 4: text is UTF-8, and the first wrong byte is found at once. */
class Utf8ValidatorTest {

  @Test
  void everyCharacterIsValid() {
    for (var point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        var bytes = Character.toString(point).getBytes(StandardCharsets.UTF_8);
        assertThat(firstInvalid(bytes)).as("U+%04X", point).isEqualTo(bytes.length);
      }
    }
  }

  @Test
  void firstWrongByteIsNamed() {
    assertInvalidAt("80", 0);
    assertInvalidAt("c0 af", 0);
    assertInvalidAt("c1 81", 0);
    assertInvalidAt("f5 80", 0);
    assertInvalidAt("ff", 0);
    assertInvalidAt("41 e0 9f bf", 2); // longer than needed
    assertInvalidAt("ed a0 80", 1); // a surrogate
    assertInvalidAt("f0 8f bf bf", 1);
    assertInvalidAt("f4 90 80 80", 1); // above U+10FFFF
    assertInvalidAt("ce ba e1 bd b9 cf 83 ce bc ce b5 f4 90", 12);
    assertInvalidAt("41 42 43 44 45 46 47 48 49 c3 28", 10);
    assertInvalidAt("e2 82 41", 2);
    assertInvalidAt("e2 c0", 1);
  }

  private static void assertInvalidAt(String hex, int index) {
    assertThat(firstInvalid(Hex.bytes(hex))).as(hex).isEqualTo(index);
  }

  @Test
  void unfinishedCharacterIsValidSoFarButNotComplete() {
    var validator = new Utf8Validator();
    assertThat(validator.accept(ByteBuffer.wrap(Hex.bytes("e2 82")), 0, 2)).isEqualTo(2);
    assertThat(validator.isComplete()).isFalse();
    assertThat(validator.accept(ByteBuffer.wrap(Hex.bytes("ac")), 0, 1)).isEqualTo(1);
    assertThat(validator.isComplete()).isTrue();
  }

  @Test
  void invalidTextIsNeverCompleteUntilReset() {
    var validator = new Utf8Validator();
    validator.accept(ByteBuffer.wrap(Hex.bytes("ff")), 0, 1);
    assertThat(validator.isComplete()).isFalse();
    validator.reset();
    assertThat(validator.isComplete()).isTrue();
  }

  @Test
  void anyBytesAreJudgedAsTheJdkJudgesThem() {
    var random = new Random(3);
    for (var round = 0; round < 20000; round++) {
      var bytes = new byte[random.nextInt(24)];
      for (var index = 0; index < bytes.length; index++) {
        bytes[index] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : 0x41);
      }
      assertThat(Bytes.of(bytes).isUtf8()).as(Hex.of(bytes)).isEqualTo(jdkDecodes(bytes));
    }
  }

  private static boolean jdkDecodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  /** The index of the first wrong byte, which must be the same for every cut. */
  private static int firstInvalid(byte[] bytes) {
    var whole = new Utf8Validator().accept(ByteBuffer.wrap(bytes), 0, bytes.length);
    for (var cut = 0; cut <= bytes.length; cut++) {
      var validator = new Utf8Validator();
      var in = ByteBuffer.wrap(bytes);
      var first = validator.accept(in, 0, cut);
      var found = first < cut ? first : validator.accept(in, cut, bytes.length);
      assertThat(found).as("cut at %d", cut).isEqualTo(whole);
    }
    return whole;
  }
}
