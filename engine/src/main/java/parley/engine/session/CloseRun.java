package parley.engine.session;

import parley.engine.plan.Filled;
import parley.engine.plan.StepPlan;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;

/** Sends a Close frame and waits for the end. What is not open needs no closing. */
final class CloseRun implements Activity {

  private final StepPlan.Close plan;
  private final Link link;
  private boolean sent;

  CloseRun(StepPlan.Close plan, Link link) {
    this.plan = plan;
    this.link = link;
  }

  @Override
  public Progress proceed(Strand strand) {
    return switch (link.state()) {
      case NEW -> Progress.end(Ending.PASSED);
      case LOST -> giveUp(strand);
      case OPENING, CLOSING -> Progress.Wait.HERE;
      case OPEN -> link.isEnding() ? Progress.Wait.HERE : close(strand);
      case ENDED -> Progress.end(sent ? judge() : Ending.PASSED);
    };
  }

  private Progress close(Strand strand) {
    return switch (plan.reason().text(strand.scope(link))) {
      case Filled.Faulty(_, var text, _) -> Progress.end(Ending.broken(text));
      case Filled.Of(var reason) -> {
        sent = true;
        strand.session().close(link, body(((Value.Text) reason).text()));
        yield Progress.Wait.HERE;
      }
    };
  }

  /** It is not to be opened again. */
  private Progress giveUp(Strand strand) {
    strand.session().links().giveUp(link);
    return Progress.end(Ending.PASSED);
  }

  /** A reason needs a code (RFC 6455, 5.5.1). */
  private Bytes body(String reason) {
    if (plan.code().isEmpty() && reason.isEmpty()) {
      return Bytes.EMPTY;
    }
    var code = plan.code().map(CloseCode::new).orElse(CloseCode.NORMAL);
    return CloseStatus.bodyOf(code, Bytes.utf8(reason));
  }

  private Ending judge() {
    return link.facts()
        .closure()
        .filter(closure -> !closure.isClean())
        .map(_ -> Ending.failed(link.title() + " " + link.endText()))
        .orElse(Ending.PASSED);
  }
}
