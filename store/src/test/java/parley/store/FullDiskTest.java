package parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.frame.ByteSize;
import parley.store.row.Filter;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.store.tail.Tail;

/** A disk that cannot be written is told once; the newest rows go on in memory. */
class FullDiskTest {

  @TempDir Path folder;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  private final LogWatcher watcher =
      new LogWatcher() {
        @Override
        public void trouble(String text) {
          told.add(text);
        }

        @Override
        public void recovered() {
          told.add("recovered");
        }
      };

  private SessionLog begin(Path file, ByteSize limit) {
    return SessionLog.begin(
        "x", file, SessionFiles.about(SessionLogTest.START), watcher, () -> {}, limit);
  }

  /** A folder in place of the file: nothing can be written, whoever runs the test. */
  private Path unwritable() throws IOException {
    return Files.createDirectory(folder.resolve("x.db"));
  }

  @Test
  void rowsStayReadableInMemory() throws IOException, InterruptedException {
    try (var log = begin(unwritable(), Tail.LIMIT)) {
      log.append(SessionLogTest.text(1, "one"));
      assertThat(told.take())
          .startsWith("The history cannot be written to ")
          .contains("the folder or file cannot be written");
      log.append(SessionLogTest.text(2, "two"));
      assertThat(log.rows(0, 5)).extracting(Row::preview).containsExactly("one", "two");
    }
    assertThat(told).isEmpty();
  }

  @Test
  void whatDoesNotFitInMemoryIsLostAndSaysSo() throws IOException, InterruptedException {
    try (var log = begin(unwritable(), ByteSize.of(2000))) {
      log.append(SessionLogTest.text(1, "one"));
      told.take();
      for (var number = 2; number <= 100; number++) {
        log.append(SessionLogTest.text(number, "n" + number));
      }
      assertThat(log.size()).isEqualTo(100);
      assertThat(log.rows(0, 2)).extracting(Row::kind).containsExactly(RowKind.LOST, RowKind.LOST);
      assertThat(log.rows(99, 1)).extracting(Row::preview).containsExactly("n100");
    }
  }

  @Test
  void writingGoesOnWhenThereIsRoomAgain() throws IOException, InterruptedException {
    var file = unwritable();
    try (var log = begin(file, Tail.LIMIT)) {
      log.append(SessionLogTest.text(1, "one"));
      told.take();
      Files.delete(file);
      log.append(SessionLogTest.text(2, "two"));
      assertThat(told.take()).isEqualTo("recovered");
    }
    try (var log = SessionLog.reopen("x", file)) {
      assertThat(log.rows(0, 5)).extracting(Row::preview).containsExactly("one", "two");
    }
  }

  @Test
  void aHistoryWithoutAFolderLivesInMemory() throws IOException, InterruptedException {
    var file = Files.createFile(folder.resolve("taken"));
    try (var history = History.open(file.resolve("history"), told::add)) {
      assertThat(told.take()).startsWith("The history cannot be kept in ");
      var log = history.begin(SessionLogTest.START, watcher);
      log.append(SessionLogTest.text(1, "one"));
      assertThat(log.rows(0, 5)).extracting(Row::preview).containsExactly("one");
      assertThat(history.sessions(SessionQuery.ALL)).hasSize(1);
    }
  }

  /** Where root may mount a small file system, as in CI. */
  @Test
  void aDiskThatFillsUpLosesNothingOnceThereIsRoom() throws IOException, InterruptedException {
    var disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()));
    try {
      fill(disk.resolve("x.db"), disk.toString());
    } finally {
      assertThat(ran("umount", disk.toString())).isTrue();
    }
  }

  private void fill(Path file, String disk) throws InterruptedException {
    long size;
    try (var log = begin(file, Tail.LIMIT)) {
      for (var number = 1; told.isEmpty(); number++) {
        log.append(SessionLogTest.text(number, "x".repeat(1000)));
      }
      assertThat(told.take()).contains("the disk is full");
      assertThat(log.rows(0, 1)).extracting(Row::kind).containsExactly(RowKind.TEXT);
      assertThat(ran("mount", "-o", "remount,size=256m", disk)).isTrue();
      assertThat(told.take()).isEqualTo("recovered");
      size = log.size();
    }
    try (var past = SessionLog.reopen("x", file)) {
      assertThat(past.count(Filter.ALL, () -> false)).isEqualTo(size);
    }
  }

  private static boolean ran(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
