package parley.workbench.log;

import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.Opcode;
import parley.report.Sentences;
import parley.report.Visible;
import parley.store.row.Row;

/** The beginning of a payload on one line. */
final class PayloadLine {

  private static final int HEX_BYTES = 64;
  private static final int CONTROL_BYTES = 125;

  private PayloadLine() {}

  /** Of a text its first characters, of other bytes the first in hex. */
  static String of(boolean text, Bytes payload) {
    if (text) {
      var shown = payload.slice(0, Math.min(payload.size(), Row.HEAD_BYTES)).toText();
      return Visible.line(shown.substring(0, Math.min(shown.length(), Row.PREVIEW_CHARACTERS)));
    }
    return Visible.pairs(payload.slice(0, Math.min(payload.size(), HEX_BYTES)))
        + (payload.size() > HEX_BYTES ? " …" : "");
  }

  /** Of a message that was not sent. */
  static String of(Entry.Unsent unsent) {
    return unsent.opcodeOrNull() == Opcode.CLOSE
        ? Sentences.of(CloseStatus.read(unsent.payload().asBuffer()))
        : of(unsent.isText(), unsent.payload());
  }

  /** Of a ping or pong, which hold either. */
  static String of(Bytes payload) {
    return payload.isEmpty() ? "" : Visible.preview(payload, CONTROL_BYTES);
  }
}
