package parley.workbench.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.engine.check.Check;
import parley.engine.expression.Compilation;
import parley.engine.expression.Expression;
import parley.engine.expression.Names;
import parley.engine.expression.Scope;
import parley.engine.expression.Subject;
import parley.engine.function.Result;
import parley.model.collection.Operator;
import parley.model.value.Value;
import parley.store.row.Match;
import parley.store.row.RowKind;
import parley.store.row.TextMatch;

/**
 * Reads what a person types to find rows: a text, a {@code /regular expression/i}, or a condition
 * on JSON that begins with {@code $}.
 */
final class Matches {

  /** What came of reading it. */
  sealed interface Read {
    /** Nothing was typed. */
    record None() implements Read {}

    record Good(Match match) implements Read {}

    /** It cannot be used: what is wrong, and what to do. */
    record Wrong(String text, String hint) implements Read {}
  }

  private Matches() {}

  static Read read(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return new Read.None();
    }
    if (text.startsWith("$") && text.length() > 1 && ".[= !<>".indexOf(text.charAt(1)) >= 0) {
      return condition(text);
    }
    if (text.startsWith("/") && text.length() > 1 && text.lastIndexOf('/') > 0) {
      return regex(text);
    }
    return new Read.Good(TextMatch.of(typed, true));
  }

  private static Read regex(String text) {
    var end = text.lastIndexOf('/');
    var flags = text.substring(end + 1);
    if (!flags.chars().allMatch(flag -> "ims".indexOf(flag) >= 0)) {
      return new Read.Good(TextMatch.of(text, true));
    }
    var expression = (flags.isEmpty() ? "" : "(?" + flags + ")") + text.substring(1, end);
    return switch (Check.of(Operator.MATCHES, Value.of(expression))) {
      case Check.Prepared.Ready(var check) -> new Read.Good(new RegexMatch(check));
      case Check.Prepared.Wrong(var expected) ->
          new Read.Wrong(
              "This cannot be used: " + expected + " is expected.",
              "Write it as RE2 has it, or leave out the slashes to find a text.");
    };
  }

  private static Read condition(String text) {
    return switch (Expression.compile(text, Names.of())) {
      case Compilation.Compiled(var expression) -> new Read.Good(new JsonMatch(expression));
      case Compilation.Wrong(var problems) ->
          new Read.Wrong(
              "This condition cannot be used: " + problems.getFirst().text() + ".",
              "Write it like $.symbol == \"EURUSD\", or $.price > 1.1 and $.side == \"buy\".");
    };
  }

  private record RegexMatch(Check check) implements Match {
    @Override
    public boolean test(RowKind kind, ByteBuffer payload) {
      var text = StandardCharsets.UTF_8.decode(payload.duplicate()).toString();
      return check.holds(Result.of(text));
    }
  }

  /** Each thread evaluates with what is its own. */
  private static final class JsonMatch implements Match {
    private final Expression expression;
    private final ThreadLocal<MessageScope> scopes = ThreadLocal.withInitial(MessageScope::new);

    private JsonMatch(Expression expression) {
      this.expression = expression;
    }

    @Override
    public boolean test(RowKind kind, ByteBuffer payload) {
      if (kind != RowKind.TEXT && kind != RowKind.BINARY) {
        return false;
      }
      var scope = scopes.get();
      scope.subject().set(payload);
      return isTrue(expression.evaluate(scope));
    }

    /** A path alone asks whether something is there. */
    private static boolean isTrue(Result result) {
      return switch (result) {
        case Result.Of(Value.Bool(var truth)) -> truth;
        case Result.Of(Value.Null _) -> false;
        case Result.Of _ -> true;
        case Result.Fault _ -> false;
      };
    }
  }

  private static final class MessageScope implements Scope {
    private final Subject subject = new Subject();

    @Override
    public Optional<Value> variable(int slot) {
      return Optional.empty();
    }

    @Override
    public Subject subject() {
      return subject;
    }

    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public RandomGenerator random() {
      return RandomGenerator.getDefault();
    }
  }
}
