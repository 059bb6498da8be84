package parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;
import parley.store.SessionStart;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Page;
import parley.workbench.call.Pages;
import parley.workbench.call.With;
import parley.workbench.entry.EntryCalls;
import parley.workbench.log.LogCalls;
import parley.workbench.log.Logs;
import parley.workbench.log.Views;

/**
 * Stores a million messages of 200 bytes as fast as it can, then reads them as the page does: opens
 * the session again, jumps, filters.
 */
final class LogFigures {

  private static final int MESSAGES = 1_000_000;
  private static final int WINDOW = 100;
  private static final int JUMPS = 500;
  private static final int ROUNDS = 5;

  private final Calls calls = new Calls();
  private final Pages pages = new Pages();
  private final Logs logs;
  private final Asker asker = new Asker();

  private LogFigures(Path folder) {
    logs = Logs.open(folder, pages);
    new LogCalls(logs, new Views()).addTo(calls);
    new EntryCalls(logs).addTo(calls);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("parley-log");
    try {
      new LogFigures(folder).run();
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void run() throws InterruptedException {
    var session = store();
    say("open it again, and its last 100 rows", millis(() -> rows(session, MESSAGES - WINDOW)));
    jumps(session);
    detail(session);
    say("all of the last row, with what was sent before it", millis(() -> detail(session)));
    filters(session, "a text, in any case: 100 rows", "9999,\\\"TIME");
    filters(session, "a text in every row", "eurusd");
    filters(session, "a regular expression: 1,000 rows", "/ask\\\":1\\\\.1\\\\d+000\\\\b/");
    filters(session, "a condition: $.bid > 1.0999", "$.bid > 1.0999");
    logs.close();
  }

  private String store() throws InterruptedException {
    var start = new SessionStart("", "feed.ws.yaml", "Feed", "ws://localhost/", "", Instant.now());
    var free = new Gate();
    var began = System.nanoTime();
    var cpu = cpuNanos();
    var log = logs.begin(start, free::hold);
    for (var i = 0; i < MESSAGES; i++) {
      free.await();
      log.append(new Numbered(2L * i + 1, "", frame(i)));
      log.append(new Numbered(2L * i + 2, "", message(i)));
    }
    log.close();
    var seconds = (System.nanoTime() - began) / 1e9;
    System.out.printf(
        "stored and closed: %,.0f messages a second, %.1f s of processor time%n",
        MESSAGES / seconds, (cpuNanos() - cpu) / 1e9);
    return log.session();
  }

  /** What a connector does when the store asks it to wait. */
  private static final class Gate {
    private boolean held;

    private synchronized void hold(boolean hold) {
      held = hold;
      notifyAll();
    }

    private synchronized void await() throws InterruptedException {
      while (held) {
        wait();
      }
    }
  }

  private static Bytes payload(int i) {
    var text =
        "{\"symbol\":\"EURUSD\",\"bid\":1.%05d,\"ask\":1.1%05d,\"time\":%d,\"note\":\"%s\"}"
            .formatted(i % 10_000, i % 100_000, 1_700_000_000_000L + i, "x".repeat(113));
    return Bytes.utf8(text);
  }

  private static Moment moment(int i) {
    return new Moment(Instant.ofEpochSecond(1_700_000_000, i * 1000L), Duration.ofNanos(i * 1000L));
  }

  private static Entry frame(int i) {
    var header = FrameHeader.of(Opcode.TEXT, true, 200);
    return new Entry.Frame(moment(i), Direction.RECEIVED, header, Bytes.EMPTY);
  }

  private static Entry message(int i) {
    var payload = payload(i);
    var carriage = new Entry.Carriage(1, payload.size(), false);
    return new Entry.Message(moment(i), Direction.RECEIVED, true, payload, carriage);
  }

  private void jumps(String session) {
    var random = new Random(1);
    var times = new double[JUMPS];
    for (var i = 0; i < JUMPS; i++) {
      var from = random.nextInt(MESSAGES - WINDOW);
      times[i] = millis(() -> rows(session, from));
    }
    Arrays.sort(times);
    say("jump to 100 rows anywhere, median", times[JUMPS / 2]);
    say("jump to 100 rows anywhere, slowest of 500", times[JUMPS - 1]);
  }

  private void rows(String session, long from) {
    asker.ask(
        "log.rows",
        "{\"session\":\"%s\",\"from\":%d,\"count\":%d}".formatted(session, from, WINDOW));
  }

  /** Nothing was sent: the longest way to look for it. */
  private void detail(String session) {
    asker.ask("log.entry", "{\"session\":\"%s\",\"position\":%d}".formatted(session, MESSAGES - 1));
  }

  private void filters(String session, String what, String find) {
    var times = new double[ROUNDS];
    var cpu = cpuNanos();
    for (var i = 0; i < ROUNDS; i++) {
      times[i] = millis(() -> asker.filter(session, find));
    }
    var cpuMillis = (cpuNanos() - cpu) / 1e6 / ROUNDS;
    Arrays.sort(times);
    say("filter by " + what + " (" + asker.matches + " found)", times[ROUNDS / 2]);
    System.out.printf("  %,.0f ms of processor time, on two threads%n", cpuMillis);
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static double millis(Runnable work) {
    var began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e6;
  }

  private static void say(String what, double millis) {
    System.out.printf("%-70s %,8.1f ms%n", what, millis);
  }

  /** A page that asks and waits for the end of a filter. */
  private final class Asker implements Page {
    private CountDownLatch done = new CountDownLatch(1);
    private String matches = "";

    private String ask(String call, String with) {
      return switch (calls.find(call).orElseThrow().on(With.of(value(with)), this)) {
        case Answer.Result(var value) -> JsonWriter.write(value);
        case Answer.Refusal refusal -> throw new IllegalStateException(refusal.text());
      };
    }

    private static Value value(String json) {
      return switch (JsonReader.read(json)) {
        case JsonReading.Read(var value) -> value;
        case JsonReading.Unreadable wrong -> throw new IllegalStateException(wrong.text());
      };
    }

    private void filter(String session, String find) {
      done = new CountDownLatch(1);
      var state =
          ask(
              "log.filter",
              "{\"session\":\"%s\",\"query\":{\"find\":\"%s\"}}".formatted(session, find));
      try {
        done.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      ask(
          "log.drop",
          "{\"view\":\"%s\"}".formatted(state.replaceFirst(".*?\"view\":\"([^\"]+)\".*", "$1")));
    }

    @Override
    public void tell(String event, Value data) {
      var text = JsonWriter.write(data);
      if (event.equals("view") && text.contains("\"done\":true")) {
        matches = text.replaceFirst(".*\"matches\":(\\d+).*", "$1");
        done.countDown();
      }
    }

    @Override
    public void tellLatest(String event, String key, Value data) {
      tell(event, data);
    }

    @Override
    public void whenGone(Runnable task) {}
  }
}
