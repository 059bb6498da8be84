package parley.runner.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** How much of what happened is kept. */
class BoundedTranscriptTest {

  private static final Moment NOW = new Moment(Instant.EPOCH, Duration.ZERO);

  private static Numbered message(long number, int size) {
    var payload = Bytes.of(new byte[size]);
    var carriage = new Entry.Carriage(1, size, false);
    return new Numbered(
        number, "bob", new Entry.Message(NOW, Direction.RECEIVED, false, payload, carriage));
  }

  private static Numbered notice(long number) {
    return new Numbered(number, "", new Entry.Notice(NOW, "hello"));
  }

  private static BoundedTranscript of(int maxEntries, int maxBytes, Numbered... entries) {
    var transcript = new BoundedTranscript(maxEntries, ByteSize.of(maxBytes));
    List.of(entries).forEach(transcript::add);
    return transcript;
  }

  private static List<Long> numbers(BoundedTranscript transcript) {
    return transcript.toList().stream().map(Numbered::number).toList();
  }

  @Test
  void theNewestEntriesAreKept() {
    var transcript = of(2, 100, notice(1), notice(2), notice(3));
    assertThat(numbers(transcript)).containsExactly(2L, 3L);
    assertThat(transcript.isCut()).isTrue();
    assertThat(of(2, 100, message(1, 100), notice(2)).isCut()).isFalse();
  }

  @Test
  void theOldestPayloadsTurnIntoNotices() {
    var transcript = of(9, 100, notice(1), message(2, 60), notice(3), message(4, 50));
    assertThat(numbers(transcript)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(transcript.payloadBytes()).isEqualTo(50);
    assertThat(transcript.isCut()).isTrue();
    var dropped = transcript.toList().get(1);
    assertThat(dropped.connection()).isEqualTo("bob");
    assertThat(((Entry.Notice) dropped.entry()).text())
        .startsWith("60 bytes were received here; they are not kept");
    assertThat(transcript.toList().get(3).entry()).isInstanceOf(Entry.Message.class);
  }

  @Test
  void aMessageBeyondTheLimitIsNotKeptEither() {
    var transcript = of(9, 100, message(1, 101));
    assertThat(transcript.toList().getFirst().entry()).isInstanceOf(Entry.Notice.class);
    assertThat(transcript.payloadBytes()).isZero();
  }

  @Test
  void entriesThatLeaveMakeRoomForPayloads() {
    var transcript = of(1, 100, message(1, 90), message(2, 80));
    assertThat(numbers(transcript)).containsExactly(2L);
    assertThat(transcript.payloadBytes()).isEqualTo(80);
    transcript.add(message(3, 100));
    assertThat(transcript.toList().getFirst().entry()).isInstanceOf(Entry.Message.class);
  }

  @Test
  void bytesByHandCountToo() {
    var raw = new Entry.Raw(NOW, Direction.SENT, Bytes.of(new byte[101]));
    var transcript = of(9, 100, new Numbered(1, "", raw));
    assertThat(((Entry.Notice) transcript.toList().getFirst().entry()).text())
        .startsWith("101 bytes were sent here");
  }

  private static TestOutcome outcome(List<Numbered> transcript) {
    var outcome = new ConversationOutcome(new Result.Passed(), Duration.ZERO, List.of());
    return new TestOutcome(
        Path.of("a"), "a", "", TestFacts.NONE, Instant.EPOCH, 1, outcome, transcript);
  }

  @Test
  void theTranscriptsOfOneRunShareTheirRoom() {
    var transcripts = new Transcripts(ByteSize.of(1000));
    var first = outcome(List.of(notice(1), notice(2)));
    assertThat(transcripts.keep(first, 0)).isSameAs(first);
    var second = transcripts.keep(outcome(List.of(message(7, 500))), 500).transcript();
    assertThat(second).extracting(Numbered::number).containsExactly(7L);
    assertThat(((Entry.Notice) second.getFirst().entry()).text())
        .startsWith("1 entries are not kept");
    var empty = outcome(List.of());
    assertThat(transcripts.keep(empty, 0)).isSameAs(empty);
  }
}
