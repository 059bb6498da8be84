package parley.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.engine.expression.SlowEvaluator.Tree;
import parley.engine.function.Result;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Random expressions come to what the slow evaluator says. */
final class ReferenceTest {

  private static final Map<String, Object> VARIABLES =
      Map.of(
          "zero",
          new BigDecimal("0"),
          "one",
          new BigDecimal("1"),
          "half",
          new BigDecimal("0.50"),
          "large",
          new BigDecimal("9007199254740993"),
          "ann",
          "ann",
          "none",
          "",
          "yes",
          true,
          "no",
          false,
          "list",
          List.of(new BigDecimal("1.0"), "ann"));

  private static final Names NAMES =
      Names.of(
          Stream.concat(VARIABLES.keySet().stream(), Stream.of("missing"))
              .sorted()
              .toArray(String[]::new));

  private static final List<String> BINARY =
      List.of("||", "&&", "==", "!=", "<", ">=", "in", "+", "-", "*", "/", "%", "&&", "||");

  @Test
  void randomExpressionsComeToTheSame() {
    var random = new Random(11);
    var slow = new SlowEvaluator(VARIABLES);
    var values = 0;
    for (var i = 0; i < 15_000; i++) {
      var tree = tree(random, 4);
      if (Expression.compile(tree.text(), NAMES) instanceof Compilation.Compiled(var expression)) {
        var expected = slow.value(tree);
        assertThat(value(expression.evaluate(new Variables())))
            .as(tree.text())
            .isEqualTo(expected.map(ReferenceTest::value));
        values += expected.isPresent() ? 1 : 0;
      }
    }
    assertThat(values).isGreaterThan(1_500);
  }

  private static Tree tree(Random random, int depth) {
    var kind = random.nextInt(depth == 0 ? 3 : 10);
    return switch (kind) {
      case 0, 1, 2 -> new Tree(pick(random, NAMES.variables()), List.of());
      case 3 -> new Tree(random.nextBoolean() ? "!" : "-", trees(random, depth, 1));
      case 4 -> new Tree("?", trees(random, depth, 3));
      default -> new Tree(pick(random, BINARY), trees(random, depth, 2));
    };
  }

  private static List<Tree> trees(Random random, int depth, int count) {
    return Stream.generate(() -> tree(random, depth - 1)).limit(count).toList();
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static Optional<Value> value(Result result) {
    return result instanceof Result.Of(var value) ? Optional.of(value) : Optional.empty();
  }

  private static Value value(Object object) {
    return switch (object) {
      case BigDecimal number -> Decimal.of(number).orElseThrow();
      case String text -> Value.of(text);
      case Boolean truth -> Value.of(truth);
      case List<?> list -> Value.of(list.stream().map(ReferenceTest::value).toList());
      default -> throw new IllegalArgumentException(object.toString());
    };
  }

  private record Variables() implements Scope {

    @Override
    public Optional<Value> variable(int slot) {
      return Optional.ofNullable(VARIABLES.get(NAMES.variables().get(slot)))
          .map(ReferenceTest::value);
    }

    @Override
    public Subject subject() {
      return new Subject();
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
