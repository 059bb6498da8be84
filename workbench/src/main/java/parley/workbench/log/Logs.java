package parley.workbench.log;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import parley.model.value.Value;
import parley.store.History;
import parley.store.HistoryException;
import parley.store.Reopened;
import parley.store.SessionLog;
import parley.store.SessionStart;
import parley.workbench.call.Answer;
import parley.workbench.call.Call;
import parley.workbench.call.Faults;
import parley.workbench.call.Json;
import parley.workbench.call.Page;
import parley.workbench.call.Pages;
import parley.workbench.call.With;

/** All logs: those that are written, and those of the past that somebody looks at. */
public final class Logs implements AutoCloseable {

  /** How many past sessions stay open, for the next window of rows. */
  private static final int MAX_PAST = 16;

  private static final long TELL_MILLIS = 500;

  private final History history;
  private final Pages pages;
  private final Map<String, LiveLog> live = new ConcurrentHashMap<>();
  private final LinkedHashMap<String, SessionLog> past = new LinkedHashMap<>(16, 0.75f, true);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("parley-rates").factory());

  private Logs(History history, Pages pages) {
    this.history = history;
    this.pages = pages;
  }

  /** Opens the history in {@code folder}; the pages are told what does not work. */
  public static Logs open(Path folder, Pages pages) {
    var history = History.open(folder, text -> pages.tell("notice", notice(text)));
    var logs = new Logs(history, pages);
    logs.start();
    return logs;
  }

  private static Value notice(String text) {
    return Json.object().put("text", text).put("severity", "error").value();
  }

  /** Rates fall although nothing happens. */
  private void start() {
    var _ =
        clock.scheduleWithFixedDelay(
            () -> Faults.contain(this::tellRates), TELL_MILLIS, TELL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tellRates() {
    live.values().stream().filter(LiveLog::isActive).forEach(this::tell);
  }

  private void tell(LiveLog log) {
    pages.tellLatest("log", log.session(), log.state());
  }

  /**
   * Begins the log of a conversation.
   *
   * @param pressure told when nothing more should be read from the network, and when it may again
   */
  public LiveLog begin(SessionStart start, Consumer<Boolean> pressure) {
    var log =
        LiveLog.begin(history, start, pressure, this::tell, ended -> live.remove(ended.session()));
    live.put(log.session(), log);
    return log;
  }

  /** The conversation of a session has another key and name; the pages are told. */
  public void renamed(String session, String conversation, String name) {
    try {
      if (history.rename(session, conversation, name)) {
        pages.tell("history", Json.object().put("changed", true).value());
      }
    } catch (HistoryException failure) {
      pages.tell("notice", notice(failure.getMessage() + "."));
    }
  }

  /** The past and its settings. */
  public History history() {
    return history;
  }

  /** A log that is written now. */
  public Optional<LiveLog> live(String session) {
    return Optional.ofNullable(live.get(session));
  }

  /** The log of a session, of now or of the past; a past one is closed here. */
  Reopened find(String session) {
    var here = live.get(session);
    if (here != null) {
      return new Reopened.Live(here.log());
    }
    synchronized (past) {
      var known = past.get(session);
      return known == null ? reopen(session) : new Reopened.Past(known);
    }
  }

  private Reopened reopen(String session) {
    var found = history.reopen(session);
    if (found instanceof Reopened.Past(var log)) {
      past.put(session, log);
      if (past.size() > MAX_PAST) {
        past.pollFirstEntry().getValue().close();
      }
    }
    return found;
  }

  /** What is done with the log of a session. */
  @FunctionalInterface
  public interface OnLog {
    Answer on(SessionLog log, With with, Page page);
  }

  /** A call on the log of the {@code session} that it names. */
  public Call on(OnLog work) {
    return (with, page) -> on(with.text("session"), log -> work.on(log, with, page));
  }

  /** What {@code work} answers, or why there is no such log. */
  public Answer on(String session, Function<SessionLog, Answer> work) {
    try {
      return switch (find(session)) {
        case Reopened.Live(var log) -> work.apply(log);
        case Reopened.Past(var log) -> work.apply(log);
        case Reopened.Gone _ ->
            Answer.refuse(Answer.Code.MISSING, "This session is not in the history any more.");
        case Reopened.Unreadable(var why) -> Answer.refuse(Answer.Code.BROKEN, why + ".");
      };
    } catch (HistoryException failure) {
      return Answer.refuse(
          Answer.Code.BROKEN,
          failure.getMessage() + ".",
          "Look at the disk, and who may read there.");
    }
  }

  /** Forgets a past session, which is about to be deleted. */
  public void release(String session) {
    synchronized (past) {
      var log = past.remove(session);
      if (log != null) {
        log.close();
      }
    }
  }

  /** Ends all sessions. */
  @Override
  public void close() {
    clock.shutdownNow();
    live.values().forEach(LiveLog::close);
    synchronized (past) {
      past.values().forEach(SessionLog::close);
      past.clear();
    }
    history.close();
  }
}
