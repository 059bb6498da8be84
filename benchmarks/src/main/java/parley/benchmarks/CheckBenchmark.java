package parley.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import parley.engine.expression.Compilation;
import parley.engine.expression.Expression;
import parley.engine.expression.Names;
import parley.engine.expression.Scope;
import parley.engine.expression.Subject;
import parley.engine.function.Result;
import parley.model.value.Value;

/** What a message costs without a check, with one that bytes decide, and with one on values. */
@State(org.openjdk.jmh.annotations.Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CheckBenchmark {

  private static final String MESSAGE =
      "{\"seq\":123456,\"symbol\":\"PRLY\",\"bid\":12.50,\"ask\":12.52,\"venue\":\"main\","
          + "\"levels\":[[12.50,100],[12.49,250]],\"type\":\"quote\"}";

  private final ByteBuffer message = ByteBuffer.wrap(MESSAGE.getBytes(StandardCharsets.UTF_8));
  private final Session session = new Session();
  private final Expression scanned = compile("$.type == 'quote'");
  private final Expression compared = compile("$.bid + 0.02 == $.ask");

  /** A message that no check looks at. */
  @Benchmark
  public Subject noCheck() {
    session.subject.set(message);
    return session.subject;
  }

  /** One comparison of a path with a constant. */
  @Benchmark
  public Result pathCheck() {
    session.subject.set(message);
    return scanned.evaluate(session);
  }

  /** One check that needs the values: the message is read as a whole. */
  @Benchmark
  public Result valueCheck() {
    session.subject.set(message);
    return compared.evaluate(session);
  }

  private static Expression compile(String text) {
    return ((Compilation.Compiled) Expression.compile(text, Names.of())).expression();
  }

  private static final class Session implements Scope {

    private final Subject subject = new Subject();

    @Override
    public Optional<Value> variable(int slot) {
      return Optional.empty();
    }

    @Override
    public Subject subject() {
      return subject;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public RandomGenerator random() {
      return new Random(1);
    }
  }
}
