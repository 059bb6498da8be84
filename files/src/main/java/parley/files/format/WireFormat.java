package parley.files.format;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import parley.files.shape.Key;
import parley.files.shape.NothingShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.VariantShape;
import parley.model.collection.Content;
import parley.model.collection.Message;
import parley.model.collection.Modifiers;
import parley.model.collection.Source;
import parley.model.collection.Step;

/** The verbs of the wire itself, and those of a mock. */
final class WireFormat {

  private static final Key<Source> TO = Key.<Source>of("to", Scalars.TEXT, "The room.").needed();
  private static final Key<Boolean> EXCEPT =
      Key.of(
          "except",
          ScalarShape.ofWords(Map.of("self", true)),
          "`self`: not to the connection that the step is about.");

  private WireFormat() {}

  static List<Verb> verbs() {
    return List.of(
        raw("frame", MessageFormat.FRAME, "One frame exactly as said."),
        raw("bytes", MessageFormat.BYTES, "Bytes straight to the wire, as hex digits."),
        reset(),
        broadcast(),
        room("join", "Puts the connection into a room.", Step.Join::new),
        room("leave", "Takes the connection out of a room.", Step.Leave::new));
  }

  private static Verb raw(String name, Shape<Content> shape, String docs) {
    var key = Key.<Content>of(name, shape, docs).needed();
    return Verb.of(
        key,
        List.of(),
        values -> {
          var message = new Message(values.get(key), Message.Wire.BY_KIND, true, values.at());
          return new Step.Send(
              new Step.What.Inline(message),
              List.of(),
              null,
              Duration.ZERO,
              null,
              ModifierFormat.of(values));
        });
  }

  private static Verb reset() {
    var nothing = new NothingShape("`reset:` says all by itself");
    var key = Key.<Boolean>of("reset", nothing, "Ends the TCP connection with RST.").needed();
    return Verb.of(key, List.of(), v -> new Step.Reset(ModifierFormat.of(v)));
  }

  private static Verb broadcast() {
    var inner =
        VariantShape.of(
            "a broadcast",
            "kind",
            MessageFormat.variants(
                "a broadcast of kind ",
                List.of(TO, EXCEPT),
                (values, message) ->
                    new Cast(values.get(TO), values.find(EXCEPT).isPresent(), message)));
    var key =
        Key.<Cast>of("broadcast", inner, "Sends a message to all connections of a room.").needed();
    return Verb.ofMock(
        key,
        values -> {
          var cast = values.get(key);
          return new Step.Broadcast(
              cast.to(), cast.exceptSelf(), cast.message(), ModifierFormat.of(values));
        });
  }

  private static Verb room(String name, String docs, BiFunction<Source, Modifiers, Step> build) {
    var key = Key.<Source>of(name, Scalars.TEXT, docs).needed();
    return Verb.ofMock(key, v -> build.apply(v.get(key), ModifierFormat.of(v)));
  }

  private record Cast(Source to, boolean exceptSelf, Message message) {}
}
