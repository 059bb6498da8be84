package parley.workbench.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import parley.model.value.Value;
import parley.workbench.call.Page;

/** Which page has which files open, and what it was told of them last. Any thread may use it. */
final class FileWatch {

  private final Function<OpenFile, Value> view;
  private final Map<Path, OpenFile> files = new ConcurrentHashMap<>();
  private final Map<Page, Map<Path, Value>> told = new ConcurrentHashMap<>();

  FileWatch(Function<OpenFile, Value> view) {
    this.view = view;
  }

  /**
   * A file that somebody asks for; its history goes on as long as the workbench.
   *
   * @throws IOException when it may not be read
   */
  OpenFile file(Path path) throws IOException {
    var known = files.get(path);
    if (known != null) {
      known.look();
      return known;
    }
    var fresh = OpenFile.open(path);
    var other = files.putIfAbsent(path, fresh);
    return other == null ? fresh : other;
  }

  /** What a page is answered with; it is told of changes from now on. */
  Value open(Page page, OpenFile file) {
    var state = view.apply(file);
    if (told.putIfAbsent(page, new ConcurrentHashMap<>()) == null) {
      page.whenGone(() -> told.remove(page));
    }
    remember(page, file, state);
    return state;
  }

  /**
   * What a page is answered with that has changed a file, which it need not have open.
   *
   * @param refresh has the others told
   */
  Value changed(Page page, OpenFile file, Runnable refresh) {
    var open = told.get(page);
    var known = open == null ? null : open.remove(file.path()); // it hears of it by the answer
    refresh.run();
    var state = view.apply(file);
    if (known != null) {
      remember(page, file, state);
    }
    return state;
  }

  private void remember(Page page, OpenFile file, Value state) {
    var pages = told.get(page);
    if (pages != null) {
      pages.put(file.path(), state);
    }
  }

  void close(Page page, Path path) {
    var open = told.get(page);
    if (open != null) {
      open.remove(path);
    }
  }

  /**
   * Looks at all files that are open, and tells pages of those that are not as they were told. One
   * look after the other: else an older state could be the last that is told.
   */
  synchronized void look() {
    var states = new LinkedHashMap<Path, Value>();
    told.forEach((page, open) -> open.keySet().forEach(path -> tell(page, open, path, states)));
  }

  private void tell(Page page, Map<Path, Value> open, Path path, Map<Path, Value> states) {
    var state = states.computeIfAbsent(path, this::state);
    if (!state.equals(open.get(path)) && open.replace(path, state) != null) {
      page.tell("file", state);
    }
  }

  private Value state(Path path) {
    var file = files.get(path);
    if (file == null) {
      throw new IllegalStateException("a page has a file open that is not: " + path);
    }
    try {
      file.look();
    } catch (IOException unreadable) {
      return view.apply(file); // as it was seen last; whoever writes it hears why
    }
    return view.apply(file);
  }
}
