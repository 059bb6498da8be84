package parley.protocol.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that never change, compared by content. */
public final class Bytes {

  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] bytes;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of {@code bytes}. */
  public static Bytes of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /** A copy of what remains in {@code buffer}, whose position stays. */
  public static Bytes copyOf(ByteBuffer buffer) {
    var copy = new byte[buffer.remaining()];
    buffer.get(buffer.position(), copy);
    return copy.length == 0 ? EMPTY : new Bytes(copy);
  }

  /** The UTF-8 form of {@code text}. */
  public static Bytes utf8(String text) {
    return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes that {@code hex} says, two digits each, without separators. */
  public static Bytes hex(String hex) {
    return hex.isEmpty() ? EMPTY : new Bytes(HexFormat.of().parseHex(hex));
  }

  public int size() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  public byte at(int index) {
    return bytes[index];
  }

  /** A read-only view that starts at the first byte; no copy. */
  public ByteBuffer asBuffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** The bytes from {@code from} to {@code to}. */
  public Bytes slice(int from, int to) {
    return from == 0 && to == bytes.length ? this : new Bytes(Arrays.copyOfRange(bytes, from, to));
  }

  public byte[] toArray() {
    return bytes.clone();
  }

  /** The text, with U+FFFD in place of what is not UTF-8. */
  public String toText() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Lower-case hex digits without separators. */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  public boolean isUtf8() {
    var validator = new Utf8Validator();
    validator.accept(ByteBuffer.wrap(bytes), 0, bytes.length);
    return validator.isComplete();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The size and at most the first 32 bytes in hex, for messages and debuggers. */
  @Override
  public String toString() {
    var shown = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 32));
    return bytes.length + " bytes " + shown + (bytes.length > 32 ? "..." : "");
  }
}
