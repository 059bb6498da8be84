package parley.engine.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.function.Result;
import parley.engine.path.JsonPath;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.model.collection.Source;
import parley.model.value.Value;

/** A path into JSON, compiled; one with templates is read when they are filled. */
final class PathPlan {

  private final TemplatePlan template;
  private final @Nullable JsonPath constant;

  private PathPlan(TemplatePlan template, @Nullable JsonPath constant) {
    this.template = template;
    this.constant = constant;
  }

  /** What reading it for a scope came to. */
  sealed interface Read {

    record Ready(JsonPath path) implements Read {}

    record Faulty(Result.Fault fault) implements Read {}
  }

  static PathPlan of(Source source, Compiling compiling) {
    var template = TemplatePlan.of(source, compiling);
    return new PathPlan(template, template.isConstant() ? read(template, compiling) : null);
  }

  private static @Nullable JsonPath read(TemplatePlan template, Compiling compiling) {
    var source = template.source();
    return switch (PathReader.read(template.constant().text())) {
      case PathReading.Read read -> read.path();
      case PathReading.Wrong wrong -> {
        compiling.problem(
            source.place(wrong.at()),
            "`" + source + "`: " + wrong.text(),
            "a path such as `$.items[0].id`");
        yield null;
      }
    };
  }

  /** The path, where it is always the same. */
  Optional<JsonPath> constant() {
    return Optional.ofNullable(constant);
  }

  /** The path as it is in {@code scope}. */
  Read in(Scope scope) {
    return constant == null ? filled(template.text(scope)) : new Read.Ready(constant);
  }

  private static Read filled(Filled filled) {
    return switch (filled) {
      case Filled.Faulty(_, var text, var reason) ->
          new Read.Faulty(new Result.Fault(reason, 0, text));
      case Filled.Of of ->
          switch (PathReader.read(of.text())) {
            case PathReading.Read read -> new Read.Ready(read.path());
            case PathReading.Wrong wrong ->
                new Read.Faulty(
                    Faults.invalid("%s is no path: %s".formatted(of.text(), wrong.text())));
          };
    };
  }

  /** What it finds in {@code root}: one value, or a list where it may find several. */
  Result find(Value root, Scope scope) {
    return switch (in(scope)) {
      case Read.Ready(var path) -> find(path, root);
      case Read.Faulty(var fault) -> fault;
    };
  }

  /** The values that it finds in {@code root}; a fault where one is sought and none is there. */
  Matches values(Value root, Scope scope) {
    return switch (in(scope)) {
      case Read.Ready(var path) ->
          path.isSingular() ? Matches.of(find(path, root)) : matches(path, root);
      case Read.Faulty(var fault) -> new Matches.None(fault);
    };
  }

  /** All that it finds in {@code $}. */
  Matches matches(Scope scope) {
    return switch (scope.subject().value(0)) {
      case Result.Fault fault -> new Matches.None(fault);
      case Result.Of(var root) -> matches(root, scope);
    };
  }

  /** All that it finds in {@code root}. */
  Matches matches(Value root, Scope scope) {
    return switch (in(scope)) {
      case Read.Ready(var path) -> matches(path, root);
      case Read.Faulty(var fault) -> new Matches.None(fault);
    };
  }

  private static Matches matches(JsonPath path, Value root) {
    var nodes = path.find(root);
    return nodes.complete() ? new Matches.Some(nodes.values()) : new Matches.None(tooMuch(path));
  }

  private static Result.Fault tooMuch(JsonPath path) {
    return Faults.invalid(path + " visits more than " + JsonPath.MAX_VISITS + " nodes");
  }

  private static Result find(JsonPath path, Value root) {
    var nodes = path.find(root);
    if (path.isSingular()) {
      return nodes.all().isEmpty()
          ? Faults.missing("nothing")
          : Result.of(nodes.values().getFirst());
    }
    return nodes.complete() ? Result.of(nodes.values()) : tooMuch(path);
  }

  /** The same of {@code $}. */
  Result find(Scope scope) {
    return switch (scope.subject().value(0)) {
      case Result.Of(var root) -> find(root, scope);
      case Result.Fault fault -> fault;
    };
  }
}
