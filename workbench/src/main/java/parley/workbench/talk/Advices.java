package parley.workbench.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.model.connection.Attempt;
import parley.model.value.Value;
import parley.protocol.endpoint.Closure;
import parley.report.Advice;
import parley.report.Redaction;
import parley.report.Setup;
import parley.report.Visible;
import parley.workbench.call.Json;
import parley.workbench.entry.advice.Fix;
import parley.workbench.entry.advice.Fixes;

/** What the state of a connection means and what to do, see {@code Advice}. */
public final class Advices {

  private final Redaction redaction;

  public Advices(Redaction redaction) {
    this.redaction = redaction;
  }

  /** What to try when there was no connection; nothing when there is one. */
  private List<Value> of(Attempt attempt, List<Fix> fixes) {
    return switch (attempt) {
      case Attempt.Open _ -> List.of();
      case Attempt.Rejected rejected ->
          List.of(
              advice(
                  "The server refused the handshake",
                  Visible.line(
                      "It answered with "
                          + rejected.answer().status()
                          + " "
                          + rejected.answer().reason()),
                  "error",
                  Advice.of(rejected, Setup.FILE),
                  fixes));
      case Attempt.Failed failed ->
          List.of(
              advice(
                  "There is no connection",
                  Visible.line(failed.text()),
                  "error",
                  Advice.of(failed, Setup.FILE),
                  fixes));
    };
  }

  /** What an end probably means; nothing when it was as it should be. */
  private List<Value> of(Closure closure, List<Fix> fixes) {
    var texts = Advice.of(closure, Setup.FILE).stream().toList();
    return texts.isEmpty() && fixes.isEmpty()
        ? List.of()
        : List.of(advice("The connection ended", ClosureText.of(closure), "warning", texts, fixes));
  }

  /** What there is to say of a connection. */
  List<Value> of(ConnectionStatus status) {
    if (status.isAlive()) {
      return List.of();
    }
    var main = status.name().isEmpty(); // fixes are changes of what the file says of that one
    return Optional.ofNullable(status.closure())
        .map(closure -> of(closure, main ? Fixes.of(closure) : List.of()))
        .or(() ->
            Optional.ofNullable(status.attempt())
                .map(attempt -> of(attempt, main ? Fixes.of(attempt) : List.of())))
        .orElse(List.of());
  }

  private Value advice(
      String title, String text, String severity, List<String> texts, List<Fix> fixes) {
    var all = new ArrayList<Value>();
    fixes.forEach(fix -> all.add(fix.value(redaction.in(Refusals.capital(fix.text())))));
    Fixes.others(texts, fixes)
        .forEach(other -> all.add(Json.object().put("text", redaction.in(other)).value()));
    return Json.object()
        .put("title", title)
        .put("text", redaction.in(text))
        .put("severity", severity)
        .put("fixes", Value.of(all))
        .value();
  }
}
