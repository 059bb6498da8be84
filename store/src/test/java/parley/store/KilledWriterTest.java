package parley.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.store.row.Row;

/** A writer that is killed, as by {@code kill -9}, loses the last second at most. */
class KilledWriterTest {

  private static final int ROWS_BEFORE = 60_000;

  @TempDir Path folder;

  @Test
  void losesAtMostTheLastSecond() throws IOException, InterruptedException {
    var writer = start();
    var said = new ArrayList<String>();
    String session;
    try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
      session = out.readLine();
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (said.size() == ROWS_BEFORE) {
          // Not by the process itself, which would close its output unread.
          writer.toHandle().destroyForcibly();
        }
      }
    } finally {
      writer.destroyForcibly().waitFor();
    }
    assertKept(session, said);
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            WriterProcess.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void assertKept(String session, List<String> said) {
    var lastMillis = millis(said.getLast());
    var certain = said.stream().filter(line -> millis(line) < lastMillis - 1000).count();
    try (var history = History.open(folder, trouble -> {})) {
      var info = history.session(session).orElseThrow();
      assertThat(info.open()).isFalse();
      assertThat(info.rows()).isGreaterThanOrEqualTo(certain).isPositive();
      if (history.reopen(session) instanceof Reopened.Past(var log)) {
        try (log) {
          assertThat(log.size()).isEqualTo(info.rows());
          var last = log.rows(log.size() - 3, 3).stream().map(Row::number).toList();
          assertThat(last).containsExactly(log.size() - 2, log.size() - 1, log.size());
        }
      }
    }
  }

  private static long millis(String line) {
    return Long.parseLong(line.substring(0, line.indexOf(' ')));
  }

  @Test
  void aSessionOfALivingWriterStaysOpenAndIsNotDeleted() throws IOException, InterruptedException {
    var writer = start();
    try (var out = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8));
        var history = History.open(folder, trouble -> {})) {
      var session = out.readLine();
      assertThat(history.session(session).orElseThrow().open()).isTrue();
      assertThat(history.delete(session)).isFalse();
      var mine = history.begin(SessionLogTest.START, LogWatcher.NONE);
      mine.append(SessionLogTest.text(1, "beside it"));
      assertThat(history.sessions(SessionQuery.ALL)).hasSize(2);
    } finally {
      writer.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }
  }
}
