package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import parley.files.collection.WholeFile;
import parley.protocol.frame.Bytes;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Json;
import parley.workbench.call.Pages;
import parley.workbench.collection.FileTrouble;
import parley.workbench.collection.OpenFolder;
import parley.workspace.Starter;

/** Gives files and folders other names and places, and has the paths in files follow. */
final class Relocation {

  private final OpenFolder folder;
  private final Pages pages;

  Relocation(OpenFolder folder, Pages pages) {
    this.folder = folder;
    this.pages = pages;
  }

  /** Another name, for people and on disk. */
  Answer rename(Shown shown, String name) {
    var path = shown.path();
    var wanted = name.strip();
    var stem = FileName.of(wanted);
    if (stem.isEmpty()) {
      return Creation.unnameable(name);
    }
    if (path.equals(folder.root())) {
      return renameOnlyForPeople(path, wanted);
    }
    var to = path.resolveSibling(stem.get() + shown.kind().ending());
    if (!to.equals(path) && isOther(path, to)) {
      return new Creation(folder).taken(to);
    }
    var cannot = "'" + folder.key(path) + "' cannot be renamed";
    Called called;
    try {
      called = callIt(path, shown.kind(), wanted, stem.get());
    } catch (IOException trouble) {
      return FileTrouble.answer(cannot, trouble);
    }
    folder.refresh(); // paths in it stand in other lines now
    return move(shown, to, cannot, called);
  }

  private static boolean isOther(Path path, Path to) {
    try {
      return FileName.isTaken(to) && !Files.isSameFile(path, to);
    } catch (IOException unclear) {
      return true;
    }
  }

  /** Of the opened folder itself: its place is the user's. */
  private Answer renameOnlyForPeople(Path path, String name) {
    var byFolder = String.valueOf(path.getFileName());
    try {
      var _ = callIt(path, NodeKind.COLLECTION, name, byFolder);
    } catch (IOException trouble) {
      return FileTrouble.answer("The collection cannot be renamed", trouble);
    }
    folder.refresh();
    return Answer.of(Json.object().put("path", ""));
  }

  /** A name that was written, and how it is taken back. */
  private interface Called {

    Called NOT = () -> {};

    void takeBack() throws IOException;
  }

  /**
   * What a file or folder is called by people; an environment is called as its file is. Written
   * before the move: a full disk takes no other text, but does move.
   */
  private Called callIt(Path path, NodeKind kind, String name, String byFile) throws IOException {
    return switch (kind) {
      case CONVERSATION, MOCK -> named(path, name, byFile);
      case FOLDER, COLLECTION -> {
        var layer = layer(path);
        yield Files.exists(layer) || name.equals(byFile)
            ? named(layer, name, byFile)
            : newLayer(layer, name);
      }
      case ENVIRONMENT -> Called.NOT;
    };
  }

  private static Called named(Path file, String name, String byFile) throws IOException {
    var renamed = NamedFile.rename(file, name, byFile);
    return () -> renamed.takeBack();
  }

  private static Called newLayer(Path layer, String name) throws IOException {
    WholeFile.create(layer, Bytes.utf8(Starter.collection(name)));
    return () -> Files.deleteIfExists(layer);
  }

  /** The same in another folder. */
  Answer move(Shown shown, Path into) {
    var path = shown.path();
    var name = String.valueOf(path.getFileName());
    if (!Files.isDirectory(into)) {
      return Answer.refuse(Code.MISSING, "There is no folder '" + folder.key(into) + "'.");
    }
    if (into.startsWith(path)) {
      return Answer.refuse(
          Code.INVALID, "A folder cannot be moved into itself.", "Take another folder.");
    }
    if (shown.kind() == NodeKind.ENVIRONMENT && !into.equals(path.resolveSibling(""))) {
      return Answer.refuse(
          Code.INVALID,
          "An environment stays in the folder 'environments' of its collection.",
          "Duplicate it, or make one of that name in the other collection.");
    }
    var to = into.resolve(name);
    if (to.equals(path)) {
      return Answer.of(Json.object().put("path", folder.key(path)));
    }
    return FileName.isTaken(to)
        ? new Creation(folder).taken(to)
        : move(shown, to, "'" + folder.key(path) + "' cannot be moved", Called.NOT);
  }

  private Answer move(Shown shown, Path to, String cannot, Called called) {
    var from = shown.path();
    var edits = PathEdits.of(folder.workspaces(), from, to);
    try {
      if (!to.equals(from)) {
        FileTree.move(from, to);
      }
    } catch (IOException trouble) {
      takeBack(called, trouble);
      folder.refresh();
      return FileTrouble.answer(cannot, trouble);
    }
    var left = edits.apply();
    if (shown.kind() == NodeKind.ENVIRONMENT) {
      new EnvironmentName(folder).changed(from, to).ifPresent(this::warn);
    }
    folder.refresh();
    folder.moved(folder.key(from), folder.key(to));
    left.forEach(file ->
        warn("A path in " + folder.key(file) + " still leads to the old place: change it there."));
    return Answer.of(Json.object().put("path", folder.key(to)));
  }

  private static void takeBack(Called called, IOException trouble) {
    try {
      called.takeBack();
    } catch (IOException also) {
      trouble.addSuppressed(also);
    }
  }

  private void warn(String text) {
    pages.tell("notice", Json.object().put("text", text).put("severity", "warning").value());
  }

  /** A copy beside it, with a name that is free. */
  Answer duplicate(Shown shown) {
    var path = shown.path();
    if (path.equals(folder.root())) {
      return Answer.refuse(Code.INVALID, "The opened folder cannot be duplicated.");
    }
    var stem = shown.kind().stem(path) + "-copy";
    var to = FileName.free(path.resolveSibling(""), stem, shown.kind().ending());
    try {
      FileTree.copy(path, to);
      var layer = shown.kind().isFile() ? to : layer(to);
      var name = NamedFile.name(layer);
      if (name.isPresent()) {
        NamedFile.rename(layer, name.get() + " copy", "");
      }
    } catch (IOException trouble) {
      folder.refresh();
      return FileTrouble.answer("'" + folder.key(path) + "' cannot be copied", trouble);
    }
    folder.refresh();
    return Answer.of(Json.object().put("path", folder.key(to)));
  }

  private static Path layer(Path folder) {
    var collection = folder.resolve("parley.yaml");
    return Files.exists(collection) ? collection : folder.resolve("folder.yaml");
  }
}
