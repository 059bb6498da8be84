package parley.engine.plan;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import parley.engine.function.Result;
import parley.engine.regex.Regexes;
import parley.model.collection.Source;
import parley.model.value.Value;

/** A group of a regular expression over the text of a message. */
final class RegexPlan implements Finder {

  private final TemplatePlan template;
  private final int group;
  private final @Nullable Pattern constant;

  private RegexPlan(TemplatePlan template, int group, @Nullable Pattern constant) {
    this.template = template;
    this.group = group;
    this.constant = constant;
  }

  static RegexPlan of(Source source, int group, Compiling compiling) {
    var template = TemplatePlan.of(source, compiling);
    return new RegexPlan(
        template, group, template.isConstant() ? constant(template, group, compiling) : null);
  }

  private static @Nullable Pattern constant(TemplatePlan template, int group, Compiling compiling) {
    return switch (Regexes.compile(template.constant().text())) {
      case Regexes.Compiled.Regex(var pattern) -> {
        if (group > pattern.groupCount()) {
          compiling.problem(template.source().at(), noGroup(group, pattern), "a group that it has");
        }
        yield pattern;
      }
      case Regexes.Compiled.Wrong(var why) -> {
        compiling.problem(
            template.source().at(), "`" + template + "`: " + why, "a regular expression");
        yield null;
      }
    };
  }

  private static String noGroup(int group, Pattern pattern) {
    return "group %d of `%s`, which has %d".formatted(group, pattern, pattern.groupCount());
  }

  @Override
  public Matches find(MessageSight sight) {
    return constant == null ? find(template.text(sight.scope()), sight) : find(constant, sight);
  }

  private Matches find(Filled filled, MessageSight sight) {
    return switch (filled) {
      case Filled.Faulty(_, var text, var reason) ->
          new Matches.None(new Result.Fault(reason, 0, text));
      case Filled.Of of ->
          switch (Regexes.compile(of.text())) {
            case Regexes.Compiled.Regex(var pattern) -> find(pattern, sight);
            case Regexes.Compiled.Wrong(var why) -> new Matches.None(Faults.invalid(why));
          };
    };
  }

  private Matches find(Pattern pattern, MessageSight sight) {
    return group > pattern.groupCount()
        ? new Matches.None(Faults.invalid(noGroup(group, pattern)))
        : MessageText.of(sight).matches(text -> groups(pattern, text));
  }

  /** A group that took no part in a match is no match. */
  private Matches groups(Pattern pattern, String text) {
    var found = new ArrayList<Value>();
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (matcher.group(group) != null) {
        found.add(Value.of(matcher.group(group)));
      }
    }
    return new Matches.Some(found);
  }
}
