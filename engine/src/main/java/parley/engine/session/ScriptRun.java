package parley.engine.session;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.StepPlan;
import parley.model.outcome.CheckOutcome;
import parley.model.value.Value;

/** Has a script done, and takes over what it came to: variables, messages to send, checks. */
final class ScriptRun implements Activity {

  /** What the process was started with is for those who name it, not for whoever looks around. */
  private static final String ENVIRONMENT = "env";

  private final StepPlan.Script plan;
  private final StepRun step;
  private final Link link;
  private @Nullable ScriptAnswer answer;
  private boolean asked;

  ScriptRun(StepPlan.Script plan, StepRun step, Link link) {
    this.plan = plan;
    this.step = step;
    this.link = link;
  }

  @Override
  public Progress proceed(Strand strand) {
    if (answer != null) {
      return Progress.end(take(answer, strand));
    }
    if (!asked) {
      asked = true;
      var session = strand.session();
      session.actions().script(session.ticket(this), call(strand));
    }
    return Progress.Wait.HERE;
  }

  private ScriptCall call(Strand strand) {
    var session = strand.session();
    var given = Value.of(given(strand));
    session.memory().look(strand.locals(), link);
    var variables = session.memory().all();
    variables.remove(ENVIRONMENT);
    var names = new HashSet<>(session.memory().names());
    names.remove(ENVIRONMENT);
    return new ScriptCall(
        plan.script(),
        plan.moment(),
        names,
        variables,
        given,
        strand.random().nextLong(),
        Duration.ofNanos(plan.head().withinNanos(ScriptCall.DEFAULT_LIMIT.toNanos())));
  }

  private Map<String, Value> given(Strand strand) {
    var all = new LinkedHashMap<String, Value>();
    all.put("connection", Value.of(link.name()));
    all.putAll(shown(strand));
    return all;
  }

  private Map<String, Value> shown(Strand strand) {
    var session = strand.session();
    return switch (plan.moment()) {
      case STEP, ON_MESSAGE -> Map.of("messages", Value.of(messages(strand)));
      case BEFORE_CONNECT ->
          Map.of("request", ScriptSight.request(session.links().connecting(link, strand), link));
      case AFTER -> Map.of("result", session.scripting().result());
    };
  }

  private List<Value> messages(Strand strand) {
    return strand.messages().stream().map(one -> ScriptSight.message(one, link)).toList();
  }

  @Override
  public void answered(Answer given) {
    answer = ((Answer.Scripted) given).answer();
  }

  private Ending take(ScriptAnswer done, Strand strand) {
    var session = strand.session();
    session.memory().look(strand.locals(), link);
    done.variables().forEach((name, value) -> assign(name, value, session));
    link.change(done.change());
    var judged = step.findings().judge(done.checks());
    var sent = send(done, session);
    if (done.faultOrNull() != null) {
      return Ending.broken(done.faultOrNull());
    }
    var broken =
        done.checks().stream().anyMatch(one -> one.verdict() == CheckOutcome.Verdict.BROKEN);
    return broken || sent.result().isGood() ? judged : sent;
  }

  private void assign(String name, Value value, Session session) {
    session
        .memory()
        .slot(name)
        .ifPresent(slot -> {
          session.memory().assign(slot, value);
          step.findings().extracted(name, value);
        });
  }

  /** What a script sends goes out at once, in its order; nobody waits for it to be written. */
  private Ending send(ScriptAnswer done, Session session) {
    for (var one : done.sends()) {
      var name = one.connectionOrNull();
      var to = name == null ? link : session.links().named(name).orElse(null);
      if (to == null) {
        return Ending.broken("the script sends on " + name + ", and no connection has that name");
      }
      if (!to.isOpen()) {
        return Ending.broken(
            "the script sends on %s, which %s".formatted(to.title(), to.endText()));
      }
      session.post(to, one.outgoing());
    }
    return Ending.PASSED;
  }
}
