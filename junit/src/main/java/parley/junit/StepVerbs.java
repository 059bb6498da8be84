package parley.junit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Check;
import parley.model.collection.CloseWith;
import parley.model.collection.Content;
import parley.model.collection.Json;
import parley.model.collection.Message;
import parley.model.collection.Modifiers;
import parley.model.collection.Operation;
import parley.model.collection.Operator;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Subject;
import parley.model.collection.Take;
import parley.runner.hand.HandSteps;
import parley.runner.hand.HandVerb;

/** The steps that calls of Java stand for. */
final class StepVerbs {

  private StepVerbs() {}

  static HandVerb send(Payload payload) {
    return modifiers -> HandSteps.send(what(payload, modifiers.at())).with(modifiers);
  }

  private static Step.What what(Payload payload, Position at) {
    return switch (payload) {
      case Payload.Text(var text) -> inline(new Content.Text(new Source(text, at)), at);
      case Payload.Json(var text) -> inline(new Content.JsonBlock(new Source(text, at)), at);
      case Payload.Binary(var bytes) ->
          inline(new Content.Hex(new Source(HexFormat.of().formatHex(bytes.toArray()), at)), at);
      case Payload.Saved(var name) -> new Step.What.Saved(new Source(name, at));
    };
  }

  private static Step.What inline(Content content, Position at) {
    return new Step.What.Inline(new Message(content, Message.Wire.BY_KIND, true, at));
  }

  static HandVerb receive(List<ReceivePart> parts) {
    return modifiers -> {
      var where = new ArrayList<Check>();
      var asserts = new ArrayList<Check>();
      Take take = new Take.Next(1);
      Duration within = null;
      for (var part : parts) {
        switch (part) {
          case ReceivePart.Where(var subject, var is) -> where.add(check(subject, is, modifiers));
          case ReceivePart.Checked(var subject, var is) ->
              asserts.add(check(subject, is, modifiers));
          case ReceivePart.Within(var time) -> within = time;
          case ReceivePart.Taking(var count) -> take = new Take.Next(count);
        }
      }
      return new Step.Receive(
          where, take, null, List.of(), asserts, null, within(modifiers, within));
    };
  }

  /** Nothing of which all of it holds. */
  static HandVerb absent(Duration time, List<ReceivePart> parts) {
    return modifiers -> {
      var where = new ArrayList<Check>();
      for (var part : parts) {
        if (!(part instanceof ReceivePart.Where(var subject, var is))) {
          throw new IllegalArgumentException("only `where` says what is to be absent");
        }
        where.add(check(subject, is, modifiers));
      }
      return new Step.Absent(where, time, null, modifiers);
    };
  }

  private static Check check(String subject, Is is, Modifiers modifiers) {
    var at = modifiers.at();
    var operation = new Operation(is.operator(), Literals.of(is.operand(), at));
    return new Check.Of(subject(subject, at), List.of(operation), at);
  }

  private static Subject subject(String text, Position at) {
    return switch (text) {
      case "text" -> new Subject.Property(Subject.Kind.TEXT);
      case "hex" -> new Subject.Property(Subject.Kind.HEX);
      case "kind" -> new Subject.Property(Subject.Kind.KIND);
      case "size" -> new Subject.Property(Subject.Kind.SIZE);
      case String path when path.startsWith("$") -> new Subject.Path(new Source(path, at));
      case String other ->
          throw new IllegalArgumentException(
              "a path such as $.type, or text, hex, kind or size, not " + other);
    };
  }

  static HandVerb closed(@Nullable Integer code) {
    return modifiers -> {
      List<Operation> codes =
          code == null
              ? List.of()
              : List.of(
                  new Operation(
                      Operator.EQUALS, new Json.Literal(code.toString(), modifiers.at())));
      return new Step.Closed(codes, List.of(), Step.By.ANYBODY, modifiers);
    };
  }

  static HandVerb close(int code) {
    return modifiers -> new Step.Close(new CloseWith(code, null), modifiers);
  }

  private static Modifiers within(Modifiers of, @Nullable Duration time) {
    return new Modifiers(
        of.idOrNull(),
        of.onOrNull(),
        time,
        of.conditionOrNull(),
        of.set(),
        of.after(),
        of.retryOrNull(),
        of.soft(),
        of.docs(),
        of.at());
  }
}
