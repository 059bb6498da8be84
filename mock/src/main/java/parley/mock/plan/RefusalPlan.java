package parley.mock.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Compiling;
import parley.engine.plan.ExpressionPlan;
import parley.engine.plan.FieldPlan;
import parley.engine.plan.Filled;
import parley.model.collection.Mock;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.Refusal;
import parley.protocol.handshake.ResponseHead;

/** A refusal of an endpoint, compiled. */
final class RefusalPlan {

  private final @Nullable ExpressionPlan when;
  private final int status;
  private final HeaderPlan headers;
  private final BodyPlan body;

  private RefusalPlan(
      @Nullable ExpressionPlan when, int status, HeaderPlan headers, BodyPlan body) {
    this.when = when;
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static RefusalPlan of(Mock.Reject reject, Compiling compiling) {
    reject.headers().stream()
        .filter(field -> field.name().text().equalsIgnoreCase("Content-Length"))
        .forEach(field ->
            compiling.problem(
                field.name().at(),
                "the header `Content-Length`",
                "headers other than it, for the body's own length is sent",
                "remove it"));
    return new RefusalPlan(
        reject.when().map(source -> ExpressionPlan.condition(source, compiling)).orElse(null),
        reject.status(),
        new HeaderPlan(FieldPlan.of(reject.headers(), compiling)),
        BodyPlan.of(reject, compiling));
  }

  /** Refuses the request, says why that cannot be known, or lets it pass. */
  Optional<Verdict> judge(Evaluation evaluation) {
    var condition = when;
    if (condition == null) {
      return Optional.of(refuse(evaluation));
    }
    return switch (evaluation.fill(condition::truth)) {
      case Filled.Of(Value.Bool(var holds)) ->
          holds ? Optional.of(refuse(evaluation)) : Optional.empty();
      case Filled.Of _ -> throw new IllegalStateException("a truth is a boolean");
      case Filled.Faulty(var at, var text, var _) -> Optional.of(new Verdict.Undecided(at, text));
    };
  }

  private Verdict refuse(Evaluation evaluation) {
    return switch (headers.fill(evaluation)) {
      case HeaderPlan.Filling.Broken(var why) -> why;
      case HeaderPlan.Filling.Full(var given) ->
          switch (body.render(evaluation)) {
            case BodyPlan.Body.Faulty(var why) -> why;
            case BodyPlan.Body.Ready(var bytes) -> new Verdict.Refused(refusal(given, bytes));
          };
    };
  }

  private Refusal refusal(List<Header> given, Bytes bytes) {
    var all = new ArrayList<>(given);
    // RFC 9110, 15.3.5 and 15.4.5: such answers have no body, and say nothing of its length.
    var bodiless = status == 204 || status == 304;
    if (!bodiless) {
      body.type()
          .filter(_ -> given.stream().noneMatch(header -> header.isNamed("Content-Type")))
          .ifPresent(type -> all.add(new Header("Content-Type", type)));
      all.add(new Header("Content-Length", Integer.toString(bytes.size())));
    }
    if (given.stream().noneMatch(header -> header.isNamed("Connection"))) {
      all.add(new Header("Connection", "close"));
    }
    return new Refusal(
        new ResponseHead("HTTP/1.1", status, Reasons.of(status), all),
        bodiless ? Bytes.EMPTY : bytes);
  }
}
