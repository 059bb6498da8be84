package parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.engine.plan.FileAccess;
import parley.engine.session.SharedState;
import parley.model.outcome.Numbered;
import parley.model.transcript.Entry;
import parley.runner.live.LiveSession;
import parley.runner.live.SessionWatcher;
import parley.store.Reopened;
import parley.store.SessionStart;
import parley.store.row.Filter;
import parley.store.row.RowKind;
import parley.transport.connect.Connector;
import parley.workbench.call.Pages;
import parley.workbench.log.LiveLog;
import parley.workbench.log.Logs;

/**
 * A stream of 200-byte messages from a server of the library ws, received by a client of the same
 * library that only counts, then by a session that stores every message with its frame, while a
 * page asks for the newest rows ten times a second.
 */
final class StreamFigures {

  private static final int ASK_MILLIS = 100;
  private static final int ROWS = 60;

  private final String rate;
  private final String seconds;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Double> answers = new ArrayList<>();
  private long memoryPeakBytes;

  private StreamFigures(String rate, String seconds) {
    this.rate = rate;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var figures = new StreamFigures(arguments[0], arguments[1]);
    System.out.println("Node ws alone: " + figures.alone());
    System.out.println("stored:        " + figures.stored());
  }

  private static Process node(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("node"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private Process server() throws IOException {
    return node("benchmarks/peers/stream-server.js", rate, seconds);
  }

  private static BufferedReader lines(Process process) {
    return process.inputReader();
  }

  private String alone() throws IOException, InterruptedException {
    var server = server();
    try (var port = lines(server)) {
      var client = node("benchmarks/peers/stream-client.js", "ws://127.0.0.1:" + port.readLine());
      try (var said = lines(client)) {
        return String.valueOf(said.readLine());
      } finally {
        client.waitFor();
      }
    } finally {
      server.destroy();
    }
  }

  private String stored() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("parley-stream");
    var server = server();
    try (var port = lines(server);
        var connector = new Connector()) {
      return stored(folder, port.readLine(), connector);
    } finally {
      server.destroy();
      delete(folder);
    }
  }

  private String stored(Path folder, String port, Connector connector) throws InterruptedException {
    try (var logs = Logs.open(folder, new Pages())) {
      var start = new SessionStart("", "feed.ws.yaml", "Feed", "", "", Instant.now());
      var session = new LiveSession[1];
      var log = logs.begin(start, high -> hold(session[0], high));
      var plan =
          Sessions.plan("url: ws://127.0.0.1:" + port + "\nsteps:\n  - connect:\n  - wait: 30m\n");
      session[0] = new LiveSession(connector, plan, start(), FileAccess.NONE, watcher(log));
      var began = System.nanoTime();
      var cpu = cpuNanos();
      session[0].begin();
      watch(log);
      var took = (System.nanoTime() - began) / 1e9;
      var used = (cpuNanos() - cpu) / 1e9;
      session[0].abandon();
      return said(logs, log, took, used);
    }
  }

  private static void hold(LiveSession session, boolean high) {
    if (high) {
      session.pauseReading();
    } else {
      session.resumeReading();
    }
  }

  private static parley.engine.session.SessionStart start() {
    return new parley.engine.session.SessionStart(
        Instant.now(), new Random(1), Map.of(), new SharedState());
  }

  private SessionWatcher watcher(LiveLog log) {
    return new SessionWatcher() {
      @Override
      public Detail detail() {
        return Detail.FRAMES;
      }

      @Override
      public void entry(Numbered numbered) {
        log.append(numbered);
        if (numbered.entry() instanceof Entry.Closed) {
          closed.countDown();
        }
      }
    };
  }

  /** What a page does that follows the tail. */
  private void watch(LiveLog log) throws InterruptedException {
    while (!closed.await(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
      var began = System.nanoTime();
      log.rows(log.rows() - ROWS, ROWS);
      answers.add((System.nanoTime() - began) / 1e6);
      var runtime = Runtime.getRuntime();
      memoryPeakBytes = Math.max(memoryPeakBytes, runtime.totalMemory() - runtime.freeMemory());
    }
  }

  private String said(Logs logs, LiveLog log, double took, double used) {
    log.close();
    var messages = messages(logs, log.session());
    Collections.sort(answers);
    return "%,d rows in %.1f s (%,.0f a second), %.1f s of processor time, heap %d MB at most; 60 rows in %.1f ms, at most %.1f ms"
        .formatted(
            messages,
            took,
            messages / took,
            used,
            memoryPeakBytes >> 20,
            answers.get(answers.size() / 2),
            answers.getLast());
  }

  private static long messages(Logs logs, String session) {
    return switch (logs.history().reopen(session)) {
      case Reopened.Past(var past) -> {
        try (past) {
          yield past.count(Filter.ALL.ofKinds(Set.of(RowKind.TEXT)), () -> false);
        }
      }
      case Reopened other -> throw new IllegalStateException(other.toString());
    };
  }

  private static long cpuNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
