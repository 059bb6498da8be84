package parley.workbench.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.BadCall;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;
import parley.workbench.call.Throttle;
import parley.workbench.call.With;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;
import parley.workbench.log.Logs;
import parley.workbench.server.Downloads;

/** The runs of tests since the workbench was started, the newest few. Any thread may call it. */
public final class Runs implements AutoCloseable {

  private static final int MAX_KEPT = 20;

  private final OpenFolder folder;
  private final Logs logs;
  private final Pages pages;
  private final Downloads downloads;
  private final String version;
  private final ConcurrentSkipListMap<Long, TestsRun> all = new ConcurrentSkipListMap<>();
  private final AtomicLong last = new AtomicLong();

  /**
   * None yet.
   *
   * @param downloads where reports are offered
   * @param version of the program, for reports
   */
  public Runs(OpenFolder folder, Logs logs, Pages pages, Downloads downloads, String version) {
    this.folder = folder;
    this.logs = logs;
    this.pages = pages;
    this.downloads = downloads;
    this.version = version;
  }

  /** Adds their calls. */
  public void addTo(Calls calls) {
    calls
        .add("run.start", (with, _) -> start(with))
        .add("run.report", (with, _) -> report(with))
        .add("run.cancel", (with, _) -> cancel(with.text("run")));
  }

  /** What a page is told when it comes. */
  public Value value() {
    return Json.list(all.values(), TestsRun::toValue);
  }

  private Answer start(With with) {
    var unreadable = RunWish.unreadable(with);
    return unreadable.isEmpty()
        ? start(with.texts("paths"), RunWish.of(with))
        : Answer.refuse(
            Answer.Code.INVALID,
            "'" + unreadable.get() + "' says nothing of tags.",
            "Write tags such as smoke, or smoke and not slow.");
  }

  private Answer start(List<String> keys, RunWish wish) {
    folder.refresh();
    var paths = new ArrayList<Path>();
    for (var key : keys) {
      switch (folder.place(key)) {
        case Place.Outside outside -> {
          return outside.answer();
        }
        case Place.Inside(var path) -> {
          if (!Files.exists(path)) {
            return Answer.refuse(Answer.Code.MISSING, "There is no '" + key + "' any more.");
          }
          paths.add(path);
        }
      }
    }
    var found = new TestSearch(folder, wish).in(paths);
    if (found.refusedOrNull() != null) {
      return found.refusedOrNull();
    }
    return found.tests().isEmpty() && found.broken().isEmpty()
        ? Answer.refuse(
            Answer.Code.INVALID,
            wish.tags().isEmpty()
                ? "There is nothing to run: no conversation in it has steps."
                : "There is nothing to run: no test in it has such tags.",
            "Steps make a conversation a test.")
        : start(title(keys), found, wish);
  }

  private String title(List<String> keys) {
    if (keys.size() != 1) {
      return keys.size() + " files and folders";
    }
    var key = keys.getFirst();
    return key.isEmpty() ? String.valueOf(folder.root().getFileName()) : key;
  }

  private Answer start(String title, Found found, RunWish wish) {
    var number = last.incrementAndGet();
    var telling = new Telling();
    var run = new TestsRun("run-" + number, title, found, wish, folder, logs, telling::soon);
    telling.of(run);
    all.put(number, run);
    while (all.size() > MAX_KEPT && all.firstEntry().getValue().isOver()) {
      all.pollFirstEntry();
    }
    var _ = Thread.ofVirtual().name("parley-run").start(run::run);
    return Answer.of(Json.object().put("run", run.id()));
  }

  /** Tells of a run, which begins to have something to tell after it was made. */
  private final class Telling {
    private volatile Optional<TestsRun> run = Optional.empty();
    private final Throttle throttle =
        new Throttle(() -> run.ifPresent(one -> pages.tellLatest("run", one.id(), one.toValue())));

    void of(TestsRun which) {
      run = Optional.of(which);
    }

    void soon() {
      throttle.soon();
    }
  }

  private Optional<TestsRun> find(String id) {
    return all.values().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static Answer gone(String id) {
    return Answer.refuse(Answer.Code.MISSING, "There is no run " + id + " any more.");
  }

  private Answer cancel(String id) {
    var found = find(id);
    found.ifPresent(TestsRun::cancel);
    return found.isPresent() ? Answer.DONE : gone(id);
  }

  /** Offers what a file tells of a run; a page of it may be shown, too. */
  private Answer report(With with) {
    var id = with.text("run");
    var word = with.text("format");
    var kind =
        RunReport.of(word).orElseThrow(() -> new BadCall("there is no report `" + word + "`"));
    var found = find(id);
    if (found.isEmpty()) {
      return gone(id);
    }
    var body = found.get().report(kind, "Parley " + version);
    if (body.isEmpty()) {
      return Answer.refuse(
          Answer.Code.CONFLICT, "The run goes on.", "Its report is there when it has ended.");
    }
    var name = "parley-" + id + "." + kind.ending();
    var href =
        with.flagIfAny("show") && kind == RunReport.HTML
            ? downloads.show(body.get())
            : downloads.offer(name, body.get());
    return Answer.of(Json.object().put("href", href).put("name", name));
  }

  /** Cuts short what goes on. */
  @Override
  public void close() {
    all.values().forEach(TestsRun::cancel);
  }
}
