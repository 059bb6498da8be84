package parley.protocol.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Hex;
import parley.protocol.frame.LengthForm;
import parley.protocol.frame.Opcode;

/** Messages received and sent, in the order of RFC 6455, 5 and 6. */
class MessageTest {

  @Nested
  class Received {

    @Test
    void unmaskedTextFromAServer() {
      Talk.client().receive("81 05 48 65 6c 6c 6f").says("text Hello");
    }

    @Test
    void maskedTextFromAClient() {
      Talk.server().receive("81 85 37 fa 21 3d 7f 9f 4d 51 58").says("text Hello");
    }

    @Test
    void emptyMessages() {
      Talk.client().receive("81 00 82 00").says("text ", "binary ");
    }

    @Test
    void binaryIsNotRead() {
      Talk.client().receive("82 03 00 1e ff").says("binary 00 1e ff");
    }

    @Test
    void fragmentsMakeOneMessage() {
      Talk.client().receive("01 03 48 65 6c 00 00 80 02 6c 6f").says("text Hello in 3 frames");
    }

    @Test
    void controlFramesMayStandBetweenFragments() {
      Talk.client()
          .receive("01 03 48 65 6c 8a 01 41 80 02 6c 6f")
          .says("pong A", "text Hello in 2 frames");
    }

    @Test
    void characterMayBeCutBetweenFragments() {
      Talk.client().receive("01 02 e2 82 80 01 ac").says("text € in 2 frames");
    }

    @Test
    void messagesFollowEachOther() {
      Talk.client()
          .receive("01 01 41 80 01 42 82 01 01 81 01 43")
          .says("text AB in 2 frames", "binary 01", "text C");
    }

    @Test
    void wireSizeCountsPayloadOnly() {
      var sizes = new ArrayList<Long>();
      EndpointObserver observer =
          new EndpointObserver() {
            @Override
            public void message(MessageView message) {
              sizes.add(message.wireBytes());
            }
          };
      endpoint(observer).receive(ByteBuffer.wrap(Hex.bytes("01 03 48 65 6c 80 02 6c 6f")));
      assertThat(sizes).containsExactly(5L);
    }

    @Test
    void inputIsRestoredAfterAMessageWasLent() {
      var in = ByteBuffer.wrap(Hex.bytes("82 02 01 02 82 02 03 04"));
      var count = new int[1];
      EndpointObserver observer =
          new EndpointObserver() {
            @Override
            public void message(MessageView message) {
              message.payload().get();
              message.payload().limit(message.payload().position());
              count[0]++;
            }
          };
      endpoint(observer).receive(in);
      assertThat(count[0]).isEqualTo(2);
      assertThat(in.hasRemaining()).isFalse();
    }

    private static Endpoint endpoint(EndpointObserver observer) {
      return new Endpoint(EndpointOptions.of(Role.CLIENT), Talk.client(), () -> 0, observer);
    }

    @Test
    void framesAreShownAsTheyCome() {
      var talk = Talk.client().withFrames();
      talk.endpoint().receive(ByteBuffer.wrap(Hex.bytes("01 01 41 80 00")));
      talk.says(
          "frame TEXT 1",
          "payload 41",
          "frame ends",
          "frame CONTINUATION 0",
          "frame ends",
          "text A in 2 frames");
    }
  }

  @Nested
  class Sent {

    @Test
    void clientMasks() {
      Talk.client().send(Outgoing.text("Hello")).says("> 81 85 00 00 00 00 48 65 6c 6c 6f", "sent");
    }

    @Test
    void maskingKeyIsAppliedAndTheObserverSeesThePlainPayload() {
      var wire = new ArrayList<String>();
      var seen = new ArrayList<String>();
      Wire out =
          new Wire() {
            @Override
            public void write(ByteBuffer bytes) {
              wire.add(Hex.of(Bytes.copyOf(bytes).toArray()));
            }

            @Override
            public void awaitEnd() {}

            @Override
            public void end() {}
          };
      EndpointObserver observer =
          new EndpointObserver() {
            @Override
            public void frameSent(FrameHeader header, ByteBuffer payload) {
              seen.add(Bytes.copyOf(payload).toText());
            }
          };
      new Endpoint(EndpointOptions.of(Role.CLIENT), out, () -> 0x37fa213d, observer)
          .send(Outgoing.text("Hello"));
      assertThat(wire).containsExactly("81 85 37 fa 21 3d 7f 9f 4d 51 58");
      assertThat(seen).containsExactly("Hello");
    }

    @Test
    void serverDoesNotMask() {
      Talk.server().send(Outgoing.binary(Bytes.hex("0001"))).says("> 82 02 00 01", "sent");
    }

    @Test
    void payloadIsCutIntoFragments() {
      var framing = Framing.WHOLE.withFragment(ByteSize.of(2));
      Talk.server()
          .send(new Outgoing.Text(Bytes.utf8("Hello"), framing))
          .says("> 01 02 48 65", "> 00 02 6c 6c", "> 80 01 6f", "sent");
    }

    @Test
    void fragmentSizeThatDividesThePayloadLeavesNoEmptyFrame() {
      var framing = Framing.WHOLE.withFragment(ByteSize.of(2)).withCompress(false);
      Talk.server()
          .send(new Outgoing.Binary(Bytes.hex("01020304"), framing))
          .says("> 02 02 01 02", "> 80 02 03 04", "sent");
    }

    @Test
    void emptyMessageIsOneFrame() {
      var framing = Framing.WHOLE.withFragment(ByteSize.of(2));
      Talk.server().send(new Outgoing.Text(Bytes.EMPTY, framing)).says("> 81 00", "sent");
    }

    @Test
    void lentBufferIsSentWithoutBeingKept() {
      var talk = Talk.server();
      var sent = talk.endpoint().sendMessage(false, ByteBuffer.wrap(new byte[] {7}), Framing.WHOLE);
      assertThat(sent).isTrue();
      talk.says("> 82 01 07");
    }

    @Test
    void framesAgainstTheRulesAreSentAsAsked() {
      var lying =
          new FrameHeader(
              false,
              true,
              false,
              false,
              Opcode.RESERVED_3,
              true,
              0x01010101,
              LengthForm.SIXTEEN_BIT,
              9);
      Talk.server()
          .send(new Outgoing.Frame(lying, Bytes.hex("0101")))
          .says("> 43 fe 00 09 01 01 01 01 00 00", "sent");
    }

    @Test
    void framesAreShownAsTheyGo() {
      Talk.server()
          .withFrames()
          .send(Outgoing.text("A"))
          .send(new Outgoing.Raw(Bytes.hex("ff")))
          .says("> 81 01 41", "frame sent TEXT 41", "sent", "> ff", "raw sent 1", "sent");
    }
  }
}
