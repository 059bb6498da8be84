package parley.workbench.entry;

import java.util.List;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.report.Advice;
import parley.report.Setup;
import parley.workbench.call.Json;

/** What to do about an entry, see {@code Advice}. */
final class AdviceJson {

  private AdviceJson() {}

  static Value of(Entry entry) {
    return Json.list(texts(entry), AdviceJson::one);
  }

  private static List<String> texts(Entry entry) {
    return switch (entry) {
      case Entry.Refused(var _, var attempt) -> Advice.of(attempt, Setup.FILE);
      case Entry.Failed(var _, var attempt) -> Advice.of(attempt, Setup.FILE);
      case Entry.Closed(var _, var closure) -> Advice.of(closure).stream().toList();
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> List.of();
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Opened _ -> List.of();
      case Entry.Message _, Entry.Frame _, Entry.Raw _, Entry.Unsent _, Entry.Broken _ -> List.of();
      case Entry.Ping _, Entry.Pong _, Entry.Close _, Entry.Notice _ -> List.of();
    };
  }

  private static Value one(String text) {
    return Json.object()
        .put("title", sentence(text))
        .put("text", "")
        .put("severity", "info")
        .put("fixes", List.<Value>of(), fix -> fix)
        .value();
  }

  private static String sentence(String text) {
    var end = text.endsWith("?") || text.endsWith(".") ? "" : ".";
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + end;
  }
}
