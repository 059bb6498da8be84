package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import parley.model.collection.Auth;
import parley.model.collection.Compression;
import parley.model.collection.ConnectionKeys;
import parley.model.collection.DurationRange;
import parley.model.collection.Field;
import parley.model.collection.HttpVersion;
import parley.model.collection.Proxy;
import parley.model.collection.Settings;
import parley.model.collection.Source;
import parley.model.collection.Tls;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Route;
import parley.protocol.frame.ByteSize;

/** The keys of a file, each unless said as it is without. */
final class Keys {

  static final Settings SETTINGS =
      new Settings(
          Duration.ofSeconds(3),
          new Settings.Reconnect(0, new DurationRange(Duration.ZERO, Duration.ZERO)),
          null,
          ByteSize.ofKilobytes(4),
          new Settings.Inbox(10, Settings.Overflow.FAIL),
          0,
          true,
          false,
          Duration.ofSeconds(2),
          Route.DIRECT);

  Source url = Written.source("ws://host/");
  List<Field> path = List.of();
  List<Field> params = List.of();
  List<Field> headers = List.of();
  List<Field> cookies = List.of();
  Auth auth = new Auth.None();
  List<Source> subprotocols = List.of();
  Compression compression = Compression.OFF;
  HttpVersion http = HttpVersion.HTTP_1_1;
  Tls tls = Tls.DEFAULT;
  Proxy proxy = new Proxy.Environment();
  Settings settings = SETTINGS;

  static Keys of(String url) {
    var keys = new Keys();
    keys.url = Written.source(url);
    return keys;
  }

  ConnectionKeys done() {
    return new ConnectionKeys(
        url,
        path,
        params,
        headers,
        cookies,
        auth,
        subprotocols,
        compression,
        http,
        tls,
        proxy,
        settings);
  }

  ConnectPlan plan(Compiling compiling) {
    return ConnectPlan.of(done(), compiling);
  }

  Connecting fill() {
    var compiling = Written.compiling(Map.of("ca.pem", "", "me.pem", "", "me.key", ""));
    var plan = plan(compiling);
    assertThat(Written.problems(compiling)).isEmpty();
    return plan.fill(Sight.ofNothing(), List.of());
  }

  ConnectSpec spec() {
    return ((Connecting.Ready) fill()).spec();
  }

  String problems() {
    var compiling = Written.compiling();
    plan(compiling);
    return Written.problems(compiling);
  }

  String fault() {
    var faulty = (Connecting.Faulty) fill();
    return "%d:%d %s".formatted(faulty.at().line(), faulty.at().column(), faulty.text());
  }
}
