package parley.workbench.log;

import java.util.List;
import parley.model.value.Value;
import parley.store.SessionLog;
import parley.store.row.Row;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Page;
import parley.workbench.call.With;

/** The calls by which the page reads rows. */
public final class LogCalls {

  /** More than any screen shows. */
  private static final int MAX_ROWS = 2000;

  private final Logs logs;
  private final Views views;

  public LogCalls(Logs logs, Views views) {
    this.logs = logs;
    this.views = views;
  }

  /** Adds them. */
  public void addTo(Calls calls) {
    calls
        .add("log.state", logs.on((log, with, page) -> state(log)))
        .add("log.rows", logs.on((log, with, page) -> rows(log, with)))
        .add("log.filter", logs.on(this::filter))
        .add("log.drop", (with, page) -> drop(with))
        .add("log.index", (with, page) -> index(with))
        .addAside("log.next", logs.on((log, with, page) -> next(log, with)));
  }

  private Answer state(SessionLog log) {
    return Answer.of(logs.live(log.id()).map(LiveLog::state).orElseGet(() -> stateOfPast(log)));
  }

  private static Value stateOfPast(SessionLog log) {
    return Json.object()
        .put("session", log.id())
        .put("rows", log.size())
        .put("bytes", log.fileSize().bytes())
        .put("rate", 0)
        .put("behind", 0)
        .value();
  }

  private Answer rows(SessionLog log, With with) {
    var from = Math.max(0, with.number("from"));
    var count = with.count("count", MAX_ROWS);
    if (!with.has("view")) {
      return rows(log, from, log.size(), log.rows(from, count));
    }
    return views
        .find(with.text("view"))
        .map(open -> rows(log, from, open.view().size(), open.view().rows(from, count)))
        .orElseGet(LogCalls::noView);
  }

  private static Answer rows(SessionLog log, long from, long total, List<Row> rows) {
    return Answer.of(
        Json.object()
            .put("from", from)
            .put("total", Math.max(total, from + rows.size()))
            .put("rows", rows, row -> RowJson.of(log, row)));
  }

  private static Answer noView() {
    return Answer.refuse(Answer.Code.MISSING, "This filter has ended.", "Filter again.");
  }

  private Answer filter(SessionLog log, With with, Page page) {
    return switch (Query.read(with.map("query"))) {
      case Query.Read.Good(var filter) -> Answer.of(views.open(log, filter, page).state());
      case Query.Read.Wrong(var text, var hint) -> Answer.refuse(Answer.Code.INVALID, text, hint);
    };
  }

  private Answer drop(With with) {
    views.drop(with.text("view"));
    return Answer.DONE;
  }

  private Answer index(With with) {
    var position = with.number("position");
    return views
        .find(with.text("view"))
        .map(open -> Answer.of(Json.object().put("index", open.view().indexOf(position))))
        .orElseGet(LogCalls::noView);
  }

  private Answer next(SessionLog log, With with) {
    var forward = with.flag("forward");
    var from = with.number("from") + (forward ? 1 : -1);
    return switch (Query.read(with.map("query"))) {
      case Query.Read.Good(var asked) -> {
        var shown = with.textIfAny("view").flatMap(views::find);
        var filter = shown.map(open -> Query.both(open.filter(), asked)).orElse(asked);
        var found = log.find(filter, from, forward, () -> false);
        yield Answer.of(
            Json.object()
                .put("position", found.isPresent() ? Value.of(found.getAsLong()) : Value.NULL));
      }
      case Query.Read.Wrong(var text, var hint) -> Answer.refuse(Answer.Code.INVALID, text, hint);
    };
  }
}
