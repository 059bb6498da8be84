package parley.store.file;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import parley.protocol.frame.Bytes;

/** Puts payloads together from their rows and parts. */
final class Payloads {

  private static final byte[] NOTHING = {};

  private final PreparedStatement inline;
  private final PreparedStatement parts;

  Payloads(Connection connection) throws SQLException {
    inline = connection.prepareStatement("SELECT size, payload FROM entry WHERE position = ?");
    parts =
        connection.prepareStatement("SELECT bytes FROM part WHERE id >= ? AND id <= ? ORDER BY id");
  }

  static byte[] bytes(ResultSet found, int column) throws SQLException {
    var bytes = found.getBytes(column);
    return bytes == null ? NOTHING : bytes;
  }

  /**
   * All of it.
   *
   * @param inlined what stands in its row
   */
  Bytes whole(long position, long size, byte[] inlined) throws SQLException {
    return Bytes.of(wholeArray(position, size, inlined));
  }

  byte[] wholeArray(long position, long size, byte[] inlined) throws SQLException {
    return inlined.length == size ? inlined : fromParts(position, size, 0, size);
  }

  Bytes part(long position, long from, int count) throws SQLException {
    inline.setLong(1, position);
    try (var found = inline.executeQuery()) {
      if (!found.next()) {
        return Bytes.EMPTY;
      }
      var size = found.getLong(1);
      var first = Math.clamp(from, 0, size);
      var last = Math.min(size, first + count);
      var inlined = bytes(found, 2);
      return Bytes.of(
          inlined.length == size
              ? Arrays.copyOfRange(inlined, (int) first, (int) last)
              : fromParts(position, size, first, last));
    }
  }

  private byte[] fromParts(long position, long size, long from, long to) throws SQLException {
    var key = position << Schema.PART_BITS;
    var firstPart = from / Schema.PART_BYTES;
    parts.setLong(1, key + firstPart);
    parts.setLong(2, key + Math.max(0, to - 1) / Schema.PART_BYTES);
    var whole = new byte[(int) (to - from)];
    var at = firstPart * Schema.PART_BYTES;
    try (var found = parts.executeQuery()) {
      while (found.next()) {
        var bytes = bytes(found, 1);
        var start = Math.max(at, from);
        var end = Math.min(at + bytes.length, to);
        System.arraycopy(
            bytes, (int) (start - at), whole, (int) (start - from), (int) Math.max(0, end - start));
        at += bytes.length;
      }
    }
    return at < Math.min(to, size) ? Arrays.copyOf(whole, (int) Math.max(0, at - from)) : whole;
  }
}
