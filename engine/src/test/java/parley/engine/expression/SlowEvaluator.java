package parley.engine.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What expressions mean, said slowly and plainly; empty stands for a fault. */
final class SlowEvaluator {

  private static final Map<String, Integer> PRECEDENCE =
      Map.ofEntries(
          Map.entry("?", 1),
          Map.entry("||", 2),
          Map.entry("&&", 3),
          Map.entry("==", 4),
          Map.entry("!=", 4),
          Map.entry("<", 4),
          Map.entry(">=", 4),
          Map.entry("in", 4),
          Map.entry("+", 5),
          Map.entry("-", 5),
          Map.entry("*", 6),
          Map.entry("/", 6),
          Map.entry("%", 6));

  private final Map<String, Object> variables;

  SlowEvaluator(Map<String, Object> variables) {
    this.variables = variables;
  }

  /** An expression: a variable, or an operator with one, two or three operands. */
  record Tree(String symbol, List<Tree> operands) {

    /** As few parentheses as the precedence allows. */
    String text() {
      return switch (operands.size()) {
        case 0 -> symbol;
        case 1 -> symbol + operand(0, 7);
        case 2 -> operand(0, precedence()) + " " + symbol + " " + operand(1, precedence() + 1);
        default -> operand(0, 2) + " ? " + operand(1, 1) + " : " + operand(2, 1);
      };
    }

    private int precedence() {
      return operands.isEmpty() ? 9 : operands.size() == 1 ? 7 : PRECEDENCE.getOrDefault(symbol, 0);
    }

    private String operand(int index, int least) {
      var operand = operands.get(index);
      return operand.precedence() < least ? "(" + operand.text() + ")" : operand.text();
    }
  }

  Optional<Object> value(Tree tree) {
    return switch (tree.operands().size()) {
      case 0 -> Optional.ofNullable(variables.get(tree.symbol()));
      case 1 -> value(tree.operands().getFirst()).flatMap(of -> unary(tree.symbol(), of));
      case 2 -> binary(tree.symbol(), tree.operands().getFirst(), tree.operands().getLast());
      default -> conditional(tree.operands());
    };
  }

  private Optional<Object> conditional(List<Tree> parts) {
    return value(parts.getFirst())
        .filter(Boolean.class::isInstance)
        .flatMap(truth -> value(truth.equals(true) ? parts.get(1) : parts.get(2)));
  }

  private static Optional<Object> unary(String symbol, Object of) {
    if (symbol.equals("!")) {
      return of instanceof Boolean truth ? Optional.of(!truth) : Optional.empty();
    }
    return of instanceof BigDecimal number ? Optional.of(number.negate()) : Optional.empty();
  }

  private Optional<Object> binary(String symbol, Tree left, Tree right) {
    var one = value(left);
    var other = value(right);
    if (symbol.equals("&&") || symbol.equals("||")) {
      return logic(symbol.equals("||"), one, other);
    }
    return one.isPresent() && other.isPresent()
        ? values(symbol, one.get(), other.get())
        : Optional.empty();
  }

  private static Optional<Object> logic(
      boolean decisive, Optional<Object> one, Optional<Object> other) {
    if (one.equals(Optional.of(decisive)) || other.equals(Optional.of(decisive))) {
      return Optional.of(decisive);
    }
    var both = Optional.<Object>of(!decisive);
    return one.equals(both) && other.equals(both) ? both : Optional.empty();
  }

  private static Optional<Object> values(String symbol, Object one, Object other) {
    return switch (symbol) {
      case "in" -> other instanceof List<?> list ? Optional.of(has(list, one)) : Optional.empty();
      case "==", "!=" ->
          one.getClass() == other.getClass()
              ? Optional.of(same(one, other) == symbol.equals("=="))
              : Optional.empty();
      case "<" -> order(one, other).map(order -> order < 0);
      case ">=" -> order(one, other).map(order -> order >= 0);
      default -> arithmetic(symbol, one, other);
    };
  }

  private static boolean has(List<?> list, Object item) {
    return list.stream().anyMatch(one -> one.getClass() == item.getClass() && same(one, item));
  }

  private static boolean same(Object one, Object other) {
    if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
      return left.compareTo(right) == 0;
    }
    return one.equals(other);
  }

  private static Optional<Integer> order(Object one, Object other) {
    if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
      return Optional.of(left.compareTo(right));
    }
    return one instanceof String left && other instanceof String right
        ? Optional.of(left.compareTo(right))
        : Optional.empty();
  }

  private static Optional<Object> arithmetic(String symbol, Object one, Object other) {
    if (one instanceof String left && other instanceof String right && symbol.equals("+")) {
      return Optional.of(left + right);
    }
    if (one instanceof List<?> left && other instanceof List<?> right && symbol.equals("+")) {
      return Optional.of(Stream.concat(left.stream(), right.stream()).toList());
    }
    return one instanceof BigDecimal left && other instanceof BigDecimal right
        ? numbers(symbol, left, right)
        : Optional.empty();
  }

  private static Optional<Object> numbers(String symbol, BigDecimal one, BigDecimal other) {
    if ((symbol.equals("/") || symbol.equals("%")) && other.signum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (symbol) {
          case "+" -> one.add(other);
          case "-" -> one.subtract(other);
          case "*" -> one.multiply(other);
          case "/" -> quotient(one, other);
          default -> one.remainder(other);
        });
  }

  private static BigDecimal quotient(BigDecimal one, BigDecimal other) {
    var digits = Math.max(34, one.precision() + other.precision());
    return one.divide(other, new MathContext(digits, RoundingMode.HALF_EVEN));
  }
}
