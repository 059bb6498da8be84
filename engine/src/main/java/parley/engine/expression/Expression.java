package parley.engine.expression;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.value.Value;

/** A compiled expression: immutable, shared by all sessions, evaluated by any thread. */
public final class Expression {

  /** The longest expression, in UTF-16 code units. */
  public static final int MAX_CHARACTERS = 10_000;

  /** How many words an expression may have, so that its depth is bounded too. */
  public static final int MAX_WORDS = 1_000;

  /** {@code null}. */
  public static final Expression NULL = new Expression("null", _ -> Result.of(Value.NULL), 0);

  private final String text;
  private final Code code;
  private final Type type;
  private final int locals;
  private final BitSet slots;
  private final List<Expression> operands;

  private Expression(String text, Code.Typed typed, Compiler compiler) {
    this.text = text;
    this.code = typed.code();
    this.type = typed.type();
    this.locals = compiler.maxLocals();
    this.slots = compiler.slots();
    this.operands =
        compiler.operands().entrySet().stream()
            .map(one -> new Expression(one.getKey(), one.getValue(), locals))
            .toList();
  }

  /** A part of an expression. */
  private Expression(String text, Code code, int locals) {
    this.text = text;
    this.code = code;
    this.type = Type.ANY;
    this.locals = locals;
    this.slots = new BitSet();
    this.operands = List.of();
  }

  /** The expression that {@code text} writes, or all that is wrong with it. */
  public static Compilation compile(String text, Names names) {
    if (text.length() > MAX_CHARACTERS) {
      return tooLong(text.length() + " characters exceed the limit of " + MAX_CHARACTERS);
    }
    var lexer = new Lexer(text);
    var tokens = lexer.tokens();
    return tokens.size() - 1 > MAX_WORDS
        ? tooLong((tokens.size() - 1) + " words exceed the limit of " + MAX_WORDS)
        : compile(text, lexer, new Parser(tokens), names);
  }

  private static Compilation tooLong(String message) {
    return wrong(List.of(new Problem(0, message)));
  }

  private static Compilation compile(String text, Lexer lexer, Parser parser, Names names) {
    var node = parser.whole();
    var unreadable = first(lexer.problem(), parser.problem());
    return unreadable.isPresent()
        ? wrong(List.of(unreadable.get()))
        : compile(text, node, new Compiler(names));
  }

  private static Optional<Problem> first(Optional<Problem> one, Optional<Problem> other) {
    return Stream.of(one, other)
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(Problem::at));
  }

  private static Compilation compile(String text, Node node, Compiler compiler) {
    var typed = compiler.compile(node);
    return compiler.problems().isEmpty()
        ? new Compilation.Compiled(new Expression(text, typed, compiler))
        : wrong(compiler.problems());
  }

  private static Compilation wrong(List<Problem> problems) {
    return new Compilation.Wrong(
        problems.stream().sorted(Comparator.comparingInt(Problem::at)).toList());
  }

  /** The variable {@code name}, even where its name has characters that no other name has. */
  static Expression variable(String name, int slot) {
    var variable = new Expression(name, Compiler.variable(0, name, slot), 0);
    variable.slots.set(slot);
    return variable;
  }

  /** What it comes to in {@code scope}: a value or a fault, never an exception. */
  public Result evaluate(Scope scope) {
    return code instanceof Scanning scanning
        ? scanning.run(scope, locals)
        : code.run(new Frame(scope, locals));
  }

  /** The slots of the variables it uses. */
  public BitSet slots() {
    return (BitSet) slots.clone();
  }

  /** The variables, with their members, and the paths it looks at, in the order of the text. */
  public List<Expression> operands() {
    return operands;
  }

  /** What is known of its value beforehand. */
  public Type type() {
    return type;
  }

  /** The text that it was compiled from. */
  @Override
  public String toString() {
    return text;
  }
}
