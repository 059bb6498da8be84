package parley.protocol.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RFC 6455, 5.3: client-to-server masking. */
class MaskingTest {

  @Test
  void exampleOfSection57IsUnmasked() {
    var bytes = Hex.bytes("7f 9f 4d 51 58");
    Masking.apply(ByteBuffer.wrap(bytes), 0, 5, 0x37fa213d, 0);
    assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("Hello");
  }

  @Test
  void everyRegionOffsetAndOrderAgreesWithTheFormula() {
    var random = new Random(2);
    for (var round = 0; round < 3000; round++) {
      var bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      var from = random.nextInt(bytes.length + 1);
      var to = from + random.nextInt(bytes.length - from + 1);
      var key = random.nextInt();
      var offset = random.nextLong(1L << 40);
      var expected = byFormula(bytes, from, to, key, offset);
      var order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
      Masking.apply(ByteBuffer.wrap(bytes).order(order), from, to, key, offset);
      assertThat(bytes).isEqualTo(expected);
    }
  }

  private static byte[] byFormula(byte[] bytes, int from, int to, int key, long offset) {
    var octets = ByteBuffer.allocate(4).putInt(key).array();
    var result = bytes.clone();
    for (var index = from; index < to; index++) {
      result[index] ^= octets[(int) ((offset + index - from) % 4)];
    }
    return result;
  }
}
