package parley.workbench.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Optional;
import parley.files.format.FileKind;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Call;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.Page;
import parley.workbench.call.With;
import parley.workbench.collection.FileTrouble;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;

/** The calls {@code file.*}: each answers with the file as it is then, or says why it is not. */
public final class FileCalls {

  private static final int MAX_OFFSET = 10 << 20;

  private final OpenFolder folder;
  private final FileView view;
  private final FileWatch watch;
  private final FormCalls forms;

  public FileCalls(OpenFolder folder, MessageTexts texts) {
    this.folder = folder;
    view = new FileView(folder);
    watch = new FileWatch(file -> view.of(file).value());
    forms = new FormCalls(texts);
  }

  /** Adds them, and begins to tell pages of files that change. */
  public void addTo(Calls calls) {
    calls
        .add(
            "file.open",
            (with, page) -> at(with, "read", file -> Answer.of(watch.open(page, file))))
        .add("file.close", this::close)
        .add("file.write", changing((with, one) -> one.write(with, with.text("text"))))
        .add("file.undo", changing((_, one) -> one.refusal(one.file().undo())))
        .add("file.redo", changing((_, one) -> one.refusal(one.file().redo())))
        .add("file.check", (with, _) -> inside(with, path -> check(path, with.text("text"))))
        .add("file.complete", (with, _) -> inside(with, path -> complete(path, with)));
    forms.all().forEach((name, form) -> calls.add(name, editing(form)));
    folder.whenChanged(_ -> watch.look());
  }

  // places

  private interface InPlace {
    Answer of(Path path);
  }

  private Answer inside(With with, InPlace doing) {
    return switch (folder.place(with.text("path"))) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var path) -> doing.of(layerOf(path));
    };
  }

  /** What a folder says stands in a file of it. */
  private Path layerOf(Path path) {
    if (!Files.isDirectory(path)) {
      return path;
    }
    var isCollection = folder.collectionAt(path).isPresent();
    return path.resolve(isCollection ? "parley.yaml" : "folder.yaml");
  }

  private interface WithFile {
    Answer of(OpenFile file) throws IOException;
  }

  private Answer at(With with, String done, WithFile doing) {
    return inside(
        with,
        path -> {
          var what = "'" + folder.key(path) + "' cannot be " + done;
          try {
            var file = watch.file(path);
            return isThere(file) ? doing.of(file) : missing(path);
          } catch (IOException trouble) {
            return FileTrouble.answer(what, trouble);
          } catch (ReadOnlyFileSystemException trouble) {
            return FileTrouble.answer(what, trouble);
          }
        });
  }

  /** A folder need not say anything. */
  private static boolean isThere(OpenFile file) {
    var layer = FileKind.of(file.path()).filter(FileKind.LAYER::equals).isPresent();
    return file.wasThere() || (layer && Files.isDirectory(file.path().resolveSibling("")));
  }

  private Answer missing(Path path) {
    return folder
        .gone(path)
        .orElseGet(() ->
            Answer.refuse(
                Code.MISSING,
                "There is no file '" + folder.key(path) + "'.",
                "Look for it in the tree."));
  }

  private Answer close(With with, Page page) {
    return inside(
        with,
        path -> {
          watch.close(page, path);
          return Answer.DONE;
        });
  }

  // changes

  /** Without the opened folder it is not made anew for one file. */
  private Answer written(With with, WithFile doing) {
    return at(
        with,
        "written",
        file -> {
          var gone = folder.gone(file.path());
          return gone.isPresent() ? gone.get() : doing.of(file);
        });
  }

  private interface Changing {
    /** Why it was not done. */
    Optional<Answer> with(With with, FileChange change) throws IOException;
  }

  private Call changing(Changing changing) {
    return (with, page) ->
        written(
            with,
            file -> {
              var change = new FileChange(file, folder.key(file.path()));
              var refused = changing.with(with, change);
              return refused.isPresent() ? refused.get() : Answer.of(changed(page, file));
            });
  }

  private Value changed(Page page, OpenFile file) {
    return watch.changed(page, file, folder::refresh);
  }

  private Call editing(FormCalls.FormCall form) {
    return (with, page) ->
        written(
            with,
            file -> {
              var change = new FileChange(file, folder.key(file.path()));
              return switch (change.edit(with, (kind, document) -> form.on(kind, document, with))) {
                case FileChange.Outcome.Refused(var answer) -> answer;
                case FileChange.Outcome.Done(var done) ->
                    Answer.of(FormCalls.withPlace(changed(page, file), done));
              };
            });
  }

  // texts that are not saved

  private Answer check(Path path, String text) {
    try {
      var workspace = folder.workspace(path).with(path, text);
      return Answer.of(Json.object().put("problems", view.problems(path, workspace)));
    } catch (IOException trouble) {
      return FileTrouble.answer("'" + folder.key(path) + "' cannot be checked", trouble);
    }
  }

  private Answer complete(Path path, With with) {
    var text = with.text("text");
    var offset = Math.min(with.count("offset", MAX_OFFSET), text.length());
    return FileKind.of(path)
        .map(kind -> Answer.of(new FileCompletion(folder, path).complete(kind, text, offset)))
        .orElseGet(() -> Answer.of(nothing(offset)));
  }

  private static Value nothing(int offset) {
    return Json.object().put("from", offset).put("options", Json.texts(List.of())).value();
  }
}
