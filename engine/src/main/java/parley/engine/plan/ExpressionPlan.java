package parley.engine.plan;

import java.util.BitSet;
import java.util.List;
import parley.engine.check.Shown;
import parley.engine.expression.Compilation;
import parley.engine.expression.Expression;
import parley.engine.expression.Scope;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.collection.Source;
import parley.model.value.Value;

/** An expression, compiled: immutable, shared by all sessions. */
public final class ExpressionPlan {

  private final Source source;
  private final Expression expression;

  private ExpressionPlan(Source source, Expression expression) {
    this.source = source;
    this.expression = expression;
  }

  /** Compiles {@code source}; what is wrong with it goes to {@code compiling}. */
  public static ExpressionPlan of(Source source, Compiling compiling) {
    return switch (Expression.compile(source.text(), compiling.names())) {
      case Compilation.Compiled(var expression) -> new ExpressionPlan(source, expression);
      case Compilation.Wrong(var problems) -> {
        problems.forEach(problem -> compiling.problem(source, problem));
        yield new ExpressionPlan(source, Expression.NULL);
      }
    };
  }

  /** The same for a condition: one that can never be true or false is a problem too. */
  public static ExpressionPlan condition(Source source, Compiling compiling) {
    var plan = of(source, compiling);
    var type = plan.expression.type();
    if (plan.expression != Expression.NULL && !Type.BOOLEAN.mayBe(type)) {
      compiling.problem(
          source.at(), "`" + source.text() + "`, which is " + type.phrase(), "true or false");
    }
    return plan;
  }

  /** What it comes to. */
  public Filled evaluate(Scope scope) {
    return Places.filled(source, expression.evaluate(scope));
  }

  /** Whether it is true: a boolean, or a fault that says why there is none. */
  public Filled truth(Scope scope) {
    return switch (expression.evaluate(scope)) {
      case Result.Of(Value.Bool truth) -> new Filled.Of(truth);
      case Result.Of(var value) ->
          new Filled.Faulty(
              source.at(),
              "`%s` is %s, expected true or false".formatted(source.text(), Shown.of(value)),
              Result.Reason.INVALID);
      case Result.Fault fault -> Places.filled(source, fault);
    };
  }

  /** Whether it is true, without allocating where bytes of a message decide; a fault is false. */
  boolean holds(Scope scope) {
    return expression.evaluate(scope).equals(Result.TRUE);
  }

  /** The variables and paths it looks at, each an expression of its own. */
  List<Expression> operands() {
    return expression.operands();
  }

  /** The slots of the variables it uses. */
  public BitSet slots() {
    return expression.slots();
  }

  /** As it was written. */
  public Source source() {
    return source;
  }

  @Override
  public String toString() {
    return source.text();
  }
}
