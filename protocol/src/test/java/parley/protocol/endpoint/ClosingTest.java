package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;

/** RFC 6455, 5.5.1 and 7: the closing handshake and every other end. */
class ClosingTest {

  @Nested
  class Handshake {

    @Test
    void serverAnswersTheCloseOfAClientAndEnds() {
      Talk.server()
          .receive("88 85 00 00 00 00 03 e8 62 79 65")
          .receiveEnd()
          .says(
              "close 1000 bye", "> 88 02 03 e8", "end", "closed by remote, close_handshake, 1000");
    }

    @Test
    void clientAnswersTheCloseOfAServerAndWaitsForItsEnd() {
      Talk.client()
          .receive("88 02 0f a0")
          .receiveEnd()
          .says(
              "close 4000",
              "> 88 82 00 00 00 00 0f a0",
              "await end",
              "closed by remote, close_handshake, 4000");
    }

    @Test
    void closeWithoutBodyIsReportedAs1005() {
      Talk.client()
          .receive("88 00")
          .receiveEnd()
          .says(
              "close 1005",
              "> 88 80 00 00 00 00",
              "await end",
              "closed by remote, close_handshake, 1005");
    }

    @Test
    void ourCloseIsAnsweredByTheServer() {
      Talk.client()
          .send(Outgoing.close(CloseStatus.of(CloseCode.NORMAL, "ok")))
          .receive("81 01 41 88 02 03 e8")
          .receiveEnd()
          .says(
              "> 88 84 00 00 00 00 03 e8 6f 6b",
              "await end",
              "sent",
              "text A",
              "close 1000",
              "await end",
              "closed by local, close_handshake, 1000");
    }

    @Test
    void serverEndsAfterTheAnswerToItsClose() {
      Talk.server()
          .send(Outgoing.close(CloseStatus.of(CloseCode.GOING_AWAY)))
          .receive("88 80 00 00 00 00")
          .receiveEnd()
          .says(
              "> 88 02 03 e9",
              "await end",
              "sent",
              "close 1005",
              "end",
              "closed by local, close_handshake, 1005");
    }

    @Test
    void nothingMoreIsSentOnceTheCloseHasBegun() {
      var talk = Talk.server().send(Outgoing.close(CloseStatus.NONE));
      talk.send(Outgoing.text("late"))
          .send(new Outgoing.Ping(Bytes.EMPTY))
          .send(Outgoing.close(CloseStatus.NONE))
          .says("> 88 00", "await end", "sent", "not sent", "not sent", "not sent");
      assertThat(talk.endpoint().isOpen()).isFalse();
    }

    @Test
    void bytesAfterTheCloseAreReportedOnceAndDropped() {
      Talk.client()
          .receive("88 00 81 01 41 81 01 42")
          .receive("00")
          .says(
              "close 1005",
              "> 88 80 00 00 00 00",
              "await end",
              "! DATA_AFTER_CLOSE: 6 bytes after the Close frame");
    }

    @Test
    void closeFrameSentByHandStartsTheClose() {
      var header = FrameHeader.of(Opcode.CLOSE, true, 2);
      Talk.server()
          .send(new Outgoing.Frame(header, Bytes.hex("03e8")))
          .send(new Outgoing.Frame(header, Bytes.hex("03e9")))
          .receive("88 80 00 00 00 00")
          .says("> 88 02 03 e8", "await end", "sent", "> 88 02 03 e9", "sent", "close 1005", "end");
    }
  }

  @Nested
  class BadCloseFrames {

    @Test
    void bodyOfOneByteFails() {
      Talk.client()
          .receive("88 01 03")
          .receiveEnd()
          .says(
              "close 1005",
              "! CLOSE_BODY_TOO_SHORT: a Close body of 1 byte",
              failure("03 ea", "the body of a Close frame begins with two bytes"),
              "end",
              "closed by local, violation, 1005");
    }

    @Test
    void codesThatMustNotBeOnTheWireFail() {
      for (var code : new int[] {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535}) {
        var talk = Talk.client().receive("88 02 %02x %02x".formatted(code >> 8, code & 0xFF));
        assertThat(talk.lines()).contains("! CLOSE_CODE_INVALID: close code " + code);
      }
    }

    @Test
    void codesThatMayBeOnTheWireAreEchoed() {
      for (var code : new int[] {1000, 1003, 1007, 1014, 3000, 3999, 4999}) {
        var octets = "%02x %02x".formatted(code >> 8, code & 0xFF);
        var talk = Talk.client().receive("88 02 " + octets);
        talk.says("close " + code, "> 88 82 00 00 00 00 " + octets, "await end");
      }
    }

    @Test
    void reasonThatIsNotUtf8Fails() {
      var talk = Talk.client().receive("88 03 03 e8 ff");
      assertThat(talk.lines().get(1)).isEqualTo("! CLOSE_REASON_NOT_UTF8: reason of 1 bytes ff");
      assertThat(talk.lines().get(2)).startsWith("> 88").contains("03 ef");
    }

    private static String failure(String code, String reason) {
      var text = Bytes.utf8(reason).toHex().replaceAll("(..)", " $1");
      return "> 88 %02x 00 00 00 00 %s".formatted(0x80 | (reason.length() + 2), code) + text;
    }
  }

  @Nested
  class OtherEnds {

    @Test
    void streamThatEndsWithoutCloseIsAbnormal() {
      Talk.client()
          .receive("81 01 41")
          .receiveEnd()
          .says(
              "text A",
              "! ENDED_WITHOUT_CLOSE: end of stream",
              "end",
              "closed by remote, stream_end, 1006");
    }

    @Test
    void streamThatEndsWithinAFrameSaysSo() {
      Talk.client()
          .receive("81 02 41")
          .receiveEnd()
          .says("! ENDED_WITHIN_FRAME: end of stream", "end", "closed by remote, stream_end, 1006");
    }

    @Test
    void streamThatEndsWhileWeWaitForTheCloseWasEndedByUs() {
      var talk = Talk.client().send(Outgoing.close(CloseStatus.NONE)).receiveEnd();
      assertThat(talk.lines()).last().isEqualTo("closed by local, stream_end, 1006");
    }

    @Test
    void resetIsAnEnd() {
      var talk = Talk.client();
      talk.endpoint().receiveReset();
      talk.endpoint().receiveReset();
      talk.says("closed by remote, reset, 1006");
    }

    @Test
    void resetAfterTheCloseHandshakeChangesNothing() {
      var talk = Talk.client().receive("88 00");
      talk.endpoint().receiveReset();
      assertThat(talk.lines()).last().isEqualTo("closed by remote, close_handshake, 1005");
    }

    @Test
    void peerThatDoesNotAnswerOurCloseTimesOut() {
      var talk = Talk.client().send(Outgoing.close(CloseStatus.NONE));
      talk.endpoint().closeTimedOut();
      assertThat(talk.lines()).last().isEqualTo("closed by local, close_timeout, 1006");
    }

    @Test
    void closeTimeoutMeansNothingToAnOpenConnection() {
      var talk = Talk.client();
      talk.endpoint().closeTimedOut();
      talk.says();
      assertThat(talk.endpoint().isOpen()).isTrue();
    }

    @Test
    void peerThatDoesNotAnswerOurPingTimesOut() {
      var talk = Talk.client();
      talk.endpoint().pongTimedOut();
      talk.says("closed by local, pong_timeout, 1006");
    }

    @Test
    void abortEndsWithoutAWord() {
      var talk = Talk.client();
      talk.endpoint().abort();
      talk.send(Outgoing.text("late"))
          .send(new Outgoing.Raw(Bytes.hex("00")))
          .send(new Outgoing.Frame(FrameHeader.of(Opcode.TEXT, true, 0), Bytes.EMPTY))
          .receive("81 01 41")
          .says("closed by local, abort, 1006", "not sent", "not sent", "not sent");
    }

    @Test
    void abortAfterTheirCloseIsTheirEnd() {
      var talk = Talk.client().receive("88 00");
      talk.endpoint().abort();
      assertThat(talk.lines()).last().isEqualTo("closed by remote, close_handshake, 1005");
    }
  }

  @Nested
  class Codes {

    @Test
    void everyCodeHasAMeaning() {
      assertThat(new CloseCode(1000).meaning()).isEqualTo("normal closure");
      assertThat(new CloseCode(1011).meaning()).isEqualTo("internal server error");
      assertThat(new CloseCode(999).meaning()).isEqualTo("not used");
      assertThat(new CloseCode(2999).meaning()).isEqualTo("reserved for the protocol");
      assertThat(new CloseCode(3999).meaning()).isEqualTo("registered by a library or framework");
      assertThat(new CloseCode(4999).meaning()).isEqualTo("private to the application");
      assertThat(new CloseCode(5000).meaning()).isEqualTo("outside the defined ranges");
      for (var code = 1000; code < 1016; code++) {
        assertThat(new CloseCode(code).meaning()).isNotEqualTo("reserved for the protocol");
      }
    }

    @Test
    void codeIsASixteenBitNumber() {
      assertThatThrownBy(() -> new CloseCode(-1)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new CloseCode(65536))
          .hasMessage("a close code is a number from 0 to 65535: 65536");
    }

    @Test
    void anyCodeCanBePutIntoABody() {
      assertThat(CloseStatus.bodyOf(CloseCode.NO_STATUS, Bytes.utf8("x")).toHex())
          .isEqualTo("03ed78");
    }

    @Test
    void closureTellsWhatWasSaidOnBothSides() {
      var violation = new Violation(Rule.MASK_MISSING, "x");
      var status = CloseStatus.of(CloseCode.NORMAL);
      var closure =
          new Closure(Closure.Ending.VIOLATION, Closure.Initiator.LOCAL, null, status, violation);
      assertThat(closure.sent()).contains(status);
      assertThat(closure.received()).isEmpty();
      assertThat(closure.violation()).contains(violation);
      assertThat(closure.isClean()).isFalse();
      var handshake = Closure.Ending.CLOSE_HANDSHAKE;
      assertThat(new Closure(handshake, closure.initiator(), status, status, null).isClean())
          .isTrue();
      assertThat(Role.CLIENT.peer()).isEqualTo(Role.SERVER);
      assertThat(Role.SERVER.peer()).isEqualTo(Role.CLIENT);
    }
  }
}
