package parley.engine.session;

import org.jspecify.annotations.Nullable;
import parley.engine.plan.Filled;
import parley.engine.plan.Rendering;
import parley.engine.plan.StepPlan;
import parley.model.value.Value;

/** In a mock: sends a message to all of a room. */
final class BroadcastRun implements Activity {

  private final StepPlan.Broadcast plan;
  private @Nullable Answer answer;
  private boolean waiting;

  BroadcastRun(StepPlan.Broadcast plan) {
    this.plan = plan;
  }

  @Override
  public Progress proceed(Strand strand) {
    if (waiting) {
      return Progress.Wait.HERE;
    }
    if (answer instanceof Answer.Refused(var why)) {
      return Progress.end(Ending.broken(why));
    }
    return rendered(
        strand,
        answer instanceof Answer.Content(var bytes)
            ? plan.message().render(strand.scope(), bytes)
            : plan.message().render(strand.scope()));
  }

  private Progress rendered(Strand strand, Rendering rendering) {
    return switch (rendering) {
      case Rendering.Faulty(_, var text) -> Progress.end(Ending.broken(text));
      case Rendering.NeedsFile(var path) -> {
        waiting = true;
        strand.session().actions().load(strand.session().ticket(this), path);
        yield Progress.Wait.HERE;
      }
      case Rendering.Ready(var outgoing) ->
          switch (plan.room().text(strand.scope())) {
            case Filled.Faulty(_, var text, _) -> Progress.end(Ending.broken(text));
            case Filled.Of(var room) -> {
              strand
                  .session()
                  .actions()
                  .publish(((Value.Text) room).text(), plan.exceptSelf(), outgoing);
              yield Progress.end(Ending.PASSED);
            }
          };
    };
  }

  @Override
  public void answered(Answer given) {
    answer = given;
    waiting = false;
  }
}
