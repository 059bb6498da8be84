package parley.workbench.entry;

import parley.model.value.Value;
import parley.protocol.frame.FrameHeader;
import parley.report.FrameText;
import parley.workbench.call.Json;

/** A frame's header, see {@code FrameRow}. */
final class FrameJson {

  private FrameJson() {}

  static Value of(FrameHeader header) {
    var json =
        Json.object()
            .put("fin", header.fin())
            .put("rsv", FrameText.reservedBits(header))
            .put("opcode", header.opcode().code())
            .put("name", FrameText.opcode(header.opcode()))
            .put("masked", header.masked())
            .put("length", header.payloadLength())
            .put("header", header.headerBytes());
    if (header.masked()) {
      json.put("mask", FrameText.maskingKey(header));
    }
    return json.value();
  }
}
