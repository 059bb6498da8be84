package parley.engine.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.model.collection.Compression;
import parley.model.collection.ConnectionKeys;
import parley.model.collection.Position;
import parley.model.collection.Settings;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.model.connection.WsUrl;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.handshake.Header;

/** The keys of a connection, compiled: immutable, shared by all sessions. */
public final class ConnectPlan {

  private final ConnectionKeys keys;
  private final Position at;
  private final @Nullable TemplatePlan url;
  private final UrlPlan parameters;
  private final HeadersPlan headers;
  private final AuthPlan auth;
  private final TlsPlan tls;
  private final ProxyPlan proxy;

  private ConnectPlan(ConnectionKeys keys, Position at, Compiling compiling) {
    this.keys = keys;
    this.at = at;
    this.url = keys.url().map(source -> TemplatePlan.of(source, compiling)).orElse(null);
    this.parameters =
        new UrlPlan(FieldPlan.of(keys.path(), compiling), FieldPlan.of(keys.params(), compiling));
    this.headers = HeadersPlan.of(keys, compiling);
    this.auth = AuthPlan.of(keys.auth(), compiling);
    this.tls = TlsPlan.of(keys.tls(), at, compiling);
    this.proxy = ProxyPlan.of(keys.proxy(), compiling);
  }

  /** Compiles {@code keys}; what is wrong with them goes to {@code compiling}. */
  public static ConnectPlan of(ConnectionKeys keys, Compiling compiling) {
    return of(keys, new Position(Path.of(""), 1, 1), compiling);
  }

  /** The same, with {@code at} as the place of what is wrong where no URL has one. */
  public static ConnectPlan of(ConnectionKeys keys, Position at, Compiling compiling) {
    var plan = new ConnectPlan(keys, keys.url().map(Source::at).orElse(at), compiling);
    Later.check(keys, plan.at, compiling);
    HandshakeSense.check(plan.url, plan.headers, compiling);
    if (plan.url != null) {
      PathParameters.check(plan.url, plan.parameters.path(), compiling);
    }
    return plan;
  }

  /** Where it stands: its URL, if it has one. */
  public Position at() {
    return at;
  }

  /** What the session does by itself: reconnects, the inbox. */
  public Settings settings() {
    return keys.settings();
  }

  /** The connection as it is in {@code scope}; headers of a step replace others of their name. */
  public Connecting fill(Scope scope, List<FieldPlan> moreHeaders) {
    if (url == null) {
      return new Connecting.Faulty(at, "there is no `url` to connect to; add one");
    }
    var filling = new Filling(scope);
    var params = auth.param(filling).stream().toList();
    return connect(parameters.fill(filling.text(url), at, params, filling), moreHeaders, filling);
  }

  /** The same, with {@code other} in place of its own URL; its query parameters win. */
  public Connecting fill(Scope scope, List<FieldPlan> moreHeaders, String other) {
    var filling = new Filling(scope);
    var params = auth.param(filling).stream().toList();
    return connect(parameters.fillOther(other, at, params, filling), moreHeaders, filling);
  }

  private Connecting connect(String filled, List<FieldPlan> moreHeaders, Filling filling) {
    var target = WsUrl.parse(filled);
    if (target instanceof WsUrl.Parsed.Invalid(var problem)) {
      filling.fault(at, problem);
    }
    return target instanceof WsUrl.Parsed.Valid valid
        ? connect(valid, moreHeaders, filling)
        : filling.fault().orElseThrow();
  }

  private Connecting connect(
      WsUrl.Parsed.Valid target, List<FieldPlan> moreHeaders, Filling filling) {
    target.notices().forEach(filling::notice);
    var written = headers.fill(moreHeaders, filling);
    var ofAuth = auth.header(filling).map(header -> new Header(header.name(), header.value()));
    var credentials = auth.credentials(filling);
    var said = new ArrayList<>(ofAuth.stream().toList());
    if (credentials.isEmpty()) {
      target.authorization().ifPresent(said::add);
    }
    var spec =
        ConnectSpec.to(target.url())
            .headers(all(said, written, filling))
            .guardedHeaders(guarded(ofAuth))
            .subprotocols(headers.subprotocols(written, filling))
            .deflateOffers(offers(keys.compression()))
            .tls(tls.fill(filling))
            .route(keys.settings().route().withProxies(proxy.fill(filling)));
    limits(spec);
    credentials.filter(_ -> !hasAuthorization(written, filling)).ifPresent(spec::credentials);
    return filling
        .fault()
        .<Connecting>map(fault -> fault)
        .orElseGet(() -> new Connecting.Ready(spec.build(), filling.notices()));
  }

  private static boolean hasAuthorization(List<Header> written, Filling filling) {
    var found = HeadersPlan.isNamed(written, "Authorization");
    if (found) {
      filling.notice("`headers` has Authorization, which wins over `auth` and over the URL");
    }
    return found;
  }

  /** The header of a key is for the server that the key is for. */
  private static Set<String> guarded(Optional<Header> ofAuth) {
    return ofAuth.map(header -> Set.of(header.name().toLowerCase(Locale.ROOT))).orElseGet(Set::of);
  }

  private List<Header> all(List<Header> said, List<Header> written, Filling filling) {
    var all = new ArrayList<>(HeadersPlan.notIn(said, written, filling));
    all.addAll(headers.cookieHeader(filling));
    all.addAll(written);
    return all;
  }

  private void limits(ConnectSpec.Builder spec) {
    var settings = keys.settings();
    spec.connectTimeout(settings.connectTimeout())
        .maxMessage(settings.maxMessage())
        .autoPong(settings.autoPong())
        .closeTimeout(settings.closeTimeout())
        .maxRedirects(settings.followRedirects())
        .keepsCookies(settings.cookies());
    settings.ping().ifPresent(spec::keepAlive);
  }

  private static List<DeflateOffer> offers(Compression compression) {
    if (!compression.offered()) {
      return List.of();
    }
    var window =
        compression
            .clientMaxWindowBits()
            .map(DeflateOffer.PLAIN::withClientMaxWindowBits)
            .orElse(DeflateOffer.USUAL);
    return List.of(
        new DeflateOffer(
            compression.serverNoContextTakeover(),
            compression.clientNoContextTakeover(),
            compression.serverMaxWindowBitsOrNull(),
            window.clientMaxWindowBits()));
  }
}
