package parley.store.row;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.FrameReader;

/** The headers of a message's frames as they lie in a file: as on the wire, without payloads. */
public final class FrameRun {

  /** How many headers are kept of one message. */
  public static final int MAX_FRAMES = 1000;

  private static final int MAX_HEADER_BYTES = 14;

  private FrameRun() {}

  /** The headers, 2 to 14 bytes each. */
  public static byte[] write(List<FrameHeader> headers) {
    var out = ByteBuffer.allocate(headers.size() * MAX_HEADER_BYTES);
    headers.forEach(header -> header.writeTo(out));
    return Arrays.copyOf(out.array(), out.position());
  }

  /** The headers that {@link #write} wrote, as far as they are whole. */
  public static List<FrameHeader> read(byte[] run) {
    var headers = new ArrayList<FrameHeader>();
    var in = ByteBuffer.wrap(run);
    while (in.hasRemaining()) {
      var reader = new FrameReader();
      if (reader.next(in) == FrameReader.Found.HEADER) {
        headers.add(reader.toHeader());
      }
    }
    return List.copyOf(headers);
  }
}
