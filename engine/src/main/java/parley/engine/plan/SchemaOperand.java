package parley.engine.plan;

import parley.engine.check.Check;
import parley.engine.expression.NoScope;
import parley.engine.schema.JsonSchema;
import parley.engine.schema.SchemaFiles;
import parley.model.collection.Json;
import parley.model.collection.Operation;
import parley.model.collection.Operator;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** A JSON Schema to compare with, in a file or in place; read while the plan is made. */
final class SchemaOperand {

  private static final String EXPECTED = "a file with a JSON Schema";

  private SchemaOperand() {}

  static OperationStatement.Operand of(Operation operation, Compiling compiling) {
    return operation.operand() instanceof Json.Text(var file)
        ? inFile(operation.operator(), file, compiling)
        : inPlace(operation.operator(), JsonPlan.of(operation.operand(), compiling), compiling);
  }

  static OperationStatement.Operand inFile(Operator operator, Source file, Compiling compiling) {
    var template = TemplatePlan.of(file, compiling);
    if (!template.isConstant()) {
      return wrong(
          file.at(),
          "`" + file + "`",
          "a path without templates: schemas are read once",
          compiling);
    }
    return switch (compiling.files().read(template.constant())) {
      case FileAccess.Content.Read(var bytes) -> read(operator, file, bytes.toText(), compiling);
      case FileAccess.Content.Unreadable(var why) ->
          wrong(file.at(), "`" + file + "`: " + why, EXPECTED, compiling);
    };
  }

  private static OperationStatement.Operand read(
      Operator operator, Source file, String text, Compiling compiling) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var schema) -> check(operator, schema, file, file.text(), compiling);
      case JsonReading.Unreadable wrong ->
          wrong(file.at(), "`" + file + "`, which is " + notJson(wrong), EXPECTED, compiling);
    };
  }

  private static OperationStatement.Operand inPlace(
      Operator operator, JsonPlan json, Compiling compiling) {
    if (!json.isConstant()) {
      return wrong(json.at(), "a JSON Schema with templates", EXPECTED, compiling);
    }
    return switch (json.value(new NoScope())) {
      case Filled.Of(var schema) ->
          check(operator, schema, new Source("schema", json.at()), "in place", compiling);
      case Filled.Faulty(var at, var text, _) -> wrong(at, text, EXPECTED, compiling);
    };
  }

  private static OperationStatement.Operand check(
      Operator operator, Value schema, Source path, String shown, Compiling compiling) {
    return switch (JsonSchema.read(schema, path.text(), other -> load(other, path, compiling))) {
      case JsonSchema.Reading.Read(var read) ->
          new OperationStatement.Operand.Constant(Check.of(operator, read, shown), null);
      case JsonSchema.Reading.Wrong(var why) ->
          wrong(path.at(), "`" + shown + "`, which " + why, EXPECTED, compiling);
    };
  }

  /** A schema that another one refers to, by a path from the file that names the first. */
  private static SchemaFiles.Loading load(String path, Source first, Compiling compiling) {
    return switch (compiling.files().read(new Source(path, first.at()))) {
      case FileAccess.Content.Unreadable(var why) -> new SchemaFiles.Loading.Missing(why);
      case FileAccess.Content.Read(var bytes) ->
          switch (JsonReader.read(bytes.toText())) {
            case JsonReading.Read(var value) -> new SchemaFiles.Loading.Loaded(value);
            case JsonReading.Unreadable wrong -> new SchemaFiles.Loading.Missing(notJson(wrong));
          };
    };
  }

  private static String notJson(JsonReading.Unreadable wrong) {
    return "no JSON at line %d, column %d: %s"
        .formatted(wrong.line(), wrong.column(), wrong.text());
  }

  private static OperationStatement.Operand wrong(
      Position at, String found, String expected, Compiling compiling) {
    compiling.problem(at, found, expected);
    return new OperationStatement.Operand.Unusable();
  }
}
