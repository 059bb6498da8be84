package parley.files.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.files.problem.Nearest;
import parley.files.shape.Key;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.collection.Subject;

/** From the key of a check to what the check looks at. */
final class SubjectNames {

  private static final Map<String, Subject.Kind> PROPERTIES = properties();
  private static final Pattern CALL = Pattern.compile("(xpath|css)\\((.+)\\)", Pattern.DOTALL);
  private static final Pattern FIELD = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern EXPRESSION =
      Pattern.compile("[=!<>]=|&&|\\|\\|| \\? | [<>+*/%-] |\\w\\(");

  static final String EXPECTED =
      "a subject: `$...`, `text`, `hex`, `kind`, `size`, `header.NAME`, `status`, `code`, `reason`,"
          + " `subprotocol`, `xpath(...)`, `css(...)` or `{{expression}}`";

  private SubjectNames() {}

  private static Map<String, Subject.Kind> properties() {
    var names = new LinkedHashMap<String, Subject.Kind>();
    for (var kind : Subject.Kind.values()) {
      names.put(kind.name().toLowerCase(Locale.ROOT), kind);
    }
    return names;
  }

  /** The subject that a key names. */
  static Optional<Subject> parse(Source key) {
    var text = key.text();
    var property = PROPERTIES.get(text);
    if (property != null) {
      return Optional.of(new Subject.Property(property));
    }
    if (text.startsWith("{{") && text.endsWith("}}")) {
      return Optional.of(new Subject.Template(key));
    }
    if (looksLikeExpression(text)) {
      return Optional.empty();
    }
    if (text.startsWith("$")) {
      return Optional.of(new Subject.Path(key));
    }
    if (text.startsWith("header.") && text.length() > 7) {
      return Optional.of(new Subject.Header(text.substring(7)));
    }
    return text.startsWith("{{") ? Optional.of(new Subject.Template(key)) : call(key);
  }

  private static Optional<Subject> call(Source key) {
    var match = CALL.matcher(key.text());
    if (!match.matches()) {
      return Optional.empty();
    }
    var at = key.at();
    var column = at.column() + match.start(2);
    var argument = new Source(match.group(2), new Position(at.file(), at.line(), column));
    return Optional.of(
        match.group(1).equals("css") ? new Subject.Css(argument) : new Subject.XPath(argument));
  }

  /** Whether the key is the first half of an expression that YAML has cut at a colon. */
  static boolean looksLikeExpression(String text) {
    var call = CALL.matcher(text).matches() || (text.startsWith("$") && text.contains("[?"));
    return !call && EXPRESSION.matcher(text).find();
  }

  /** What somebody probably meant who wrote that key. */
  static Optional<String> hint(String text) {
    var statements = CheckFormat.STATEMENTS.stream().map(Key::name);
    return Nearest.hint(text, Stream.concat(PROPERTIES.keySet().stream(), statements).toList())
        .or(() ->
            FIELD.matcher(text).matches()
                ? Optional.of("a field of the message is written `$." + text + "`")
                : Optional.empty());
  }
}
