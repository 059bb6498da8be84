package parley.files.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.files.problem.Problems;
import parley.model.collection.Position;
import parley.protocol.frame.ByteSize;

/**
 * The text of a file, with the places of its lines.
 *
 * @param hasMark whether the bytes begin with the mark of UTF-8 (EF BB BF), which is not part of
 *     the text and is written again
 */
public record YamlText(Path file, String text, boolean hasMark) {

  /** The largest file that is read. */
  public static final ByteSize MAX_SIZE = ByteSize.ofMegabytes(10);

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Decodes UTF-8; too many bytes, or others, are a problem. */
  public static Optional<YamlText> decode(Path file, byte[] bytes, Problems problems) {
    var top = new Position(file, 1, 1);
    if (bytes.length > MAX_SIZE.bytes()) {
      problems.add(top, "a file of " + ByteSize.of(bytes.length), "at most " + MAX_SIZE);
      return Optional.empty();
    }
    var marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3);
    var buffer = ByteBuffer.wrap(bytes).position(marked ? MARK.length : 0);
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
      return Optional.of(new YamlText(file, text, marked));
    } catch (CharacterCodingException e) {
      problems.add(
          placeOf(file, bytes, buffer.position()),
          "the byte 0x"
              + Integer.toHexString(bytes[buffer.position()] & 0xFF).toUpperCase(Locale.ROOT),
          "text in UTF-8",
          "save the file as UTF-8; bytes of a message stand in `hex:`, `base64:` or `file:`");
      return Optional.empty();
    }
  }

  private static Position placeOf(Path file, byte[] bytes, int end) {
    var before = new String(bytes, 0, end, StandardCharsets.UTF_8);
    return new YamlText(file, before, false).position(before.length());
  }

  /** The bytes that the text is written as. */
  public byte[] encode() {
    return ((hasMark ? "\uFEFF" : "") + text).getBytes(StandardCharsets.UTF_8);
  }

  /** The same file with another text. */
  public YamlText withText(String changed) {
    return new YamlText(file, changed, hasMark);
  }

  /** The place of a character. */
  public Position position(int index) {
    var start = lineStart(index);
    var line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
    return new Position(file, line, text.codePointCount(start, index) + 1);
  }

  /** The index of the first character of the line that {@code index} is in. */
  public int lineStart(int index) {
    return text.lastIndexOf('\n', index - 1) + 1;
  }

  /** The index after the line that {@code index} is in, its end included. */
  public int lineEnd(int index) {
    var end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end + 1;
  }

  /** The lines without their ends. */
  public List<String> lines() {
    return text.lines().toList();
  }

  /** The characters of a node. */
  public String of(Span span) {
    return text.substring(span.start(), span.end());
  }
}
