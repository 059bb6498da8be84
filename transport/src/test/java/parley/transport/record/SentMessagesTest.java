package parley.transport.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;

class SentMessagesTest {

  private final SentMessages sent = new SentMessages();

  private Optional<SentMessages.Done> frameSent(FrameHeader header, int payloadBytes) {
    var letter = sent.letterOf(header, ByteBuffer.allocate(payloadBytes));
    return sent.frameSent(letter, header, payloadBytes);
  }

  @Test
  void aMessageIsDoneWithItsLastFrame() {
    sent.expect(Outgoing.text("hello"));
    assertThat(frameSent(FrameHeader.of(Opcode.TEXT, false, 3), 3)).isEmpty();
    assertThat(frameSent(FrameHeader.of(Opcode.CONTINUATION, true, 2), 2))
        .contains(
            new SentMessages.Done(true, Bytes.utf8("hello"), new Entry.Carriage(2, 5, false)));
  }

  @Test
  void theSizeOnTheWireIsThatAfterCompression() {
    sent.expect(Outgoing.binary(Bytes.hex("00".repeat(100))));
    assertThat(frameSent(FrameHeader.of(Opcode.BINARY, true, 5).compressed(), 5))
        .hasValueSatisfying(
            done -> assertThat(done.carriage()).isEqualTo(new Entry.Carriage(1, 5, true)));
  }

  @Test
  void framesByHandAreNoMessages() {
    sent.expect(new Outgoing.Frame(FrameHeader.of(Opcode.TEXT, false, 1), Bytes.utf8("a")));
    sent.expect(Outgoing.text("b"));
    assertThat(frameSent(FrameHeader.of(Opcode.TEXT, false, 1), 1)).isEmpty();
    assertThat(frameSent(FrameHeader.of(Opcode.TEXT, true, 1), 1)).isPresent();
  }

  @Test
  void framesThatNobodyAnnouncedAreNoMessages() {
    assertThat(frameSent(FrameHeader.of(Opcode.TEXT, true, 1), 1)).isEmpty();
  }
}
