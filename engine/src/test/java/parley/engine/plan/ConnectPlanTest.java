package parley.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parley.model.collection.Auth;
import parley.model.collection.Compression;
import parley.model.collection.Field;
import parley.model.collection.HttpVersion;
import parley.model.collection.Position;
import parley.model.collection.Settings;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials;
import parley.model.connection.IpFamily;
import parley.model.connection.KeepAlive;
import parley.model.connection.Route;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.frame.ByteSize;
import parley.protocol.handshake.Header;

/** From the keys of a connection to what is asked of a connector. */
final class ConnectPlanTest {

  private static String headers(ConnectSpec spec) {
    return spec.headers().stream().map(Header::toString).collect(Collectors.joining(" | "));
  }

  private static List<String> notices(Keys keys) {
    return ((Connecting.Ready) keys.fill()).notices();
  }

  @Nested
  final class Urls {

    @Test
    void areFilledAndCorrected() {
      assertThat(Keys.of("ws://{{room}}:80/x").spec().url()).hasToString("ws://main/x");
      assertThat(Keys.of("https://host").spec().url()).hasToString("wss://host/");
      assertThat(notices(Keys.of("https://host"))).containsExactly("https:// was taken as wss://");
      assertThat(Keys.of("ftp://{{room}}").fault())
          .isEqualTo("3:5 the scheme is 'ftp': expected ws://, wss:// or unix:");
      assertThat(Keys.of("ws://{{later}}/").fault()).isEqualTo("3:12 later has no value yet");
    }

    @Test
    void havePathParameters() {
      var keys = Keys.of("ws://host:9000/{a.b}/:shop/x:y?q=:no");
      keys.path = Written.fields("shop", "a b/ü~", "a.b", "{{room}}");
      assertThat(keys.spec().url()).hasToString("ws://host:9000/main/a%20b%2F%C3%BC~/x:y?q=:no");
    }

    @Test
    void needAValueForEachParameter() {
      var keys = Keys.of("{{room}}/:shop/{rom}");
      keys.path = Written.fields("shp", "a", "rome", "b");
      assertThat(keys.problems())
          .isEqualTo(
              """
              3:5 found `shp`, which the URL does not use, expected a path parameter of the URL; did you mean `shop`?
              3:5 found `rome`, which the URL does not use, expected a path parameter of the URL; did you mean `rom`?
              3:14 found the path parameter `shop`, expected one that `path` has a value for; did you mean `shp`?
              3:20 found the path parameter `rom`, expected one that `path` has a value for; did you mean `rome`?\
              """);
      assertThat(Keys.of("ws://host/:shop").problems())
          .isEqualTo(
              "3:15 found the path parameter `shop`, expected one that `path` has a value for; add"
                  + " `path: { shop: ... }`");
      var unused = Keys.of("ws://host");
      unused.path = Written.fields("tenant", "a");
      assertThat(unused.problems())
          .isEqualTo(
              "3:5 found `tenant`, which the URL does not use, expected a path parameter of the"
                  + " URL; remove it, or write `:tenant` in the URL");
    }

    @Test
    void mayLeaveInheritedParametersUnused() {
      var keys = Keys.of("ws://host/\\{{/{{'{{'}}");
      keys.path =
          List.of(
              new Field(Written.sourceIn("parley.yaml", "tenant"), Written.source("a"), true),
              Written.field("{{room}}", "b"));
      assertThat(keys.problems()).isEmpty();
    }

    @Test
    void whoseTemplatesBringUnknownParametersAreFaulty() {
      assertThat(Keys.of("ws://host/{{'{x}'}}").fault())
          .isEqualTo("3:5 the URL has the path parameter `x`, which `path` has no value for");
    }

    @Test
    void haveQueryParameters() {
      var keys = Keys.of("ws://host?a=1");
      keys.params = Written.fields("b c", "{{room}}&", "b c", "é");
      assertThat(keys.spec().url()).hasToString("ws://host/?a=1&b%20c=main%26&b%20c=%C3%A9");
      var off = Keys.of("ws://host/x");
      off.params =
          List.of(
              new Field(Written.source("a"), Written.source("1"), false), Written.field("b", ""));
      assertThat(off.spec().url()).hasToString("ws://host/x?b=");
      var open = Keys.of("ws://host/x?");
      open.params = Written.fields("a", "1");
      assertThat(open.spec().url()).hasToString("ws://host/x?a=1");
      var amp = Keys.of("ws://host/x?b&");
      amp.params = Written.fields("a", "1");
      assertThat(amp.spec().url()).hasToString("ws://host/x?b&a=1");
    }

    @Test
    void givenByAStepWinOverItsOwn() {
      var keys = Keys.of("ws://host/:a");
      keys.path = Written.fields("a", "b");
      keys.params = Written.fields("room", "{{room}}", "user", "ann");
      var plan = keys.plan(Written.compiling());
      var ready =
          (Connecting.Ready) plan.fill(Sight.ofNothing(), List.of(), "ws://other/:a?room=x&z");
      assertThat(ready.spec().url()).hasToString("ws://other/b?room=x&z&user=ann");
      var bare = (Connecting.Ready) plan.fill(Sight.ofNothing(), List.of(), "ws://other");
      assertThat(bare.spec().url()).hasToString("ws://other/?room=main&user=ann");
      assertThat(plan.settings()).isEqualTo(Keys.SETTINGS);
    }

    @Test
    void thatCanNeverBeConnectedToAreProblems() {
      assertThat(Keys.of("ws://host:99999").problems())
          .isEqualTo(
              "3:5 found `ws://host:99999`: the port is '99999', expected a number from 1 to"
                  + " 65535");
      assertThat(Keys.of("ws://host/#a").problems())
          .isEqualTo(
              "3:5 found `ws://host/#a`: a WebSocket URL has no fragment (RFC 6455, 3): write %23"
                  + " for # or leave out '#a', expected a URL that can be connected to");
      assertThat(Keys.of("{{room}}:99999").problems()).isEmpty();
    }

    @Test
    void mayBeMissing() {
      var keys = new Keys();
      keys.url = null;
      var plan = ConnectPlan.of(keys.done(), new Position(Path.of("x"), 1, 1), Written.compiling());
      assertThat(plan.fill(Sight.ofNothing(), List.of()))
          .isEqualTo(
              new Connecting.Faulty(
                  new Position(Path.of("x"), 1, 1), "there is no `url` to connect to; add one"));
    }
  }

  @Nested
  final class Headers {

    @Test
    void keepOrderSpellingAndRepeats() {
      var keys = new Keys();
      keys.headers = Written.fields("X-b", "1", "x-A", "{{room}}", "X-b", "");
      keys.cookies = Written.fields("sid", "{{limit}}", "t", "x");
      assertThat(headers(keys.spec()))
          .isEqualTo("Cookie: sid=12.50; t=x | X-b: 1 | x-A: main | X-b: ");
    }

    @Test
    void ofAStepReplaceThoseOfTheirName() {
      var keys = new Keys();
      keys.headers = Written.fields("A", "1", "B", "2");
      var compiling = Written.compiling();
      var plan = keys.plan(compiling);
      var more = FieldPlan.of(Written.fields("a", "3", "C", "4"), compiling);
      var ready = (Connecting.Ready) plan.fill(Sight.ofNothing(), more);
      assertThat(headers(ready.spec())).isEqualTo("B: 2 | a: 3 | C: 4");
      assertThat(more.getFirst().slots().isEmpty()).isTrue();
    }

    @Test
    void cannotHoldLineBreaksThatAreWritten() {
      var keys = Keys.of("ws://host");
      keys.headers = Written.fields("X-A", "a\nb", "X-B", "{{room}}", "X-C", "a\0");
      keys.cookies = Written.fields("a\r", "b");
      keys.subprotocols = List.of(Written.source("a"), Written.source("\n"));
      assertThat(keys.problems().lines())
          .containsExactly(
              "3:5 found a line break or NUL, expected one line: no header can hold them");
    }

    @Test
    void cannotHoldLineBreaks() {
      var keys = new Keys();
      keys.headers = Written.fields("A", "x{{sep}}");
      assertThat(keys.fault())
          .isEqualTo(
              "3:5 found a line break or NUL in `x{{sep}}`, expected one line: no header can hold"
                  + " them");
      var cookies = new Keys();
      cookies.cookies = Written.fields("{{sep}}", "x");
      assertThat(cookies.fault()).startsWith("3:5 found a line break or NUL in `{{sep}}`");
      var names = new Keys();
      names.subprotocols = List.of(Written.source("a{{sep}}"));
      assertThat(names.fault()).startsWith("3:5 found a line break or NUL");
      var token = new Keys();
      token.auth = new Auth.Bearer(Written.source("a\n"));
      assertThat(token.fault()).startsWith("3:5 found a line break or NUL");
    }

    @Test
    void forSubprotocolsWinOverTheKey() {
      var keys = new Keys();
      keys.subprotocols = List.of(Written.source("{{room}}.v1"), Written.source("b"));
      assertThat(keys.spec().subprotocols()).containsExactly("main.v1", "b");
      keys.headers = Written.fields("sec-websocket-protocol", "c");
      assertThat(keys.spec().subprotocols()).isEmpty();
      assertThat(notices(keys))
          .containsExactly("`headers` has Sec-WebSocket-Protocol, which wins over `subprotocols`");
      keys.subprotocols = List.of();
      assertThat(notices(keys)).isEmpty();
    }
  }

  @Nested
  final class WhoTheClientIs {

    private String told(Auth auth) {
      var keys = new Keys();
      keys.auth = auth;
      var spec = keys.spec();
      return spec.url().target() + " " + headers(spec);
    }

    @Test
    void standsInAHeaderOrTheQuery() {
      var name = Written.source("X-Key");
      var value = Written.source("{{room}} 1");
      assertThat(told(new Auth.None())).isEqualTo("/ ");
      assertThat(told(new Auth.Inherit())).isEqualTo("/ ");
      assertThat(told(new Auth.Basic(Written.source("ann"), Written.source("ü:{{limit}}"))))
          .isEqualTo("/ Authorization: Basic YW5uOsO8OjEyLjUw");
      assertThat(told(new Auth.Bearer(Written.source("{{room}}"))))
          .isEqualTo("/ Authorization: Bearer main");
      assertThat(told(new Auth.ApiKey(name, value, Auth.KeyPlace.HEADER)))
          .isEqualTo("/ X-Key: main 1");
      assertThat(told(new Auth.ApiKey(name, value, Auth.KeyPlace.QUERY)))
          .isEqualTo("/?X-Key=main%201 ");
    }

    @Test
    void mayStandInTheUrl() {
      assertThat(headers(Keys.of("ws://ann:b@host/").spec()))
          .isEqualTo("Authorization: Basic YW5uOmI=");
      var keys = Keys.of("ws://ann:b@host/");
      keys.auth = new Auth.Bearer(Written.source("t"));
      assertThat(headers(keys.spec())).isEqualTo("Authorization: Bearer t");
    }

    @Test
    void isWhatTheHeadersSayIfTheySay() {
      var keys = new Keys();
      keys.auth = new Auth.Bearer(Written.source("t"));
      keys.headers = Written.fields("authorization", "x");
      assertThat(headers(keys.spec())).isEqualTo("authorization: x");
      assertThat(notices(keys))
          .containsExactly("`headers` has Authorization, which wins over `auth` and over the URL");
    }

    @Test
    void isShownOnlyToAChallengeIfItIsADigest() {
      var keys = Keys.of("ws://u:p@host/");
      keys.auth = new Auth.Digest(Written.source("ann"), Written.source("b"));
      assertThat(keys.spec().credentials()).contains(new Credentials.Digest("ann", "b"));
      assertThat(headers(keys.spec())).isEmpty();
      keys.headers = Written.fields("Authorization", "x");
      assertThat(keys.spec().credentials()).isEmpty();
      assertThat(notices(keys))
          .containsExactly("`headers` has Authorization, which wins over `auth` and over the URL");
    }

    @Test
    void isNotForOtherServersIfItIsAKey() {
      var keys = new Keys();
      keys.auth =
          new Auth.ApiKey(Written.source("X-Door"), Written.source("k"), Auth.KeyPlace.HEADER);
      assertThat(keys.spec().guardedHeaders()).containsExactly("x-door");
      keys.auth = new Auth.None();
      assertThat(keys.spec().guardedHeaders()).isEmpty();
    }

    @Test
    void cannotHaveAColonInTheName() {
      var keys = new Keys();
      keys.auth = new Auth.Basic(Written.source("a:b"), Written.source("c"));
      assertThat(keys.fault())
          .isEqualTo("3:5 the username has a colon, which basic authentication cannot say");
    }
  }

  @Nested
  final class Limits {

    @Test
    void areThoseOfTheSettings() {
      var spec = new Keys().spec();
      assertThat(spec.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
      assertThat(spec.maxMessage()).isEqualTo(ByteSize.ofKilobytes(4));
      assertThat(spec.autoPong()).isFalse();
      assertThat(spec.closeTimeout()).isEqualTo(Duration.ofSeconds(2));
      assertThat(spec.keepAlive()).isEmpty();
    }

    @Test
    void includePings() {
      var keys = new Keys();
      var ping = new KeepAlive(Duration.ofSeconds(20), Duration.ofSeconds(10));
      keys.settings = with(ping, 3);
      assertThat(keys.spec().keepAlive()).contains(ping);
      assertThat(keys.spec().maxRedirects()).isEqualTo(3);
      assertThat(keys.spec().route().family()).isEqualTo(IpFamily.IPV6);
      assertThat(keys.spec().keepsCookies()).isFalse();
    }

    private static Settings with(KeepAlive ping, int redirects) {
      return new Settings(
          Keys.SETTINGS.connectTimeout(),
          Keys.SETTINGS.reconnect(),
          ping,
          Keys.SETTINGS.maxMessage(),
          Keys.SETTINGS.inbox(),
          redirects,
          false,
          true,
          Keys.SETTINGS.closeTimeout(),
          Route.DIRECT.withFamily(IpFamily.IPV6));
    }

    @Test
    void ofCompressionAreOffered() {
      var keys = new Keys();
      assertThat(keys.spec().deflateOffers()).isEmpty();
      keys.compression = Compression.ON;
      assertThat(keys.spec().deflateOffers()).containsExactly(DeflateOffer.USUAL);
      keys.compression = new Compression(true, 12, 10, true, true);
      assertThat(keys.spec().deflateOffers().getFirst().toHeaderValue())
          .isEqualTo(
              "permessage-deflate; server_no_context_takeover; client_no_context_takeover;"
                  + " server_max_window_bits=10; client_max_window_bits=12");
    }

    @Test
    void thatComeLaterAreProblems() {
      var keys = new Keys();
      keys.http = HttpVersion.HTTP_2;
      assertThat(keys.problems())
          .isEqualTo(
              """
              3:5 found `http: 2`, expected `1.1` or `auto`; HTTP/2 comes with a later release; remove `http`\
              """);
      var three = new Keys();
      three.http = HttpVersion.HTTP_3;
      assertThat(three.problems()).startsWith("3:5 found `http: 3`");
      var auto = new Keys();
      auto.http = HttpVersion.AUTO;
      assertThat(auto.problems()).isEmpty();
    }
  }
}
