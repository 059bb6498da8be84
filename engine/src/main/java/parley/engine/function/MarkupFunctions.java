package parley.engine.function;

import static parley.engine.function.Function.define;

import java.util.List;
import parley.engine.markup.CssQuery;
import parley.engine.markup.Found;
import parley.engine.markup.MarkupQuery;
import parley.engine.markup.XPathQuery;
import parley.engine.markup.XmlElement;
import parley.engine.markup.XmlJson;
import parley.model.value.Value;

/** XML and HTML in texts. */
final class MarkupFunctions {

  private MarkupFunctions() {}

  static List<Function> all() {
    return List.of(
        define(
            "xpath(xml: text, path: text, default: any?): any",
            in -> first(in, query(in, XPathQuery.read(in.text(1))), 2)),
        define(
            "xpathAll(xml: text, path: text): list", in -> query(in, XPathQuery.read(in.text(1)))),
        define(
            "css(html: text, selector: text, attribute: text?): text",
            in -> first(in, query(in, selector(in)), 3)),
        define(
            "cssAll(html: text, selector: text, attribute: text?): list",
            in -> query(in, selector(in))),
        define("xmlToJson(xml: text, tidy: boolean?): map", MarkupFunctions::toJson),
        define("jsonToXml(json: map): text", MarkupFunctions::toXml));
  }

  private static MarkupQuery.Reading selector(Arguments in) {
    return in.has(2) ? CssQuery.read(in.text(1), in.text(2)) : CssQuery.read(in.text(1));
  }

  private static Result query(Arguments in, MarkupQuery.Reading reading) {
    return switch (reading) {
      case MarkupQuery.Reading.Wrong(var why) -> in.fault("%s %s".formatted(in.text(1), why));
      case MarkupQuery.Reading.Read(var query) ->
          switch (query.find(in.text(0))) {
            case Found.Values(var all) -> Result.of(all);
            case Found.Unreadable(var why) -> in.fault("the text is " + why);
          };
    };
  }

  private static Result first(Arguments in, Result result, int otherwise) {
    return switch (result) {
      case Result.Fault fault -> fault;
      case Result.Of(var found) -> first(in, ((Value.Items) found).all(), otherwise);
    };
  }

  private static Result first(Arguments in, List<Value> all, int otherwise) {
    if (!all.isEmpty()) {
      return Result.of(all.getFirst());
    }
    return in.has(otherwise)
        ? Result.of(in.value(otherwise))
        : in.missing(in.text(1) + " finds nothing");
  }

  private static Result toJson(Arguments in) {
    var tidy = !in.has(1) || in.value(1).equals(Value.of(true));
    return XmlElement.read(in.text(0))
        .map(element -> Result.of(XmlJson.toJson(element, tidy)))
        .orElseGet(() -> in.fault("the text is no XML"));
  }

  private static Result toXml(Arguments in) {
    return XmlJson.toXml(in.fields(0))
        .map(in::bounded)
        .orElseGet(() ->
            in.fault(
                "found a map with %d names, expected one with the name of the root that is a"
                        .formatted(in.fields(0).size())
                    + " name in XML"));
  }
}
