package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.model.collection.Check;
import parley.model.collection.Operation;
import parley.model.collection.Operator;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.collection.Subject;
import parley.model.outcome.CheckOutcome;

/** Statements that hold or do not, compiled: immutable, shared by all sessions. */
public final class CheckPlan {

  private final List<Statement> statements;

  private CheckPlan(List<Statement> statements) {
    this.statements = statements;
  }

  /** Compiles {@code checks}; what is wrong with them goes to {@code compiling}. */
  public static CheckPlan of(List<Check> checks, Compiling compiling) {
    return new CheckPlan(checks.stream().flatMap(check -> statements(check, compiling)).toList());
  }

  /** Compiles what is asked of one subject. */
  public static CheckPlan of(
      Subject subject, List<Operation> operations, Position at, Compiling compiling) {
    return new CheckPlan(statements(subject, operations, at, compiling).toList());
  }

  private static Stream<Statement> statements(Check check, Compiling compiling) {
    return switch (check) {
      case Check.Expression(var source) ->
          Stream.of(new ExpressionStatement(ExpressionPlan.condition(source, compiling)));
      case Check.Of(var subject, var operations, var at) ->
          statements(subject, operations, at, compiling);
      case Check.Schema(var file, var at) -> Stream.of(schema(file, at, compiling));
      case Check.Sequence sequence -> Stream.of(SequenceStatement.of(sequence, compiling));
      case Check.Order order -> Stream.of(OrderStatement.of(order, compiling));
      case Check.Following following -> Stream.of(FollowingStatement.of(following, compiling));
      case Check.Unique unique -> Stream.of(UniqueStatement.of(unique, compiling));
      case Check.Told(var told, var message) -> told(told, message, compiling);
    };
  }

  private static Stream<Statement> statements(
      Subject subject, List<Operation> operations, Position at, Compiling compiling) {
    var plan = SubjectPlan.of(subject, compiling);
    var shown = SubjectPlan.shown(subject);
    return operations.stream()
        .map(one ->
            new OperationStatement(
                at, shown, plan, one.operator(), OperationStatement.Operand.of(one, compiling)));
  }

  private static Stream<Statement> told(Check check, Source message, Compiling compiling) {
    var template = TemplatePlan.of(message, compiling);
    return statements(check, compiling).map(one -> new ToldStatement(one, template));
  }

  private static Statement schema(Source file, Position at, Compiling compiling) {
    return new OperationStatement(
        at,
        "$",
        new SubjectPlan.Path(PathPlan.of(new Source("$", at), compiling)),
        Operator.SCHEMA,
        SchemaOperand.inFile(Operator.SCHEMA, file, compiling));
  }

  /** Whether nothing is asked. */
  public boolean isEmpty() {
    return statements.isEmpty();
  }

  /** Whether all hold; simple comparisons of paths allocate nothing. */
  public boolean matches(MessageSight sight) {
    for (var i = 0; i < statements.size(); i++) {
      if (!statements.get(i).holds(sight)) {
        return false;
      }
    }
    return true;
  }

  /** What each came to, in order. */
  public List<CheckOutcome> outcomes(MessageSight sight) {
    return statements.stream().map(statement -> statement.outcome(sight)).toList();
  }

  /** The first that does not hold; empty when all do. */
  public Optional<CheckOutcome> firstMiss(MessageSight sight) {
    return statements.stream()
        .map(statement -> statement.outcome(sight))
        .filter(outcome -> !outcome.holds())
        .findFirst();
  }
}
