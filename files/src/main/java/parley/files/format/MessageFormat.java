package parley.files.format;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.Offer;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.Values;
import parley.files.shape.VariantShape;
import parley.model.collection.CloseWith;
import parley.model.collection.Content;
import parley.model.collection.Message;
import parley.model.collection.SavedMessage;
import parley.model.collection.Source;

/** Messages: what they consist of and how they go on the wire. */
final class MessageFormat {

  private static final Pattern HEX = Pattern.compile("(\\s*[0-9a-fA-F]{2})*\\s*");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]*={0,2}\\s*");

  private static final Shape<Source> HEX_DIGITS =
      Scalars.textIf("hex digits in pairs, such as `00 ff`", text -> HEX.matcher(text).matches());

  private static final Shape<Source> BASE64_TEXT =
      Scalars.textIf("base64, such as `AAEC`", text -> BASE64.matcher(text).matches());

  private static final Key<Message.Wire> AS =
      Key.<Message.Wire>of(
          "as",
          ScalarShape.ofWords(
              Scalars.words("text", Message.Wire.TEXT, "binary", Message.Wire.BINARY)),
          "How it goes on the wire; hex, base64 and file as binary, all else as text, unless"
              + " said.");
  private static final Key<Boolean> COMPRESS =
      Key.<Boolean>of("compress", Scalars.FLAG, "Whether it is compressed where that was agreed.")
          .orElse("true");

  private static final Shape<Content> JSON = new JsonContentShape();

  private static final Key<Integer> CODE =
      Key.of("code", Scalars.number(0, 65535), "The status code.");
  private static final Key<Source> REASON = Key.of("reason", Scalars.TEXT, "The reason, a text.");

  static final Shape<CloseWith> CLOSE =
      FormsShape.<CloseWith>ofMap(
              MapShape.of(
                  "a close",
                  "What a Close frame says.",
                  List.of(CODE, REASON),
                  values -> new CloseWith(values.orNull(CODE), values.orNull(REASON))))
          .orNothing(new CloseWith(null, null));

  /** The kinds that a payload can be of. */
  private static final List<Kind> PAYLOADS =
      List.of(
          new Kind("text", Scalars.TEXT_OR_NOTHING.map(Content.Text::new), "A text."),
          new Kind(
              "json",
              JSON,
              "JSON written as YAML, or a block (`json: |`) that is sent as it stands."),
          new Kind("xml", Scalars.TEXT.map(Content.Xml::new), "An XML text."),
          new Kind("hex", HEX_DIGITS.map(Content.Hex::new), "Bytes as hex digits."),
          new Kind("base64", BASE64_TEXT.map(Content.Base64::new), "Bytes in base64."),
          new Kind("file", Scalars.PATH.map(Content.File::new), "What stands in a file."));

  static final Shape<Content> PAYLOAD =
      FormsShape.<Content>ofScalar(Scalars.TEXT.map(Content.Text::new))
          .orMap(
              VariantShape.of(
                  "a payload",
                  "kind",
                  PAYLOADS.stream()
                      .map(kind ->
                          kind.variant("a payload of kind ", List.of(), (v, content) -> content))
                      .toList()));

  static final Shape<Content> FRAME = FrameFormat.FRAME.map(Content.Frame::new);

  static final Shape<Content> BYTES = HEX_DIGITS.map(Content.Raw::new);

  private static final List<Kind> ALL =
      Stream.concat(
              PAYLOADS.stream(),
              Stream.of(
                  new Kind(
                      "ping",
                      Scalars.TEXT_OR_NOTHING.map(Content.Ping::new),
                      "A ping and its payload."),
                  new Kind("close", CLOSE.map(Content.Close::new), "The start of the close."),
                  new Kind("frame", FRAME, "One frame exactly as said."),
                  new Kind("bytes", BYTES, "Bytes straight to the wire, as hex digits.")))
          .toList();

  static final Shape<Message> MESSAGE =
      VariantShape.of(
          "a message", "kind", variants("a message of kind ", List.of(), (v, message) -> message));

  private static final Key<String> NAME =
      Key.<String>of(
              "name",
              Scalars.NAME.offering(new Offer.Naming(Offer.Named.MESSAGE)),
              "What steps and people call it.")
          .needed();
  private static final Key<String> DOCS =
      Key.<String>of("docs", Scalars.PROSE, "What it is for.").orElse("\"\"");

  static final Shape<SavedMessage> SAVED =
      VariantShape.of(
          "a saved message",
          "kind",
          variants(
              "a saved message of kind ",
              List.of(NAME, DOCS),
              (values, message) -> new SavedMessage(values.get(NAME), values.get(DOCS), message)));

  private MessageFormat() {}

  /** A variant for each kind of message, with further keys. */
  static <T> List<VariantShape.Variant<T>> variants(
      String name, List<Key<?>> more, BiFunction<Values, Message, T> build) {
    var keys = Stream.concat(more.stream(), Stream.of(AS, COMPRESS)).toList();
    return ALL.stream()
        .map(kind -> kind.variant(name, keys, (v, content) -> build.apply(v, message(v, content))))
        .toList();
  }

  private static Message message(Values values, Content content) {
    return new Message(
        content, values.find(AS).orElse(Message.Wire.BY_KIND), values.get(COMPRESS), values.at());
  }

  /** A kind of content and the key that tells it. */
  private record Kind(String name, Shape<? extends Content> shape, String docs) {

    <T> VariantShape.Variant<T> variant(
        String prefix, List<Key<?>> more, BiFunction<Values, Content, T> build) {
      var key = Key.<Content>of(name, shape, docs).needed();
      var keys = Stream.concat(Stream.<Key<?>>of(key), more.stream()).toList();
      var map =
          MapShape.<T>of(prefix + name, docs, keys, values -> build.apply(values, values.get(key)));
      return new VariantShape.Variant<>(name, false, map);
    }
  }
}
