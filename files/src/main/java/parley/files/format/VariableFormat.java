package parley.files.format;

import java.util.List;
import parley.files.shape.JsonShape;
import parley.files.shape.NamedShape;
import parley.files.shape.Shape;
import parley.model.collection.Variable;

/** Names and their values. */
final class VariableFormat {

  static final Shape<List<Variable>> VARIABLES =
      NamedShape.of(
          "a map of names and values",
          new JsonShape(),
          (name, value) -> new Variable(name.text(), value));

  private VariableFormat() {}
}
