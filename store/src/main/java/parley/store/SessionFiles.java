package parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.protocol.frame.ByteSize;
import parley.store.file.RowReader;

/** The files of sessions in their folder: each has all that the catalogue knows at first. */
record SessionFiles(Path folder) {

  private static final String END = ".db";

  Path file(String id) {
    return folder.resolve(id + END);
  }

  Path lock(String id) {
    return folder.resolve(id + ".lock");
  }

  /** The ids of all files that are there. */
  List<String> ids() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(END))
          .map(name -> name.substring(0, name.length() - END.length()))
          .toList();
    }
  }

  ByteSize size(String id) {
    return ByteSize.of(file(id).toFile().length() + beside(id, "-wal").toFile().length());
  }

  private Path beside(String id, String end) {
    return folder.resolve(id + END + end);
  }

  /** Deletes what there is of a session. */
  void delete(String id) throws IOException {
    for (var file : List.of(file(id), beside(id, "-wal"), beside(id, "-shm"), lock(id))) {
      Files.deleteIfExists(file);
    }
  }

  static Map<String, String> about(SessionStart start) {
    var about = new LinkedHashMap<String, String>();
    about.put("collection", start.collection());
    about.put("conversation", start.conversation());
    about.put("name", start.name());
    about.put("url", start.url());
    about.put("environment", start.environment());
    about.put("began", start.began().toString());
    return about;
  }

  /** What a file that nobody writes says about itself; empty when it says nothing. */
  Optional<SessionInfo> read(String id) throws SQLException {
    var opened = RowReader.open(file(id));
    if (opened.isEmpty()) {
      return Optional.empty();
    }
    try (var reader = opened.get()) {
      return info(id, reader);
    }
  }

  private Optional<SessionInfo> info(String id, RowReader reader) throws SQLException {
    var about = reader.about();
    if (!about.containsKey("began")) {
      return Optional.empty();
    }
    var start = start(about);
    return Optional.of(
        new SessionInfo(id, start, ended(reader, start), reader.end(), size(id), "", false));
  }

  private static SessionStart start(Map<String, String> about) {
    return new SessionStart(
        about.getOrDefault("collection", ""),
        about.getOrDefault("conversation", ""),
        about.getOrDefault("name", ""),
        about.getOrDefault("url", ""),
        about.getOrDefault("environment", ""),
        Instant.parse(about.getOrDefault("began", "")));
  }

  private static Instant ended(RowReader reader, SessionStart start) throws SQLException {
    var end = reader.end();
    var last = reader.rows(end - 1, end);
    return last.isEmpty() ? start.began() : last.getFirst().at().time();
  }
}
