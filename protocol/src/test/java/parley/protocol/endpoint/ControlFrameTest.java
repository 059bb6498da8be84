package parley.protocol.endpoint;

import org.junit.jupiter.api.Test;
import parley.protocol.frame.Bytes;

/** RFC 6455, 5.5.2 and 5.5.3: ping and pong. */
class ControlFrameTest {

  @Test
  void pingIsAnsweredWithItsPayload() {
    Talk.client().receive("89 02 68 69").says("> 8a 82 00 00 00 00 68 69", "ping hi");
  }

  @Test
  void pingIsNotAnsweredWhenAutoPongIsOff() {
    Talk.of(EndpointOptions.of(Role.CLIENT).withAutoPong(false)).receive("89 00").says("ping ");
  }

  @Test
  void pingIsNotAnsweredAfterOurClose() {
    var talk = Talk.client().send(Outgoing.close(CloseStatus.NONE));
    talk.receive("89 00").says("> 88 80 00 00 00 00", "await end", "sent", "ping ");
  }

  @Test
  void unsolicitedPongIsReported() {
    Talk.client().receive("8a 01 41 8a 00").says("pong A", "pong ");
  }

  @Test
  void pingAndPongAreSent() {
    Talk.server()
        .send(new Outgoing.Ping(Bytes.utf8("a")))
        .send(new Outgoing.Pong(Bytes.EMPTY))
        .says("> 89 01 61", "sent", "> 8a 00", "sent");
  }

  @Test
  void payloadOf125BytesIsLegalWhateverTheLimitForMessages() {
    var options =
        EndpointOptions.of(Role.CLIENT).withMaxMessage(parley.protocol.frame.ByteSize.of(1));
    Talk.of(options.withAutoPong(false))
        .receive("89 7d" + " 61".repeat(125))
        .says("ping " + "a".repeat(125));
  }
}
