package parley.cli.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.cli.shell.ExitCode;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Closure.Ending;
import parley.protocol.endpoint.Closure.Initiator;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

class TalkTest {

  private static final CloseStatus NORMAL = CloseStatus.of(CloseCode.NORMAL);

  private final List<String> done = new ArrayList<>();
  private long nowMillis;

  private final TalkActions actions =
      new TalkActions() {
        @Override
        public void send(Outgoing message) {
          done.add("send " + ((Outgoing.Text) message).payload().toText());
        }

        @Override
        public void close(CloseStatus status) {
          done.add("close " + status.code());
        }

        @Override
        public void complain(String text) {
          done.add("! " + text);
        }

        @Override
        public void finish(ExitCode code) {
          done.add("finish " + code);
        }
      };

  private static TalkSpec spec(
      int count,
      @Nullable String expect,
      @Nullable Duration timeout,
      @Nullable Duration linger,
      boolean noClose) {
    return new TalkSpec(
        count,
        expect == null ? null : Pattern.compile(expect),
        timeout,
        null,
        linger,
        noClose,
        NORMAL);
  }

  private static TalkSpec usual() {
    return spec(0, null, null, null, false);
  }

  private Talk talk = new Talk(usual(), 0);

  private void start(TalkSpec spec) {
    talk = new Talk(spec, 0);
  }

  private void on(TalkEvent... events) {
    for (var event : events) {
      talk.on(event, nowMillis * 1_000_000, actions);
    }
  }

  private void at(long millis, TalkEvent... events) {
    nowMillis = millis;
    on(events);
  }

  /** Lets the time pass to the next deadline, and tells it in milliseconds. */
  private long passTime() {
    nowMillis = talk.deadlineNanos() / 1_000_000;
    on(new TalkEvent.TimePassed());
    return nowMillis;
  }

  private boolean waitsForEver() {
    return talk.deadlineNanos() == Long.MAX_VALUE;
  }

  private static TalkEvent opened() {
    return new TalkEvent.Opened();
  }

  private static TalkEvent input(String text) {
    return new TalkEvent.Input(Outgoing.text(text));
  }

  private static TalkEvent inputEnded() {
    return new TalkEvent.InputEnded();
  }

  private static TalkEvent written() {
    return new TalkEvent.Delivered(true);
  }

  private static TalkEvent received(String text) {
    return new TalkEvent.Received(Bytes.utf8(text));
  }

  private static TalkEvent closed(
      Ending ending, Initiator initiator, @Nullable CloseStatus status) {
    return new TalkEvent.Closed(new Closure(ending, initiator, status, status, null));
  }

  private static TalkEvent closedBy(Initiator initiator, int code) {
    return closed(Ending.CLOSE_HANDSHAKE, initiator, CloseStatus.of(new CloseCode(code)));
  }

  @Test
  void inputBeforeTheOpeningIsKeptAndSentThen() {
    on(input("a"), input("b"), inputEnded());
    assertThat(done).isEmpty();
    on(opened());
    assertThat(done).containsExactly("send a", "send b");
  }

  @Test
  void afterTheLastReplyItEndsIn200Milliseconds() {
    on(opened(), input("a"), inputEnded(), written());
    at(3000, received("a"));
    assertThat(passTime()).isEqualTo(3200);
    on(closedBy(Initiator.LOCAL, 1000));
    assertThat(done).containsExactly("send a", "close 1000", "finish OK");
  }

  @Test
  void aMissingReplyIsAwaitedFor5Seconds() {
    on(opened(), input("a"), input("b"), inputEnded(), written(), written());
    at(4900, received("a"));
    assertThat(passTime()).isEqualTo(9900);
    assertThat(done).endsWith("close 1000");
  }

  @Test
  void aGreetingIsNoReply() {
    on(opened(), received("welcome"), input("a"), inputEnded(), written());
    assertThat(passTime()).isEqualTo(5000);
  }

  @Test
  void silenceDoesNotEndItWhileSomethingIsUnwritten() {
    on(opened(), input("a"), inputEnded());
    assertThat(waitsForEver()).isTrue();
  }

  @Test
  void silenceDoesNotEndItWhileTheInputGoesOn() {
    on(opened(), input("a"), written(), received("a"));
    assertThat(waitsForEver()).isTrue();
  }

  @Test
  void withoutInputTheFirstMessageIsAwaitedFor5Seconds() {
    on(opened(), inputEnded());
    assertThat(talk.deadlineNanos()).isEqualTo(Duration.ofSeconds(5).toNanos());
    at(1000, received("tick"));
    assertThat(passTime()).isEqualTo(1200);
  }

  @Test
  void lingerReplacesBothTimes() {
    start(spec(0, null, null, Duration.ofSeconds(2), false));
    on(opened(), input("a"), inputEnded(), written());
    at(1500, received("a"));
    assertThat(passTime()).isEqualTo(3500);
  }

  @Test
  void noCloseWaitsForThePeer() {
    start(spec(0, null, null, null, true));
    on(opened(), input("a"), inputEnded(), written(), received("a"));
    assertThat(waitsForEver()).isTrue();
    on(closedBy(Initiator.REMOTE, 1000));
    assertThat(done).containsExactly("send a", "finish OK");
  }

  @Test
  void countEndsWithTheLastMessageItAskedFor() {
    start(spec(2, null, null, null, false));
    on(opened(), inputEnded(), received("a"), received("b"), received("c"));
    on(closedBy(Initiator.LOCAL, 1000));
    assertThat(done).containsExactly("close 1000", "finish OK");
  }

  @Test
  void messagesThatComeBeforeTheOpeningIsKnownCount() {
    start(spec(1, null, null, null, false));
    on(received("a"), opened());
    assertThat(done).containsExactly("close 1000");
  }

  @Test
  void expectEndsWithTheMessageThatMatches() {
    start(spec(0, "rea.y", null, null, false));
    on(opened(), received("hello"), received("all ready"), closedBy(Initiator.LOCAL, 1000));
    assertThat(done).containsExactly("close 1000", "finish OK");
  }

  @Test
  void anExpectationNotMetInTimeFails() {
    start(spec(0, "ready", Duration.ofSeconds(1), null, false));
    on(opened(), received("hello"));
    assertThat(passTime()).isEqualTo(1000);
    on(closedBy(Initiator.LOCAL, 1000));
    assertThat(done)
        .containsExactly(
            "! expected a message that matches 'ready', but the time was over after 1; --timeout"
                + " waits longer",
            "close 1000",
            "finish EXPECTATION_FAILED");
  }

  @Test
  void anExpectationFailsWhenTheCountIsReachedWithoutIt() {
    start(spec(2, "ready", null, null, false));
    on(opened(), received("a"), received("b"), closedBy(Initiator.LOCAL, 1000));
    assertThat(done)
        .containsExactly(
            "! expected a message that matches 'ready', but none of the 2 messages matched",
            "close 1000",
            "finish EXPECTATION_FAILED");
  }

  @Test
  void anEndBeforeTheExpectationFails() {
    start(spec(3, null, null, null, false));
    on(opened(), received("a"), closedBy(Initiator.REMOTE, 1000));
    assertThat(done)
        .containsExactly(
            "! expected 3 messages, but the connection ended after 1", "finish EXPECTATION_FAILED");
  }

  @Test
  void timeoutWithoutAnExpectationIsATimeout() {
    start(spec(0, null, Duration.ofSeconds(1), null, false));
    on(opened());
    passTime();
    on(closedBy(Initiator.LOCAL, 1000));
    assertThat(done)
        .containsExactly("! the time of --timeout was over", "close 1000", "finish TIMEOUT");
  }

  @Test
  void maxTimeCountsFromTheStartAndEndsAtOnce() {
    start(new TalkSpec(0, null, null, Duration.ofSeconds(2), null, false, NORMAL));
    assertThat(passTime()).isEqualTo(2000);
    assertThat(done).containsExactly("! the time of -m was over", "finish TIMEOUT");
  }

  @Test
  void aPeerMayEndWithoutACode() {
    on(opened(), closed(Ending.CLOSE_HANDSHAKE, Initiator.REMOTE, CloseStatus.NONE));
    assertThat(done).containsExactly("finish OK");
  }

  @Test
  void anotherCodeIsUnexpected() {
    on(opened(), closedBy(Initiator.REMOTE, 1011));
    assertThat(done).containsExactly("finish UNEXPECTED_CLOSE");
  }

  @Test
  void anEndWithoutACloseFrameIsUnexpected() {
    on(opened(), closed(Ending.STREAM_END, Initiator.REMOTE, null));
    assertThat(done).containsExactly("finish UNEXPECTED_CLOSE");
  }

  @Test
  void anEndBeforeEverythingWasWrittenIsUnexpected() {
    on(opened(), input("a"), new TalkEvent.Delivered(false), closedBy(Initiator.REMOTE, 1000));
    assertThat(done).containsExactly("send a", "finish UNEXPECTED_CLOSE");
  }

  @Test
  void onceEverythingIsDoneThePeerMayEndAsItLikes() {
    on(opened(), inputEnded());
    passTime();
    on(closed(Ending.RESET, Initiator.REMOTE, null));
    assertThat(done).containsExactly("close 1000", "finish OK");
  }

  @Test
  void aViolationIsUnexpectedEvenWhileClosing() {
    on(opened(), inputEnded());
    passTime();
    on(closed(Ending.VIOLATION, Initiator.LOCAL, null));
    assertThat(done).endsWith("finish UNEXPECTED_CLOSE");
  }

  @Test
  void aReaderThatGoesAwayEndsItQuietly() {
    on(opened(), input("a"), new TalkEvent.OutputGone(), closedBy(Initiator.LOCAL, 1000));
    assertThat(done).containsExactly("send a", "close 1000", "finish OK");
  }

  @Test
  void unreadableInputClosesAndIsMisuse() {
    on(opened(), new TalkEvent.InputUnreadable("no hex"), closedBy(Initiator.LOCAL, 1000));
    assertThat(done).containsExactly("! no hex", "close 1000", "finish USAGE");
  }

  @Test
  void anInterruptionClosesFirst() {
    on(opened(), new TalkEvent.Interrupted(), closedBy(Initiator.LOCAL, 1000));
    assertThat(done).containsExactly("close 1000", "finish INTERRUPTED");
  }

  @Test
  void nothingIsSentWhileClosing() {
    start(spec(1, null, null, null, false));
    on(opened(), received("a"), input("late"), closedBy(Initiator.LOCAL, 1000), input("later"));
    assertThat(done).containsExactly("close 1000", "finish OK");
  }
}
