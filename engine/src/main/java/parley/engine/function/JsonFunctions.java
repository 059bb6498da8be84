package parley.engine.function;

import static parley.engine.function.Function.define;

import java.util.List;
import parley.engine.path.JsonPath;
import parley.engine.path.Nodes;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** JSON texts, and paths that are texts themselves. */
final class JsonFunctions {

  private JsonFunctions() {}

  static List<Function> all() {
    return List.of(
        define("json(value: any): text", in -> in.json(in.value(0))),
        define("parseJson(text: text): any", JsonFunctions::parse),
        define(
            "jsonpath(value: any, path: path, default: any?): any",
            in -> with(in, path -> first(in, path.find(in.value(0))))),
        define(
            "jsonpathAll(value: any, path: path): list",
            in -> with(in, path -> every(in, path.find(in.value(0))))),
        define(
            "jsonpathKeys(value: any, path: path): list",
            in -> with(in, path -> keys(in, path.find(in.value(0))))),
        define(
            "jsonpathSet(value: any, path: path, by: any): any",
            in -> with(in, path -> Result.of(path.replace(in.value(0), in.value(2))))));
  }

  private static Result parse(Arguments in) {
    return switch (JsonReader.read(in.text(0))) {
      case JsonReading.Read(var value) -> Result.of(value);
      case JsonReading.Unreadable wrong ->
          in.fault(
              "no JSON at line %d, column %d: %s"
                  .formatted(wrong.line(), wrong.column(), wrong.text()));
    };
  }

  private static Result with(Arguments in, java.util.function.Function<JsonPath, Result> use) {
    return switch (PathReader.read(in.text(1))) {
      case PathReading.Read read -> use.apply(read.path());
      case PathReading.Wrong wrong ->
          in.fault("no path at offset %d: %s".formatted(wrong.at(), wrong.text()));
    };
  }

  private static Result first(Arguments in, Nodes nodes) {
    if (!nodes.all().isEmpty()) {
      return Result.of(nodes.values().getFirst());
    }
    return in.has(2) ? Result.of(in.value(2)) : in.missing(in.text(1) + " finds nothing");
  }

  private static Result every(Arguments in, Nodes nodes) {
    return nodes.complete()
        ? Result.of(nodes.values())
        : in.fault(in.text(1) + " visits more than " + JsonPath.MAX_VISITS + " nodes");
  }

  private static Result keys(Arguments in, Nodes nodes) {
    return nodes.values().stream().findFirst().orElse(Value.NULL) instanceof Value.Fields(var all)
        ? Result.of(all.keySet().stream().map(Value::of).toList())
        : in.missing(in.text(1) + " finds no map");
  }
}
