package parley.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.deflate.DeflatePolicy;
import parley.protocol.frame.Bytes;

class ServerHandshakeTest {

  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static RequestHead plain() {
    return ClientHandshake.of(
            ClientHandshakeSpec.of("example.com", "/"), Bytes.utf8("the sample nonce"))
        .request();
  }

  private static RequestHead with(Header... more) {
    var headers = new ArrayList<>(plain().headers());
    headers.addAll(List.of(more));
    return new RequestHead("GET", "/", "HTTP/1.1", headers);
  }

  /** The plain request with another value of the header {@code name}. */
  private static RequestHead changed(String name, String value) {
    var headers =
        plain().headers().stream()
            .map(header -> header.isNamed(name) ? new Header(name, value) : header)
            .toList();
    return new RequestHead("GET", "/", "HTTP/1.1", headers);
  }

  private static RequestHead without(String name) {
    var headers = plain().headers().stream().filter(header -> !header.isNamed(name)).toList();
    return new RequestHead("GET", "/", "HTTP/1.1", headers);
  }

  private static ServerHandshake handshake(RequestHead request) {
    return ServerHandshake.of(request, DeflatePolicy.AS_OFFERED);
  }

  private static HandshakeViolation violation(HandshakeRule rule, String found) {
    return new HandshakeViolation(rule, found);
  }

  private static List<String> shown(ResponseHead head) {
    return head.headers().stream().map(Header::toString).toList();
  }

  @Nested
  @DisplayName("RFC 6455, 4.2.1: reading the request")
  class Reading {

    @Test
    void rightRequestHasNoViolation() {
      assertThat(handshake(plain()).violations()).isEmpty();
      assertThat(handshake(plain()).request()).isEqualTo(plain());
    }

    @Test
    void firstLineIsJudged() {
      var request = new RequestHead("POST", "/", "HTTP/1.0", plain().headers());

      assertThat(handshake(request).violations())
          .containsExactly(
              violation(HandshakeRule.REQUEST_METHOD, "POST"),
              violation(HandshakeRule.REQUEST_VERSION, "HTTP/1.0"));
    }

    @ParameterizedTest
    @CsvSource({
      "Host, REQUEST_HOST",
      "Upgrade, REQUEST_UPGRADE",
      "Connection, REQUEST_CONNECTION",
      "Sec-WebSocket-Key, KEY_MISSING",
      "Sec-WebSocket-Version, WEBSOCKET_VERSION"
    })
    void missingHeaderIsNamed(String name, HandshakeRule rule) {
      assertThat(handshake(without(name)).violations())
          .containsExactly(violation(rule, "no " + name + " header"));
    }

    @ParameterizedTest
    @CsvSource({
      "Upgrade, h2c, REQUEST_UPGRADE",
      "Connection, keep-alive, REQUEST_CONNECTION",
      "Sec-WebSocket-Key, c2hvcnQ=, KEY_MALFORMED",
      "Sec-WebSocket-Key, not Base64 at all!!!!!!!, KEY_MALFORMED",
      "Sec-WebSocket-Key, dGhlIHNhbXBsZSBub25jZQ, KEY_MALFORMED",
      "Sec-WebSocket-Key, dGhlIHNhbXBsZSBub25jZWFi, KEY_MALFORMED",
      "Upgrade, web\u017focket, REQUEST_UPGRADE",
      "Sec-WebSocket-Version, 8, WEBSOCKET_VERSION",
      "Sec-WebSocket-Version, '8, 13', WEBSOCKET_VERSION"
    })
    void wrongValueIsNamed(String name, String value, HandshakeRule rule) {
      assertThat(handshake(changed(name, value)).violations())
          .containsExactly(violation(rule, name + ": " + value));
    }

    @ParameterizedTest
    @CsvSource({
      "Upgrade, 'foo, WebSocket'",
      "Connection, 'keep-alive, UPGRADE'",
      "Host, ''",
      "Host, other"
    })
    void allowedValuesPass(String name, String value) {
      assertThat(handshake(changed(name, value)).violations()).isEmpty();
    }

    @Test
    void repeatedHeadersAreNamed() {
      var request =
          with(
              new Header("host", "b"),
              new Header("Sec-WebSocket-Key", KEY),
              new Header("Sec-WebSocket-Version", "13"));

      assertThat(handshake(request).violations())
          .extracting(HandshakeViolation::rule)
          .containsExactly(
              HandshakeRule.REQUEST_HOST,
              HandshakeRule.KEY_REPEATED,
              HandshakeRule.WEBSOCKET_VERSION);
    }

    @Test
    void malformedExtensionsAreNamed() {
      var handshake = handshake(with(new Header("Sec-WebSocket-Extensions", "a;")));

      assertThat(handshake.violations())
          .containsExactly(
              violation(
                  HandshakeRule.REQUEST_EXTENSIONS_MALFORMED,
                  "expected a parameter name at the end"));
      assertThat(handshake.deflate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a, a", "a, \"b\"", "a/b"})
    void malformedSubprotocolsAreNamed(String value) {
      assertThat(handshake(with(new Header("Sec-WebSocket-Protocol", value))).violations())
          .containsExactly(
              violation(HandshakeRule.SUBPROTOCOLS_MALFORMED, "Sec-WebSocket-Protocol: " + value));
    }
  }

  @Nested
  @DisplayName("RFC 6455, 4.2.2: accepting")
  class Accepting {

    @Test
    void answersWithTheAcceptValueOfTheKey() {
      var head = handshake(plain()).accept(List.of());

      assertThat(head.firstLine()).isEqualTo("HTTP/1.1 101 Switching Protocols");
      assertThat(shown(head))
          .containsExactly(
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void statesSubprotocolCompressionAndOwnHeaders() {
      var offer = DeflateOffer.PLAIN.withServerMaxWindowBits(10);
      var handshake =
          handshake(with(new Header("Sec-WebSocket-Extensions", offer.toHeaderValue())));

      assertThat(handshake.deflate()).contains(new DeflateParameters(false, false, 10, 15));
      assertThat(shown(handshake.accept("soap", List.of(new Header("Set-Cookie", "a=b")))))
          .endsWith(
              "Sec-WebSocket-Protocol: soap",
              "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=10",
              "Set-Cookie: a=b");
    }

    @Test
    void ownHeaderReplacesOneOfTheAnswer() {
      var wrong = List.of(new Header("sec-websocket-accept", "wrong"));

      assertThat(shown(handshake(plain()).accept(wrong)))
          .containsExactly(
              "Upgrade: websocket", "Connection: Upgrade", "sec-websocket-accept: wrong");
    }

    @Test
    void requestWithViolationsCanBeAcceptedAllTheSame() {
      assertThat(shown(handshake(without("Sec-WebSocket-Key")).accept(List.of())))
          .containsExactly("Upgrade: websocket", "Connection: Upgrade");
    }

    @Test
    void compressionIsDeclinedByPolicy() {
      var offer = new Header("Sec-WebSocket-Extensions", DeflateOffer.USUAL.toHeaderValue());
      var handshake = ServerHandshake.of(with(offer), DeflatePolicy.OFF);

      assertThat(handshake.deflate()).isEmpty();
      assertThat(handshake.accept(List.of()).first("Sec-WebSocket-Extensions")).isEmpty();
    }

    @Test
    void firstSupportedSubprotocolOfTheClientIsChosen() {
      var handshake =
          handshake(
              with(
                  new Header("Sec-WebSocket-Protocol", "a, b"),
                  new Header("Sec-WebSocket-Protocol", "c")));

      assertThat(handshake.subprotocols()).containsExactly("a", "b", "c");
      assertThat(handshake.firstSubprotocolOf(Set.of("c", "b"))).contains("b");
      assertThat(handshake.firstSubprotocolOf(Set.of("x"))).isEmpty();
    }

    @Test
    void clientFindsTheAnswerFaultless() {
      var spec =
          new ClientHandshakeSpec(
              "example.com",
              "/",
              List.of("soap"),
              List.of(DeflateOffer.USUAL),
              List.of(),
              Set.of());
      var client = ClientHandshake.of(spec, Bytes.utf8("another nonce..."));

      var judgement = client.judge(handshake(client.request()).accept("soap", List.of()));

      assertThat(judgement.isFaultless()).isTrue();
      assertThat(judgement.deflate()).contains(DeflateParameters.DEFAULT);
    }
  }

  @Nested
  @DisplayName("RFC 6455, 4.2.2 and 4.4: refusing")
  class Refusing {

    @Test
    void otherMethodIsNotAllowed() {
      var request = new RequestHead("POST", "/", "HTTP/1.1", List.of());

      var refusal = handshake(request).refusal();

      assertThat(refusal.head().firstLine()).isEqualTo("HTTP/1.1 405 Method Not Allowed");
      assertThat(shown(refusal.head())).startsWith("Allow: GET", "Connection: close");
    }

    @ParameterizedTest
    @CsvSource({"Upgrade, h2c", "Sec-WebSocket-Version, 8"})
    void upgradeIsRequiredWithTheVersionThatIsSupported(String name, String value) {
      var refusal = handshake(changed(name, value)).refusal();

      assertThat(refusal.head().firstLine()).isEqualTo("HTTP/1.1 426 Upgrade Required");
      assertThat(shown(refusal.head()))
          .startsWith(
              "Upgrade: websocket", "Connection: Upgrade, close", "Sec-WebSocket-Version: 13");
    }

    @Test
    void anythingElseIsABadRequestAndTheBodySaysWhy() {
      var refusal = handshake(changed("Sec-WebSocket-Key", "x")).refusal();

      var text =
          """
          This is a WebSocket server.
          Sec-WebSocket-Key: x: Sec-WebSocket-Key must be 16 bytes in Base64 (RFC 6455, 4.2.1)
          """;
      assertThat(refusal.body().toText()).isEqualTo(text);
      assertThat(refusal.head().firstLine()).isEqualTo("HTTP/1.1 400 Bad Request");
      assertThat(shown(refusal.head()))
          .containsExactly(
              "Connection: close",
              "Content-Type: text/plain; charset=utf-8",
              "Content-Length: " + text.length());
    }

    @Test
    void requestWithoutViolationsIsNotRefused() {
      assertThatIllegalStateException().isThrownBy(() -> handshake(plain()).refusal());
    }
  }
}
