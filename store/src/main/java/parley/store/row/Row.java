package parley.store.row;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.frame.Bytes;

/**
 * One row of a log, told briefly.
 *
 * @param position from 0, without gaps
 * @param number the transcript's number of the entry, as the log's owner counts
 * @param at its date to the microsecond
 * @param connection the connection's name, empty for the main one
 * @param directionOrNull null for what has none
 * @param payloadBytes the size of the payload, inflated; 0 for an event
 * @param wireBytes the payload as it was on the wire, without frame headers
 * @param frames how many frames carried it; 0 for an event
 * @param head the first bytes of the payload, {@link #HEAD_BYTES} at most; none for an event
 * @param eventOrNull the entry itself, when it carries no bytes of the wire: to be told in a
 *     sentence; null for a lost row, too
 */
public record Row(
    long position,
    long number,
    Moment at,
    String connection,
    RowKind kind,
    @Nullable Direction directionOrNull,
    long payloadBytes,
    long wireBytes,
    boolean compressed,
    int frames,
    Bytes head,
    @Nullable Entry eventOrNull) {

  /** How much of a payload a row shows. */
  public static final int HEAD_BYTES = 1024;

  /** How much of it {@link #preview} shows. */
  public static final int PREVIEW_CHARACTERS = 300;

  public Optional<Direction> direction() {
    return Optional.ofNullable(directionOrNull);
  }

  public Optional<Entry> event() {
    return Optional.ofNullable(eventOrNull);
  }

  /** Whether {@link #head} is all there is. */
  public boolean isWhole() {
    return head.size() == payloadBytes;
  }

  /**
   * The first characters of the payload read as UTF-8, {@link #PREVIEW_CHARACTERS} at most, control
   * characters as they are, U+FFFD for what is not UTF-8.
   */
  public String preview() {
    var bytes = head.toArray();
    var text = new String(bytes, 0, wholeCharacters(bytes), StandardCharsets.UTF_8);
    if (text.length() <= PREVIEW_CHARACTERS) {
      return text;
    }
    var split = Character.isHighSurrogate(text.charAt(PREVIEW_CHARACTERS - 1));
    return text.substring(0, PREVIEW_CHARACTERS - (split ? 1 : 0));
  }

  /** Without the character that the end of the head has cut. */
  private int wholeCharacters(byte[] bytes) {
    if (isWhole()) {
      return bytes.length;
    }
    var start = bytes.length - 1;
    while (start > 0 && start > bytes.length - 4 && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    return start < 0 ? 0 : (bytes[start] & 0x80) == 0 ? bytes.length : start;
  }
}
