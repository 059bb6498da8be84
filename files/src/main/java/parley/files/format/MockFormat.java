package parley.files.format;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.NamedShape;
import parley.files.shape.Scalars;
import parley.files.shape.VariantShape;
import parley.model.collection.Compression;
import parley.model.collection.Content;
import parley.model.collection.DurationRange;
import parley.model.collection.Field;
import parley.model.collection.Mock;
import parley.model.collection.Rule;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Timer;
import parley.model.collection.Tls;
import parley.model.collection.Variable;

/** A mock: where it listens and what it answers. */
final class MockFormat {

  private static final Key<Source> HOST =
      Key.<Source>of("host", Scalars.TEXT, "The address to listen on.").orElse("127.0.0.1");
  private static final Key<Integer> PORT =
      Key.<Integer>of("port", Scalars.number(0, 65535), "The port; 0 for any free one.")
          .orElse("0");
  private static final Key<Integer> BACKLOG =
      Key.<Integer>of(
              "backlog", Scalars.number(1, 65535), "Connections that wait to be accepted, at most.")
          .orElse("1024");
  private static final Key<Integer> MAX_CONNECTIONS =
      Key.<Integer>of(
              "max-connections",
              Scalars.number(1, 1_000_000),
              "Connections that are open at a time, at most; a further one is answered with 503.")
          .orElse("10000");
  private static final Key<Optional<Tls>> TLS =
      Key.<Optional<Tls>>of(
              "tls",
              FormsShape.<Optional<Tls>>ofScalar(Scalars.FLAG.map(MockFormat::tls))
                  .orMap(TlsFormat.LISTENING.map(Optional::of)),
              "TLS, with a certificate made on the spot unless it names one.")
          .orElse("false");

  private static final Key<Mock.Listen> LISTEN =
      Key.<Mock.Listen>of(
              "listen",
              MapShape.of(
                  "a listener",
                  "Where the mock listens.",
                  List.of(HOST, PORT, BACKLOG, MAX_CONNECTIONS, TLS),
                  v ->
                      new Mock.Listen(
                          v.get(HOST),
                          v.get(PORT),
                          v.get(BACKLOG),
                          v.get(MAX_CONNECTIONS),
                          v.get(TLS).orElse(null))),
              "Where the mock listens.")
          .orElse("{}");

  private static final Key<List<Source>> SUBPROTOCOLS =
      Key.of(
          "subprotocols",
          ListShape.of("a list of names", Scalars.TEXT),
          "Those it speaks; the first that a client asks for is agreed on.");
  private static final Key<List<Field>> HEADERS =
      Key.of("headers", FieldFormat.HEADERS, "Headers of the answer.");
  private static final Key<Compression> COMPRESSION = ConnectionFormat.COMPRESSION.orElse("true");
  private static final Key<Mock.Accept> ACCEPT =
      Key.<Mock.Accept>of(
              "accept",
              MapShape.of(
                  "an acceptance",
                  "How a handshake is answered.",
                  List.of(SUBPROTOCOLS, HEADERS, COMPRESSION),
                  v -> new Mock.Accept(v.list(SUBPROTOCOLS), v.list(HEADERS), v.get(COMPRESSION))),
              "How a handshake is answered.")
          .orElse("{}");

  private static final Key<Source> WHEN =
      Key.of("when", Scalars.EXPRESSION, "An expression over the request; always unless said.");
  private static final Key<Integer> STATUS =
      Key.<Integer>of("status", Scalars.number(200, 599), "The status of the answer.").needed();
  private static final Key<Content> BODY =
      Key.of("body", MessageFormat.PAYLOAD, "What follows the head.");
  private static final Key<List<Mock.Reject>> REJECT =
      Key.of(
          "reject",
          ListShape.of(
              "a list of refusals",
              MapShape.of(
                  "a refusal",
                  "A handshake that is refused.",
                  List.of(WHEN, STATUS, HEADERS, BODY),
                  v ->
                      new Mock.Reject(
                          v.orNull(WHEN), v.get(STATUS), v.list(HEADERS), v.orNull(BODY), v.at()))),
          "Handshakes that are refused, looked at in order.");

  private static final Key<List<Step>> ON_CONNECT =
      Key.of("on-connect", StepFormat.STEPS, "What each connection does when it opens.");
  private static final Key<List<Rule>> ON_MESSAGE =
      Key.of("on-message", StepFormat.RULES, "Answers; the first rule that matches is taken.");
  private static final Key<List<Timer>> EVERY =
      Key.of("every", StepFormat.TIMERS, "What each connection does again and again.");

  private static final Key<BigDecimal> DROP =
      Key.<BigDecimal>of("drop", Scalars.PERCENT, "The share of messages that is lost.").needed();
  private static final Key<DurationRange> DELAY =
      Key.<DurationRange>of("delay", Scalars.TIMES, "How long messages are held back.").needed();
  private static final Key<List<Mock.Fault>> FAULTS =
      Key.of(
          "faults",
          ListShape.of(
              "a list of faults",
              VariantShape.of(
                  "a fault",
                  "kind",
                  List.of(
                      new VariantShape.Variant<Mock.Fault>(
                          "drop",
                          false,
                          MapShape.of(
                              "a loss",
                              "Loses messages.",
                              List.of(DROP),
                              v -> new Mock.Fault.Drop(v.get(DROP)))),
                      new VariantShape.Variant<Mock.Fault>(
                          "delay",
                          false,
                          MapShape.of(
                              "a delay",
                              "Holds messages back.",
                              List.of(DELAY),
                              v -> new Mock.Fault.Delay(v.get(DELAY))))))),
          "What goes wrong on purpose.");

  private static final MapShape<Mock.Endpoint> ENDPOINT =
      MapShape.of(
          "a path of a mock",
          "What the mock does on a path.",
          List.of(ACCEPT, REJECT, ON_CONNECT, ON_MESSAGE, EVERY, AutoFormat.AUTO, FAULTS),
          v ->
              new Mock.Endpoint(
                  new Source("/", v.at()),
                  v.get(ACCEPT),
                  v.list(REJECT),
                  v.list(ON_CONNECT),
                  v.list(ON_MESSAGE),
                  v.list(EVERY),
                  v.list(AutoFormat.AUTO),
                  v.list(FAULTS)));

  private static final Key<List<Mock.Endpoint>> PATHS =
      Key.<List<Mock.Endpoint>>of(
              "paths",
              NamedShape.of("a map of paths", ENDPOINT, MockFormat::named),
              "What it does on each path; `{name}` is any one part.")
          .needed();

  private static final Key<List<Variable>> STATE =
      Key.of("state", VariableFormat.VARIABLES, "Variables that all connections share.");
  private static final Key<List<Variable>> CONNECTION_STATE =
      Key.of(
          "connection-state",
          VariableFormat.VARIABLES,
          "Variables that each connection has for itself.");

  static final MapShape<Mock> MOCK =
      MapShape.of(
          "a mock",
          "A server that answers as told.",
          List.of(
              ConversationFormat.NAME,
              ConversationFormat.DOCS,
              LISTEN,
              ConversationFormat.VARIABLES,
              STATE,
              CONNECTION_STATE,
              PATHS),
          v ->
              new Mock(
                  v.reading().file(),
                  ConversationFormat.name(v),
                  v.get(LISTEN),
                  v.list(ConversationFormat.VARIABLES),
                  v.list(STATE),
                  v.list(CONNECTION_STATE),
                  v.get(PATHS)));

  private MockFormat() {}

  private static Optional<Tls> tls(boolean on) {
    return on ? Optional.of(Tls.DEFAULT) : Optional.empty();
  }

  private static Mock.Endpoint named(Source path, Mock.Endpoint one) {
    return new Mock.Endpoint(
        path,
        one.accept(),
        one.reject(),
        one.onConnect(),
        one.onMessage(),
        one.every(),
        one.auto(),
        one.faults());
  }
}
