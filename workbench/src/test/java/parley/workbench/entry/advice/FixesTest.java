package parley.workbench.entry.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.WsUrl;
import parley.model.value.JsonWriter;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Rule;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** What is offered to be written, and that nothing is offered where it would not help. */
class FixesTest {

  private static Evidence evidence(
      List<Header> asked, List<Header> answered, int status, Duration total) {
    return new Evidence(
        new WsUrl(true, "shop.example", 8443, "/feed"),
        new RequestHead("GET", "/feed", "HTTP/1.1", asked),
        new ResponseHead("HTTP/1.1", status, "", answered),
        Bytes.EMPTY,
        List.of(),
        Timings.NONE.withTotal(total),
        null,
        List.of(),
        null,
        null);
  }

  private static List<String> refused(int status, List<Header> asked) {
    var evidence = evidence(asked, List.of(), status, Duration.ZERO);
    return told(
        Fixes.of(
            new Attempt.Rejected(
                evidence, evidence.answer().orElseThrow(), Bytes.EMPTY, Attempt.BodyEnd.COMPLETE)));
  }

  private static List<String> failed(Cause cause, Evidence evidence) {
    return told(Fixes.of(new Attempt.Failed(evidence, Stage.UPGRADE, cause, "")));
  }

  private static List<String> told(List<Fix> fixes) {
    return fixes.stream()
        .map(fix -> fix.writes() + " " + fix.how() + " " + JsonWriter.write(fix.change()))
        .toList();
  }

  @Test
  void aServerThatForbidsItGetsTheOriginOfItsOwnPage() {
    assertThat(refused(403, List.of()))
        .containsExactly(
            "headers: { Origin: https://shop.example:8443 } row {\"table\":\"headers\","
                + "\"name\":\"Origin\",\"value\":\"https://shop.example:8443\"}");
    assertThat(refused(403, List.of(new Header("Origin", "https://shop.example:8443")))).isEmpty();
    assertThat(refused(401, List.of())).isEmpty();
  }

  @Test
  void aRedirectIsFollowed() {
    var answer = evidence(List.of(), List.of(new Header("Location", "/chat")), 302, Duration.ZERO);
    var head = answer.answer().orElseThrow();
    var rejected = new Attempt.Rejected(answer, head, Bytes.EMPTY, Attempt.BodyEnd.COMPLETE);
    assertThat(told(Fixes.of(rejected)))
        .containsExactly(
            "settings: { follow-redirects: true } set"
                + " {\"name\":\"follow-redirects\",\"value\":\"true\"}");
    assertThat(refused(302, List.of())).isEmpty();
  }

  @Test
  void theSubprotocolThatTheServerChoseIsOfferedToIt() {
    var asked = List.of(new Header("Sec-WebSocket-Protocol", "a, b"));
    var chosen = List.of(new Header("Sec-WebSocket-Protocol", "chat.v2"));
    assertThat(failed(Cause.UNSOLICITED_SUBPROTOCOL, evidence(asked, chosen, 101, Duration.ZERO)))
        .containsExactly(
            "subprotocols: [a, b, chat.v2] edits"
                + " [{\"op\":\"put\",\"at\":[\"subprotocols\"],\"value\":[\"a\",\"b\",\"chat.v2\"]}]");
    var odd = List.of(new Header("Sec-WebSocket-Protocol", "x: {"));
    assertThat(failed(Cause.UNSOLICITED_SUBPROTOCOL, evidence(asked, odd, 101, Duration.ZERO)))
        .isEmpty();
  }

  @Test
  void compressionIsOfferedToAServerThatWantsNothingElse() {
    var deflate = List.of(new Header("Sec-WebSocket-Extensions", "permessage-deflate; a=1"));
    var other = List.of(new Header("Sec-WebSocket-Extensions", "x-bzip"));
    assertThat(
            failed(Cause.UNSOLICITED_EXTENSION, evidence(List.of(), deflate, 101, Duration.ZERO)))
        .containsExactly("compression: true set {\"name\":\"compression\",\"value\":\"true\"}");
    assertThat(failed(Cause.UNSOLICITED_EXTENSION, evidence(List.of(), other, 101, Duration.ZERO)))
        .isEmpty();
  }

  @Test
  void aTimeoutIsMadeLongerUnlessItIsLong() {
    var none = List.<Header>of();
    assertThat(failed(Cause.TIMEOUT, evidence(none, none, 101, Duration.ofSeconds(30))))
        .containsExactly(
            "settings: { connect-timeout: 60s } set"
                + " {\"name\":\"connect-timeout\",\"value\":\"60s\"}");
    assertThat(failed(Cause.TIMEOUT, evidence(none, none, 101, Duration.ofSeconds(60)))).isEmpty();
  }

  private static List<String> ended(Closure.Ending ending, String found) {
    var violation = new Violation(Rule.MESSAGE_TOO_BIG, found);
    return told(Fixes.of(new Closure(ending, Closure.Initiator.LOCAL, null, null, violation)));
  }

  @Test
  void aLargerMessageIsTakenAndAnIdleConnectionKeptUp() {
    var more = " exceed the limit of 16777216 bytes; raise max-message";
    assertThat(ended(Closure.Ending.VIOLATION, "5 bytes and a frame of 40000000 more" + more))
        .containsExactly(
            "settings: { max-message: 64MB } set {\"name\":\"max-message\",\"value\":\"64MB\"}");
    assertThat(ended(Closure.Ending.VIOLATION, "inflated bytes" + more))
        .singleElement()
        .asString()
        .startsWith("settings: { max-message: 32MB }");
    assertThat(ended(Closure.Ending.VIOLATION, "control frame of 200 bytes")).isEmpty();
    assertThat(ended(Closure.Ending.RESET, ""))
        .containsExactly(
            "settings: { ping: { every: 30s } } set {\"name\":\"ping.every\",\"value\":\"30s\"}");
  }
}
