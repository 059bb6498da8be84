package parley.engine.expression;

import java.util.List;
import java.util.stream.Stream;
import parley.engine.path.Comparison;
import parley.engine.path.JsonPath;
import parley.model.value.Value;

/** An expression as it was written. */
sealed interface Node {

  /** Where it stands: its operator, or its first character. */
  int at();

  /** What it is made of, in the order of the text. */
  default Stream<Node> parts() {
    return switch (this) {
      case Not not -> Stream.of(not.of());
      case Negative negative -> Stream.of(negative.of());
      case Arithmetic one -> Stream.of(one.left(), one.right());
      case Compare one -> Stream.of(one.left(), one.right());
      case In one -> Stream.of(one.item(), one.all());
      case And one -> Stream.of(one.left(), one.right());
      case Or one -> Stream.of(one.left(), one.right());
      case Conditional one -> Stream.of(one.condition(), one.then(), one.otherwise());
      case ListOf list -> list.items().stream();
      case MapOf map ->
          map.entries().stream().flatMap(entry -> Stream.of(entry.name(), entry.value()));
      case Member member -> Stream.of(member.of());
      case Index index -> Stream.of(index.of(), index.index());
      case Call call -> call.arguments().stream();
      case Node _ -> Stream.of();
    };
  }

  record Constant(int at, Value value) implements Node {}

  record Variable(int at, String name) implements Node {}

  record Dynamic(int at, String name) implements Node {}

  record Path(int at, JsonPath path) implements Node {}

  record Not(int at, Node of) implements Node {}

  record Negative(int at, Node of) implements Node {}

  record Arithmetic(int at, String operator, Node left, Node right) implements Node {}

  record Compare(int at, Comparison comparison, Node left, Node right) implements Node {}

  record In(int at, Node item, Node all) implements Node {}

  record And(int at, Node left, Node right) implements Node {}

  record Or(int at, Node left, Node right) implements Node {}

  record Conditional(int at, Node condition, Node then, Node otherwise) implements Node {}

  record ListOf(int at, List<Node> items) implements Node {}

  record MapOf(int at, List<Entry> entries) implements Node {}

  record Entry(Node name, Node value) {}

  record Member(int at, Node of, String name) implements Node {}

  record Index(int at, Node of, Node index) implements Node {}

  record Call(int at, String name, List<Node> arguments) implements Node {}
}
