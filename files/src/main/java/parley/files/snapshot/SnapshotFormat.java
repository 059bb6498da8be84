package parley.files.snapshot;

import static parley.files.shape.VariantShape.Variant;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.NamedShape;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.Values;
import parley.files.shape.VariantShape;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.snapshot.Ignored;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.model.transcript.Direction;
import parley.protocol.frame.Bytes;

/** What stands in {@code *.snapshot.yaml}. */
public final class SnapshotFormat {

  private static final Key<Source> REGEX =
      Key.<Source>of("matches", Scalars.TEXT, "A regular expression that a part of it matches.")
          .needed();

  private static final Shape<Mask.Rule> RULE =
      FormsShape.<Mask.Rule>ofScalar(ScalarShape.ofWords(kinds()).map(Mask.Rule.Of::new))
          .orMap(
              MapShape.of(
                  "a mask by pattern",
                  "What a text that differs from run to run is like.",
                  List.of(REGEX),
                  v -> new Mask.Rule.Matching(v.get(REGEX))));

  private static final Shape<List<Mask>> MASK_MAP =
      NamedShape.of("a map of paths and what stands there", RULE, Mask::new);

  private static final Key<List<Mask>> MASKS =
      Key.of(
          "masks",
          MASK_MAP,
          "What differs from run to run, and what it is like: paths, or `text` or `bytes` for whole"
              + " messages that are no JSON.");
  private static final Key<List<Mask>> OWN_MASKS =
      Key.of("masks", MASK_MAP, "Masks for this message alone.");

  private static final Key<Source> PATH = Key.<Source>of("by", Scalars.TEXT, "A path.").needed();
  private static final Key<Order> ORDER =
      Key.<Order>of(
              "order",
              FormsShape.<Order>ofScalar(ScalarShape.ofWords(orders()))
                  .orMap(
                      MapShape.of(
                          "an order of streams",
                          "Messages with the same value at a path stay in order.",
                          List.of(PATH),
                          v -> new Order.By(v.get(PATH)))),
              "Which order of a connection's messages is the same in each run; `{ by: $.topic }`"
                  + " keeps the order of each topic.")
          .orElse("as-received");
  private static final Key<Boolean> MORE =
      Key.<Boolean>of("more", Scalars.FLAG, "Whether further messages may follow at the end.")
          .orElse("false");
  private static final Key<List<Ignored>> IGNORE =
      Key.of(
          "ignore",
          ListShape.of(
              "a list of paths, or of maps of paths and values",
              FormsShape.<Ignored>ofScalar(Scalars.TEXT.map(Ignored.At::new))
                  .orMap(
                      NamedShape.<String, Ignored.Condition>of(
                              "a map of paths and values", Scalars.PROSE, Ignored.Condition::new)
                          .map(Ignored.Messages::new))),
          "What is not compared: what stands at a path, or whole messages with these values.");

  private static final Key<String> ON =
      Key.<String>of("on", Scalars.NAME, "The connection's name; the main one unless said.");
  private static final Key<Integer> CODE =
      Key.<Integer>of("code", Scalars.number(0, 65535), "The status code.").needed();
  private static final Key<String> REASON =
      Key.<String>of("reason", Scalars.PROSE, "The reason.").orElse("\"\"");

  private static final Shape<Kept.Content> CONTENT =
      VariantShape.of(
          "a kept message",
          "kind",
          List.of(
              content("json", new KeptJson(), "JSON as it was."),
              content(
                  "text",
                  Scalars.TEXT_OR_NOTHING.map(source -> new Kept.Content.Text(source.text())),
                  "A text that is no JSON."),
              content(
                  "hex",
                  ScalarShape.of(
                      "hex digits in pairs, such as `00 ff`",
                      SnapshotFormat::hex,
                      "(\\s*[0-9a-fA-F]{2})*\\s*"),
                  "Bytes as hex digits."),
              content(
                  "base64",
                  ScalarShape.of(
                      "base64, such as `AAEC`",
                      SnapshotFormat::base64,
                      "[A-Za-z0-9+/\\s]*={0,2}\\s*"),
                  "Bytes in base64.")));

  private static final Key<Kept.Content> RECEIVED =
      Key.<Kept.Content>of("received", CONTENT, "A message that was received.").needed();
  private static final Key<Kept.Content> SENT =
      Key.<Kept.Content>of("sent", CONTENT, "A message that was sent; it is not compared.")
          .needed();

  private record Status(int code, String reason) {}

  private static final Key<Status> CLOSED =
      Key.<Status>of(
              "closed",
              MapShape.of(
                  "an end",
                  "How the other side ended the connection.",
                  List.of(CODE, REASON),
                  v -> new Status(v.get(CODE), v.get(REASON))),
              "The other side ended the connection.")
          .needed();

  private static final Shape<List<Kept>> KEPT =
      ListShape.of(
          "a list of what was sent and received",
          VariantShape.<Kept>of(
              "an exchange",
              "verb",
              List.of(
                  message(SENT, Direction.SENT),
                  message(RECEIVED, Direction.RECEIVED),
                  new Variant<>(
                      "closed",
                      false,
                      MapShape.of(
                          "an exchange closed",
                          "The other side ended the connection.",
                          List.of(CLOSED, ON),
                          v -> closed(v.get(CLOSED), v))))));

  private static final Key<List<Kept>> MESSAGES =
      Key.of("messages", KEPT, "What was sent and received, by connection in its order.");
  private static final Key<List<Snapshot.Recording>> ROWS =
      Key.of(
          "rows",
          NamedShape.<List<Kept>, Snapshot.Recording>of(
              "a map of rows and their messages",
              KEPT,
              (name, kept) -> new Snapshot.Recording(name.text(), kept, name.at())),
          "The same for each row of the conversation's data.");

  /** The whole file. */
  public static final MapShape<Snapshot> SNAPSHOT =
      MapShape.of(
          "a snapshot",
          "What a conversation received when it was recorded.",
          List.of(ORDER, MORE, MASKS, IGNORE, MESSAGES, ROWS),
          SnapshotFormat::snapshot);

  private SnapshotFormat() {}

  private static Snapshot snapshot(Values values) {
    var single =
        values.find(MESSAGES).stream()
            .map(kept -> new Snapshot.Recording("", kept, values.at(MESSAGES)));
    return new Snapshot(
        values.reading().file(),
        values.get(ORDER),
        values.get(MORE),
        values.list(MASKS),
        values.list(IGNORE),
        Stream.concat(single, values.list(ROWS).stream()).toList());
  }

  private static Map<String, Mask.Kind> kinds() {
    var words = new LinkedHashMap<String, Mask.Kind>();
    for (var kind : Mask.Kind.values()) {
      words.put(kind.word(), kind);
    }
    return words;
  }

  private static Map<String, Order> orders() {
    return Scalars.words("as-received", new Order.AsReceived(), "any", new Order.Any());
  }

  private static Variant<Kept.Content> content(
      String kind, Shape<Kept.Content> shape, String docs) {
    var key = Key.<Kept.Content>of(kind, shape, docs).needed();
    return new Variant<>(
        kind, false, MapShape.of("kept " + kind, docs, List.of(key), v -> v.get(key)));
  }

  private static Variant<Kept> message(Key<Kept.Content> key, Direction direction) {
    return new Variant<>(
        key.name(),
        false,
        MapShape.of(
            "an exchange " + key.name(),
            key.docs(),
            List.of(key, ON, OWN_MASKS),
            v ->
                new Kept.Message(
                    direction, v.find(ON).orElse(""), v.get(key), v.list(OWN_MASKS), at(v))));
  }

  private static Kept closed(Status status, Values values) {
    return new Kept.Closed(values.find(ON).orElse(""), status.code(), status.reason(), at(values));
  }

  private static Position at(Values values) {
    return values.at();
  }

  private static Optional<Kept.Content> hex(String text) {
    try {
      var digits = text.replaceAll("\\s+", "");
      return Optional.of(new Kept.Content.Binary(Bytes.of(HexFormat.of().parseHex(digits))));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static Optional<Kept.Content> base64(String text) {
    try {
      var bytes = Base64.getDecoder().decode(text.replaceAll("\\s+", ""));
      return Optional.of(new Kept.Content.Binary(Bytes.of(bytes)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
