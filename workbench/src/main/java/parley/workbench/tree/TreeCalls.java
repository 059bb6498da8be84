package parley.workbench.tree;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Call;
import parley.workbench.call.Calls;
import parley.workbench.call.Pages;
import parley.workbench.call.With;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;

/** The calls {@code tree.*}, and the event {@code tree}. */
public final class TreeCalls {

  private final OpenFolder folder;
  private final Pages pages;
  private final Trash trash;
  private final Relocation relocation;
  private @Nullable Value told; // guarded by this

  /**
   * Of a folder.
   *
   * @param kept where deleted files are kept, outside of it
   */
  public TreeCalls(OpenFolder folder, Pages pages, Path kept) {
    this.folder = folder;
    this.pages = pages;
    this.trash = new Trash(folder, kept);
    this.relocation = new Relocation(folder, pages);
  }

  /** Adds the calls; tells pages of changes from now on. */
  public void addTo(Calls calls) {
    trash.empty(Instant.now());
    calls
        .add("tree.get", (_, _) -> Answer.of(tree()))
        .add("tree.create", alone(this::create))
        .add("tree.rename", shown((with, shown) -> relocation.rename(shown, with.text("name"))))
        .add("tree.move", shown(this::move))
        .add("tree.duplicate", shown((_, shown) -> relocation.duplicate(shown)))
        .add("tree.delete", shown((_, shown) -> trash.delete(shown)))
        .add("tree.undelete", alone(with -> trash.putBack(with.text("undo"))))
        .add("tree.search", (with, _) -> Search.of(with.text("text"), folder));
    folder.whenChanged(_ -> tell());
  }

  /** The whole tree. */
  public Value tree() {
    return TreeJson.of(folder);
  }

  private synchronized void tell() {
    var now = tree();
    if (!now.equals(told)) {
      told = now;
      pages.tellLatest("tree", "", now);
    }
  }

  /** Pages do not change files at the same time, and none while the folder is not there. */
  private Call alone(Function<With, Answer> doing) {
    return (with, _) -> {
      synchronized (trash) {
        return folder.gone(folder.root()).orElseGet(() -> doing.apply(with));
      }
    };
  }

  private interface Doing {
    Answer with(With with, Shown shown);
  }

  private Call shown(Doing doing) {
    return alone(with ->
        switch (Shown.of(with.text("path"), folder)) {
          case Shown.Sight.Not(var answer) -> answer;
          case Shown.Sight.There(var shown) -> doing.with(with, shown);
        });
  }

  private Answer create(With with) {
    return switch (folder.place(with.text("folder"))) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var path) ->
          Files.isDirectory(path)
              ? new Creation(folder).create(with, path)
              : Answer.refuse(
                  Code.MISSING,
                  "There is no folder '" + folder.key(path) + "' any more.",
                  "Take another one.");
    };
  }

  private Answer move(With with, Shown shown) {
    return switch (folder.place(with.text("folder"))) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var into) -> relocation.move(shown, into);
    };
  }
}
