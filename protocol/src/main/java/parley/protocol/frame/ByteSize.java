package parley.protocol.frame;

import java.util.Locale;

/** A number of bytes, not negative. */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

  public static final ByteSize ZERO = new ByteSize(0);

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is not negative: " + bytes);
    }
  }

  public static ByteSize of(long bytes) {
    return new ByteSize(bytes);
  }

  public static ByteSize ofKilobytes(long kilobytes) {
    return new ByteSize(Math.multiplyExact(kilobytes, 1L << 10));
  }

  public static ByteSize ofMegabytes(long megabytes) {
    return new ByteSize(Math.multiplyExact(megabytes, 1L << 20));
  }

  /** The size for an array or buffer; sizes above {@link Integer#MAX_VALUE} are cut to it. */
  public int toInt() {
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  @Override
  public int compareTo(ByteSize other) {
    return Long.compare(bytes, other.bytes);
  }

  /** As people write it, exact: {@code 640B}, {@code 64KB}, {@code 16MB}; 1KB is 1024 bytes. */
  @Override
  public String toString() {
    if (bytes != 0 && bytes % (1L << 20) == 0) {
      return String.format(Locale.ROOT, "%dMB", bytes >> 20);
    }
    if (bytes != 0 && bytes % (1L << 10) == 0) {
      return String.format(Locale.ROOT, "%dKB", bytes >> 10);
    }
    return bytes + "B";
  }
}
