package parley.workbench.talk;

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

/** What the state of a connection means and what to do, see {@code Advice}. */
public final class Advices {

  private final Redaction redaction;

  public Advices(Redaction redaction) {
    this.redaction = redaction;
  }

  /** What to try when there was no connection; nothing when there is one. */
  public List<Value> of(Attempt attempt) {
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
                  Advice.of(rejected, Setup.FILE)));
      case Attempt.Failed failed ->
          List.of(
              advice(
                  "There is no connection",
                  Visible.line(failed.text()),
                  "error",
                  Advice.of(failed, Setup.FILE)));
    };
  }

  /** What an end probably means; nothing when it was as it should be. */
  public List<Value> of(Closure closure) {
    return Advice.of(closure, Setup.FILE).stream()
        .map(text ->
            advice("The connection ended", ClosureText.of(closure), "warning", List.of(text)))
        .toList();
  }

  /** What there is to say of a connection. */
  List<Value> of(ConnectionStatus status) {
    return status.isAlive()
        ? List.of()
        : Optional.ofNullable(status.closure())
            .map(this::of)
            .or(() -> Optional.ofNullable(status.attempt()).map(this::of))
            .orElse(List.of());
  }

  private Value advice(String title, String text, String severity, List<String> fixes) {
    return Json.object()
        .put("title", title)
        .put("text", redaction.in(text))
        .put("severity", severity)
        .put("fixes", fixes, fix -> Json.object().put("text", redaction.in(fix)).value())
        .value();
  }
}
