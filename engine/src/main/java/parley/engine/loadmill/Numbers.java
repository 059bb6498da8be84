package parley.engine.loadmill;

import static parley.engine.loadmill.Likeness.like;
import static parley.engine.loadmill.Likeness.loose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.BinaryOperator;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.value.Decimal;

/** Arithmetic. */
final class Numbers {

  private static final List<Type> NUMBER = List.of(Type.NUMBER);

  private Numbers() {}

  static List<Function> all() {
    return List.of(
        like("__abs(p1: any): number", "abs"),
        of("__add(p1: any, more: any...): number", BigDecimal::add),
        of("__sub(p1: any, p2: any, more: any...): number", BigDecimal::subtract),
        of("__mult(p1: any, more: any...): number", BigDecimal::multiply),
        loose(
            "__neg(p1: any): number",
            NUMBER,
            in -> number(in, in.number(0).toBigDecimal().negate())),
        loose("__div(p1: any, p2: any): number", NUMBER, Numbers::divide));
  }

  private static Function of(String signature, BinaryOperator<BigDecimal> operator) {
    return loose(
        signature,
        NUMBER,
        in ->
            number(
                in,
                in.values().stream()
                    .map(value -> ((Decimal) value).toBigDecimal())
                    .reduce(operator)
                    .orElseThrow()));
  }

  private static Result divide(Arguments in) {
    var by = in.number(1).toBigDecimal();
    return by.signum() == 0
        ? in.fault("division by zero")
        : number(in, in.number(0).toBigDecimal().divide(by, MathContext.DECIMAL128));
  }

  static Result number(Arguments in, BigDecimal number) {
    return Decimal.of(number)
        .map(Result::of)
        .orElseGet(() -> in.fault("the number has more than 1000 digits or exceeds 1e9999"));
  }
}
