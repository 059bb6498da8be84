package parley.workspace.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tests are meant, by their tags.
 *
 * <pre>
 *   either = both { ("or" | "|" | "||") both }
 *   both   = one { ("and" | "&amp;" | "&amp;&amp;") one }
 *   one    = ("not" | "!") one | "(" either ")" | list
 *   list   = [ "-" | "!" ] tag { "," [ "-" | "!" ] tag }      some of these, and none of those
 * </pre>
 *
 * A tag with spaces or signs in it stands in quotes.
 */
public sealed interface TagExpression {

  /** Whether a test with these tags is meant. */
  boolean matches(Collection<String> tags);

  /** The tags that it names, each once. */
  Set<String> named();

  record Either(TagExpression first, TagExpression second) implements TagExpression {
    @Override
    public Set<String> named() {
      return all(first.named(), second.named());
    }

    @Override
    public boolean matches(Collection<String> tags) {
      return first.matches(tags) || second.matches(tags);
    }
  }

  record Both(TagExpression first, TagExpression second) implements TagExpression {
    @Override
    public Set<String> named() {
      return all(first.named(), second.named());
    }

    @Override
    public boolean matches(Collection<String> tags) {
      return first.matches(tags) && second.matches(tags);
    }
  }

  record Not(TagExpression inner) implements TagExpression {
    @Override
    public Set<String> named() {
      return inner.named();
    }

    @Override
    public boolean matches(Collection<String> tags) {
      return !inner.matches(tags);
    }
  }

  /**
   * Tags with commas between them.
   *
   * @param wanted one of them is enough; empty for all tests
   * @param unwanted none of them
   */
  record Some(Set<String> wanted, Set<String> unwanted) implements TagExpression {
    public Some {
      wanted = Set.copyOf(wanted);
      unwanted = Set.copyOf(unwanted);
    }

    @Override
    public Set<String> named() {
      return all(wanted, unwanted);
    }

    @Override
    public boolean matches(Collection<String> tags) {
      return (wanted.isEmpty() || tags.stream().anyMatch(wanted::contains))
          && tags.stream().noneMatch(unwanted::contains);
    }
  }

  private static Set<String> all(Set<String> some, Set<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }

  /** What stands in a text; nothing when it makes no sense. */
  static Optional<TagExpression> parse(String text) {
    return new Reader(text).read();
  }

  /** Reads from left to right. */
  final class Reader {

    private static final Pattern TOKEN =
        Pattern.compile(
            "\\s*(?:(?<sign>\\|\\|?|&&?|[!(),])|'(?<quoted>[^']*)'|\"(?<other>[^\"]*)\""
                + "|(?<word>[^\\s!(),|&'\"]+))");
    private static final int MAX_DEPTH = 100;

    private final List<Token> tokens = new ArrayList<>();
    private boolean readable;
    private int next;
    private int depth;

    /** A sign, or a word, which in quotes is never more than a tag. */
    private record Token(String text, boolean isTag) {}

    Reader(String text) {
      var matcher = TOKEN.matcher(text.strip());
      while (matcher.lookingAt()) {
        tokens.add(token(matcher));
        matcher.region(matcher.end(), matcher.regionEnd());
      }
      readable = matcher.regionStart() == matcher.regionEnd() && !tokens.isEmpty();
    }

    private static Token token(Matcher found) {
      if (found.group("sign") != null) {
        return new Token(found.group("sign"), false);
      }
      var quoted = found.group("quoted") == null ? found.group("other") : found.group("quoted");
      return quoted == null ? new Token(found.group("word"), false) : new Token(quoted, true);
    }

    Optional<TagExpression> read() {
      var all = either();
      return readable && next == tokens.size() ? Optional.of(all) : Optional.empty();
    }

    private boolean takes(String... signs) {
      if (next < tokens.size() && !tokens.get(next).isTag()) {
        for (var sign : signs) {
          if (tokens.get(next).text().equalsIgnoreCase(sign)) {
            next++;
            return true;
          }
        }
      }
      return false;
    }

    private TagExpression either() {
      var all = both();
      while (takes("or", "|", "||")) {
        all = new Either(all, both());
      }
      return all;
    }

    private TagExpression both() {
      var all = one();
      while (takes("and", "&", "&&")) {
        all = new Both(all, one());
      }
      return all;
    }

    private TagExpression one() {
      if (++depth > MAX_DEPTH) {
        readable = false;
        return nothing();
      }
      var read = deeper();
      depth--;
      return read;
    }

    private TagExpression deeper() {
      if (takes("not")) {
        return new Not(one());
      }
      if (takes("(")) {
        var inner = either();
        readable &= takes(")");
        return inner;
      }
      if (isSign(next, "!") && (isSign(next + 1, "(") || isSign(next + 1, "!"))) {
        next++;
        return new Not(one());
      }
      return list();
    }

    private boolean isSign(int at, String sign) {
      return at < tokens.size() && !tokens.get(at).isTag() && tokens.get(at).text().equals(sign);
    }

    private TagExpression list() {
      var wanted = new ArrayList<String>();
      var unwanted = new ArrayList<String>();
      do {
        var isLeftOut = takes("!");
        if (next >= tokens.size() || isWord(tokens.get(next))) {
          readable = false;
          return nothing();
        }
        var token = tokens.get(next++);
        var text = token.text();
        var minus = !token.isTag() && text.startsWith("-");
        readable &= !minus || text.length() > 1;
        (isLeftOut || minus ? unwanted : wanted).add(minus ? text.substring(1) : text);
      } while (takes(","));
      return new Some(Set.copyOf(wanted), Set.copyOf(unwanted));
    }

    /** Whether it means something else than a tag. */
    private static boolean isWord(Token token) {
      return !token.isTag()
          && List.of("and", "or", "not", "(", ")", ",", "!", "|", "||", "&", "&&")
              .contains(token.text());
    }

    private static TagExpression nothing() {
      return new Some(Set.of(), Set.of());
    }
  }
}
