package parley.cli.prompt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Masking;

/** A frame as the bytes that it is on the wire, in pieces. */
final class Pieces {

  private Pieces() {}

  static List<Outgoing> of(FrameHeader header, Bytes payload, int pieceBytes) {
    var out = ByteBuffer.allocate(header.headerBytes() + payload.size());
    header.writeTo(out);
    var start = out.position();
    out.put(payload.asBuffer());
    if (header.masked()) {
      Masking.apply(out, start, out.position(), header.maskingKey(), 0);
    }
    var bytes = Bytes.copyOf(out.flip());
    var pieces = new ArrayList<Outgoing>();
    for (var from = 0; from < bytes.size(); from += pieceBytes) {
      pieces.add(new Outgoing.Raw(bytes.slice(from, Math.min(bytes.size(), from + pieceBytes))));
    }
    return pieces;
  }
}
