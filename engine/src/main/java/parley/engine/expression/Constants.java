package parley.engine.expression;

import java.util.stream.Stream;
import parley.engine.function.Function;

/** Expressions that look at nothing, so that they always come to the same. */
final class Constants {

  private Constants() {}

  /** Whether it is made of constants, and is more than a literal. */
  static boolean isCompound(Node node) {
    return !(node instanceof Node.Constant) && isConstant(node);
  }

  private static boolean isConstant(Node node) {
    return switch (node) {
      case Node.Constant _ -> true;
      case Node.Variable _, Node.Dynamic _, Node.Path _ -> false;
      case Node.Not not -> isConstant(not.of());
      case Node.Negative negative -> isConstant(negative.of());
      case Node.Arithmetic one -> areConstant(one.left(), one.right());
      case Node.Compare one -> areConstant(one.left(), one.right());
      case Node.In one -> areConstant(one.item(), one.all());
      case Node.And one -> areConstant(one.left(), one.right());
      case Node.Or one -> areConstant(one.left(), one.right());
      case Node.Conditional one -> areConstant(one.condition(), one.then(), one.otherwise());
      case Node.ListOf list -> list.items().stream().allMatch(Constants::isConstant);
      case Node.MapOf map ->
          map.entries().stream().allMatch(entry -> areConstant(entry.name(), entry.value()));
      case Node.Member member -> isConstant(member.of());
      case Node.Index index -> areConstant(index.of(), index.index());
      case Node.Call call ->
          Macro.of(call).isEmpty()
              && Compiler.function(call.name()).filter(Function::steady).isPresent()
              && call.arguments().stream().allMatch(Constants::isConstant);
    };
  }

  private static boolean areConstant(Node... nodes) {
    return Stream.of(nodes).allMatch(Constants::isConstant);
  }
}
