package parley.engine.plan;

import parley.engine.check.Check;
import parley.model.collection.Json;
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

  static OperationStatement.Operand of(Json operand, Compiling compiling) {
    return operand instanceof Json.Text(var file)
        ? inFile(file, compiling)
        : inPlace(JsonPlan.of(operand, compiling), compiling);
  }

  static OperationStatement.Operand inFile(Source file, Compiling compiling) {
    var template = TemplatePlan.of(file, compiling);
    if (!template.isConstant()) {
      return wrong(
          file.at(),
          "`" + file + "`",
          "a path without templates: schemas are read once",
          compiling);
    }
    return switch (compiling.files().read(template.constant())) {
      case FileAccess.Content.Read(var bytes) -> read(file, bytes.toText(), compiling);
      case FileAccess.Content.Unreadable(var why) ->
          wrong(file.at(), "`" + file + "`: " + why, EXPECTED, compiling);
    };
  }

  private static OperationStatement.Operand read(Source file, String text, Compiling compiling) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var schema) -> check(schema, file.text(), file.at(), compiling);
      case JsonReading.Unreadable wrong ->
          wrong(
              file.at(),
              "`%s`, which is no JSON at line %d, column %d: %s"
                  .formatted(file, wrong.line(), wrong.column(), wrong.text()),
              EXPECTED,
              compiling);
    };
  }

  private static OperationStatement.Operand inPlace(JsonPlan json, Compiling compiling) {
    if (!json.isConstant()) {
      return wrong(json.at(), "a JSON Schema with templates", EXPECTED, compiling);
    }
    return switch (json.value(new NoScope())) {
      case Filled.Of(var schema) -> check(schema, "in place", json.at(), compiling);
      case Filled.Faulty(var at, var text, _) -> wrong(at, text, EXPECTED, compiling);
    };
  }

  private static OperationStatement.Operand check(
      Value schema, String shown, Position at, Compiling compiling) {
    return switch (Check.of(Operator.SCHEMA, schema, shown)) {
      case Check.Prepared.Ready(var check) -> new OperationStatement.Operand.Constant(check, null);
      case Check.Prepared.Wrong(var expected) -> wrong(at, "`" + shown + "`", expected, compiling);
    };
  }

  private static OperationStatement.Operand wrong(
      Position at, String found, String expected, Compiling compiling) {
    compiling.problem(at, found, expected);
    return new OperationStatement.Operand.Unusable();
  }
}
