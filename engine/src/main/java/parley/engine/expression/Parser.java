package parley.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.engine.path.Comparison;
import parley.model.value.Value;

/** Reads an expression by CEL's precedence; the first problem ends it. */
final class Parser {

  /** How deep an expression may be nested, parentheses and signs included. */
  private static final int MAX_DEPTH = 100;

  private final List<Token> tokens;
  private int next;
  private int depth;
  private @Nullable Problem problem;

  Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** What was wrong, after {@link #whole}. */
  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** The expression that all tokens make. */
  Node whole() {
    var whole = expression();
    if (!(token() instanceof Token.End)) {
      fail("an operator or the end");
    }
    return whole;
  }

  private Token token() {
    return tokens.get(next);
  }

  private boolean isNext(String symbol) {
    return token() instanceof Token.Symbol found && found.symbol().equals(symbol);
  }

  private boolean take(String symbol) {
    var there = isNext(symbol);
    next += there ? 1 : 0;
    return there;
  }

  private void expect(String symbol, String expected) {
    if (!take(symbol)) {
      fail(expected);
    }
  }

  private Node fail(String expected) {
    return problem("found " + token().shown() + ", expected " + expected);
  }

  private Node problem(String message) {
    var at = token().at();
    if (problem == null) {
      problem = new Problem(at, message);
    }
    next = tokens.size() - 1;
    return new Node.Constant(at, Value.NULL);
  }

  private Node expression() {
    return nested(() -> {
      var condition = or();
      var at = token().at();
      return take("?") ? conditional(at, condition) : condition;
    });
  }

  private Node conditional(int at, Node condition) {
    var then = expression();
    expect(":", ": and what else");
    return new Node.Conditional(at, condition, then, expression());
  }

  private Node nested(Supplier<Node> inner) {
    if (depth == MAX_DEPTH) {
      return problem("more than " + MAX_DEPTH + " expressions in one another");
    }
    depth++;
    var node = inner.get();
    depth--;
    return node;
  }

  private Node or() {
    var left = and();
    for (var at = token().at(); take("||"); at = token().at()) {
      left = new Node.Or(at, left, and());
    }
    return left;
  }

  private Node and() {
    var left = relation();
    for (var at = token().at(); take("&&"); at = token().at()) {
      left = new Node.And(at, left, relation());
    }
    return left;
  }

  private Node relation() {
    var left = sum();
    for (var relation = relation(left); relation.isPresent(); relation = relation(left)) {
      left = relation.get();
    }
    return left;
  }

  private Optional<Node> relation(Node left) {
    var at = token().at();
    if (token() instanceof Token.Name name && name.name().equals("in")) {
      next++;
      return Optional.of(new Node.In(at, left, sum()));
    }
    for (var comparison : Comparison.values()) {
      if (take(comparison.symbol())) {
        return Optional.of(new Node.Compare(at, comparison, left, sum()));
      }
    }
    return Optional.empty();
  }

  private Node sum() {
    return arithmetic(List.of("+", "-"), () -> arithmetic(List.of("*", "/", "%"), this::unary));
  }

  private Node arithmetic(List<String> operators, Supplier<Node> operand) {
    var left = operand.get();
    while (token() instanceof Token.Symbol found && operators.contains(found.symbol())) {
      next++;
      left = new Node.Arithmetic(found.at(), found.symbol(), left, operand.get());
    }
    return left;
  }

  private Node unary() {
    var at = token().at();
    if (take("!")) {
      return nested(() -> new Node.Not(at, unary()));
    }
    return take("-") ? nested(() -> new Node.Negative(at, unary())) : postfix();
  }

  private Node postfix() {
    var node = primary();
    for (var at = token().at(); isNext(".") || isNext("["); at = token().at()) {
      node = take(".") ? member(node) : index(at, node);
    }
    return node;
  }

  private Node member(Node of) {
    if (!(token() instanceof Token.Name name)) {
      return fail("a name");
    }
    next++;
    return isNext("(")
        ? call(name.at(), name.name(), of)
        : new Node.Member(name.at(), of, name.name());
  }

  private Node index(int at, Node of) {
    expect("[", "[");
    var index = expression();
    expect("]", "the closing ]");
    return new Node.Index(at, of, index);
  }

  /** {@code x.f(y)} is {@code f(x, y)}. */
  private Node call(int at, String name, Node... first) {
    expect("(", "(");
    var arguments = new ArrayList<>(List.of(first));
    arguments.addAll(items(")", this::expression));
    return new Node.Call(at, name, arguments);
  }

  private <T> List<T> items(String close, Supplier<T> item) {
    var items = new ArrayList<T>();
    while (!take(close) && problem == null) {
      items.add(item.get());
      if (!isNext(close)) {
        expect(",", "a comma or " + close);
      }
    }
    return items;
  }

  private Node primary() {
    return switch (token()) {
      case Token.Name name -> name(name.at(), name.name());
      case Token.Literal literal -> taken(new Node.Constant(literal.at(), literal.value()));
      case Token.Path path -> taken(new Node.Path(path.at(), path.path()));
      case Token.Dynamic dynamic -> taken(new Node.Dynamic(dynamic.at(), dynamic.name()));
      case Token.Symbol symbol -> bracket(symbol.at(), symbol.symbol());
      case Token.End _ -> fail("an expression");
    };
  }

  private Node taken(Node node) {
    next++;
    return node;
  }

  private Node name(int at, String name) {
    return switch (name) {
      case "true" -> taken(new Node.Constant(at, Value.of(true)));
      case "false" -> taken(new Node.Constant(at, Value.of(false)));
      case "null" -> taken(new Node.Constant(at, Value.NULL));
      case "in" -> fail("an expression");
      default -> {
        next++;
        yield isNext("(") ? call(at, name) : new Node.Variable(at, name);
      }
    };
  }

  private Node bracket(int at, String symbol) {
    return switch (symbol) {
      case "(" -> parentheses();
      case "[" -> {
        next++;
        yield new Node.ListOf(at, items("]", this::expression));
      }
      case "{" -> {
        next++;
        yield new Node.MapOf(at, items("}", this::entry));
      }
      default -> fail("an expression");
    };
  }

  private Node parentheses() {
    expect("(", "(");
    var inside = expression();
    expect(")", "the closing )");
    return inside;
  }

  private Node.Entry entry() {
    var name = expression();
    expect(":", ": and a value");
    return new Node.Entry(name, expression());
  }
}
