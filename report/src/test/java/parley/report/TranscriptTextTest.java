package parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.frame.Bytes;

class TranscriptTextTest {

  private static final TranscriptText PLAIN = TranscriptText.of(Palette.PLAIN, ZoneOffset.UTC);

  private static String all(TranscriptText text) {
    var out = new StringBuilder();
    Samples.entries().forEach(entry -> out.append(text.of(entry)));
    return out.toString();
  }

  @Test
  void everyKindOfEntryHasItsLine() {
    Golden.check("transcript.txt", all(PLAIN));
  }

  @Test
  void timesStandBeforeEachLineAndFollowTheZone() {
    Golden.check(
        "transcript-times.txt",
        all(TranscriptText.of(Palette.PLAIN, ZoneId.of("Asia/Tokyo")).withTimes(true)));
  }

  @Test
  void coloursAreForTerminalsAndJsonIsLaidOutOnDemand() {
    var colored = TranscriptText.of(Palette.COLORED, ZoneOffset.UTC).withPrettyJson(true);
    Golden.check("transcript-colored.txt", all(colored).replace('\u001b', '^'));
  }

  @Test
  void nothingFromThePeerSteersTheTerminal() {
    assertThat(all(PLAIN)).doesNotContain("\u001b", "\u0000", "\u202e");
  }

  @Test
  void aServerNamesItsClient() {
    var closure =
        Samples.closure(
            Closure.Ending.CLOSE_HANDSHAKE,
            Closure.Initiator.REMOTE,
            CloseStatus.of(CloseCode.NORMAL),
            CloseStatus.of(CloseCode.NORMAL));
    assertThat(PLAIN.withPeer(TranscriptText.Peer.CLIENT).of(new Entry.Closed(Samples.AT, closure)))
        .isEqualTo("■ closed by the client: 1000 normal closure\n");
  }

  @Test
  void longBinaryMessagesAreCutAndSayTheirSize() {
    var message = Samples.message(Direction.RECEIVED, false, Bytes.of(new byte[2048]));
    assertThat(PLAIN.withPayloadBytes(2).of(message)).isEqualTo("↓ binary 2 KB  00 00 …\n");
  }
}
