package parley.engine.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.check.Check;
import parley.engine.check.Shown;
import parley.engine.expression.NoScope;
import parley.engine.expression.Scope;
import parley.engine.function.Result;
import parley.engine.path.Comparison;
import parley.engine.path.PathScanner;
import parley.model.collection.Operation;
import parley.model.collection.Operator;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.CheckOutcome.Verdict;
import parley.model.value.Value;

/** An operator on a subject; prepared once where what it compares with never changes. */
final class OperationStatement implements Statement {

  private final Position at;
  private final String shown;
  private final SubjectPlan subject;
  private final Operator operator;
  private final Operand operand;
  private final @Nullable PathScanner scanner;

  OperationStatement(
      Position at, String shown, SubjectPlan subject, Operator operator, Operand operand) {
    this.at = at;
    this.shown = shown;
    this.subject = subject;
    this.operator = operator;
    this.operand = operand;
    this.scanner = scanner().orElse(null);
  }

  /** What an operator compares with. */
  sealed interface Operand {

    /** The same in every scope; {@code value} is null where it is no value. */
    record Constant(Check check, @Nullable Value value) implements Operand {}

    record Varying(JsonPlan json) implements Operand {}

    /** A problem of the file. */
    record Unusable() implements Operand {}

    static Operand of(Operation operation, Compiling compiling) {
      if (operation.operator().positive() == Operator.SCHEMA) {
        return SchemaOperand.of(operation, compiling);
      }
      var json = JsonPlan.of(operation.operand(), compiling);
      return json.isConstant()
          ? constant(operation.operator(), json, compiling)
          : new Varying(json);
    }

    private static Operand constant(Operator operator, JsonPlan json, Compiling compiling) {
      return switch (json.value(new NoScope())) {
        case Filled.Of(var value) -> constant(operator, value, json.at(), compiling);
        case Filled.Faulty(var at, var text, _) -> {
          compiling.problem(at, text, "a value");
          yield new Unusable();
        }
      };
    }

    private static Operand constant(
        Operator operator, Value value, Position at, Compiling compiling) {
      return switch (Check.of(operator, value)) {
        case Check.Prepared.Ready(var check) -> new Constant(check, value);
        case Check.Prepared.Wrong(var expected) -> {
          compiling.problem(
              at, "`" + Shown.of(value) + "` behind `" + operator.key() + "`", expected);
          yield new Unusable();
        }
      };
    }
  }

  private Optional<PathScanner> scanner() {
    return operand instanceof Operand.Constant(_, var value) && value != null
        ? subject
            .path()
            .flatMap(path -> comparison().flatMap(one -> PathScanner.of(path, one, value)))
        : Optional.empty();
  }

  private Optional<Comparison> comparison() {
    return switch (operator) {
      case EQUALS -> Optional.of(Comparison.EQUAL);
      case NOT_EQUALS -> Optional.of(Comparison.NOT_EQUAL);
      case GREATER_THAN -> Optional.of(Comparison.GREATER);
      case AT_LEAST -> Optional.of(Comparison.AT_LEAST);
      case LESS_THAN -> Optional.of(Comparison.LESS);
      case AT_MOST -> Optional.of(Comparison.AT_MOST);
      case EQUALS_IGNORING_CASE,
          EXISTS,
          EMPTY,
          CONTAINS,
          MATCHES,
          IN,
          STARTS_WITH,
          ENDS_WITH,
          LENGTH,
          TYPE,
          JSON_CONTAINS,
          XML_CONTAINS,
          SCHEMA,
          DATE,
          BEFORE,
          AFTER,
          NOT_EQUALS_IGNORING_CASE,
          NOT_CONTAINS,
          NOT_MATCHES,
          NOT_IN,
          NOT_STARTS_WITH,
          NOT_ENDS_WITH,
          NOT_LENGTH,
          NOT_TYPE,
          NOT_JSON_CONTAINS,
          NOT_XML_CONTAINS,
          NOT_SCHEMA,
          NOT_DATE ->
          Optional.empty();
    };
  }

  @Override
  public boolean holds(MessageSight sight) {
    if (scanner == null) {
      return verdict(sight) == Verdict.HOLDS;
    }
    return switch (sight.scope().subject().scan(scanner)) {
      case TRUE -> true;
      case FALSE -> false;
      case UNDECIDED -> verdict(sight) == Verdict.HOLDS;
    };
  }

  private Verdict verdict(MessageSight sight) {
    return switch (prepared(sight.scope())) {
      case Ready(var check) -> check.verdict(found(sight));
      case Unready(_, _, var verdict) -> verdict;
    };
  }

  @Override
  public CheckOutcome outcome(MessageSight sight) {
    return switch (prepared(sight.scope())) {
      case Ready(var check) -> {
        var found = found(sight);
        yield outcome(check.toString(), check.shown(found), check.verdict(found));
      }
      case Unready(var expected, var found, var verdict) -> outcome(expected, found, verdict);
    };
  }

  private CheckOutcome outcome(String expected, String found, Verdict verdict) {
    return new CheckOutcome(at, shown, expected, found, verdict);
  }

  private Result found(MessageSight sight) {
    return operator == Operator.EXISTS ? subject.presence(sight) : subject.value(sight);
  }

  /** What preparing the operator for a scope came to. */
  private sealed interface Prepared {}

  private record Ready(Check check) implements Prepared {}

  private record Unready(String expected, String found, Verdict verdict) implements Prepared {}

  private Prepared prepared(Scope scope) {
    return switch (operand) {
      case Operand.Constant(var check, _) -> new Ready(check);
      case Operand.Varying(var json) -> prepared(json.value(scope));
      case Operand.Unusable _ ->
          new Unready(operator.key(), "nothing to compare with", Verdict.BROKEN);
    };
  }

  private Prepared prepared(Filled filled) {
    return switch (filled) {
      case Filled.Of(var value) ->
          switch (Check.of(operator, value)) {
            case Check.Prepared.Ready(var check) -> new Ready(check);
            case Check.Prepared.Wrong(var expected) ->
                new Unready(
                    "%s %s".formatted(operator.key(), expected),
                    "%s to compare with".formatted(Shown.of(value)),
                    Verdict.BROKEN);
          };
      case Filled.Faulty(_, var text, var reason) ->
          new Unready(operator.key(), text, ExpressionStatement.verdict(reason));
    };
  }
}
