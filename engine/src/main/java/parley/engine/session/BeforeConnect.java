package parley.engine.session;

import parley.engine.plan.StepPlan;
import parley.model.outcome.Result;

/** The script before a handshake; then the handshake, or the end of the connection. */
final class BeforeConnect implements Activity {

  private final StepPlan.Script script;
  private final Link link;
  private final Runnable dial;
  private final long opening;
  private boolean begun;
  private Ending ending = Ending.PASSED;

  BeforeConnect(StepPlan.Script script, Link link, Runnable dial) {
    this.script = script;
    this.link = link;
    this.dial = dial;
    opening = link.openings();
  }

  @Override
  public Progress proceed(Strand strand) {
    if (!begun) {
      begun = true;
      return new Progress.Enter(new StepRun(script));
    }
    if (link.state() == Link.State.OPENING && link.openings() == opening) {
      settle(strand.session().links());
    }
    return Progress.end(Ending.PASSED); // the step that wants the connection tells of it
  }

  private void settle(Links links) {
    switch (ending.result()) {
      case Result.Failed(var why) -> refuse(links, why, true);
      case Result.Broken(var why) -> refuse(links, why, false);
      case Result _ -> dial.run();
    }
  }

  private void refuse(Links links, String why, boolean failed) {
    links.refused(link, "the script before-connect: " + why, failed);
  }

  @Override
  public void innerEnded(Ending how) {
    ending = how;
  }
}
