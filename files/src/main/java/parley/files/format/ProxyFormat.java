package parley.files.format;

import java.util.List;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.ListShape;
import parley.files.shape.MapShape;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.files.shape.Values;
import parley.model.collection.Proxy;
import parley.model.collection.Source;
import parley.model.collection.Tls;

/** The way through a proxy. */
final class ProxyFormat {

  private static final Key<Source> URL =
      Key.<Source>of(
              "url",
              Scalars.TEXT,
              "`http://`, `https://`, `socks5://`, or `socks5h://`, by which the proxy looks names"
                  + " up; with user and password in it or beside it.")
          .needed();
  private static final Key<Source> USERNAME =
      Key.of("username", Scalars.TEXT, "Who is there, when the proxy asks.");
  private static final Key<Source> PASSWORD =
      Key.of("password", Scalars.TEXT, "The password of `username`.");
  private static final Key<List<Source>> EXCEPT =
      Key.of(
          "except",
          FormsShape.<List<Source>>ofScalar(Scalars.TEXT.map(List::of))
              .orList(ListShape.of("a list of hosts", Scalars.TEXT)),
          "Hosts that are reached straight, by the rules of NO_PROXY.");
  private static final Key<Tls> TLS =
      Key.<Tls>of("tls", TlsFormat.TLS, "How TLS to an `https://` proxy is used.").orElse("{}");

  static final Shape<Proxy> PROXY =
      FormsShape.<Proxy>ofScalar(Scalars.TEXT.map(ProxyFormat::proxy))
          .orMap(
              MapShape.<Proxy>of(
                  "a proxy",
                  "A proxy and the hosts that need none.",
                  List.of(URL, USERNAME, PASSWORD, EXCEPT, TLS),
                  ProxyFormat::through));

  private ProxyFormat() {}

  private static Proxy through(Values values) {
    return new Proxy.Through(
        values.get(URL),
        values.orNull(USERNAME),
        values.orNull(PASSWORD),
        values.list(EXCEPT),
        values.get(TLS));
  }

  private static Proxy proxy(Source text) {
    return switch (text.text()) {
      case "none" -> new Proxy.None();
      case "environment" -> new Proxy.Environment();
      default -> new Proxy.Through(text, null, null, List.of(), Tls.DEFAULT);
    };
  }
}
