package parley.workbench.log;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import parley.model.value.Value;
import parley.store.SessionLog;
import parley.store.View;
import parley.store.row.Filter;
import parley.workbench.call.Json;
import parley.workbench.call.Leases;
import parley.workbench.call.Page;

/** The filters that pages look through; they end with their page. */
public final class Views {

  /** A filter and what it has found. */
  public record Open(String id, SessionLog log, Filter filter, View view) {

    /** What the page is told, see {@code ViewState}. */
    Value state() {
      var json =
          Json.object()
              .put("view", id)
              .put("session", log.id())
              .put("matches", view.size())
              .put("scanned", view.scanned())
              .put("total", view.total())
              .put("done", view.isComplete());
      return json.value();
    }
  }

  private final Leases<String, Open> all = new Leases<>(open -> open.view().close());
  private final AtomicLong last = new AtomicLong();

  /** Begins to look; the page is told how it goes. */
  Open open(SessionLog log, Filter filter, Page page) {
    var id = "view-" + last.incrementAndGet();
    return all.begin(
        id,
        page,
        () -> {
          var view = log.view(filter, changed -> tell(new Open(id, log, filter, changed), page));
          return new Open(id, log, filter, view);
        });
  }

  private static void tell(Open open, Page page) {
    page.tellLatest("view", open.id(), open.state());
    open.view()
        .problem()
        .ifPresent(text ->
            page.tell("notice", Json.object().put("text", text).put("severity", "error").value()));
  }

  /** The view with this id; empty when it was dropped. */
  public Optional<Open> find(String id) {
    return all.find(id);
  }

  void drop(String id) {
    all.end(id);
  }
}
