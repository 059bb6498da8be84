package parley.workbench.entry.body;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import parley.protocol.frame.Bytes;

/**
 * A payload in lines of so many bytes each, read as they are asked for.
 *
 * @param size of the payload
 * @param perLine how many bytes a line shows
 */
record ByteLines(Part part, long size, int perLine, Function<Line, String> show) implements Lines {

  /** Reads a part of a payload. */
  interface Part {
    Bytes read(long from, int count);
  }

  /** A line's bytes, and where they stand. */
  record Line(long address, Bytes bytes) {}

  private static final HexFormat HEX = HexFormat.of();
  private static final int HEX_BYTES = 16;
  private static final int BASE64_BYTES = 57;

  /** Address, 16 bytes in hex, the same as ASCII. */
  static ByteLines hex(Part part, long size) {
    return new ByteLines(part, size, HEX_BYTES, ByteLines::hexLine);
  }

  /** Base64 in lines of 76 characters, as RFC 2045 has them. */
  static ByteLines base64(Part part, long size) {
    return new ByteLines(
        part,
        size,
        BASE64_BYTES,
        line -> Base64.getEncoder().encodeToString(line.bytes().toArray()));
  }

  private static String hexLine(Line line) {
    var text = new StringBuilder(80).append(HEX.toHexDigits((int) line.address())).append("  ");
    var ascii = new StringBuilder(HEX_BYTES);
    for (var i = 0; i < HEX_BYTES; i++) {
      text.append(i == HEX_BYTES / 2 ? " " : "");
      if (i < line.bytes().size()) {
        var value = line.bytes().at(i);
        text.append(HEX.toHexDigits(value)).append(' ');
        ascii.append(value >= 0x20 && value < 0x7F ? (char) value : '.');
      } else {
        text.append("   ");
      }
    }
    return text.append(' ').append(ascii).toString();
  }

  @Override
  public long total() {
    return (size + perLine - 1) / perLine;
  }

  @Override
  public List<String> window(long from, int count) {
    var start = from * perLine;
    var bytes = part.read(start, count * perLine);
    var lines = new ArrayList<String>();
    for (var at = 0; at < bytes.size(); at += perLine) {
      var end = Math.min(bytes.size(), at + perLine);
      lines.add(show.apply(new Line(start + at, bytes.slice(at, end))));
    }
    return lines;
  }
}
