package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.endpoint.Closure;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;
import parley.store.row.Filter;
import parley.store.row.Row;
import parley.store.row.RowKind;

class SessionLogTest {

  @TempDir Path folder;

  private History history;

  @BeforeEach
  void open() {
    history = History.open(folder, trouble -> {});
  }

  @AfterEach
  void close() {
    history.close();
  }

  static final Moment AT =
      new Moment(Instant.parse("2026-11-21T17:00:00.123456Z"), Duration.ofNanos(1_234_567));

  static final SessionStart START =
      new SessionStart(
          "/home/me/api", "prices.yaml", "Prices", "ws://localhost/", "local", AT.time());

  static Numbered text(long number, String text) {
    return new Numbered(number, "", received(text));
  }

  static Entry.Message received(String text) {
    var payload = Bytes.utf8(text);
    return new Entry.Message(
        AT, Direction.RECEIVED, true, payload, new Entry.Carriage(1, payload.size(), false));
  }

  static Numbered frame(long number, Direction direction, FrameHeader header) {
    return new Numbered(number, "", new Entry.Frame(AT, direction, header, Bytes.EMPTY));
  }

  @Test
  void rowsAreThereAtOnceAndAfterReopening() {
    var log = history.begin(START, LogWatcher.NONE);
    IntStream.range(0, 5000).forEach(i -> log.append(text(i + 1, "message " + i)));
    assertThat(log.size()).isEqualTo(5000);
    assertThat(previews(log.rows(4998, 10))).containsExactly("message 4998", "message 4999");
    log.close();
    assertThat(history.reopen(log.id()))
        .isInstanceOfSatisfying(
            Reopened.Past.class,
            past -> {
              assertThat(past.log().size()).isEqualTo(5000);
              assertThat(previews(past.log().rows(2500, 2)))
                  .containsExactly("message 2500", "message 2501");
              assertThat(past.log().entry(7).orElseThrow().entry())
                  .isEqualTo(received("message 7"));
              assertThat(past.log().positionOf(100)).hasValue(99);
              past.log().close();
            });
  }

  @Test
  void aWatcherThatFailsCostsNoRow() {
    var faulty =
        new LogWatcher() {
          @Override
          public void grown(long rows) {
            throw new IllegalStateException("a fault on purpose");
          }
        };
    var log = history.begin(START, faulty);
    log.append(text(1, "a"));
    log.close();
    if (history.reopen(log.id()) instanceof Reopened.Past(var past)) {
      assertThat(previews(past.rows(0, 10))).containsExactly("a");
      past.close();
    }
  }

  private static List<String> previews(List<Row> rows) {
    return rows.stream().map(Row::preview).toList();
  }

  @Test
  void aViewFollowsNewRows() throws InterruptedException {
    var log = history.begin(START, LogWatcher.NONE);
    IntStream.range(0, 1000).forEach(i -> log.append(text(i + 1, i % 10 == 0 ? "Yes" : "no")));
    var complete = new CountDownLatch(1);
    var more = new CountDownLatch(1);
    var view =
        log.view(
            Filter.text("yes", true).ofKinds(Set.of(RowKind.TEXT)),
            changed -> {
              if (changed.isComplete()) {
                complete.countDown();
              }
              if (changed.size() == 101) {
                more.countDown();
              }
            });
    complete.await();
    assertThat(view.size()).isEqualTo(100);
    log.append(text(1001, "YES"));
    more.await();
    assertThat(view.rows(99, 5)).extracting(Row::position).containsExactly(990L, 1000L);
  }

  @Test
  void framesStandWithWhatTheyCarried() {
    var log = history.begin(START, LogWatcher.NONE);
    var first = FrameHeader.of(Opcode.TEXT, false, 2);
    var ping = FrameHeader.of(Opcode.PING, true, 0);
    var last = FrameHeader.of(Opcode.CONTINUATION, true, 300);
    log.append(frame(1, Direction.RECEIVED, first));
    log.append(frame(2, Direction.RECEIVED, ping));
    log.append(new Numbered(3, "", new Entry.Ping(AT, Direction.RECEIVED, Bytes.EMPTY)));
    log.append(frame(4, Direction.RECEIVED, last));
    log.append(text(5, "hello"));
    assertThat(log.rows(0, 10)).extracting(Row::kind).containsExactly(RowKind.PING, RowKind.TEXT);
    log.close();
    if (history.reopen(log.id()) instanceof Reopened.Past(var past)) {
      assertThat(past.entry(0).orElseThrow().frames()).containsExactly(ping);
      assertThat(past.entry(1).orElseThrow().frames()).containsExactly(first, last);
    }
  }

  @Test
  void aFrameThatCarriesNothingIsARow() {
    var log = history.begin(START, LogWatcher.NONE);
    var odd = FrameHeader.of(Opcode.RESERVED_B, true, 0);
    log.append(frame(1, Direction.RECEIVED, odd));
    log.append(new Numbered(2, "", closed()));
    assertThat(log.rows(0, 10))
        .extracting(Row::kind)
        .containsExactly(RowKind.FRAME, RowKind.CLOSED);
    log.close();
    if (history.reopen(log.id()) instanceof Reopened.Past(var past)) {
      assertThat(past.entry(0).orElseThrow().frames()).containsExactly(odd);
      assertThat(past.positionOf(2)).hasValue(1);
      past.close();
    }
  }

  @Test
  void entriesAreFoundByTheirNumbersAmongFramesThatCarryNothing() {
    var log = history.begin(START, LogWatcher.NONE);
    var odd = FrameHeader.of(Opcode.RESERVED_B, true, 0);
    for (var number = 1L; number <= 300; number += 3) {
      log.append(frame(number, Direction.RECEIVED, odd));
      log.append(text(number + 1, "a"));
      log.append(new Numbered(number + 2, "", closed()));
    }
    for (var position = 0L; position < log.size(); position++) {
      var row = log.row(position).orElseThrow();
      assertThat(log.positionOf(row.number()).orElse(-1))
          .isEqualTo(row.kind() == RowKind.FRAME ? -1 : position);
    }
    assertThat(log.positionOf(1000)).isEmpty();
    log.close();
  }

  private static Entry closed() {
    return new Entry.Closed(
        AT, new Closure(Closure.Ending.RESET, Closure.Initiator.REMOTE, null, null, null));
  }

  @Test
  void theMessageThatWasSentLastIsFoundUnlessTheConnectionWasOpenedSince() {
    var log = history.begin(START, LogWatcher.NONE);
    log.append(new Numbered(1, "", EntryRecordTest.opened()));
    log.append(sent(2, ""));
    log.append(sent(3, "other"));
    log.append(new Numbered(4, "", new Entry.Ping(AT, Direction.SENT, Bytes.EMPTY)));
    log.append(text(5, "an answer"));
    log.append(new Numbered(6, "", EntryRecordTest.opened()));
    log.append(text(7, "a greeting"));
    sentLast(log);
    log.close();
    if (history.reopen(log.id()) instanceof Reopened.Past(var past)) {
      sentLast(past);
      past.close();
    }
  }

  private static void sentLast(SessionLog log) {
    assertThat(log.sentBefore("", 4)).map(Row::position).contains(1L);
    assertThat(log.sentBefore("other", 4)).map(Row::position).contains(2L);
    assertThat(log.sentBefore("", 1)).isEmpty();
    assertThat(log.sentBefore("", 6)).isEmpty();
    assertThat(log.sentBefore("third", 6)).isEmpty();
  }

  private static Numbered sent(long number, String connection) {
    var payload = Bytes.utf8("a question");
    var carriage = new Entry.Carriage(1, payload.size(), false);
    return new Numbered(
        number, connection, new Entry.Message(AT, Direction.SENT, true, payload, carriage));
  }

  @Test
  void largePayloadsAreReadInParts() {
    var log = history.begin(START, LogWatcher.NONE);
    var bytes = new byte[1_000_003];
    IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) (i * 31));
    var payload = Bytes.of(bytes);
    var entry =
        new Entry.Message(AT, Direction.SENT, false, payload, new Entry.Carriage(1, 1, false));
    log.append(new Numbered(1, "", entry));
    assertThat(log.payload(0, 65_530, 10)).isEqualTo(payload.slice(65_530, 65_540));
    log.close();
    if (history.reopen(log.id()) instanceof Reopened.Past(var past)) {
      for (var from : List.of(0, 65_530, 65_536, 999_000, 1_000_002, 1_000_003)) {
        var end = Math.min(payload.size(), from + 70_000);
        assertThat(past.payload(0, from, 70_000)).isEqualTo(payload.slice(from, end));
      }
      assertThat(past.entry(0).orElseThrow().entry()).isEqualTo(entry);
      assertThat(past.rows(0, 1).getFirst().head()).isEqualTo(payload.slice(0, Row.HEAD_BYTES));
      assertThat(
              past.find(
                  Filter.ALL.with((kind, whole) -> whole.remaining() == 1_000_003),
                  0,
                  true,
                  () -> false))
          .hasValue(0);
      past.close();
    }
  }

  @Test
  void aMessageThatWasNotSentKeepsItsBytesAndTheReason() throws SQLException {
    var log = history.begin(START, LogWatcher.NONE);
    var lost = new Entry.Unsent(AT, Opcode.BINARY, Bytes.hex("00ff"), "the connection has ended");
    log.append(text(1, "hello"));
    log.append(new Numbered(2, "", lost));
    log.close();
    if (history.reopen(log.id()) instanceof Reopened.Past(var past)) {
      var row = past.rows(1, 1).getFirst();
      assertThat(row.kind()).isEqualTo(RowKind.UNSENT);
      assertThat(row.wireBytes()).isZero();
      assertThat(row.head()).isEqualTo(lost.payload());
      assertThat(past.entry(1).orElseThrow().entry()).isEqualTo(lost);
      assertThat(past.count(Filter.ALL.ofKinds(Set.of(RowKind.BINARY)), () -> false)).isZero();
      past.close();
    }
    asBefore(log.id());
    if (history.reopen(log.id()) instanceof Reopened.Past(var past)) {
      assertThat(past.rows(0, 2)).hasSize(2);
      assertThat(past.entry(1).orElseThrow().entry())
          .isEqualTo(
              new Entry.Notice(AT, "This row cannot be read: why it was not sent is missing."));
      past.close();
    }
  }

  /** Files had no such columns at first. */
  private void asBefore(String id) throws SQLException {
    var file = folder.resolve("sessions/" + id + ".db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE entry DROP COLUMN lost");
      statement.execute("ALTER TABLE entry DROP COLUMN opcode");
    }
  }

  @Test
  void pressureIsToldAndGoesAgain() throws InterruptedException {
    var pressed = new CountDownLatch(1);
    var eased = new CountDownLatch(1);
    var log =
        history.begin(
            START,
            new LogWatcher() {
              @Override
              public void pressure(boolean high) {
                (high ? pressed : eased).countDown();
              }
            });
    var large = "x".repeat(1 << 20);
    for (var number = 1; pressed.getCount() > 0; number++) {
      log.append(text(number, large));
    }
    eased.await();
    assertThat(log.unwritten()).isLessThan(32);
  }
}
