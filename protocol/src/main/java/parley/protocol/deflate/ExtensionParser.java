package parley.protocol.deflate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an extension list from left to right (RFC 6455, 9.1; lists: RFC 9110, 5.6.1). */
final class ExtensionParser {

  private final FieldScanner in;

  ExtensionParser(String text) {
    in = new FieldScanner(text);
  }

  ExtensionList parse() {
    var extensions = new ArrayList<Extension>();
    do {
      in.skipSpace();
      if (in.isAtElementEnd()) {
        continue; // RFC 9110, 5.6.1.2: empty elements are ignored
      }
      var parameters = new ArrayList<Extension.Parameter>();
      var name = in.token();
      var problem = name.isEmpty() ? expected("an extension name") : parameters(parameters);
      if (problem.isPresent()) {
        return new ExtensionList.Malformed(problem.get());
      }
      extensions.add(new Extension(name, parameters));
    } while (in.take(','));
    return new ExtensionList.Valid(extensions);
  }

  private Optional<String> parameters(List<Extension.Parameter> parameters) {
    in.skipSpace();
    while (in.take(';')) {
      in.skipSpace();
      var problem = parameter(parameters);
      if (problem.isPresent()) {
        return problem;
      }
      in.skipSpace();
    }
    return in.isAtElementEnd() ? Optional.empty() : expected("; or , or the end");
  }

  private Optional<String> parameter(List<Extension.Parameter> parameters) {
    var name = in.token();
    if (name.isEmpty()) {
      return expected("a parameter name");
    }
    in.skipSpace();
    if (!in.take('=')) {
      parameters.add(Extension.Parameter.of(name));
      return Optional.empty();
    }
    in.skipSpace();
    var value = in.take('"') ? quoted() : in.token();
    if (value.isEmpty()) {
      return expected("a token as the value of " + name);
    }
    parameters.add(new Extension.Parameter(name, value));
    return Optional.empty();
  }

  /** The rest of a quoted string if it is a token after unquoting, as it must be; else nothing. */
  private String quoted() {
    var unquoted = new StringBuilder();
    while (!in.take('"')) {
      in.take('\\');
      var one = in.character();
      if (one.isEmpty()) {
        return "";
      }
      unquoted.append(one);
    }
    return unquoted.toString();
  }

  private Optional<String> expected(String what) {
    return Optional.of(in.expected(what));
  }
}
