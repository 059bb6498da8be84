package parley.workbench.entry.handshake;

import java.util.List;
import parley.model.connection.Attempt;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Head;
import parley.protocol.handshake.ResponseHead;
import parley.report.Visible;
import parley.workbench.call.Json;

/** Heads and bodies of HTTP, see {@code Head} and {@code Body}. */
final class HttpJson {

  /** How much of a refusal's body the page shows; the whole is in the export. */
  private static final int MAX_BODY_BYTES = 256 * 1024;

  private static final int MAX_HEX_BYTES = 4096;

  private HttpJson() {}

  static Json.Fields head(Head head) {
    return head(head, head.encode());
  }

  /** A head with the bytes as they were sent or came. */
  static Json.Fields head(Head head, Bytes bytes) {
    return Json.object()
        .put("bytes", Visible.lines(bytes.toText().replace("\r\n", "\n")))
        .put("line", Visible.line(head.firstLine()))
        .put(
            "headers",
            head.headers(),
            header ->
                Json.texts(List.of(Visible.line(header.name()), Visible.line(header.value()))));
  }

  static Json.Fields body(Attempt.Rejected rejected) {
    return body(rejected.answer(), rejected.body(), end(rejected.bodyEnd()));
  }

  /** A body that came with an answer, and why it ended, if that is worth telling. */
  static Json.Fields body(ResponseHead answer, Bytes body, String end) {
    var shown = body.slice(0, Math.min(body.size(), MAX_BODY_BYTES));
    var hex = body.slice(0, Math.min(body.size(), MAX_HEX_BYTES));
    return Json.object()
        .put("text", body.isUtf8() ? Visible.lines(shown.toText().replace("\r\n", "\n")) : "")
        .put("hex", Visible.pairs(hex))
        .put("size", body.size())
        .put("end", end)
        .put("type", answer.first("Content-Type").map(Visible::line).orElse(""));
  }

  private static String end(Attempt.BodyEnd end) {
    return switch (end) {
      case COMPLETE -> "";
      case LIMIT -> "the limit for the body of a refusal";
      case TIMEOUT -> "the time limit";
      case CUT -> "the end of the connection, before all of it had come";
      case MALFORMED -> "chunks or a length that make no sense";
    };
  }
}
