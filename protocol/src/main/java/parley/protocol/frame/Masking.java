package parley.protocol.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The masking of payload bytes, which is its own inverse (RFC 6455, 5.3). */
public final class Masking {

  private Masking() {}

  /**
   * Masks or unmasks the bytes of {@code bytes} from index {@code from} to {@code to} in place.
   *
   * @param key the masking key, its first byte the most significant
   * @param payloadOffset how many bytes of the same payload came before {@code from}
   */
  public static void apply(ByteBuffer bytes, int from, int to, int key, long payloadOffset) {
    var turned = Integer.rotateLeft(key, (int) (payloadOffset & 3) * 8);
    var index = from;
    if (to - from >= Long.BYTES) {
      // Eight bytes at a time in the buffer's own order, whichever the caller chose.
      var wide = ((turned & 0xFFFFFFFFL) << 32) | (turned & 0xFFFFFFFFL);
      var word = bytes.order() == ByteOrder.BIG_ENDIAN ? wide : Long.reverseBytes(wide);
      for (; index <= to - Long.BYTES; index += Long.BYTES) {
        bytes.putLong(index, bytes.getLong(index) ^ word);
      }
    }
    for (var shift = 24; index < to; index++, shift -= 8) {
      bytes.put(index, (byte) (bytes.get(index) ^ (turned >>> shift)));
    }
  }
}
