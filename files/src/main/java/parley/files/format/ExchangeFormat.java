package parley.files.format;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.NamedShape;
import parley.files.shape.NothingShape;
import parley.files.shape.Offer;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.model.collection.Check;
import parley.model.collection.CloseWith;
import parley.model.collection.Extraction;
import parley.model.collection.Field;
import parley.model.collection.Operation;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Subject;
import parley.model.collection.Take;
import parley.protocol.frame.ByteSize;

/** The verbs that open, send, receive and close. */
final class ExchangeFormat {

  private static final Key<List<Field>> HEADERS =
      Key.of("headers", FieldFormat.HEADERS, "Headers for the handshake that the step opens.");

  // connect

  private static final Shape<String> CONNECTION_NAME =
      Scalars.NAME.offering(Offer.of(Offer.Named.CONNECTION));
  private static final Key<List<String>> CONNECT =
      Key.<List<String>>of(
              "connect",
              FormsShape.<List<String>>ofScalar(CONNECTION_NAME.map(List::of))
                  .orList(ListShape.of("a list of connections", CONNECTION_NAME))
                  .orNothing(List.of()),
              "Opens the main connection, or those named.")
          .needed();
  private static final Key<List<Operation>> STATUS =
      Key.of("status", CheckFormat.OPERATIONS, "The status of the server's answer.");
  private static final Key<List<Operation>> SUBPROTOCOL =
      Key.of("subprotocol", CheckFormat.OPERATIONS, "The subprotocol agreed.");
  private static final Key<List<Check>> ANSWER_HEADERS =
      Key.of(
          "headers",
          NamedShape.<List<Operation>, Check>of(
                  "a map of header names and what they should be",
                  CheckFormat.OPERATIONS,
                  (name, operations) ->
                      new Check.Of(new Subject.Header(name.text()), operations, name.at()))
              .usually(KnownHeaders.OF_ANSWERS),
          "Headers of the server's answer.");
  private static final Key<Expected> EXPECT =
      Key.<Expected>of(
              "expect",
              MapShape.of(
                  "an expected answer",
                  "What the answer to the handshake should be.",
                  List.of(STATUS, SUBPROTOCOL, ANSWER_HEADERS, ModifierFormat.WITHIN),
                  values ->
                      new Expected(
                          new Step.Expect(
                              values.list(STATUS),
                              values.list(SUBPROTOCOL),
                              values.list(ANSWER_HEADERS)),
                          values.orNull(ModifierFormat.WITHIN))),
              "What the answer to the handshake should be.")
          .orElse("{}");

  // send

  private static final Shape<Source> MESSAGE_NAME =
      Scalars.TEXT.offering(Offer.of(Offer.Named.MESSAGE));
  private static final Key<Step.What> SEND =
      Key.<Step.What>of(
              "send",
              FormsShape.<Step.What>ofScalar(MESSAGE_NAME.map(Step.What.Saved::new))
                  .orMap(MessageFormat.MESSAGE.map(Step.What.Inline::new)),
              "A saved message by its name, or one inline.")
          .needed();
  private static final Key<ByteSize> CHUNK =
      Key.of("chunk", Scalars.SIZE_ABOVE_ZERO, "Streams the message in messages of this size.");
  private static final Key<Duration> EVERY =
      Key.<Duration>of("every", Scalars.DURATION_OR_ZERO, "The time from one chunk to the next.")
          .orElse("0s");
  private static final Key<ByteSize> FRAGMENT =
      Key.of("fragment", Scalars.SIZE_ABOVE_ZERO, "Splits the message into frames of this size.");

  // receive

  private static final Key<Boolean> RECEIVE =
      Key.<Boolean>of(
              "receive",
              new NothingShape(
                  "`where`, `take` and the like stand beside `receive:`, at the same indent"),
              "Takes messages from the inbox.")
          .needed();
  private static final Key<List<Check>> WHERE =
      Key.of("where", CheckFormat.CHECK, "Which messages: an expression, or a map of subjects.");
  private static final Key<Take> TAKE =
      Key.<Take>of(
              "take", TakeFormat.TAKE, "How many of them, and whether they are taken or looked at.")
          .orElse("next");
  private static final Key<String> ANSWER_OF =
      Key.<String>of(
              "send",
              Scalars.NAME.offering(Offer.of(Offer.Named.STEP), Offer.of(Offer.Named.MESSAGE)),
              "The id of a send step, or the name of its message.")
          .needed();
  private static final Key<Source> BY =
      Key.<Source>of("by", Scalars.TEXT, "The path of the value that is the same in both.")
          .needed();
  private static final Key<Step.Answers> ANSWERS =
      Key.of(
          "answers",
          MapShape.of(
              "a pairing",
              "Pairs the message with one that was sent.",
              List.of(ANSWER_OF, BY),
              values -> new Step.Answers(values.get(ANSWER_OF), values.get(BY))),
          "Pairs the message with one that was sent.");
  private static final Key<List<Extraction>> EXTRACT =
      Key.of("extract", ExtractionFormat.EXTRACTIONS, "Variables taken out of what was received.");
  private static final Key<List<Check>> ASSERT =
      Key.of("assert", CheckFormat.CHECKS, "What holds for what was received.");

  // absent, closed, ping, close

  private static final Key<Duration> FOR =
      Key.<Duration>of("for", Scalars.TIME, "How long.").needed();
  private static final Key<String> SINCE =
      Key.of(
          "since",
          Scalars.NAME.offering(Offer.of(Offer.Named.STEP)),
          "The id of a step; what came since it began counts, too.");
  private static final Key<Step.By> ENDED_BY =
      Key.<Step.By>of("by", Scalars.constants(Step.By.class), "Who ended the connection.")
          .orElse("anybody");
  private static final Key<List<Operation>> CODE =
      Key.of("code", CheckFormat.OPERATIONS, "The status code of the end.");
  private static final Key<List<Operation>> REASON =
      Key.of("reason", CheckFormat.OPERATIONS, "The reason of the end.");

  private ExchangeFormat() {}

  static List<Verb> verbs() {
    return List.of(connect(), send(), receive(), absent(), closed(), ping(), close());
  }

  private static Verb connect() {
    return Verb.of(
        CONNECT,
        List.of(HEADERS, EXPECT),
        values -> {
          var expected = values.get(EXPECT);
          return new Step.Connect(
              values.get(CONNECT),
              values.list(HEADERS),
              expected.expect(),
              ModifierFormat.of(values, expected.withinOrNull()));
        });
  }

  private static Verb send() {
    return Verb.of(
        SEND,
        List.of(HEADERS, CHUNK, EVERY, FRAGMENT),
        values ->
            new Step.Send(
                values.get(SEND),
                values.list(HEADERS),
                values.orNull(CHUNK),
                values.get(EVERY),
                values.orNull(FRAGMENT),
                ModifierFormat.of(values)));
  }

  private static Verb receive() {
    return Verb.of(
        RECEIVE,
        List.of(WHERE, TAKE, ANSWERS, EXTRACT, ASSERT, FlowFormat.REPEAT),
        values ->
            new Step.Receive(
                values.list(WHERE),
                values.get(TAKE),
                values.orNull(ANSWERS),
                values.list(EXTRACT),
                values.list(ASSERT),
                values.orNull(FlowFormat.REPEAT),
                ModifierFormat.of(values)));
  }

  private static Verb absent() {
    var inner =
        MapShape.of(
            "an absence",
            "Which messages do not arrive, and for how long.",
            List.of(WHERE, FOR, SINCE),
            values -> new Absence(values.list(WHERE), values.get(FOR), values.orNull(SINCE)));
    var key = Key.<Absence>of("absent", inner, "Nothing such arrives.").needed();
    return Verb.of(
        key,
        List.of(),
        values -> {
          var absence = values.get(key);
          return new Step.Absent(
              absence.where(), absence.time(), absence.sinceOrNull(), ModifierFormat.of(values));
        });
  }

  private static Verb closed() {
    var inner =
        MapShape.of(
            "an end",
            "How the connection ends.",
            List.of(CODE, REASON, ENDED_BY, ModifierFormat.WITHIN),
            values ->
                new End(
                    values.list(CODE),
                    values.list(REASON),
                    values.get(ENDED_BY),
                    values.orNull(ModifierFormat.WITHIN)));
    var nothing = new End(List.of(), List.of(), Step.By.ANYBODY, null);
    var shape = FormsShape.<End>ofMap(inner).orNothing(nothing);
    var key = Key.<End>of("closed", shape, "Waits for the end.").needed();
    return Verb.of(
        key,
        List.of(),
        values -> {
          var end = values.get(key);
          return new Step.Closed(
              end.code(), end.reason(), end.by(), ModifierFormat.of(values, end.withinOrNull()));
        });
  }

  private static Verb ping() {
    var key =
        Key.<Source>of("ping", Scalars.TEXT_OR_NOTHING, "Sends a ping and waits for its pong.")
            .needed();
    return Verb.of(key, List.of(), v -> new Step.Ping(v.get(key), ModifierFormat.of(v)));
  }

  private static Verb close() {
    var key =
        Key.<CloseWith>of(
                "close", MessageFormat.CLOSE, "Sends a Close frame and waits for the answer.")
            .needed();
    return Verb.of(key, List.of(), v -> new Step.Close(v.get(key), ModifierFormat.of(v)));
  }

  private record Expected(Step.Expect expect, @Nullable Duration withinOrNull) {}

  private record Absence(List<Check> where, Duration time, @Nullable String sinceOrNull) {}

  private record End(
      List<Operation> code, List<Operation> reason, Step.By by, @Nullable Duration withinOrNull) {}
}
