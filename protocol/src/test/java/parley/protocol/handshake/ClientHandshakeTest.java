package parley.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.frame.Bytes;

class ClientHandshakeTest {

  /** The nonce, key and accept value of RFC 6455, 1.3. */
  private static final Bytes NONCE = Bytes.utf8("the sample nonce");

  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private static ClientHandshake handshake(Header... users) {
    return handshake(List.of(), List.of(), List.of(users), Set.of());
  }

  private static ClientHandshake handshake(
      List<String> subprotocols,
      List<DeflateOffer> offers,
      List<Header> users,
      Set<String> omitted) {
    return ClientHandshake.of(
        new ClientHandshakeSpec("example.com", "/chat", subprotocols, offers, users, omitted),
        NONCE);
  }

  private static ClientHandshake asking(String... subprotocols) {
    return handshake(List.of(subprotocols), List.of(), List.of(), Set.of());
  }

  private static ClientHandshake offering(DeflateOffer... offers) {
    return handshake(List.of(), List.of(offers), List.of(), Set.of());
  }

  private static List<String> sent(ClientHandshake handshake) {
    return handshake.request().headers().stream().map(Header::toString).toList();
  }

  /** A right answer to the plain handshake, and {@code more} behind it. */
  private static ResponseHead answer(Header... more) {
    var headers = new ArrayList<Header>();
    headers.add(new Header("Upgrade", "websocket"));
    headers.add(new Header("Connection", "Upgrade"));
    headers.add(new Header("Sec-WebSocket-Accept", ACCEPT));
    headers.addAll(List.of(more));
    return answer("HTTP/1.1", headers);
  }

  private static ResponseHead answer(String version, List<Header> headers) {
    return new ResponseHead(version, 101, "Switching Protocols", headers);
  }

  private static ResponseHead answerWith(String upgrade, String connection) {
    var headers =
        List.of(
            new Header("Upgrade", upgrade),
            new Header("Connection", connection),
            new Header("Sec-WebSocket-Accept", ACCEPT));
    return answer("HTTP/1.1", headers);
  }

  private static Header extensions(String value) {
    return new Header("Sec-WebSocket-Extensions", value);
  }

  private static Header subprotocol(String value) {
    return new Header("Sec-WebSocket-Protocol", value);
  }

  private static HandshakeViolation violation(HandshakeRule rule, String found) {
    return new HandshakeViolation(rule, found);
  }

  @Nested
  @DisplayName("RFC 6455, 4.1: the request")
  class Request {

    @Test
    void hasWhatEveryHandshakeHas() {
      var handshake = ClientHandshake.of(ClientHandshakeSpec.of("example.com", "/chat"), NONCE);

      assertThat(handshake.request().firstLine()).isEqualTo("GET /chat HTTP/1.1");
      assertThat(sent(handshake))
          .containsExactly(
              "Host: example.com",
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Key: " + KEY,
              "Sec-WebSocket-Version: 13");
    }

    @Test
    void asksForSubprotocolsAndOffersCompressionInOrder() {
      var handshake =
          handshake(
              List.of("soap", "wamp"),
              List.of(DeflateOffer.PLAIN.withServerMaxWindowBits(10), DeflateOffer.PLAIN),
              List.of(),
              Set.of());

      assertThat(sent(handshake))
          .endsWith(
              "Sec-WebSocket-Version: 13",
              "Sec-WebSocket-Protocol: soap, wamp",
              "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=10,"
                  + " permessage-deflate");
    }

    @Test
    void usersHeadersFollowWithTheirOrderSpellingAndRepetition() {
      var handshake =
          handshake(new Header("x-B", "2"), new Header("X-a", "1"), new Header("x-b", ""));

      assertThat(sent(handshake).subList(5, 8)).containsExactly("x-B: 2", "X-a: 1", "x-b: ");
    }

    @Test
    void usersHeaderReplacesOnesOwnAndStandsWhereTheUserPutIt() {
      var handshake =
          handshake(
              new Header("X-First", "1"),
              new Header("sec-websocket-KEY", "short"),
              new Header("HOST", "a"),
              new Header("Host", "b"));

      assertThat(sent(handshake))
          .containsExactly(
              "Upgrade: websocket",
              "Connection: Upgrade",
              "Sec-WebSocket-Version: 13",
              "X-First: 1",
              "sec-websocket-KEY: short",
              "HOST: a",
              "Host: b");
    }

    @Test
    void omittedHeadersAreNotSent() {
      var handshake =
          handshake(
              List.of(),
              List.of(),
              List.of(new Header("Host", "mine")),
              Set.of("CONNECTION", "host", "Sec-WebSocket-Version"));

      assertThat(sent(handshake))
          .containsExactly("Upgrade: websocket", "Sec-WebSocket-Key: " + KEY, "Host: mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17})
    void nonceHas16Bytes(int size) {
      var nonce = Bytes.of(new byte[size]);
      var spec = ClientHandshakeSpec.of("example.com", "/");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClientHandshake.of(spec, nonce))
          .withMessage("a nonce has 16 bytes, not " + size);
    }
  }

  @Nested
  @DisplayName("RFC 6455, 4.1: the answer")
  class Answer {

    @Test
    void rightAnswerIsFaultless() {
      var judgement = handshake().judge(answer());

      assertThat(judgement).isEqualTo(new Judgement(true, List.of(), null, null, List.of()));
      assertThat(judgement.isFaultless()).isTrue();
      assertThat(judgement.subprotocol()).isEmpty();
      assertThat(judgement.deflate()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 301, 400, 426, 500})
    void anyOtherStatusIsNoUpgradeAndNoViolation(int status) {
      var judgement = handshake().judge(new ResponseHead("HTTP/1.0", status, "", List.of()));

      assertThat(judgement).isEqualTo(new Judgement(false, List.of(), null, null, List.of()));
      assertThat(judgement.isFaultless()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"WebSocket, UPGRADE", "'h2c, websocket', 'keep-alive, Upgrade'"})
    void upgradeAndConnectionAreComparedInAnyCase(String upgrade, String connection) {
      assertThat(handshake().judge(answerWith(upgrade, connection)).isFaultless()).isTrue();
    }

    @Test
    void wrongUpgradeAndConnectionAreNamed() {
      assertThat(handshake().judge(answerWith("h2c", "close")).violations())
          .containsExactly(
              violation(HandshakeRule.ANSWER_UPGRADE, "Upgrade: h2c"),
              violation(HandshakeRule.ANSWER_CONNECTION, "Connection: close"));
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
      assertThat(handshake().judge(answer("HTTP/1.0", List.of())).violations())
          .containsExactly(
              violation(HandshakeRule.ANSWER_VERSION, "HTTP/1.0"),
              violation(HandshakeRule.ANSWER_UPGRADE, "no Upgrade header"),
              violation(HandshakeRule.ANSWER_CONNECTION, "no Connection header"),
              violation(HandshakeRule.ACCEPT_MISSING, "no Sec-WebSocket-Accept header"));
    }

    @Test
    void violationIsShownWithItsRuleAndSection() {
      assertThat(violation(HandshakeRule.ANSWER_UPGRADE, "Upgrade: h2c"))
          .hasToString(
              "Upgrade: h2c: the answer's Upgrade header must be websocket (RFC 6455, 4.1)");
    }
  }

  @Nested
  @DisplayName("RFC 6455, 4.2.2: Sec-WebSocket-Accept")
  class Accept {

    private static ResponseHead accepting(String... values) {
      var headers = new ArrayList<Header>();
      headers.add(new Header("Upgrade", "websocket"));
      headers.add(new Header("Connection", "Upgrade"));
      for (var value : values) {
        headers.add(new Header("sec-websocket-accept", value));
      }
      return answer("HTTP/1.1", headers);
    }

    @Test
    void wrongValueIsNamedWithTheRightOne() {
      assertThat(handshake().judge(accepting("nonsense")).violations())
          .containsExactly(
              violation(
                  HandshakeRule.ACCEPT_WRONG,
                  "Sec-WebSocket-Accept: nonsense instead of " + ACCEPT));
    }

    @Test
    void caseOfTheValueCounts() {
      assertThat(handshake().judge(accepting(ACCEPT.toLowerCase(Locale.ROOT))).violations())
          .extracting(HandshakeViolation::rule)
          .containsExactly(HandshakeRule.ACCEPT_WRONG);
    }

    @Test
    void repetitionIsNamedEvenWhenBothAreRight() {
      assertThat(handshake().judge(accepting(ACCEPT, ACCEPT)).violations())
          .containsExactly(
              violation(
                  HandshakeRule.ACCEPT_REPEATED,
                  "sec-websocket-accept: " + ACCEPT + "; sec-websocket-accept: " + ACCEPT));
    }

    @ParameterizedTest
    @CsvSource({
      "x3JJHMbDL1EzLkh9GBhXDw==, HSmrc0sMlYUkAGmm5OPpG2HaGWk=",
      "short, JQHdhQRrQ3pd0VAHx7vMGlEiL+4="
    })
    void isComputedFromTheKeyThatWasReallySent(String key, String accept) {
      var handshake = handshake(new Header("Sec-WebSocket-Key", " " + key + "\t"));

      assertThat(handshake.judge(accepting(accept)).violations()).isEmpty();
      assertThat(handshake.judge(accepting(ACCEPT)).violations())
          .containsExactly(
              violation(
                  HandshakeRule.ACCEPT_WRONG,
                  "Sec-WebSocket-Accept: " + ACCEPT + " instead of " + accept));
    }

    @Test
    void anyOfSeveralKeysMayBeAnswered() {
      var handshake =
          handshake(new Header("Sec-WebSocket-Key", KEY), new Header("Sec-WebSocket-Key", "x"));

      assertThat(handshake.judge(accepting(ACCEPT)).violations()).isEmpty();
      assertThat(handshake.judge(accepting("y")).violations().getFirst().found())
          .contains(ACCEPT + " or ");
    }

    @Test
    void withoutAKeyNoValueIsRight() {
      var handshake = handshake(List.of(), List.of(), List.of(), Set.of("sec-websocket-key"));

      assertThat(handshake.judge(accepting(ACCEPT)).violations())
          .containsExactly(
              violation(
                  HandshakeRule.ACCEPT_WRONG,
                  "Sec-WebSocket-Accept: " + ACCEPT + " although no key was sent"));
    }
  }

  @Nested
  @DisplayName("RFC 6455, 9.1: Sec-WebSocket-Extensions")
  class Extensions {

    @Test
    void unsolicitedExtensionIsNamed() {
      var judgement = handshake().judge(answer(extensions("x-foo; a=1")));

      assertThat(judgement.violations())
          .containsExactly(violation(HandshakeRule.EXTENSION_UNSOLICITED, "x-foo; a=1"));
      assertThat(judgement.otherExtensions()).containsExactly("x-foo");
    }

    @Test
    void unsolicitedCompressionIsNamedOnceAndCanBeRead() {
      var judgement = handshake().judge(answer(extensions("permessage-deflate")));

      assertThat(judgement.violations())
          .containsExactly(violation(HandshakeRule.EXTENSION_UNSOLICITED, "permessage-deflate"));
      assertThat(judgement.deflate()).contains(DeflateParameters.DEFAULT);
    }

    @Test
    void extensionThatTheUserOfferedIsSolicited() {
      var handshake = handshake(extensions("x-foo, x-bar"), extensions("permessage-deflate"));

      var judgement =
          handshake.judge(answer(extensions("x-bar; b"), extensions("permessage-deflate")));

      assertThat(judgement.violations()).isEmpty();
      assertThat(judgement.otherExtensions()).containsExactly("x-bar");
      assertThat(judgement.deflate()).contains(DeflateParameters.DEFAULT);
    }

    @Test
    void malformedOfferOffersNothing() {
      var judgement =
          handshake(extensions("permessage-deflate;"))
              .judge(answer(extensions("permessage-deflate")));

      assertThat(judgement.violations())
          .extracting(HandshakeViolation::rule)
          .containsExactly(HandshakeRule.EXTENSION_UNSOLICITED);
    }

    @Test
    void malformedAnswerIsNamed() {
      var judgement =
          offering(DeflateOffer.PLAIN).judge(answer(extensions("permessage-deflate; a=\"b c\"")));

      assertThat(judgement.violations())
          .containsExactly(
              violation(
                  HandshakeRule.ANSWER_EXTENSIONS_MALFORMED,
                  "expected a token as the value of a before \" c\"\""));
      assertThat(judgement.deflate()).isEmpty();
    }

    @Test
    void agreedCompressionIsReported() {
      var judgement =
          offering(DeflateOffer.USUAL)
              .judge(
                  answer(
                      extensions(
                          "permessage-deflate; client_max_window_bits=9;"
                              + " server_no_context_takeover")));

      assertThat(judgement.isFaultless()).isTrue();
      assertThat(judgement.deflate()).contains(new DeflateParameters(true, false, 15, 9));
      assertThat(judgement.otherExtensions()).isEmpty();
    }

    @Test
    void wrongParametersOfCompressionAreNamedEach() {
      var judgement =
          offering(DeflateOffer.PLAIN.withServerNoContextTakeover().withServerMaxWindowBits(9))
              .judge(answer(extensions("permessage-deflate; client_max_window_bits=9")));

      assertThat(judgement.violations())
          .containsExactly(
              violation(
                  HandshakeRule.DEFLATE_ANSWER,
                  "server_no_context_takeover was asked for and is missing"),
              violation(
                  HandshakeRule.DEFLATE_ANSWER,
                  "server_max_window_bits=9 was asked for and is missing"),
              violation(
                  HandshakeRule.DEFLATE_ANSWER,
                  "client_max_window_bits=9 answers no such parameter"));
    }

    @Test
    void compressionAcceptedTwiceIsNamed() {
      var twice = extensions("permessage-deflate, permessage-deflate");

      assertThat(offering(DeflateOffer.PLAIN).judge(answer(twice)).violations())
          .containsExactly(violation(HandshakeRule.DEFLATE_REPEATED, twice.toString()));
    }
  }

  @Nested
  @DisplayName("RFC 6455, 11.3.4: Sec-WebSocket-Protocol")
  class Subprotocol {

    @Test
    void choiceIsReported() {
      var judgement = asking("soap", "wamp").judge(answer(subprotocol("wamp")));

      assertThat(judgement.isFaultless()).isTrue();
      assertThat(judgement.subprotocol()).contains("wamp");
    }

    @Test
    void choosingNoneIsAllowed() {
      assertThat(asking("soap").judge(answer()).isFaultless()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "SOAP", "soap, wamp", ""})
    void choiceThatWasNotAskedForIsNamed(String choice) {
      var judgement = asking("soap", "wamp").judge(answer(subprotocol(choice)));

      assertThat(judgement.violations())
          .containsExactly(
              violation(
                  HandshakeRule.SUBPROTOCOL_UNSOLICITED,
                  "Sec-WebSocket-Protocol: " + choice + " instead of soap or wamp"));
      assertThat(judgement.subprotocol()).contains(choice);
    }

    @Test
    void choiceWhenNoneWasAskedForIsNamed() {
      assertThat(handshake().judge(answer(subprotocol("chat"))).violations())
          .containsExactly(
              violation(
                  HandshakeRule.SUBPROTOCOL_UNSOLICITED,
                  "Sec-WebSocket-Protocol: chat although none was asked for"));
    }

    @Test
    void severalChoicesAreNamed() {
      var judgement =
          asking("soap", "wamp").judge(answer(subprotocol("soap"), subprotocol("wamp")));

      assertThat(judgement.violations())
          .containsExactly(
              violation(
                  HandshakeRule.SUBPROTOCOL_REPEATED,
                  "Sec-WebSocket-Protocol: soap; Sec-WebSocket-Protocol: wamp"));
      assertThat(judgement.subprotocol()).contains("soap");
    }

    @Test
    void overriddenListCounts() {
      var handshake =
          handshake(List.of("soap"), List.of(), List.of(subprotocol("mine,other")), Set.of());

      assertThat(handshake.judge(answer(subprotocol("other"))).isFaultless()).isTrue();
      assertThat(handshake.judge(answer(subprotocol("soap"))).isFaultless()).isFalse();
    }
  }
}
