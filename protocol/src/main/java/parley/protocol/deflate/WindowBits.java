package parley.protocol.deflate;

import java.util.Optional;

/** The size of an LZ77 window as a power of two: 8 to 15 (RFC 7692, 7.1.2). */
final class WindowBits {

  static final int MIN = 8;
  static final int MAX = 15;

  private WindowBits() {}

  static void require(int bits) {
    if (bits < MIN || bits > MAX) {
      throw new IllegalArgumentException("window bits are 8 to 15: " + bits);
    }
  }

  /** RFC 7692, 7.1.2.1: a decimal integer without leading zeroes, from 8 to 15. */
  static Optional<Integer> parse(String text) {
    for (var bits = MIN; bits <= MAX; bits++) {
      if (Integer.toString(bits).equals(text)) {
        return Optional.of(bits);
      }
    }
    return Optional.empty();
  }
}
