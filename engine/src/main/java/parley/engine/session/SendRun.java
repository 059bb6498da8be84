package parley.engine.session;

import org.jspecify.annotations.Nullable;
import parley.engine.plan.Rendering;
import parley.engine.plan.StepPlan;
import parley.model.collection.Source;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/** Sends a message, or streams one in chunks, each of them a message at its own time. */
final class SendRun implements Activity {

  /** In place of a file's content that was not read yet. */
  private static final Outgoing NOT_READ = new Outgoing.Binary(Bytes.EMPTY, Framing.WHOLE);

  private final StepPlan.Send plan;
  private final Link link;
  private final Doorway doorway;
  private @Nullable Chunks chunks;
  private @Nullable Answer answer;
  private @Nullable String late;
  private boolean waiting;
  private long beganNanos = NEVER;
  private long dueNanos = NEVER;

  SendRun(StepPlan.Send plan, Link link) {
    this.plan = plan;
    this.link = link;
    doorway = new Doorway(link, plan.headers());
  }

  @Override
  public Progress proceed(Strand strand) {
    if (answer instanceof Answer.Refused(var why)) {
      return chunks == null ? Progress.end(Ending.broken(why)) : unsent(strand, why);
    }
    if (waiting) {
      return Progress.Wait.HERE;
    }
    return chunks == null ? message(strand) : next(strand, chunks);
  }

  private Progress unsent(Strand strand, String why) {
    lose(strand, why);
    return Progress.end(Ending.failed("the message was not sent: " + why));
  }

  /** What is left, and was never handed over, will not be. */
  private void lose(Strand strand, String why) {
    if (chunks != null) {
      chunks.rest().ifPresent(rest -> strand.session().unsent(link, rest, why));
      return;
    }
    var others = strand.session().memory().chance(strand.random());
    switch (plan.message().render(strand.scope(link))) {
      case Rendering.Ready(var whole) -> strand.session().unsent(link, whole, why);
      case Rendering.NeedsFile(var path) ->
          strand.session().unsent(link, NOT_READ, why + "; it was the file " + path.text());
      case Rendering.Faulty _ -> {} // There never was a message.
    }
    strand.session().memory().chance(others);
  }

  @Override
  public void cancelled(Strand strand) {
    lose(strand, late == null ? "its step was given up" : late);
  }

  private Progress message(Strand strand) {
    return answer instanceof Answer.Content(var bytes)
        ? rendered(strand, plan.message().render(strand.scope(link), bytes))
        : door(strand);
  }

  private Progress door(Strand strand) {
    return switch (doorway.pass(strand)) {
      case Doorway.Door.Coming _ -> Progress.Wait.HERE;
      case Doorway.Door.Shut(var ending) -> {
        lose(strand, ending.result().why());
        yield Progress.end(ending);
      }
      case Doorway.Door.Open _ -> rendered(strand, plan.message().render(strand.scope(link)));
    };
  }

  private Progress rendered(Strand strand, Rendering rendering) {
    return switch (rendering) {
      case Rendering.Faulty(_, var text) -> Progress.end(Ending.broken(text));
      case Rendering.NeedsFile(var path) -> load(strand, path);
      case Rendering.Ready(var outgoing) -> begin(strand, outgoing);
    };
  }

  private Progress load(Strand strand, Source path) {
    waiting = true;
    strand.session().actions().load(strand.session().ticket(this), path);
    return Progress.Wait.HERE;
  }

  private Progress begin(Strand strand, Outgoing outgoing) {
    beganNanos = strand.session().nowNanos();
    correlate(strand, outgoing);
    chunks = Chunks.of(outgoing, plan.chunkBytes());
    answer = null;
    return next(strand, chunks);
  }

  private void correlate(Strand strand, Outgoing outgoing) {
    var session = strand.session();
    Chunks.payload(outgoing)
        .ifPresent(sent ->
            plan.correlations()
                .forEach(one -> session.correlations().sent(one, sent, beganNanos, strand, link)));
  }

  /** Sends the next chunk when its time has come and the one before is written. */
  private Progress next(Strand strand, Chunks rest) {
    if (!rest.hasNext()) {
      return Progress.end(Ending.PASSED);
    }
    var now = strand.session().nowNanos();
    dueNanos = beganNanos + rest.index() * plan.everyNanos();
    if (now < dueNanos) {
      return Progress.Wait.HERE;
    }
    dueNanos = NEVER;
    if (!link.isOpen() || link.isEnding()) {
      return unsent(strand, link.title() + " " + link.endText());
    }
    waiting = true;
    answer = null;
    var outgoing = rest.next();
    strand.session().send(link, outgoing, strand.session().ticket(this));
    return Progress.Wait.HERE;
  }

  @Override
  public void answered(Answer given) {
    answer = given;
    waiting = false;
  }

  @Override
  public long dueNanos() {
    return dueNanos;
  }

  @Override
  public Ending timedOut(Strand strand, String within) {
    var why =
        chunks == null
            ? "%s was not open within %s".formatted(link.title(), within)
            : "its last byte was not written within " + within;
    late = why;
    return Ending.failed(why);
  }
}
