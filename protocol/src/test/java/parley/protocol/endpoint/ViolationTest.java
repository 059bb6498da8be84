package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.frame.ByteSize;

/** A peer that breaks a rule: a fact with its section, and what each policy makes of it. */
class ViolationTest {

  private static void fails(Talk talk, String hex, String violation, int code) {
    talk.receive(hex + " 81 01 41");
    var close = Integer.toHexString(code);
    var lines = talk.lines();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("! " + violation);
    assertThat(lines.get(1).replace(" ", "")).startsWith(">88").contains("0" + close);
    assertThat(lines.get(2)).isEqualTo("end");
  }

  private static void goesOn(Talk talk, String hex, String... expected) {
    talk.receive(hex).says(expected);
  }

  @Nested
  class Strict {

    @Test
    void reservedBitsFail() {
      fails(Talk.client(), "c1 00", "RESERVED_BIT: RSV1 on text frame", 1002);
      fails(Talk.client(), "a1 00", "RESERVED_BIT: RSV2 on text frame", 1002);
      fails(Talk.client(), "91 00", "RESERVED_BIT: RSV3 on text frame", 1002);
      fails(Talk.client(), "f9 00", "RESERVED_BIT: RSV1 RSV2 RSV3 on ping frame", 1002);
    }

    @Test
    void reservedOpcodesFail() {
      fails(Talk.client(), "83 00", "RESERVED_OPCODE: opcode 0x3", 1002);
      fails(Talk.client(), "8b 00", "RESERVED_OPCODE: opcode 0xB", 1002);
    }

    @Test
    void unmaskedFrameFromAClientFails() {
      fails(Talk.server(), "81 01 41", "MASK_MISSING: unmasked text frame", 1002);
    }

    @Test
    void maskedFrameFromAServerFails() {
      fails(Talk.client(), "81 80 00 00 00 00", "MASK_UNEXPECTED: masked text frame", 1002);
    }

    @Test
    void longerLengthThanNeededFails() {
      fails(Talk.client(), "82 7e 00 7d", "LENGTH_NOT_MINIMAL: length 125 in 2 more bytes", 1002);
      fails(
          Talk.client(),
          "82 7f 00 00 00 00 00 00 ff ff",
          "LENGTH_NOT_MINIMAL: length 65535 in 8 more bytes",
          1002);
    }

    @Test
    void topBitOfTheLengthFails() {
      fails(
          Talk.client(),
          "82 7f 80 00 00 00 00 00 00 01",
          "LENGTH_TOP_BIT: length 9223372036854775809",
          1002);
    }

    @Test
    void fragmentedControlFrameFails() {
      fails(Talk.client(), "09 00", "CONTROL_FRAGMENTED: ping frame without FIN", 1002);
    }

    @Test
    void longControlFrameFails() {
      fails(Talk.client(), "89 7e 00 7e", "CONTROL_TOO_LONG: ping frame of 126 bytes", 1002);
    }

    @Test
    void continuationOfNothingFails() {
      fails(Talk.client(), "80 00", "CONTINUATION_UNEXPECTED: continuation frame", 1002);
      fails(Talk.client(), "00 00", "CONTINUATION_UNEXPECTED: continuation frame", 1002);
    }

    @Test
    void newMessageWithinAMessageFails() {
      fails(
          Talk.client(),
          "01 00 81 00",
          "MESSAGE_INTERRUPTED: text frame within a fragmented message",
          1002);
    }

    @Test
    void wrongByteOfTextFailsAtOnce() {
      fails(Talk.client(), "81 7e 10 00 41 ff", "TEXT_NOT_UTF8: byte 0xFF at offset 1", 1007);
      fails(Talk.client(), "01 01 c3 80 05 28", "TEXT_NOT_UTF8: byte 0x28 at offset 1", 1007);
    }

    @Test
    void unfinishedCharacterFailsAtTheEnd() {
      fails(
          Talk.client(), "81 02 e2 82", "TEXT_NOT_UTF8: an unfinished character at the end", 1007);
      fails(
          Talk.client(),
          "01 02 e2 82 80 00",
          "TEXT_NOT_UTF8: an unfinished character at the end",
          1007);
    }

    @Test
    void frameAboveTheLimitIsRefusedAtItsHeader() {
      fails(
          limited(),
          "82 05",
          "MESSAGE_TOO_BIG: 0 bytes and a frame of 5 more exceed the limit of 4 bytes;"
              + " raise max-message",
          1009);
      fails(
          limited(),
          "02 02 01 02 80 03",
          "MESSAGE_TOO_BIG: 2 bytes and a frame of 3 more exceed the limit of 4 bytes;"
              + " raise max-message",
          1009);
    }

    private static Talk limited() {
      return Talk.of(EndpointOptions.of(Role.CLIENT).withMaxMessage(ByteSize.of(4)));
    }

    @Test
    void messageOfJustTheLimitIsAccepted() {
      goesOn(limited(), "82 04 01 02 03 04", "binary 01 02 03 04");
    }

    @Test
    void compressedMessageIsCutOffAtTheLimit() {
      var options = EndpointOptions.of(Role.CLIENT).withDeflate(DeflateParameters.DEFAULT);
      fails(
          Talk.of(options.withMaxMessage(ByteSize.of(4))),
          "c1 07 f2 48 cd c9 c9 07 00",
          "MESSAGE_TOO_BIG: inflated bytes exceed the limit of 4 bytes; raise max-message",
          1009);
    }

    @Test
    void corruptCompressedDataFails() {
      var options = EndpointOptions.of(Role.CLIENT).withDeflate(DeflateParameters.DEFAULT);
      fails(
          Talk.of(options), "c2 03 ff ff ff", "COMPRESSED_DATA_CORRUPT: compressed message", 1007);
    }

    @Test
    void endOfTheStreamAfterAFailureIsTheEnd() {
      var talk = Talk.server();
      talk.receive("81 00").receiveEnd();
      assertThat(talk.lines()).last().isEqualTo("closed by local, violation, 1006");
    }

    @Test
    void violationWhileWeWaitForTheirCloseSendsNoSecondClose() {
      Talk.client()
          .send(Outgoing.close(CloseStatus.of(CloseCode.NORMAL)))
          .receive("83 00")
          .receiveEnd()
          .says(
              "> 88 82 00 00 00 00 03 e8",
              "await end",
              "sent",
              "! RESERVED_OPCODE: opcode 0x3",
              "end",
              "closed by local, violation, 1006");
    }

    @Test
    void observerMayCutTheConnectionWhenItHearsOfAViolation() {
      var said = new java.util.ArrayList<String>();
      var endpoint = new Endpoint[1];
      EndpointObserver observer =
          new EndpointObserver() {
            @Override
            public void violation(Violation violation) {
              said.add(violation.toString());
              endpoint[0].abort();
            }

            @Override
            public void closed(Closure closure) {
              said.add(closure.ending().name());
            }
          };
      var talk = Talk.client();
      endpoint[0] = new Endpoint(EndpointOptions.of(Role.CLIENT), talk, () -> 0, observer);
      endpoint[0].receive(java.nio.ByteBuffer.wrap(new byte[] {(byte) 0x83, 0, 1, 1}));
      assertThat(said)
          .containsExactly("opcode 0x3: the opcode is reserved (RFC 6455, 5.2)", "ABORT");
      talk.says();
    }
  }

  @Nested
  class ReportOnly {

    @Test
    void oddFramesAreReportedAndRead() {
      goesOn(
          Talk.lenientClient(),
          "91 80 00 00 00 00 81 7e 00 01 41",
          "! RESERVED_BIT: RSV3 on text frame",
          "! MASK_UNEXPECTED: masked text frame",
          "text ",
          "! LENGTH_NOT_MINIMAL: length 1 in 2 more bytes",
          "text A");
    }

    @Test
    void unmaskedFramesFromAClientAreRead() {
      goesOn(
          Talk.of(EndpointOptions.of(Role.SERVER).withPolicy(Policy.REPORT_ONLY)),
          "81 01 41",
          "! MASK_MISSING: unmasked text frame",
          "text A");
    }

    @Test
    void reservedOpcodesAreReportedAndPassedOver() {
      goesOn(
          Talk.lenientClient(),
          "83 02 01 02 8f 01 03 01 01 41 83 00 80 01 42",
          "! RESERVED_OPCODE: opcode 0x3",
          "! RESERVED_OPCODE: opcode 0xF",
          "! RESERVED_OPCODE: opcode 0x3",
          "text AB in 2 frames");
    }

    @Test
    void strayContinuationIsPassedOver() {
      goesOn(
          Talk.lenientClient(),
          "80 01 41 81 01 42",
          "! CONTINUATION_UNEXPECTED: continuation frame",
          "text B");
    }

    @Test
    void interruptedMessageIsDropped() {
      goesOn(
          Talk.lenientClient(),
          "01 01 41 82 01 42",
          "! MESSAGE_INTERRUPTED: binary frame within a fragmented message",
          "binary 42");
    }

    @Test
    void textThatIsNotUtf8IsReportedOnceAndDelivered() {
      goesOn(
          Talk.lenientClient(),
          "01 02 ff fe 80 01 fd",
          "! TEXT_NOT_UTF8: byte 0xFF at offset 0",
          "text \uFFFD\uFFFD\uFFFD in 2 frames");
    }

    @Test
    void oddControlFramesAreRead() {
      var options = EndpointOptions.of(Role.CLIENT).withPolicy(Policy.REPORT_ONLY);
      goesOn(
          Talk.of(options.withAutoPong(false)),
          "09 01 41 89 7e 00 7e" + " 42".repeat(126),
          "! CONTROL_FRAGMENTED: ping frame without FIN",
          "ping A",
          "! CONTROL_TOO_LONG: ping frame of 126 bytes",
          "ping " + "B".repeat(126));
    }

    @Test
    void controlFrameAboveTheLimitStillFails() {
      var options =
          EndpointOptions.of(Role.CLIENT)
              .withPolicy(Policy.REPORT_ONLY)
              .withMaxMessage(ByteSize.of(200));
      var talk = Talk.of(options).receive("89 7e 00 c9");
      assertThat(talk.lines())
          .contains("! MESSAGE_TOO_BIG: control frame of 201 bytes")
          .last()
          .isEqualTo("end");
    }

    @Test
    void whatLeavesNoWayOnStillFails() {
      var talk = Talk.lenientClient().receive("82 7f 80 00 00 00 00 00 00 00");
      assertThat(talk.lines()).last().isEqualTo("end");
    }

    @Test
    void oddCloseIsReportedAndAnsweredByTheBook() {
      goesOn(
          Talk.lenientClient(),
          "88 02 03 ed",
          "close 1005",
          "! CLOSE_CODE_INVALID: close code 1005",
          "> 88 80 00 00 00 00",
          "await end");
      goesOn(
          Talk.lenientClient(),
          "88 02 03 e7",
          "close 999",
          "! CLOSE_CODE_INVALID: close code 999",
          "> 88 82 00 00 00 00 03 ea",
          "await end");
    }
  }
}
