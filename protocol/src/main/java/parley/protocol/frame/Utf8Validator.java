package parley.protocol.frame;

import java.nio.ByteBuffer;

/**
 * Checks UTF-8 as it arrives and fails at the first byte that cannot belong to it (RFC 6455, 8.1;
 * RFC 3629, 4). A validator serves one message after another.
 */
public final class Utf8Validator {

  private static final long NON_ASCII = 0x8080808080808080L;

  // What the next byte may be: the rows of RFC 3629, 4. Only the second byte has special ranges.
  private int pending;
  private int lowest = 0x80;
  private int highest = 0xBF;
  private boolean valid = true;

  /** A validator that stands before the first byte. */
  public Utf8Validator() {}

  /**
   * Takes the bytes from index {@code from} to {@code to}.
   *
   * @return the index of the first byte that breaks the rule, or {@code to} when there is none
   */
  public int accept(ByteBuffer bytes, int from, int to) {
    var index = from;
    while (index < to) {
      if (pending == 0) {
        index = skipAscii(bytes, index, to);
        if (index == to) {
          return to;
        }
      }
      if (!accept(bytes.get(index) & 0xFF)) {
        valid = false;
        return index;
      }
      index++;
    }
    return to;
  }

  private static int skipAscii(ByteBuffer bytes, int from, int to) {
    var index = from;
    while (index <= to - Long.BYTES && (bytes.getLong(index) & NON_ASCII) == 0) {
      index += Long.BYTES;
    }
    while (index < to && bytes.get(index) >= 0) {
      index++;
    }
    return index;
  }

  private boolean accept(int next) {
    if (pending == 0) {
      return acceptLead(next);
    }
    if (next < lowest || next > highest) {
      return false;
    }
    pending--;
    lowest = 0x80;
    highest = 0xBF;
    return true;
  }

  private boolean acceptLead(int lead) {
    if (lead < 0xC2 || lead > 0xF4) {
      return false;
    }
    pending = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    switch (lead) {
      case 0xE0 -> lowest = 0xA0; // shorter forms exist for what is below
      case 0xED -> highest = 0x9F; // surrogates
      case 0xF0 -> lowest = 0x90;
      case 0xF4 -> highest = 0x8F; // above U+10FFFF
      default -> {}
    }
    return true;
  }

  /** Whether all that came is valid and no character is left unfinished. */
  public boolean isComplete() {
    return valid && pending == 0;
  }

  /** Forgets everything, for the next message. */
  public void reset() {
    pending = 0;
    lowest = 0x80;
    highest = 0xBF;
    valid = true;
  }
}
