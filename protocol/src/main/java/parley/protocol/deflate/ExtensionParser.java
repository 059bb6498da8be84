package parley.protocol.deflate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an extension list from left to right (RFC 6455, 9.1; lists: RFC 9110, 5.6.1). */
final class ExtensionParser {

  private static final int SHOWN_CHARACTERS = 40;

  private final String text;
  private int at;

  ExtensionParser(String text) {
    this.text = text;
  }

  ExtensionList parse() {
    var extensions = new ArrayList<Extension>();
    do {
      skipSpace();
      if (isAtElementEnd()) {
        continue; // RFC 9110, 5.6.1.2: empty elements are ignored
      }
      var parameters = new ArrayList<Extension.Parameter>();
      var name = token();
      var problem = name.isEmpty() ? expected("an extension name") : parameters(parameters);
      if (problem.isPresent()) {
        return new ExtensionList.Malformed(problem.get());
      }
      extensions.add(new Extension(name, parameters));
    } while (take(','));
    return new ExtensionList.Valid(extensions);
  }

  private boolean isAtElementEnd() {
    return at == text.length() || text.charAt(at) == ',';
  }

  private Optional<String> parameters(List<Extension.Parameter> parameters) {
    skipSpace();
    while (take(';')) {
      skipSpace();
      var problem = parameter(parameters);
      if (problem.isPresent()) {
        return problem;
      }
      skipSpace();
    }
    return isAtElementEnd() ? Optional.empty() : expected("; or , or the end");
  }

  private Optional<String> parameter(List<Extension.Parameter> parameters) {
    var name = token();
    if (name.isEmpty()) {
      return expected("a parameter name");
    }
    skipSpace();
    if (!take('=')) {
      parameters.add(Extension.Parameter.of(name));
      return Optional.empty();
    }
    skipSpace();
    var value = take('"') ? quoted() : token();
    if (value.isEmpty()) {
      return expected("a token as the value of " + name);
    }
    parameters.add(new Extension.Parameter(name, value));
    return Optional.empty();
  }

  /** The rest of a quoted string if it is a token after unquoting, as it must be; else nothing. */
  private String quoted() {
    var unquoted = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      take('\\');
      if (at == text.length() || !Token.isCharacter(text.charAt(at))) {
        return "";
      }
      unquoted.append(text.charAt(at++));
    }
    return take('"') ? unquoted.toString() : "";
  }

  private String token() {
    var start = at;
    while (at < text.length() && Token.isCharacter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean take(char wanted) {
    var found = at < text.length() && text.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void skipSpace() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private Optional<String> expected(String what) {
    var rest = text.substring(at, Math.min(text.length(), at + SHOWN_CHARACTERS));
    return Optional.of(
        "expected " + what + (rest.isEmpty() ? " at the end" : " before \"" + rest + "\""));
  }
}
