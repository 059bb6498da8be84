package parley.engine.session;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Filled;
import parley.engine.plan.StepPlan;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/** Sends a ping and waits for its pong. */
final class PingRun implements Activity {

  private final StepPlan.Ping plan;
  private final StepRun step;
  private final Link link;
  private final Doorway doorway;
  private @Nullable Bytes payload;
  private @Nullable String refused;
  private @Nullable String late;
  private boolean answered;

  PingRun(StepPlan.Ping plan, StepRun step, Link link) {
    this.plan = plan;
    this.step = step;
    this.link = link;
    doorway = new Doorway(link, List.of());
  }

  @Override
  public Progress proceed(Strand strand) {
    if (answered) {
      return Progress.end(Ending.PASSED);
    }
    if (refused != null) {
      return Progress.end(Ending.failed("the ping was not sent: " + refused));
    }
    return payload == null ? send(strand) : await();
  }

  private Progress await() {
    return link.isOpen()
        ? Progress.Wait.HERE
        : Progress.end(
            Ending.failed("%s %s before the pong came".formatted(link.title(), link.endText())));
  }

  private Progress send(Strand strand) {
    return switch (doorway.pass(strand)) {
      case Doorway.Door.Coming _ -> Progress.Wait.HERE;
      case Doorway.Door.Shut(var ending) -> {
        lose(strand, ending.result().why());
        yield Progress.end(ending);
      }
      case Doorway.Door.Open _ ->
          switch (plan.payload().text(strand.scope(link))) {
            case Filled.Faulty(_, var text, _) -> Progress.end(Ending.broken(text));
            case Filled.Of(var text) -> ping(strand, Bytes.utf8(((Value.Text) text).text()));
          };
    };
  }

  private void lose(Strand strand, String why) {
    if (plan.payload().text(strand.scope(link)) instanceof Filled.Of(var text)) {
      var bytes = Bytes.utf8(((Value.Text) text).text());
      strand.session().unsent(link, new Outgoing.Ping(bytes), why);
    }
  }

  @Override
  public void cancelled(Strand strand) {
    if (payload == null) {
      lose(strand, late == null ? "its step was given up" : late);
    }
  }

  private Progress ping(Strand strand, Bytes bytes) {
    payload = bytes;
    var session = strand.session();
    session.send(link, new Outgoing.Ping(bytes), session.ticket(this));
    return Progress.Wait.HERE;
  }

  /** A pong came on its connection. */
  void pong(Link from, Bytes content, Duration roundTrip) {
    if (from == link && payload != null && content.equals(payload)) {
      answered = true;
      step.findings().latency(roundTrip);
    }
  }

  @Override
  public void answered(Answer answer) {
    if (answer instanceof Answer.Refused(var why)) {
      refused = why;
    }
  }

  @Override
  public Ending timedOut(Strand strand, String within) {
    late = "no pong came within " + within;
    return Ending.failed(late);
  }
}
