package parley.engine.session;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.engine.plan.Connecting;
import parley.model.connection.ConnectSpec;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.value.Decimal;
import parley.model.value.Value;
import parley.protocol.handshake.Header;

/** What scripts are given to look at, as plain values. */
final class ScriptSight {

  /** How many steps the script at the end is told of, the newest. */
  private static final int MAX_STEPS = 1000;

  private ScriptSight() {}

  static Value message(Held message, Link link) {
    var all = new LinkedHashMap<String, Value>();
    all.put("number", Value.of(message.number()));
    all.put("kind", Value.of(message.isText() ? "text" : "binary"));
    if (message.isText()) {
      all.put("text", Value.of(message.payload().toText()));
    } else {
      var bytes = message.payload().toArray();
      all.put("base64", Value.of(Base64.getEncoder().encodeToString(bytes)));
    }
    all.put("connection", Value.of(link.name()));
    all.put("headers", headers(link.facts().headers()));
    return Value.of(all);
  }

  private static Value headers(List<Header> headers) {
    var all = new LinkedHashMap<String, Value>();
    headers.forEach(one -> all.put(one.name(), Value.of(one.value())));
    return Value.of(all);
  }

  /** A handshake as it would be; without a URL and headers when it cannot be made yet. */
  static Value request(Connecting connecting, Link link) {
    var all = new LinkedHashMap<String, Value>();
    all.put("connection", Value.of(link.name()));
    if (connecting instanceof Connecting.Ready(ConnectSpec spec, var _)) {
      all.put("url", Value.of(spec.url().toString()));
      all.put("headers", headers(spec.headers()));
    }
    return Value.of(all);
  }

  /** What came of the conversation. */
  static Value result(Result result, List<StepOutcome> steps, long elapsedNanos) {
    var all = new LinkedHashMap<String, Value>();
    put(result, all);
    all.put("seconds", seconds(elapsedNanos));
    var told = new ArrayList<Value>();
    steps
        .subList(Math.max(0, steps.size() - MAX_STEPS), steps.size())
        .forEach(one -> told.add(step(one)));
    all.put("steps", Value.of(told));
    return Value.of(all);
  }

  private static Value step(StepOutcome step) {
    var all = new LinkedHashMap<String, Value>();
    all.put("label", Value.of(step.label()));
    all.put("id", step.id().map(Value::of).orElse(Value.NULL));
    put(step.result(), all);
    all.put("seconds", seconds(step.ended().minus(step.began()).toNanos()));
    return Value.of(all);
  }

  private static void put(Result result, Map<String, Value> into) {
    into.put("status", Value.of(result.word()));
    into.put("why", Value.of(result.why()));
  }

  private static Value seconds(long nanos) {
    var exact = BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP);
    return Decimal.of(exact).<Value>map(one -> one).orElse(Value.NULL);
  }
}
