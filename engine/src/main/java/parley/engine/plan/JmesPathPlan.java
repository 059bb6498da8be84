package parley.engine.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.function.Result;
import parley.engine.jmespath.JmesPathQuery;
import parley.model.collection.Source;
import parley.model.value.Value;

/** A JMESPath into the JSON of a message, compiled; one with templates is read when filled. */
final class JmesPathPlan implements Finder {

  private final TemplatePlan template;
  private final @Nullable JmesPathQuery constant;

  private JmesPathPlan(TemplatePlan template, @Nullable JmesPathQuery constant) {
    this.template = template;
    this.constant = constant;
  }

  static JmesPathPlan of(Source source, Compiling compiling) {
    var template = TemplatePlan.of(source, compiling);
    return new JmesPathPlan(template, template.isConstant() ? read(template, compiling) : null);
  }

  private static @Nullable JmesPathQuery read(TemplatePlan template, Compiling compiling) {
    var source = template.source();
    return switch (JmesPathQuery.read(template.constant().text())) {
      case JmesPathQuery.Reading.Read(var query) -> query;
      case JmesPathQuery.Reading.Wrong wrong -> {
        compiling.problem(
            source.place(wrong.at()),
            "`" + source + "`: " + wrong.why(),
            "a JMESPath such as `items[*].id`");
        yield null;
      }
    };
  }

  @Override
  public Matches find(MessageSight sight) {
    return constant == null ? find(template.text(sight.scope()), sight) : find(constant, sight);
  }

  private static Matches find(Filled filled, MessageSight sight) {
    return switch (filled) {
      case Filled.Faulty(_, var text, var reason) ->
          new Matches.None(new Result.Fault(reason, 0, text));
      case Filled.Of of ->
          switch (JmesPathQuery.read(of.text())) {
            case JmesPathQuery.Reading.Read(var query) -> find(query, sight);
            case JmesPathQuery.Reading.Wrong(_, var why) ->
                new Matches.None(Faults.invalid("%s is no JMESPath: %s".formatted(of.text(), why)));
          };
    };
  }

  private static Matches find(JmesPathQuery query, MessageSight sight) {
    return switch (sight.scope().subject().value(0)) {
      case Result.Fault fault -> new Matches.None(fault);
      case Result.Of(var root) -> matches(query.find(root));
    };
  }

  /** A list is all that was found; null, as JMESPath has it, nothing. */
  private static Matches matches(Result result) {
    return switch (result) {
      case Result.Fault fault -> new Matches.None(fault);
      case Result.Of(Value.Null _) -> new Matches.Some(List.of());
      case Result.Of(Value.Items(var all)) -> new Matches.Some(all);
      case Result.Of(var value) -> new Matches.Some(List.of(value));
    };
  }
}
