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
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;
import parley.workbench.call.Throttle;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;
import parley.workbench.log.Logs;

/** The runs of tests since the workbench was started, the newest few. Any thread may call it. */
public final class Runs implements AutoCloseable {

  private static final int MAX_KEPT = 20;

  private final OpenFolder folder;
  private final Logs logs;
  private final Pages pages;
  private final ConcurrentSkipListMap<Long, TestsRun> all = new ConcurrentSkipListMap<>();
  private final AtomicLong last = new AtomicLong();

  public Runs(OpenFolder folder, Logs logs, Pages pages) {
    this.folder = folder;
    this.logs = logs;
    this.pages = pages;
  }

  /** Adds their calls. */
  public void addTo(Calls calls) {
    calls
        .add("run.start", (with, _) -> start(with.texts("paths")))
        .add("run.cancel", (with, _) -> cancel(with.text("run")));
  }

  /** What a page is told when it comes. */
  public Value value() {
    return Json.list(all.values(), TestsRun::toValue);
  }

  private Answer start(List<String> keys) {
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
    var found = new TestSearch(folder).in(paths);
    return found.tests().isEmpty() && found.broken().isEmpty()
        ? Answer.refuse(
            Answer.Code.INVALID,
            "There is nothing to run: no conversation in it has steps.",
            "Steps make a conversation a test.")
        : start(title(keys), found);
  }

  private String title(List<String> keys) {
    if (keys.size() != 1) {
      return keys.size() + " files and folders";
    }
    var key = keys.getFirst();
    return key.isEmpty() ? String.valueOf(folder.root().getFileName()) : key;
  }

  private Answer start(String title, Found found) {
    var number = last.incrementAndGet();
    var telling = new Telling();
    var run = new TestsRun("run-" + number, title, found, folder, logs, telling::soon);
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

  private Answer cancel(String id) {
    var found = all.values().stream().filter(one -> one.id().equals(id)).findFirst();
    found.ifPresent(TestsRun::cancel);
    return found.isPresent()
        ? Answer.DONE
        : Answer.refuse(Answer.Code.MISSING, "There is no run " + id + " any more.");
  }

  /** Cuts short what goes on. */
  @Override
  public void close() {
    all.values().forEach(TestsRun::cancel);
  }
}
