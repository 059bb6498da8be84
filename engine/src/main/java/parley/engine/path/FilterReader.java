package parley.engine.path;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.engine.path.Logic.Operand;
import parley.engine.path.Logic.Query;
import parley.engine.regex.Regexes;
import parley.model.value.Value;

/** Reads what stands behind the question mark of a filter (RFC 9535, 2.3.5.1). */
final class FilterReader {

  private static final int MAX_DEPTH = 64;

  private static final Logic NOTHING = new Logic.Any(List.of());

  private final PathText text;
  private final PathReader paths;
  private int depth;

  FilterReader(PathText text, PathReader paths) {
    this.text = text;
    this.paths = paths;
  }

  /** A term before it is known whether it is compared or tested. */
  private record Term(@Nullable Operand operand, @Nullable Logic test) {}

  Logic filter() {
    text.expect("?", "?");
    return any();
  }

  private Logic any() {
    if (++depth > MAX_DEPTH) {
      text.failAt(text.at(), "more than " + MAX_DEPTH + " parentheses in one another");
    }
    var any = parts("||", this::all);
    depth--;
    return any.size() == 1 ? any.getFirst() : new Logic.Any(any);
  }

  private Logic all() {
    var all = parts("&&", this::basic);
    return all.size() == 1 ? all.getFirst() : new Logic.All(all);
  }

  private List<Logic> parts(String joint, Supplier<Logic> part) {
    var parts = new ArrayList<Logic>();
    do {
      text.space();
      parts.add(part.get());
      text.space();
    } while (text.take(joint));
    return parts;
  }

  private Logic basic() {
    if (text.take("!")) {
      text.space();
      return new Logic.Not(text.next() == '(' ? parentheses() : tested(term()));
    }
    return text.next() == '(' ? parentheses() : testOrComparison();
  }

  private Logic parentheses() {
    text.take("(");
    var inside = any();
    text.expect(")", "the closing )");
    return inside;
  }

  private Logic testOrComparison() {
    var start = text.at();
    var left = term();
    var end = text.at();
    text.space();
    var comparison = comparison();
    if (comparison == null) {
      text.back(end);
      return tested(left);
    }
    text.space();
    var second = text.at();
    return new Logic.Compare(compared(left, start), comparison, compared(term(), second));
  }

  private @Nullable Comparison comparison() {
    for (var one : List.of("==", "!=", "<=", ">=", "<", ">")) {
      if (text.take(one)) {
        return bySymbol(one);
      }
    }
    return null;
  }

  private static Comparison bySymbol(String symbol) {
    return List.of(Comparison.values()).stream()
        .filter(one -> one.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  private Operand compared(Term term, int at) {
    if (term.operand() != null) {
      return term.operand();
    }
    text.failAt(at, "expected something that is one value at most: no list of nodes, no test");
    return new Operand.Literal(Value.NULL);
  }

  private Logic tested(Term term) {
    if (term.test() != null) {
      return term.test();
    }
    text.fail("a comparison, for a value by itself is no test");
    return NOTHING;
  }

  private Term term() {
    return switch (text.next()) {
      case '@', '$' -> queryTerm();
      case '\'', '"' -> literal(Value.of(text.string()));
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> literal(text.number());
      default -> word(text.at(), text.skip(c -> c >= 'a' && c <= 'z'));
    };
  }

  private static Term literal(Value value) {
    return new Term(new Operand.Literal(value), null);
  }

  private Term queryTerm() {
    var query = query();
    return new Term(
        query.isSingular() ? new Operand.ValueOf(query) : null, new Logic.Exists(query));
  }

  private Query query() {
    var relative = text.take("@");
    if (!relative) {
      text.expect("$", "a path that begins with @ or $");
    }
    return new Query(relative, paths.segments());
  }

  private Term word(int from, String word) {
    return switch (word) {
      case "true" -> literal(Value.of(true));
      case "false" -> literal(Value.of(false));
      case "null" -> literal(Value.NULL);
      case "length" -> new Term(call(() -> new Operand.Length(argument())), null);
      case "count" -> new Term(call(() -> new Operand.Count(query())), null);
      case "value" -> new Term(call(() -> new Operand.ValueOf(query())), null);
      case "match" -> new Term(null, call(() -> matches(true)));
      case "search" -> new Term(null, call(() -> matches(false)));
      default -> {
        text.back(text.failed() ? text.at() : from);
        text.fail("@, $, a constant, or one of length(), count(), value(), match() and search()");
        yield literal(Value.NULL);
      }
    };
  }

  private <T> T call(Supplier<T> arguments) {
    text.expect("(", "an opening (");
    text.space();
    var call = arguments.get();
    text.space();
    text.expect(")", "the closing )");
    return call;
  }

  private Operand argument() {
    var at = text.at();
    return compared(term(), at);
  }

  private Logic matches(boolean whole) {
    var subject = argument();
    text.space();
    text.expect(",", "a comma and a regular expression");
    text.space();
    var pattern = argument();
    return new Logic.Matches(subject, pattern, whole, constant(pattern));
  }

  private static @Nullable Pattern constant(Operand pattern) {
    return pattern instanceof Operand.Literal(Value.Text(var expression))
        ? compile(expression)
        : null;
  }

  /** Absent where {@code expression} is none: such a match holds for no text (RFC 9535, 2.4.6). */
  static @Nullable Pattern compile(String expression) {
    return Regexes.compile(dotsAsInRfc9485(expression))
            instanceof Regexes.Compiled.Regex(var pattern)
        ? pattern
        : null;
  }

  /** The dot of RFC 9485 matches all but line feed and carriage return. */
  private static String dotsAsInRfc9485(String expression) {
    var translated = new StringBuilder();
    var inClass = false;
    for (var at = 0; at < expression.length(); at++) {
      var c = expression.charAt(at);
      inClass = c == '[' || (inClass && c != ']');
      if (c == '\\' && at + 1 < expression.length()) {
        translated.append(c).append(expression.charAt(++at));
      } else {
        translated.append(c == '.' && !inClass ? "[^\\n\\r]" : c);
      }
    }
    return translated.toString();
  }
}
