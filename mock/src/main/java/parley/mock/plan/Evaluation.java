package parley.mock.plan;

import java.util.function.Function;
import parley.engine.expression.Scope;
import parley.engine.function.Result;
import parley.engine.plan.Filled;
import parley.engine.plan.MessagePlan;
import parley.engine.plan.Rendering;
import parley.engine.session.Session;

/**
 * Evaluates for one request, in the session that begins when the client is let in: first with what
 * the client sent, then, where that has not all that is asked for, with what is mentioned and
 * missing as empty texts.
 */
record Evaluation(Session session, Asked sent, Asked filled) {

  Filled fill(Function<Scope, Filled> plan) {
    var first = plan.apply(session.asked(sent.variables()));
    return first instanceof Filled.Faulty faulty && faulty.reason() == Result.Reason.MISSING
        ? plan.apply(session.asked(filled.variables()))
        : first;
  }

  Rendering render(MessagePlan message) {
    var first = message.render(session.asked(sent.variables()));
    return first instanceof Rendering.Faulty
        ? message.render(session.asked(filled.variables()))
        : first;
  }
}
