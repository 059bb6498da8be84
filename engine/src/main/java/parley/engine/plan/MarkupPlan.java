package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.engine.function.Result;
import parley.engine.markup.CssQuery;
import parley.engine.markup.Found;
import parley.engine.markup.MarkupQuery;
import parley.engine.markup.XPathQuery;
import parley.model.collection.Source;
import parley.model.value.Value;

/** An XPath into the XML of a message or a CSS selector into its HTML, compiled. */
final class MarkupPlan implements Finder {

  private final TemplatePlan template;
  private final Function<String, MarkupQuery.Reading> reader;
  private final @Nullable MarkupQuery constant;

  private MarkupPlan(
      TemplatePlan template,
      Function<String, MarkupQuery.Reading> reader,
      @Nullable MarkupQuery constant) {
    this.template = template;
    this.reader = reader;
    this.constant = constant;
  }

  static MarkupPlan xpath(Source source, Compiling compiling) {
    return of(source, XPathQuery::read, "an XPath such as `//item/@id`", compiling);
  }

  static MarkupPlan css(Source source, Compiling compiling) {
    return css(source, Optional.empty(), compiling);
  }

  /** For an attribute of the elements where one is given; it is a name without templates. */
  static MarkupPlan css(Source source, Optional<Source> attribute, Compiling compiling) {
    attribute
        .filter(Source::hasTemplate)
        .ifPresent(
            name -> compiling.problem(name.at(), "`" + name + "`", "the name of an attribute"));
    return of(
        source,
        selector -> CssQuery.read(selector, attribute.map(Source::text).orElse("")),
        "a CSS selector such as `li.open > a`",
        compiling);
  }

  private static MarkupPlan of(
      Source source,
      Function<String, MarkupQuery.Reading> reader,
      String expected,
      Compiling compiling) {
    var template = TemplatePlan.of(source, compiling);
    if (!template.isConstant()) {
      return new MarkupPlan(template, reader, null);
    }
    return switch (reader.apply(template.constant().text())) {
      case MarkupQuery.Reading.Read(var query) -> new MarkupPlan(template, reader, query);
      case MarkupQuery.Reading.Wrong(var why) -> {
        compiling.problem(source.at(), "`" + source + "`, which " + why, expected);
        yield new MarkupPlan(template, reader, null);
      }
    };
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
          switch (reader.apply(of.text())) {
            case MarkupQuery.Reading.Read(var query) -> find(query, sight);
            case MarkupQuery.Reading.Wrong(var why) ->
                new Matches.None(Faults.invalid("`" + of.text() + "` " + why));
          };
    };
  }

  private static Matches find(MarkupQuery query, MessageSight sight) {
    return MessageText.of(sight)
        .matches(text ->
            switch (query.find(text)) {
              case Found.Values(var all) -> new Matches.Some(all);
              case Found.Unreadable(var why) ->
                  new Matches.None(Faults.unreadable("the message is " + why));
            });
  }

  /** One value as it is, several as a list. */
  Result value(MessageSight sight) {
    return switch (find(sight)) {
      case Matches.None(var fault) -> fault;
      case Matches.Some(var all) -> value(all);
    };
  }

  private static Result value(List<Value> all) {
    if (all.isEmpty()) {
      return Faults.missing("nothing");
    }
    return all.size() == 1 ? Result.of(all.getFirst()) : Result.of(all);
  }
}
