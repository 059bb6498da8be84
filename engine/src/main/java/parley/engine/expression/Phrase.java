package parley.engine.expression;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a problem in two halves: what was found, and what was expected. */
record Phrase(String found, String expected) {

  private static final List<Rule> RULES =
      List.of(
          rule("found (.*), expected (.*)", "$1", "$2"),
          rule("(.*), expected (.*)", "$1", "$2"),
          rule("no (variable|function) is called (.*)", "`$2`", "the name of a $1"),
          rule("no dynamic variable is called (.*)", "`$1`", "the name of a dynamic variable"),
          rule("(.*) takes (.*), found (.*)", "$3", "$2, which `$1` takes"),
          rule("names of a map are texts, found (.*)", "$1", "a text as the name"),
          rule("(.*) do not compare", "a comparison of $1", "values of one kind"),
          rule("(.*) is called with (.*)", "`$1` with $2", "the arguments that it takes"),
          rule("(.*) is called otherwise", "`$1` with other arguments", "those that it takes"),
          rule("(.*) exceeds? the limit of (.*)", "$1", "at most $2"),
          rule("more than (.*)", "more than $1", "at most $1"),
          rule(
              "found (.*) without its closing (.*)", "$1 without its closing $2", "the closing $2"),
          rule("found (.*) without its (.*)", "$1 without its $2", "the closing $2"),
          rule("found (.*)", "$1", "an expression"),
          rule("(.*)", "$1", "an expression that can be evaluated"));

  /** How problems of one form are said. */
  private record Rule(Pattern form, String found, String expected) {

    Optional<Phrase> apply(String text) {
      var match = form.matcher(text);
      return match.matches()
          ? Optional.of(new Phrase(match.replaceFirst(found), match.replaceFirst(expected)))
          : Optional.empty();
    }
  }

  private static Rule rule(String form, String found, String expected) {
    return new Rule(Pattern.compile(form, Pattern.DOTALL), found, expected);
  }

  static Phrase of(String text) {
    return RULES.stream().flatMap(rule -> rule.apply(text).stream()).findFirst().orElseThrow();
  }
}
