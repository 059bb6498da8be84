package parley.workbench.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.model.value.Value;
import parley.protocol.frame.ByteSize;
import parley.store.ContentSearch;
import parley.store.HistoryException;
import parley.store.Reopened;
import parley.store.Retention;
import parley.store.SessionInfo;
import parley.store.SessionQuery;
import parley.workbench.call.Answer;
import parley.workbench.call.BadCall;
import parley.workbench.call.Call;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Leases;
import parley.workbench.call.Page;
import parley.workbench.call.Pages;
import parley.workbench.call.With;
import parley.workbench.log.Logs;

/** The calls by which the page goes through past sessions. */
public final class HistoryCalls {

  private static final int MAX_ITEMS = 500;
  private static final int MAX_SESSIONS = 100_000;

  private final Logs logs;
  private final Pages pages;
  private final Map<String, Ending> endings = new ConcurrentHashMap<>();
  private final Leases<Named, ContentSearch> searches = new Leases<>(ContentSearch::close);

  /** A search under the name that its page gave it. */
  private record Named(Page page, String search) {}

  public HistoryCalls(Logs logs, Pages pages) {
    this.logs = logs;
    this.pages = pages;
  }

  /** Adds them. */
  public void addTo(Calls calls) {
    calls
        .add("history.list", guarded((with, page) -> list(with)))
        .add("history.search", guarded(this::search))
        .add("history.search.stop", this::stop)
        .add("history.delete", guarded((with, page) -> delete(with)))
        .add("history.retention", guarded((with, page) -> retention(with)));
  }

  private static Call guarded(Call call) {
    return (with, page) -> {
      try {
        return call.on(with, page);
      } catch (HistoryException failure) {
        return Answer.refuse(
            Answer.Code.BROKEN,
            failure.getMessage() + ".",
            "Look at the disk, and who may write there.");
      }
    };
  }

  private Answer list(With with) {
    var query = new SessionQuery(with.textIfAny("text").orElse(""), null, null, MAX_SESSIONS);
    var all = logs.history().sessions(query);
    var from = with.count("from", MAX_SESSIONS);
    var count = with.count("count", MAX_ITEMS);
    return Answer.of(
        Json.object()
            .put("total", all.size())
            .put("items", all.stream().skip(from).limit(count).toList(), this::item));
  }

  private Value item(SessionInfo info) {
    return fields(info).value();
  }

  private Json.Fields fields(SessionInfo info) {
    var start = info.start();
    var ending = ending(info);
    var json =
        Json.object()
            .put("session", info.id())
            .put("key", start.conversation())
            .put("name", start.name())
            .put("url", start.url())
            .put("began", start.began().toEpochMilli())
            .put("rows", info.rows())
            .put("bytes", info.size().bytes())
            .put("text", ending.text())
            .put("state", ending.state())
            .put("live", info.open());
    if (!start.environment().isEmpty()) {
      json.put("environment", start.environment());
    }
    info.ended().map(Instant::toEpochMilli).ifPresent(ended -> json.put("ended", ended));
    return json;
  }

  /** Read once of a session that has ended: it will not change. */
  private Ending ending(SessionInfo info) {
    return info.open() ? read(info.id()) : endings.computeIfAbsent(info.id(), this::read);
  }

  private Ending read(String session) {
    try {
      return switch (logs.history().reopen(session)) {
        case Reopened.Live(var log) -> Ending.of(log);
        case Reopened.Past(var log) -> {
          try (log) {
            yield Ending.of(log);
          }
        }
        case Reopened.Gone _ -> Ending.NOTHING;
        case Reopened.Unreadable(var why) -> new Ending("failed", why);
      };
    } catch (HistoryException failure) {
      return new Ending("failed", String.valueOf(failure.getMessage()));
    }
  }

  /** The page names the search, since what is found may be told before the answer. */
  private Answer search(With with, Page page) {
    var text = with.text("text");
    var named = new Named(page, with.text("search"));
    var query = new SessionQuery("", null, null, MAX_SESSIONS);
    var _ =
        searches.begin(
            named, page, () -> logs.history().search(text, true, query, new Teller(named)));
    return Answer.DONE;
  }

  /** Tells the page what is found, and how many sessions are left. */
  private final class Teller implements ContentSearch.Watcher {
    private final Named named;

    private Teller(Named named) {
      this.named = named;
    }

    @Override
    public void found(SessionInfo session, long matches) {
      tell(List.of(fields(session).put("matches", matches).value()), false);
    }

    @Override
    public void progress(int done, int all) {}

    @Override
    public void finished(boolean cancelled) {
      searches.end(named);
      tell(List.of(), true);
    }

    private void tell(List<Value> items, boolean done) {
      named.page.tell(
          "history",
          Json.object()
              .put("search", named.search)
              .put("items", Value.of(items))
              .put("done", done)
              .value());
    }
  }

  private Answer stop(With with, Page page) {
    searches.end(new Named(page, with.text("search")));
    return Answer.DONE;
  }

  private Answer delete(With with) {
    var open = 0;
    for (var session : with.texts("sessions")) {
      logs.release(session);
      endings.remove(session);
      open += logs.history().delete(session) || gone(session) ? 0 : 1;
    }
    pages.tell("history", Json.object().put("changed", true).value());
    return open == 0
        ? Answer.DONE
        : Answer.refuse(
            Answer.Code.REFUSED,
            open == 1 ? "One session is still open." : open + " sessions are still open.",
            "Disconnect and clear its log first, or close the workbench that writes it.");
  }

  private boolean gone(String session) {
    return logs.history().session(session).isEmpty();
  }

  private Answer retention(With with) {
    if (with.has("set")) {
      logs.history().retention(read(with.map("set")));
      pages.tell("history", Json.object().put("changed", true).value());
    }
    return Answer.of(json(logs.history().retention()));
  }

  private static Retention read(With with) {
    return new Retention(
        with.has("days") ? Duration.ofDays(limit(with, "days")) : Retention.UNLIMITED.maxAge(),
        with.has("sessions") ? limit(with, "sessions") : Retention.UNLIMITED.maxSessions(),
        with.has("megabytes")
            ? ByteSize.ofMegabytes(limit(with, "megabytes"))
            : Retention.UNLIMITED.maxSize());
  }

  private static int limit(With with, String name) {
    var limit = with.count(name, 10_000_000);
    if (limit == 0) {
      throw new BadCall("`" + name + "` is 1 or more, or null for no limit");
    }
    return limit;
  }

  private static Json.Fields json(Retention limits) {
    var none = Retention.UNLIMITED;
    return Json.object()
        .put("days", limit(limits.maxAge().toDays(), limits.maxAge().equals(none.maxAge())))
        .put("sessions", limit(limits.maxSessions(), limits.maxSessions() == none.maxSessions()))
        .put(
            "megabytes",
            limit(limits.maxSize().bytes() >> 20, limits.maxSize().equals(none.maxSize())));
  }

  private static Value limit(long limit, boolean unlimited) {
    return unlimited ? Value.NULL : Value.of(limit);
  }
}
