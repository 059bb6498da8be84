package parley.store;

import java.util.List;
import parley.store.row.Filter;

/** A search through the messages of many sessions; closing it cancels it. */
public final class ContentSearch implements AutoCloseable {

  /** Is told how a search goes, on the thread of the search. */
  public interface Watcher {

    /**
     * A session holds the text.
     *
     * @param matches in how many rows
     */
    void found(SessionInfo session, long matches);

    /** How many sessions were looked at, of how many. */
    void progress(int done, int all);

    /** Nothing more will be told. */
    void finished(boolean cancelled);
  }

  private final History history;
  private final Filter filter;
  private final List<SessionInfo> sessions;
  private final Watcher watcher;
  private volatile boolean cancelled;

  private ContentSearch(
      History history, Filter filter, List<SessionInfo> sessions, Watcher watcher) {
    this.history = history;
    this.filter = filter;
    this.sessions = sessions;
    this.watcher = watcher;
  }

  static ContentSearch begin(
      History history, String text, boolean anyCase, List<SessionInfo> sessions, Watcher watcher) {
    var search = new ContentSearch(history, Filter.text(text, anyCase), sessions, watcher);
    Thread.ofPlatform().daemon().name("parley-search").start(search::run);
    return search;
  }

  private void run() {
    try {
      look();
    } finally {
      watcher.finished(cancelled);
    }
  }

  private void look() {
    var done = 0;
    for (var session : sessions) {
      if (cancelled) {
        break;
      }
      var matches = matches(session);
      if (matches > 0) {
        watcher.found(session, matches);
      }
      done++;
      watcher.progress(done, sessions.size());
    }
  }

  /** What cannot be read holds nothing; the list of sessions says more of it. */
  private long matches(SessionInfo session) {
    try {
      return switch (history.reopen(session.id())) {
        case Reopened.Live(var log) -> matches(log);
        case Reopened.Past(var log) -> {
          try (log) {
            yield matches(log);
          }
        }
        case Reopened.Gone _, Reopened.Unreadable _ -> 0;
      };
    } catch (HistoryException _) {
      return 0;
    }
  }

  private long matches(SessionLog log) {
    return log.count(filter, () -> cancelled);
  }

  @Override
  public void close() {
    cancelled = true;
  }
}
