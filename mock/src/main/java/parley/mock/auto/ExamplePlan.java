package parley.mock.auto;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.plan.Compiling;
import parley.engine.plan.MessagePlan;
import parley.engine.plan.Rendering;
import parley.fake.FieldData;
import parley.mock.auto.Answers.Answer;
import parley.model.collection.Content;
import parley.model.collection.Example;
import parley.model.collection.Json;
import parley.model.collection.Message;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;

/**
 * An example, compiled.
 *
 * @param requestOrNull null for messages of the type that is called {@code name}
 * @param plain whether the answer is a text and no JSON
 */
record ExamplePlan(String name, @Nullable Value requestOrNull, MessagePlan answer, boolean plain) {

  private static final Value BLANK = Value.of("\0");
  private static final double BY_NAME = 0.5;

  static ExamplePlan of(Example example, Compiling compiling) {
    var request = example.request().map(json -> value(json, compiling)).orElse(null);
    var content =
        example.answer() instanceof Json.Text(var text)
            ? new Content.Text(text)
            : new Content.JsonValue(example.answer());
    var message = new Message(content, Message.Wire.BY_KIND, false, example.at());
    return new ExamplePlan(
        example.name(),
        request,
        MessagePlan.of(message, ByteSize.of(0), compiling),
        content instanceof Content.Text);
  }

  private static Value value(Json json, Compiling compiling) {
    return switch (json) {
      case Json.Members(var members, _) -> {
        var fields = new LinkedHashMap<String, Value>();
        members.forEach(one -> fields.put(one.name().text(), value(one.value(), compiling)));
        yield Value.of(fields);
      }
      case Json.Items(var items, _) ->
          Value.of(items.stream().map(one -> value(one, compiling)).toList());
      case Json.Literal(var text, _) ->
          JsonReader.read(text) instanceof JsonReading.Read(var value) ? value : Value.of(text);
      case Json.Text(var source) -> {
        if (source.hasTemplate()) {
          compiling.problem(
              source.at(), "a template in a request", "a message as a client may send it");
        }
        yield Value.of(source.text());
      }
    };
  }

  /** Above 0 when the message is alike. */
  OptionalDouble likeness(Value message) {
    return requestOrNull == null ? byName(message) : Likeness.of(requestOrNull, message);
  }

  private OptionalDouble byName(Value message) {
    return isCalled(message) ? OptionalDouble.of(BY_NAME) : OptionalDouble.empty();
  }

  private boolean isCalled(Value message) {
    return switch (message) {
      case Value.Text(var text) -> text.strip().equalsIgnoreCase(name);
      case Value.Fields(var all) ->
          all.entrySet().stream()
              .anyMatch(one ->
                  FieldNames.isTelling(one.getKey())
                      && one.getValue() instanceof Value.Text(var text)
                      && text.equalsIgnoreCase(name));
      case Value _ -> false;
    };
  }

  Answer answer(Value message, Scope scope, Echo echo) {
    return switch (answer.render(scope)) {
      case Rendering.Ready(Outgoing.Text(var bytes, var _)) -> {
        var text = bytes.toText();
        yield plain
            ? new Answer.Made(Value.of(text), true)
            : new Answer.Made(filled(read(text), message, scope, echo), false);
      }
      case Rendering.Faulty(var at, var text) ->
          new Answer.Faulty("the example at %s: %s".formatted(at, text));
      case Rendering.Ready(var other) ->
          throw new IllegalStateException("an example's answer is a text: " + other);
      case Rendering.NeedsFile(var path) ->
          throw new IllegalStateException("an example's answer needs no file: " + path);
    };
  }

  private static Value read(String json) {
    return switch (JsonReader.read(json)) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Unreadable wrong ->
          throw new IllegalStateException("JSON that was made can be read: " + wrong);
    };
  }

  private Value filled(Value answer, Value message, Scope scope, Echo echo) {
    return fill("", echo.in(answer, message, shared(answer), _ -> true), scope);
  }

  /** What has two values in the example is not the same thing. */
  private Predicate<String> shared(Value answer) {
    if (requestOrNull == null) {
      return _ -> true;
    }
    var asked = Echo.scalars(requestOrNull);
    var answered = Echo.scalars(answer);
    return name -> isShared(asked, answered, name);
  }

  private static boolean isShared(
      Map<String, Value> asked, Map<String, Value> answered, String name) {
    var answer = Optional.ofNullable(answered.get(name)).filter(it -> !it.equals(BLANK));
    return answer.isEmpty() || Objects.equals(asked.get(name), answer.get());
  }

  private static Value fill(String name, Value value, Scope scope) {
    return switch (value) {
      case Value.Fields(var all) -> {
        var fields = new LinkedHashMap<String, Value>();
        all.forEach((key, one) -> fields.put(key, fill(key, one, scope)));
        yield Value.of(fields);
      }
      case Value.Items(var all) ->
          Value.of(all.stream().map(one -> fill(name, one, scope)).toList());
      case Value plain when plain.equals(BLANK) ->
          FieldData.value(name, scope).or(() -> FieldData.value("word", scope)).orElse(Value.NULL);
      case Value plain -> plain;
    };
  }
}
