package parley.workbench.entry.advice;

import java.util.ArrayList;
import java.util.List;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.report.Advice;
import parley.report.Setup;
import parley.workbench.call.Json;

/** What to do about an entry, see {@code Advice}. */
public final class AdviceJson {

  private AdviceJson() {}

  /**
   * One for each line that there is to say.
   *
   * @param connection the name of the entry's; fixes are for the main one
   */
  public static Value of(String connection, Entry entry) {
    var left = new ArrayList<>(connection.isEmpty() ? fixes(entry) : List.<Fix>of());
    var all = new ArrayList<Value>();
    for (var text : texts(entry)) {
      var said = left.stream().filter(fix -> fix.isSaidBy(text)).toList();
      left.removeAll(said);
      all.add(advice(sentence(text), said.stream().map(Fix::shortValue).toList()));
    }
    left.forEach(fix -> all.add(advice(sentence(fix.effect()), List.of(fix.shortValue()))));
    return Value.of(all);
  }

  private static List<String> texts(Entry entry) {
    return switch (entry) {
      case Entry.Refused(var _, var attempt) -> Advice.of(attempt, Setup.FILE);
      case Entry.Failed(var _, var attempt) -> Advice.of(attempt, Setup.FILE);
      case Entry.Closed(var _, var closure) -> Advice.of(closure, Setup.FILE).stream().toList();
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> List.of();
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Opened _ -> List.of();
      case Entry.Message _, Entry.Frame _, Entry.Raw _, Entry.Unsent _, Entry.Broken _ -> List.of();
      case Entry.Ping _, Entry.Pong _, Entry.Close _, Entry.Notice _, Entry.Retry _ -> List.of();
    };
  }

  private static List<Fix> fixes(Entry entry) {
    return switch (entry) {
      case Entry.Refused(var _, var attempt) -> Fixes.of(attempt);
      case Entry.Failed(var _, var attempt) -> Fixes.of(attempt);
      case Entry.Closed(var _, var closure) -> Fixes.of(closure);
      case Entry _ -> List.of();
    };
  }

  private static Value advice(String title, List<Value> fixes) {
    return Json.object()
        .put("title", title)
        .put("text", "")
        .put("severity", "info")
        .put("fixes", Value.of(fixes))
        .value();
  }

  /** A scheme stays as it is written. */
  private static String sentence(String text) {
    var end = text.endsWith("?") || text.endsWith(".") ? "" : ".";
    var first = text.charAt(0);
    var capital = text.matches("\\w+://.*") ? first : Character.toUpperCase(first);
    return capital + text.substring(1) + end;
  }
}
