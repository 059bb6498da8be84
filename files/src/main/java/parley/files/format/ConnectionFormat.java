package parley.files.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Merge;
import parley.files.shape.ScalarShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.Values;
import parley.model.collection.Auth;
import parley.model.collection.Compression;
import parley.model.collection.ConnectionKeys;
import parley.model.collection.Field;
import parley.model.collection.HttpVersion;
import parley.model.collection.Proxy;
import parley.model.collection.Settings;
import parley.model.collection.Source;
import parley.model.collection.Tls;

/** Where a connection leads and how it is opened. */
final class ConnectionFormat {

  static final Key<Source> URL =
      Key.of(
          "url",
          Scalars.TEXT,
          "Where to: `ws://`, `wss://` or `unix:`, with `:name` or `{name}` for path parameters.");
  static final Key<List<Field>> PATH =
      Key.<List<Field>>of("path", FieldFormat.FIELDS, "Values for the path parameters of the URL.")
          .inherited(Merge.FIELDS);
  static final Key<List<Field>> PARAMS =
      Key.<List<Field>>of(
              "params", FieldFormat.FIELDS, "Query parameters, added to those of the URL.")
          .inherited(Merge.FIELDS);
  static final Key<List<Field>> HEADERS =
      Key.<List<Field>>of(
              "headers", FieldFormat.HEADERS, "Headers of the handshake, sent as written.")
          .inherited(Merge.FIELDS);
  static final Key<List<Field>> COOKIES =
      Key.<List<Field>>of("cookies", FieldFormat.FIELDS, "Cookies of the handshake.")
          .inherited(Merge.FIELDS);
  static final Key<Auth> AUTH =
      Key.<Auth>of("auth", AuthFormat.AUTH, "How the client says who it is.")
          .orElse("none")
          .inherited(Merge.UNLESS_INHERIT);
  static final Key<List<Source>> SUBPROTOCOLS =
      Key.of(
          "subprotocols",
          ListShape.of("a list of names", Scalars.TEXT),
          "Subprotocols asked for, the best first; a `Sec-WebSocket-Protocol` header wins over"
              + " them.");

  private static final ScalarShape<Integer> BITS = Scalars.number(8, 15);
  private static final Key<Integer> CLIENT_BITS =
      Key.of("client-max-window-bits", BITS, "The window of what the client compresses.");
  private static final Key<Integer> SERVER_BITS =
      Key.of("server-max-window-bits", BITS, "The window of what the server compresses.");
  private static final Key<Boolean> CLIENT_FRESH =
      Key.<Boolean>of(
              "client-no-context-takeover",
              Scalars.FLAG,
              "Whether the client begins each message afresh.")
          .orElse("false");
  private static final Key<Boolean> SERVER_FRESH =
      Key.<Boolean>of(
              "server-no-context-takeover",
              Scalars.FLAG,
              "Whether the server begins each message afresh.")
          .orElse("false");

  private static final Shape<Compression> COMPRESSION_LONG =
      MapShape.of(
          "compression",
          "permessage-deflate with its parameters (RFC 7692).",
          List.of(CLIENT_BITS, SERVER_BITS, CLIENT_FRESH, SERVER_FRESH),
          values ->
              new Compression(
                  true,
                  values.orNull(CLIENT_BITS),
                  values.orNull(SERVER_BITS),
                  values.get(CLIENT_FRESH),
                  values.get(SERVER_FRESH)));

  static final Key<Compression> COMPRESSION =
      Key.<Compression>of(
              "compression",
              FormsShape.<Compression>ofScalar(
                      Scalars.FLAG.map(on -> on ? Compression.ON : Compression.OFF))
                  .orMap(COMPRESSION_LONG),
              "Whether permessage-deflate is offered, and how.")
          .orElse("false");

  static final Key<HttpVersion> HTTP =
      Key.<HttpVersion>of(
              "http", ScalarShape.ofWords(versions()), "The HTTP that carries the connection.")
          .orElse("1.1");

  static final Key<Tls> TLS =
      Key.<Tls>of("tls", TlsFormat.TLS, "How TLS is used.").orElse("{}").inherited(Merge.DEEP);

  static final Key<Proxy> PROXY =
      Key.<Proxy>of("proxy", ProxyFormat.PROXY, "The way through a proxy.").orElse("environment");

  static final Key<Settings> SETTINGS =
      Key.<Settings>of("settings", SettingsFormat.SETTINGS, "Limits and habits of the connection.")
          .orElse("{}")
          .inherited(Merge.DEEP);

  /** All keys that say how a connection is opened. */
  static final List<Key<?>> ALL =
      List.of(
          URL,
          PATH,
          PARAMS,
          HEADERS,
          COOKIES,
          AUTH,
          SUBPROTOCOLS,
          COMPRESSION,
          HTTP,
          TLS,
          PROXY,
          SETTINGS);

  private ConnectionFormat() {}

  /** What the keys say. */
  static ConnectionKeys keys(Values values) {
    return new ConnectionKeys(
        values.orNull(URL),
        values.list(PATH),
        values.list(PARAMS),
        values.list(HEADERS),
        values.list(COOKIES),
        values.get(AUTH),
        values.list(SUBPROTOCOLS),
        values.get(COMPRESSION),
        values.get(HTTP),
        values.get(TLS),
        values.get(PROXY),
        values.get(SETTINGS));
  }

  private static Map<String, HttpVersion> versions() {
    var words = new LinkedHashMap<String, HttpVersion>();
    words.put("1.1", HttpVersion.HTTP_1_1);
    words.put("2", HttpVersion.HTTP_2);
    words.put("3", HttpVersion.HTTP_3);
    words.put("auto", HttpVersion.AUTO);
    return words;
  }
}
