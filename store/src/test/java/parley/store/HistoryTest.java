package parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.protocol.frame.ByteSize;

class HistoryTest {

  @TempDir Path folder;

  private final List<String> troubles = new ArrayList<>();

  private History open() {
    return History.open(folder, troubles::add);
  }

  private static String past(History history, String name, Instant began) {
    var start = new SessionStart("/c", name + ".yaml", name, "ws://h/" + name, "", began);
    try (var log = history.begin(start, LogWatcher.NONE)) {
      log.append(SessionLogTest.text(1, "hello"));
      return log.id();
    }
  }

  private static List<String> names(History history, String text) {
    return history.sessions(new SessionQuery(text, null, null, 10)).stream()
        .map(info -> info.start().name())
        .toList();
  }

  @Test
  void sessionsAreListedTheNewestFirstAndFoundByTheirWords() {
    try (var history = open()) {
      past(history, "old", Instant.parse("2026-11-21T10:00:00Z"));
      past(history, "new", Instant.now());
      assertThat(names(history, "")).containsExactly("new", "old");
      assertThat(names(history, "WS://H/OLD")).containsExactly("old");
    }
  }

  @Test
  void notesAndNamesAreKept() {
    String id;
    try (var history = open()) {
      id = past(history, "a", Instant.now());
      assertThat(history.annotate(id, "the bad one")).isTrue();
      assertThat(history.rename(id, "b.ws.yaml", "b")).isTrue();
      assertThat(history.annotate("none", "x")).isFalse();
    }
    try (var history = open()) {
      assertThat(history.session(id).orElseThrow().note()).isEqualTo("the bad one");
      assertThat(names(history, "bad")).containsExactly("b");
    }
  }

  @Test
  void aConversationIsRenamedWhileItGoesOn() {
    try (var history = open()) {
      var log = history.begin(SessionLogTest.START, LogWatcher.NONE);
      assertThat(history.rename(log.id(), "b.ws.yaml", "b")).isTrue();
      assertThat(names(history, "")).containsExactly("b");
      log.close();
      assertThat(names(history, "")).containsExactly("b");
      assertThat(history.session(log.id()).orElseThrow().start().conversation())
          .isEqualTo("b.ws.yaml");
    }
  }

  @Test
  void aSessionEndsThoughTheListCannotBeRead() throws IOException, SQLException {
    try (var history = open()) {
      var start = new SessionStart("/c", "a.yaml", "a", "ws://h/", "", Instant.now());
      var log = history.begin(start, LogWatcher.NONE);
      log.append(SessionLogTest.text(1, "hello"));
      try (var other =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalogue.db"));
          var statement = other.createStatement()) {
        statement.execute("DROP TABLE session");
      }
      log.close();
      assertThat(folder.resolve("sessions").resolve(log.id() + ".lock")).doesNotExist();
      assertThat(troubles)
          .anyMatch(text -> text.contains("missing from the list"))
          .anyMatch(text -> text.contains("Old sessions stay"));
    }
    troubles.clear();
    try (var history = open()) {
      assertThat(names(history, "")).containsExactly("a");
      assertThat(troubles).isEmpty();
    }
  }

  @Test
  void deletingRemovesTheFiles() throws IOException {
    try (var history = open()) {
      var id = past(history, "a", Instant.now());
      assertThat(history.delete(id)).isTrue();
      assertThat(history.reopen(id)).isInstanceOf(Reopened.Gone.class);
      try (var left = Files.list(folder.resolve("sessions"))) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void retentionTakesTheOldestButNoOpenOne() {
    try (var history = open()) {
      var ended = past(history, "ended", Instant.now().minusSeconds(60));
      var live = history.begin(SessionLogTest.START, LogWatcher.NONE);
      live.append(SessionLogTest.text(1, "x"));
      history.retention(new Retention(Duration.ofDays(1), 0, ByteSize.ofMegabytes(1)));
      assertThat(history.session(ended)).isEmpty();
      assertThat(history.session(live.id())).isPresent();
      assertThat(history.retention().maxSessions()).isZero();
    }
  }

  @Test
  void aDamagedCatalogueIsMadeAnewFromTheFiles() throws IOException {
    String id;
    try (var history = open()) {
      id = past(history, "a", Instant.now());
    }
    Files.writeString(folder.resolve("catalogue.db"), "this is no database, whatever it was");
    try (var history = open()) {
      assertThat(history.session(id).orElseThrow().rows()).isEqualTo(1);
    }
    assertThat(troubles).singleElement().asString().contains("was damaged");
  }

  @Test
  void aDamagedSessionIsUnreadableAndTheRestWorks() throws IOException {
    try (var history = open()) {
      var id = past(history, "a", Instant.now());
      Files.writeString(folder.resolve("sessions/" + id + ".db"), "this is no database at all");
      assertThat(history.reopen(id))
          .isInstanceOfSatisfying(
              Reopened.Unreadable.class,
              found -> assertThat(found.why()).contains("the file is damaged"));
      assertThat(names(history, "")).containsExactly("a");
    }
  }

  @Test
  void aFileWhoseWriterHasNotBegunIsEmpty() throws SQLException {
    var file = folder.resolve("new.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
    }
    try (var log = SessionLog.reopen("new", file)) {
      assertThat(log.size()).isZero();
      assertThat(log.positionOf(7)).isEmpty();
    }
  }

  @Test
  void twoHistoriesShareAFolder() {
    try (var one = open();
        var other = open()) {
      var mine = past(one, "mine", Instant.now());
      var theirs = past(other, "theirs", Instant.now());
      assertThat(one.session(theirs)).isPresent();
      assertThat(other.delete(mine)).isTrue();
      assertThat(names(one, "")).containsExactly("theirs");
    }
  }

  @Test
  void nobodyElseMayReadIt() throws IOException {
    try (var history = open()) {
      past(history, "a", Instant.now());
    }
    if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }
}
