package parley.engine.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import parley.engine.expression.Scope;
import parley.engine.function.Arguments;
import parley.engine.function.Result;
import parley.model.collection.Json;
import parley.model.collection.Position;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * JSON with templates in its texts, compiled: immutable, shared by all sessions. As a text it is
 * compact, with every number exactly as the file has it.
 */
public final class JsonPlan {

  private final Node node;
  private final Position at;

  private JsonPlan(Node node, Position at) {
    this.node = node;
    this.at = at;
  }

  /** A part of the tree. */
  private sealed interface Node {

    /** The same in every scope; its text may have more digits than a value can. */
    record Constant(String text) implements Node {}

    record Text(TemplatePlan template) implements Node {}

    record Items(List<Node> items) implements Node {}

    record Members(List<Member> members) implements Node {}

    record Member(TemplatePlan name, Node value) {}
  }

  /** Compiles {@code json}; what is wrong with it goes to {@code compiling}. */
  public static JsonPlan of(Json json, Compiling compiling) {
    return new JsonPlan(node(json, compiling), json.at());
  }

  private static Node node(Json json, Compiling compiling) {
    return switch (json) {
      case Json.Literal(var text, _) -> new Node.Constant(text);
      case Json.Text(var source) -> new Node.Text(TemplatePlan.of(source, compiling));
      case Json.Items(var items, _) ->
          new Node.Items(items.stream().map(item -> node(item, compiling)).toList());
      case Json.Members(var members, _) ->
          new Node.Members(members.stream().map(member -> member(member, compiling)).toList());
    };
  }

  private static Node.Member member(Json.Member member, Compiling compiling) {
    return new Node.Member(
        TemplatePlan.of(member.name(), compiling), node(member.value(), compiling));
  }

  /** Its value: a text that is exactly one template takes the kind of the template's value. */
  public Filled value(Scope scope) {
    return value(node, scope);
  }

  private Filled value(Node part, Scope scope) {
    return switch (part) {
      case Node.Constant(var text) -> value(text);
      case Node.Text(var template) -> template.fill(scope);
      case Node.Items(var items) -> items(items, scope);
      case Node.Members(var members) -> members(members, scope);
    };
  }

  private Filled value(String literal) {
    return switch (JsonReader.read(literal)) {
      case JsonReading.Read(var value) -> new Filled.Of(value);
      case JsonReading.Unreadable _ ->
          new Filled.Faulty(
              at, literal + ", a number beyond 1e9999 or 1000 digits", Result.Reason.INVALID);
    };
  }

  private Filled items(List<Node> items, Scope scope) {
    var values = new ArrayList<Value>();
    for (var item : items) {
      switch (value(item, scope)) {
        case Filled.Of(var value) -> values.add(value);
        case Filled.Faulty faulty -> {
          return faulty;
        }
      }
    }
    return new Filled.Of(Value.of(values));
  }

  private Filled members(List<Node.Member> members, Scope scope) {
    var values = new LinkedHashMap<String, Value>();
    for (var member : members) {
      var name = member.name().text(scope);
      var value = value(member.value(), scope);
      if (!(name instanceof Filled.Of text)) {
        return name;
      }
      if (!(value instanceof Filled.Of one)) {
        return value;
      }
      values.put(text.text(), one.value());
    }
    return new Filled.Of(Value.of(values));
  }

  /** Its text as it is sent: without white space, literals exactly as written. */
  public Filled text(Scope scope) {
    var out = new StringBuilder();
    var fault = write(node, scope, out);
    return fault.isEmpty() ? Filled.of(out.toString()) : fault.getFirst();
  }

  /** Appends a part; says why it could not. */
  private List<Filled> write(Node part, Scope scope, StringBuilder out) {
    if (out.length() > Arguments.MAX_TEXT) {
      return List.of(tooLong());
    }
    return switch (part) {
      case Node.Constant(var text) -> append(out, text);
      case Node.Text(var template) -> write(template.fill(scope), out);
      case Node.Items(var items) -> writeItems(items, scope, out);
      case Node.Members(var members) -> writeMembers(members, scope, out);
    };
  }

  private Filled tooLong() {
    return new Filled.Faulty(
        at,
        "the text exceeds the limit of " + Arguments.MAX_TEXT + " characters",
        Result.Reason.INVALID);
  }

  private static List<Filled> append(StringBuilder out, String text) {
    out.append(text);
    return List.of();
  }

  private List<Filled> write(Filled filled, StringBuilder out) {
    if (!(filled instanceof Filled.Of(var value))) {
      return List.of(filled);
    }
    var json = JsonWriter.begin(value, Arguments.MAX_TEXT + 1);
    return json.length() > Arguments.MAX_TEXT ? List.of(tooLong()) : append(out, json);
  }

  private List<Filled> writeItems(List<Node> items, Scope scope, StringBuilder out) {
    var between = "[";
    for (var item : items) {
      out.append(between);
      between = ",";
      var fault = write(item, scope, out);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return append(out, items.isEmpty() ? "[]" : "]");
  }

  private List<Filled> writeMembers(List<Node.Member> members, Scope scope, StringBuilder out) {
    var between = "{";
    for (var member : members) {
      out.append(between);
      between = ",";
      var fault = write(member, scope, out);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return append(out, members.isEmpty() ? "{}" : "}");
  }

  private List<Filled> write(Node.Member member, Scope scope, StringBuilder out) {
    var name = write(member.name().text(scope), out);
    out.append(':');
    return name.isEmpty() ? write(member.value(), scope, out) : name;
  }

  /** Whether it is the same in every scope. */
  public boolean isConstant() {
    return isConstant(node);
  }

  private static boolean isConstant(Node part) {
    return switch (part) {
      case Node.Constant _ -> true;
      case Node.Text(var template) -> template.isConstant();
      case Node.Items(var items) -> items.stream().allMatch(JsonPlan::isConstant);
      case Node.Members(var members) ->
          members.stream()
              .allMatch(member -> member.name().isConstant() && isConstant(member.value()));
    };
  }

  /** The slots of the variables it uses. */
  public BitSet slots() {
    var slots = new BitSet();
    addSlots(node, slots);
    return slots;
  }

  private static void addSlots(Node part, BitSet slots) {
    switch (part) {
      case Node.Constant _ -> {}
      case Node.Text(var template) -> slots.or(template.slots());
      case Node.Items(var items) -> items.forEach(item -> addSlots(item, slots));
      case Node.Members(var members) ->
          members.forEach(member -> {
            slots.or(member.name().slots());
            addSlots(member.value(), slots);
          });
    }
  }

  /** Where it begins. */
  public Position at() {
    return at;
  }
}
