package parley.engine.schema;

import dev.harrel.jsonschema.JsonNode;
import dev.harrel.jsonschema.JsonNodeFactory;
import dev.harrel.jsonschema.SimpleType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** A value as the library for schemas sees it. */
record ValueNode(String pointer, Value value) implements JsonNode {

  /** Reads texts, which are the library's own schemas of schemas; all else is a node already. */
  static final class Factory implements JsonNodeFactory {

    @Override
    public JsonNode wrap(Object value) {
      return (JsonNode) value;
    }

    @Override
    public JsonNode create(String text) {
      return new ValueNode("", ((JsonReading.Read) JsonReader.read(text)).value());
    }
  }

  @Override
  public String getJsonPointer() {
    return pointer;
  }

  /** A number without a fraction is an integer however it is written, as 2020-12 has it. */
  @Override
  public SimpleType getNodeType() {
    return switch (value) {
      case Value.Null _ -> SimpleType.NULL;
      case Value.Bool _ -> SimpleType.BOOLEAN;
      case Value.Text _ -> SimpleType.STRING;
      case Value.Items _ -> SimpleType.ARRAY;
      case Value.Fields _ -> SimpleType.OBJECT;
      case Decimal _ -> asNumber().scale() == 0 ? SimpleType.INTEGER : SimpleType.NUMBER;
    };
  }

  @Override
  public boolean asBoolean() {
    return ((Value.Bool) value).value();
  }

  @Override
  public String asString() {
    return value instanceof Value.Text(var text) ? text : JsonWriter.begin(value, 100);
  }

  @Override
  public BigInteger asInteger() {
    return asNumber().toBigInteger();
  }

  /** Without zeros behind the point: the library takes 1.0 and 1 for different ones. */
  @Override
  public BigDecimal asNumber() {
    var number = ((Decimal) value).toBigDecimal().stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  @Override
  public List<JsonNode> asArray() {
    var nodes = new ArrayList<JsonNode>();
    for (var item : ((Value.Items) value).all()) {
      nodes.add(new ValueNode(pointer + "/" + nodes.size(), item));
    }
    return nodes;
  }

  @Override
  public Map<String, JsonNode> asObject() {
    var nodes = new LinkedHashMap<String, JsonNode>();
    ((Value.Fields) value)
        .all()
        .forEach((name, member) ->
            nodes.put(
                name, new ValueNode(pointer + "/" + JsonNode.encodeJsonPointer(name), member)));
    return nodes;
  }
}
