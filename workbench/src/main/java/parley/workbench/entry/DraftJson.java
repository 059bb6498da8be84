package parley.workbench.entry;

import java.util.Base64;
import java.util.HexFormat;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.Opcode;
import parley.workbench.call.Json;
import parley.workbench.entry.body.Body;

/** A message as the composer has it, to be sent again: see {@code Draft}. */
final class DraftJson {

  private static final int MAX_HEX_BYTES = 4096;

  private DraftJson() {}

  static Value of(Entry entry, Body body) {
    return switch (entry) {
      case Entry.Close(var _, var _, var status) -> draft("close", close(status));
      case Entry.Ping ping -> draft("ping", ping.payload().toText());
      case Entry.Pong pong -> draft("ping", pong.payload().toText());
      case Entry.Message _ -> message(body);
      case Entry.Unsent unsent -> unsent(unsent, body);
      case Entry.Frame _, Entry.Raw _ -> bytes(body.payload());
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> draft("text", "");
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> draft("text", "");
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> draft("text", "");
      case Entry.Broken _, Entry.Closed _, Entry.Notice _, Entry.Retry _ -> draft("text", "");
    };
  }

  private static String close(CloseStatus status) {
    return status.equals(CloseStatus.NONE)
        ? ""
        : (status.code() + " " + status.reason().toText()).strip();
  }

  private static Value message(Body body) {
    if (!body.text()) {
      return bytes(body.payload());
    }
    var text = body.payload().toText();
    return switch (body.language()) {
      case JSON -> draft(body.pretty().isPresent() ? "json" : "text", text);
      case XML -> draft(body.pretty().isPresent() ? "xml" : "text", text);
      case TEXT, BINARY -> draft("text", text);
    };
  }

  private static Value unsent(Entry.Unsent unsent, Body body) {
    var payload = unsent.payload();
    return switch (unsent.opcode().orElse(Opcode.BINARY)) {
      case TEXT -> message(body);
      case PING, PONG -> draft("ping", payload.toText());
      case CLOSE -> draft("close", close(CloseStatus.read(payload.asBuffer())));
      case BINARY, CONTINUATION, RESERVED_3, RESERVED_4, RESERVED_5, RESERVED_6, RESERVED_7 ->
          bytes(payload);
      case RESERVED_B, RESERVED_C, RESERVED_D, RESERVED_E, RESERVED_F -> bytes(payload);
    };
  }

  private static Value bytes(Bytes payload) {
    return payload.size() <= MAX_HEX_BYTES
        ? draft("hex", HexFormat.ofDelimiter(" ").formatHex(payload.toArray()))
        : draft("base64", Base64.getEncoder().encodeToString(payload.toArray()));
  }

  private static Value draft(String kind, String content) {
    return Json.object().put("kind", kind).put("content", content).value();
  }
}
