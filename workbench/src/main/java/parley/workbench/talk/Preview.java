package parley.workbench.talk;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.engine.plan.Planning;
import parley.engine.plan.Rendering;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.report.Visible;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;

/** A message as it would be sent, see {@code Preview}. */
final class Preview {

  /** How much of it is shown. */
  private static final int MAX_SHOWN = 4096;

  private static final int MAX_LINE = 80;

  private Preview() {}

  /** A line that tells drafts apart. */
  static String line(Draft draft) {
    var content = draft.content().strip();
    var first = content.substring(0, Math.min(content.length(), MAX_LINE));
    var shown = Visible.line(first) + (first.length() < content.length() ? "…" : "");
    return draft
        .name()
        .orElse(shown.isEmpty() ? draft.kind().toString().toLowerCase(Locale.ROOT) : shown);
  }

  /** What a message carries. */
  static Bytes payload(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Text(var payload, _) -> payload;
      case Outgoing.Binary(var payload, _) -> payload;
      case Outgoing.Ping(var payload) -> payload;
      case Outgoing.Pong(var payload) -> payload;
      case Outgoing.Close(var body) -> body;
      case Outgoing.Frame(_, var payload) -> payload;
      case Outgoing.Raw(var bytes) -> bytes;
    };
  }

  private static String kind(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Text _ -> "text";
      case Outgoing.Binary _ -> "binary";
      case Outgoing.Ping _ -> "ping";
      case Outgoing.Pong _ -> "pong";
      case Outgoing.Close _ -> "close";
      case Outgoing.Frame _ -> "frame";
      case Outgoing.Raw _ -> "bytes";
    };
  }

  /** What a draft would be on a connection. Blocks. */
  static Answer of(Draft draft, Hand hand, String connection) {
    return switch (DraftMessage.read(draft, hand.file().path())) {
      case DraftMessage.Made.Wrong(var text, var hint) -> problem(text, Optional.of(hint));
      case DraftMessage.Made.Ready(var verb) ->
          switch (hand.session().render(verb, connection)) {
            case Planning.Wrong<Rendering>(var wrong) ->
                problem(
                    "Found %s, expected %s."
                        .formatted(wrong.getFirst().found(), wrong.getFirst().expected()),
                    wrong.getFirst().hint().map(Refusals::sentence));
            case Planning.Planned<Rendering>(Rendering.Ready(var outgoing)) ->
                shown(draft, outgoing);
            case Planning.Planned<Rendering>(Rendering.Faulty(_, var why)) ->
                problem(hand.file().redaction().in(Refusals.sentence(why)), Optional.empty());
            case Planning.Planned<Rendering>(Rendering.NeedsFile _) ->
                throw new IllegalStateException("its file was read");
          };
    };
  }

  private static Answer problem(String text, Optional<String> hint) {
    return Answer.of(
        Json.object()
            .put("kind", "")
            .put("size", 0)
            .put("hex", "")
            .put("truncated", false)
            .put("problems", List.of(problemValue(text, hint)), one -> one));
  }

  private static Value problemValue(String text, Optional<String> hint) {
    return Json.object().put("text", text).putText("hint", hint).value();
  }

  private static Answer shown(Draft draft, Outgoing outgoing) {
    var payload = payload(outgoing);
    var head = payload.slice(0, Math.min(payload.size(), MAX_SHOWN));
    var json =
        Json.object()
            .put("kind", kind(outgoing))
            .put("size", payload.size())
            .put("hex", HexFormat.ofDelimiter(" ").formatHex(head.toArray()))
            .put("truncated", head.size() < payload.size())
            .put("problems", warnings(draft, outgoing, payload), one -> one);
    if (isText(outgoing, payload)) {
      json.put("text", Visible.text(head));
    }
    return Answer.of(json);
  }

  private static boolean isText(Outgoing outgoing, Bytes payload) {
    return outgoing instanceof Outgoing.Text
        || (outgoing instanceof Outgoing.Ping && payload.isUtf8());
  }

  /** It is sent all the same: this is a tool for testing. */
  private static List<Value> warnings(Draft draft, Outgoing outgoing, Bytes payload) {
    var all = new ArrayList<Value>();
    if (draft.kind() == Draft.Kind.JSON && payload.isUtf8() && !isJson(payload.toText())) {
      all.add(
          problemValue("It is not JSON.", Optional.of("It is sent as it stands all the same.")));
    }
    if (outgoing instanceof Outgoing.Text && !payload.isUtf8()) {
      all.add(
          problemValue(
              "A text message must be UTF-8 (RFC 6455, 5.6), and this is not.",
              Optional.of("Send it as binary, unless it is meant so.")));
    }
    if (payload.size() > 125
        && (outgoing instanceof Outgoing.Ping || outgoing instanceof Outgoing.Close)) {
      all.add(
          problemValue(
              "A control frame has at most 125 bytes (RFC 6455, 5.5), and this has %d."
                  .formatted(payload.size()),
              Optional.of("It is sent as it stands all the same.")));
    }
    return all;
  }

  private static boolean isJson(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read;
  }
}
