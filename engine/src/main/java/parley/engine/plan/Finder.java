package parley.engine.plan;

import java.util.List;
import parley.engine.function.Result;
import parley.model.collection.Extraction;
import parley.model.collection.Extraction.Pick;
import parley.model.value.Value;
import parley.protocol.handshake.Header;

/** How an extraction finds what it looks for. */
interface Finder {

  Matches find(MessageSight sight);

  /** Compiles how {@code extraction} finds; what is wrong with it goes to {@code compiling}. */
  static Finder of(Extraction extraction, Compiling compiling) {
    var argument = extraction.argument();
    return switch (extraction.kind()) {
      case EXPRESSION -> expression(ExpressionPlan.of(argument, compiling), extraction.pick());
      case JSONPATH -> path(PathPlan.of(argument, compiling));
      case JMESPATH -> JmesPathPlan.of(argument, compiling);
      case EDN -> EdnPlan.of(argument, compiling);
      case BYTES -> PayloadFinder.written(argument, compiling);
      case LENGTH -> PayloadFinder.counted(argument, compiling);
      case CHECKSUM -> PayloadFinder.checksum(argument, compiling);
      case REGEX -> RegexPlan.of(argument, extraction.group(), compiling);
      case HEADER -> header(TemplatePlan.of(argument, compiling));
      case TEXT -> sight -> Matches.of(MessageText.of(sight).value());
      case XPATH -> MarkupPlan.xpath(argument, compiling);
      case CSS -> MarkupPlan.css(argument, extraction.attribute(), compiling);
    };
  }

  /** The value as a whole, or what there is in a list to pick from. */
  private static Finder expression(ExpressionPlan plan, Pick pick) {
    return sight ->
        switch (plan.evaluate(sight.scope())) {
          case Filled.Of(Value.Items(var all)) when pick != Pick.FIRST -> new Matches.Some(all);
          case Filled.Of(var value) -> new Matches.Some(List.of(value));
          case Filled.Faulty(_, var text, var reason) ->
              new Matches.None(new Result.Fault(reason, 0, text));
        };
  }

  private static Finder path(PathPlan plan) {
    return sight -> plan.matches(sight.scope());
  }

  private static Finder header(TemplatePlan name) {
    return sight ->
        switch (name.text(sight.scope())) {
          case Filled.Of filled -> headers(filled.text(), sight);
          case Filled.Faulty(_, var text, var reason) ->
              new Matches.None(new Result.Fault(reason, 0, text));
        };
  }

  private static Matches headers(String name, MessageSight sight) {
    return new Matches.Some(
        sight.facts().headers().stream()
            .filter(header -> header.isNamed(name))
            .map(Header::value)
            .map(Value::of)
            .toList());
  }
}
