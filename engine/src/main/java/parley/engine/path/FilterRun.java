package parley.engine.path;

import com.google.re2j.Pattern;
import java.util.Optional;
import parley.engine.path.Logic.Operand;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** The tests of filters, by RFC 9535, 2.3.5.2. */
final class FilterRun {

  private final PathRun paths;

  FilterRun(PathRun paths) {
    this.paths = paths;
  }

  boolean holds(Logic logic, Located node) {
    return switch (logic) {
      case Logic.Any any -> any.parts().stream().anyMatch(part -> holds(part, node));
      case Logic.All all -> all.parts().stream().allMatch(part -> holds(part, node));
      case Logic.Not not -> !holds(not.part(), node);
      case Logic.Exists exists -> !paths.find(exists.query(), node).isEmpty();
      case Logic.Compare compare ->
          holds(value(compare.left(), node), compare.comparison(), value(compare.right(), node));
      case Logic.Matches matches -> matches(matches, node);
    };
  }

  /** Nothing equals nothing; what has no order is neither less nor greater. */
  private static boolean holds(Optional<Value> left, Comparison comparison, Optional<Value> right) {
    if (left.isPresent() && right.isPresent() && Comparison.ordered(left.get(), right.get())) {
      return comparison.holds(Comparison.order(left.get(), right.get()));
    }
    return switch (comparison) {
      case EQUAL, AT_MOST, AT_LEAST -> left.equals(right);
      case NOT_EQUAL -> !left.equals(right);
      case LESS, GREATER -> false;
    };
  }

  private Optional<Value> value(Operand operand, Located node) {
    return switch (operand) {
      case Operand.Literal literal -> Optional.of(literal.value());
      case Operand.ValueOf(var query) -> only(query, node);
      case Operand.Length(var of) -> value(of, node).flatMap(FilterRun::length);
      case Operand.Count(var query) -> Optional.of(Decimal.of(paths.find(query, node).size()));
    };
  }

  private Optional<Value> only(Logic.Query query, Located node) {
    var found = paths.find(query, node);
    return found.size() == 1 ? Optional.of(found.getFirst().value()) : Optional.empty();
  }

  /** RFC 9535, 2.4.4: code points, elements or members. */
  private static Optional<Value> length(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Optional.of(Decimal.of(text.codePointCount(0, text.length())));
      case Value.Items(var all) -> Optional.of(Decimal.of(all.size()));
      case Value.Fields(var all) -> Optional.of(Decimal.of(all.size()));
      case Value _ -> Optional.empty();
    };
  }

  private boolean matches(Logic.Matches matches, Located node) {
    return value(matches.text(), node).orElse(Value.NULL) instanceof Value.Text(var text)
        && pattern(matches, node)
            .filter(
                pattern -> matches.whole() ? pattern.matches(text) : pattern.matcher(text).find())
            .isPresent();
  }

  private Optional<Pattern> pattern(Logic.Matches matches, Located node) {
    if (matches.constant() != null) {
      return Optional.of(matches.constant());
    }
    return value(matches.pattern(), node)
        .flatMap(value ->
            value instanceof Value.Text(var expression)
                ? Optional.ofNullable(FilterReader.compile(expression))
                : Optional.empty());
  }
}
