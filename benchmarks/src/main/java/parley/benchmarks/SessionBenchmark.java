package parley.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import parley.engine.session.Event;
import parley.engine.session.Session;

/** What a session makes of a message, and what a step costs. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SessionBenchmark {

  private static final String MESSAGE =
      "{\"seq\":123456,\"symbol\":\"PRLY\",\"bid\":12.50,\"ask\":12.52,\"venue\":\"main\","
          + "\"levels\":[[12.50,100],[12.49,250]],\"type\":\"quote\"}";

  private final ByteBuffer message = ByteBuffer.wrap(MESSAGE.getBytes(StandardCharsets.UTF_8));
  private final QuietActions actions = new QuietActions();
  private final Session unchecked = session("steps: [ { connect: }, { wait: 10h } ]");
  private final Session rejecting =
      session(
          "on-message: [ { where: { $.type: never }, steps: [ { send: { text: x } } ] } ]\n"
              + "steps: [ { connect: }, { wait: 10h } ]");
  private final Session taking =
      session(
          "steps:\n  - receive:\n    where: { $.type: quote }\n"
              + "    repeat: { times: 2000000000 }");
  private final Session asking =
      session("steps: [ { group: [ { send: { text: x } } ], repeat: { times: 2000000000 } } ]");
  private long number;
  private long nowNanos;

  private Session session(String steps) {
    return Sessions.open(Sessions.plan("url: ws://host/\n" + steps), actions);
  }

  private void arrives(Session at) {
    at.on(new Event.Message(0, ++number, true, message), ++nowNanos, actions);
  }

  /** A message that no step asks for. */
  @Benchmark
  public void noCheck() {
    arrives(unchecked);
  }

  /** A message that one rule looks at and does not take. */
  @Benchmark
  public void onePathCheck() {
    arrives(rejecting);
  }

  /** A message that a receive takes: the copy that later steps may ask for is included. */
  @Benchmark
  public void taken() {
    arrives(taking);
  }

  /** A whole step of a loop: a send, from the report of the one before to the message. */
  @Benchmark
  public long step() {
    asking.on(new Event.Written(actions.lastTicket()), ++nowNanos, actions);
    return actions.sent();
  }
}
