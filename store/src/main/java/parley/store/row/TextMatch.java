package parley.store.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds a text among bytes, compared as UTF-8. Without regard to case it folds the letters of ASCII
 * byte by byte; only a text with other letters costs a decoded payload.
 */
public final class TextMatch implements Match {

  private final byte[] wanted;
  private final byte[] other;

  private TextMatch(byte[] wanted, byte[] other) {
    this.wanted = wanted;
    this.other = other;
  }

  /** Finds {@code text}; an empty one is in every payload. */
  public static Match of(String text, boolean anyCase) {
    if (!anyCase) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      return new TextMatch(bytes, bytes);
    }
    return text.chars().allMatch(c -> c < 0x80)
        ? new TextMatch(
            text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII),
            text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII))
        : new FoldedMatch(text.toLowerCase(Locale.ROOT));
  }

  private record FoldedMatch(String lowered) implements Match {
    @Override
    public boolean test(RowKind kind, ByteBuffer payload) {
      var text = StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
      return text.toLowerCase(Locale.ROOT).contains(lowered);
    }
  }

  @Override
  public boolean test(RowKind kind, ByteBuffer payload) {
    var length = payload.remaining();
    if (payload.hasArray()) {
      return isIn(payload.array(), payload.arrayOffset() + payload.position(), length);
    }
    var copy = new byte[length];
    payload.get(payload.position(), copy);
    return isIn(copy, 0, length);
  }

  private boolean isIn(byte[] bytes, int from, int length) {
    if (wanted.length == 0) {
      return true;
    }
    var first = wanted[0];
    var firstOther = other[0];
    for (int at = from, last = from + length - wanted.length; at <= last; at++) {
      if ((bytes[at] == first || bytes[at] == firstOther) && standsAt(bytes, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean standsAt(byte[] bytes, int at) {
    for (var i = 1; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i] && bytes[at + i] != other[i]) {
        return false;
      }
    }
    return true;
  }
}
