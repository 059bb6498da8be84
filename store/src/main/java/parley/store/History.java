package parley.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of the past and those that are going on, in a folder. Several programs may use one
 * folder. Any thread may call it; all of it may wait for the disk. Where the folder cannot be
 * written, sessions live in memory, and the owner is told. What cannot be read or changed otherwise
 * is a {@link HistoryException}.
 */
public final class History implements AutoCloseable {

  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  private static final int MAX_RANDOM = 1_000_000;

  /** A session that is written here. */
  private record Live(SessionLog log, SessionStart start, @Nullable SessionHold holdOrNull) {}

  private final SessionFiles files;
  private final SharedCatalogue catalogue;
  private final Consumer<String> trouble;
  private final Map<String, Live> live = new ConcurrentHashMap<>();

  private History(SessionFiles files, SharedCatalogue catalogue, Consumer<String> trouble) {
    this.files = files;
    this.catalogue = catalogue;
    this.trouble = trouble;
  }

  /**
   * Opens the history in {@code folder}, which is made when it is not there: sessions whose writer
   * was killed are ended, and what is beyond the retention goes.
   *
   * @param trouble told in whole sentences what does not work, once each
   */
  public static History open(Path folder, Consumer<String> trouble) {
    var opening = new HistoryOpening(folder, trouble);
    var history = new History(opening.files(), opening.catalogue(), trouble);
    history.tryRetention();
    return history;
  }

  /**
   * Begins a session. To be ended by closing its log.
   *
   * @param watcher told of its log
   */
  public SessionLog begin(SessionStart start, LogWatcher watcher) {
    var id = newId(start.began());
    var hold = SessionHold.take(files.lock(id)).orElse(null);
    var log =
        SessionLog.begin(id, files.file(id), SessionFiles.about(start), watcher, () -> ended(id));
    var session = new Live(log, start, hold);
    live.put(id, session);
    tryList(id, () -> catalogue.put(info(id, session, "", null)));
    return log;
  }

  private void tryList(String id, Runnable task) {
    var consequence =
        "The session %s is missing from the list until the history is opened again.".formatted(id);
    catalogue.tryTo(task, consequence, trouble);
  }

  private static String newId(Instant began) {
    var random = ThreadLocalRandom.current().nextInt(MAX_RANDOM);
    return "%s-%06d".formatted(ID.format(began), random);
  }

  private static SessionInfo info(
      String id, Live session, String note, @Nullable Instant endedOrNull) {
    var log = session.log();
    return new SessionInfo(
        id, session.start(), endedOrNull, log.size(), log.fileSize(), note, endedOrNull == null);
  }

  /** It has ended here, whether or not the list can say so. */
  private void ended(String id) {
    var session = live.remove(id);
    if (session == null) {
      return;
    }
    tryList(id, () -> catalogue.put(info(id, session, note(id), Instant.now())));
    var hold = session.holdOrNull();
    if (hold != null) {
      hold.close();
    }
    tryRetention();
  }

  private String note(String id) {
    return catalogue.find(id).map(SessionInfo::note).orElse("");
  }

  private void tryRetention() {
    catalogue.tryTo(this::applyRetention, "Old sessions stay until another one ends.", trouble);
  }

  /** The sessions that {@code query} asks for, the newest first. */
  public List<SessionInfo> sessions(SessionQuery query) {
    return all().stream().filter(query::fits).limit(query.limit()).toList();
  }

  private List<SessionInfo> all() {
    return catalogue.all().stream().map(this::asOfNow).toList();
  }

  private SessionInfo asOfNow(SessionInfo known) {
    var here = live.get(known.id());
    return here == null ? known : info(known.id(), here, known.note(), null);
  }

  /** One session. */
  public Optional<SessionInfo> session(String id) {
    return catalogue.find(id).map(this::asOfNow);
  }

  /** The log of a session. */
  public Reopened reopen(String id) {
    var here = live.get(id);
    if (here != null) {
      return new Reopened.Live(here.log());
    }
    if (catalogue.find(id).isEmpty() || !files.file(id).toFile().exists()) {
      return new Reopened.Gone();
    }
    try {
      return new Reopened.Past(SessionLog.reopen(id, files.file(id)));
    } catch (HistoryException unreadable) {
      return new Reopened.Unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Changes what a person wrote about a session; false when there is no such session. */
  public boolean annotate(String id, String note) {
    return catalogue.change(id, info -> info.withNote(note));
  }

  /** The conversation of a session has another key and name; false when there is no session. */
  public boolean rename(String id, String conversation, String name) {
    live.computeIfPresent(
        id, (_, one) -> new Live(one.log(), one.start().of(conversation, name), one.holdOrNull()));
    return catalogue.change(id, info -> info.withStart(info.start().of(conversation, name)));
  }

  /** Deletes a closed session; false when it is open, here or elsewhere, or not there. */
  public boolean delete(String id) {
    if (catalogue.find(id).isEmpty() || isOpen(id)) {
      return false;
    }
    try {
      files.delete(id);
      catalogue.remove(id);
      return true;
    } catch (IOException failure) {
      trouble.accept(
          "The session cannot be deleted: %s. Close what has %s open, or change who may write there."
              .formatted(failure.getMessage(), files.file(id)));
      return false;
    }
  }

  private boolean isOpen(String id) {
    return live.containsKey(id) || SessionHold.isTaken(files.lock(id));
  }

  /** How much history is kept. */
  public Retention retention() {
    return catalogue.retention();
  }

  /** Changes how much history is kept, and deletes what is beyond. */
  public void retention(Retention wanted) {
    catalogue.retention(wanted);
    applyRetention();
  }

  private void applyRetention() {
    var limits = catalogue.retention();
    var oldest = Instant.now().minus(limits.maxAge());
    var kept = 0;
    var keptBytes = 0L;
    for (var info : catalogue.all()) {
      if (isOpen(info.id())) {
        continue;
      }
      kept++;
      keptBytes += info.size().bytes();
      var ended = info.ended().orElse(info.start().began());
      if (kept > limits.maxSessions()
          || keptBytes > limits.maxSize().bytes()
          || ended.isBefore(oldest)) {
        delete(info.id());
      }
    }
  }

  /**
   * Looks for a text in the messages of sessions, on threads of its own.
   *
   * @param among which sessions to look at
   * @return what cancels it when it is closed
   */
  public ContentSearch search(
      String text, boolean anyCase, SessionQuery among, ContentSearch.Watcher watcher) {
    return ContentSearch.begin(this, text, anyCase, sessions(among), watcher);
  }

  /** Closes all logs that were begun here, then the catalogue. */
  @Override
  public void close() {
    for (var session : List.copyOf(live.values())) {
      session.log().close();
    }
    catalogue.close();
  }
}
