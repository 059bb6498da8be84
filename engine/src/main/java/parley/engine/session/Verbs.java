package parley.engine.session;

import java.time.Duration;
import parley.engine.plan.StepPlan;
import parley.model.collection.Step;

/** What each verb does. */
final class Verbs {

  private static final long RECEIVE_NANOS = Step.Receive.DEFAULT_WITHIN.toNanos();

  /** How long the last byte of a message, or the pong of a ping, may take. */
  private static final long SEND_NANOS = Duration.ofSeconds(30).toNanos();

  private Verbs() {}

  static Activity start(StepPlan plan, StepRun step, Link link) {
    return switch (plan) {
      case StepPlan.Connect connect -> new ConnectRun(connect, step, link);
      case StepPlan.Send send -> new SendRun(send, link);
      case StepPlan.Receive receive -> new ReceiveRun(receive, step, link);
      case StepPlan.Absent absent -> new AbsentRun(absent, step, link);
      case StepPlan.Closed closed -> new ClosedRun(closed, step, link);
      case StepPlan.Ping ping -> new PingRun(ping, step, link);
      case StepPlan.Close close -> new CloseRun(close, link);
      case StepPlan.Wait wait -> new WaitRun(wait);
      case StepPlan.Assign assign -> AtOnce.assign(assign, step, link);
      case StepPlan.Verify verify ->
          strand ->
              Progress.end(step.findings().judge(verify.checks().outcomes(strand.sight(link))));
      case StepPlan.Group group -> GroupRun.of(group, link);
      case StepPlan.ForEach loop -> new ForEachRun(loop);
      case StepPlan.Parallel parallel -> new ParallelRun(parallel);
      case StepPlan.Script script -> new ScriptRun(script, step, link);
      case StepPlan.Stop stop -> AtOnce.leave(stop.reason(), step, Ending.Flow.STOP);
      case StepPlan.Skip skip -> AtOnce.leave(skip.reason(), step, Ending.Flow.LEAVE_GROUP);
      case StepPlan.Reset _ -> new ResetRun(link);
      case StepPlan.Broadcast broadcast -> new BroadcastRun(broadcast);
      case StepPlan.Join join ->
          AtOnce.room(join.room(), (strand, room) -> strand.session().actions().join(room));
      case StepPlan.Leave leave ->
          AtOnce.room(leave.room(), (strand, room) -> strand.session().actions().leave(room));
    };
  }

  /** How long a step may take. Who does scripts has their time, which begins when they do. */
  static long withinNanos(StepPlan plan) {
    return plan instanceof StepPlan.Script
        ? Activity.NEVER
        : plan.head().withinNanos(defaultWithinNanos(plan));
  }

  private static long defaultWithinNanos(StepPlan plan) {
    if (plan instanceof StepPlan.Receive || plan instanceof StepPlan.Closed) {
      return RECEIVE_NANOS;
    }
    var sends = plan instanceof StepPlan.Send send && send.chunkBytes() == 0;
    return sends || plan instanceof StepPlan.Ping ? SEND_NANOS : Activity.NEVER;
  }
}
