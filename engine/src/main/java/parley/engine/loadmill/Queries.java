package parley.engine.loadmill;

import static parley.engine.loadmill.Likeness.loose;

import java.util.List;
import java.util.Objects;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.value.Value;

/** Values out of texts: what finds nothing is the default, or an empty text. */
final class Queries {

  private Queries() {}

  static List<Function> all() {
    return List.of(
        Function.define(
            "__regexp(target: any, regexp: regex, default: any?): any",
            in -> query(in, "regex", Value.of(Loose.text(in.value(0))))),
        Function.define("__json_keys(target: any, default: any?): any", Queries::keys),
        Function.define(
            "__jsonpath(target: any, jsonpath: path, default: any?): any",
            in -> query(in, "jsonpath", Loose.json(in.value(0)))),
        onJson("__jsonpath_all(target: any, jsonpath: path): list", "jsonpathAll"),
        onJson("__jsonpath_keys(target: any, jsonpath: path): list", "jsonpathKeys"),
        onJson("__jsonpath_apply(target: any, jsonpath: path, new_value: any): any", "jsonpathSet"),
        Function.define(
            "__xpath(target: any, xpath: any): any",
            in -> query(in, "xpath", Value.of(Loose.text(in.value(0))))),
        Function.define(
                "__jquery(target: any, jquery: any, selection: any?, attribute: any?,"
                    + " default: any?): any",
                Queries::jquery)
            .unsteady(),
        loose(
            "__xml_to_json(xml: any, normalize: any?): any",
            List.of(Type.TEXT, Type.BOOLEAN),
            in -> call(in, "xmlToJson", in.values())),
        loose(
            "__json_to_xml(json: any): text",
            List.of(Type.MAP),
            in -> call(in, "jsonToXml", in.values())));
  }

  private static Result query(Arguments in, String readable, Value target) {
    var query = Value.of(Loose.text(in.value(1)));
    var otherwise = in.has(2) ? in.value(2) : Value.of("");
    return call(in, readable, List.of(target, query, otherwise));
  }

  private static Function onJson(String signature, String readable) {
    return Function.define(
        signature,
        in -> {
          var values = new java.util.ArrayList<>(in.values());
          values.set(0, Loose.json(in.value(0)));
          return call(in, readable, values);
        });
  }

  private static Result call(Arguments in, String readable, List<Value> values) {
    return Objects.requireNonNull(Functions.BY_NAME.get(readable))
        .call(new Arguments(values, in.surroundings(), in.at()));
  }

  private static Result keys(Arguments in) {
    return switch (Loose.json(in.value(0))) {
      case Value.Fields(var all) -> Result.of(all.keySet().stream().map(Value::of).toList());
      case Value.Text(var text) when text.isEmpty() ->
          in.has(1) ? Result.of(in.value(1)) : Result.of(List.of());
      case Value other -> in.fault("found " + other.kind().phrase() + ", expected a map");
    };
  }

  private static Result jquery(Arguments in) {
    var attribute = in.has(3) ? Loose.text(in.value(3)) : "";
    var query = List.of(Value.of(Loose.text(in.value(0))), Value.of(Loose.text(in.value(1))));
    var found =
        attribute.isEmpty()
            ? call(in, "cssAll", query)
            : call(in, "cssAll", List.of(query.get(0), query.get(1), Value.of(attribute)));
    return switch (found) {
      case Result.Fault fault -> fault;
      case Result.Of(var all) -> picked(in, ((Value.Items) all).all());
    };
  }

  private static Result picked(Arguments in, List<Value> all) {
    var picked = Choices.pick(in, in.has(2) ? in.value(2) : Value.of(0), all);
    var otherwise = in.has(4) ? in.value(4) : Value.of("");
    return picked instanceof Result.Fault ? Result.of(otherwise) : picked;
  }
}
