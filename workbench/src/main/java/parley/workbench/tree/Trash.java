package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Json;
import parley.workbench.collection.FileTrouble;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;

/**
 * Where deleted files and folders are kept, outside of the collection, so that each can be put back
 * as it was. What is older than {@link #KEPT} goes when the workbench begins.
 *
 * <pre>
 *   trash/ID/origin      the key it had, and the folder that was open
 *   trash/ID/kept/NAME   the file or folder itself
 * </pre>
 */
final class Trash {

  static final Duration KEPT = Duration.ofDays(30);

  private static final String ORIGIN = "origin";

  private final OpenFolder folder;
  private final Path place;
  private final SecureRandom random = new SecureRandom();

  Trash(OpenFolder folder, Path place) {
    this.folder = folder;
    this.place = place;
  }

  Answer delete(Shown shown) {
    var path = shown.path();
    if (path.equals(folder.root())) {
      return Answer.refuse(Code.INVALID, "The opened folder itself cannot be deleted here.");
    }
    var bytes = new byte[8];
    random.nextBytes(bytes);
    var id = HexFormat.of().formatHex(bytes);
    var name = String.valueOf(path.getFileName());
    try {
      var kept = Files.createDirectories(place.resolve(id).resolve("kept"));
      Files.write(
          place.resolve(id).resolve(ORIGIN), List.of(folder.key(path), folder.root().toString()));
      FileTree.move(path, kept.resolve(name));
    } catch (IOException trouble) {
      return FileTrouble.answer(
          "'" + folder.key(path) + "' stays, as it cannot be kept for undoing", trouble);
    }
    folder.refresh();
    return Answer.of(Json.object().put("undo", id).put("name", name));
  }

  Answer putBack(String id) {
    if (!id.matches("[0-9a-f]{16}") || !Files.exists(place.resolve(id).resolve(ORIGIN))) {
      return gone();
    }
    try {
      var origin = Files.readAllLines(place.resolve(id).resolve(ORIGIN));
      return origin.size() == 2 && origin.get(1).equals(folder.root().toString())
          ? putBack(id, origin.getFirst())
          : gone();
    } catch (IOException trouble) {
      return FileTrouble.answer("What was deleted cannot be put back", trouble);
    }
  }

  private static Answer gone() {
    return Answer.refuse(Code.MISSING, "What was deleted is not kept any more.");
  }

  private Answer putBack(String id, String key) throws IOException {
    return switch (folder.place(key)) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var path) -> {
        if (FileName.isTaken(path)) {
          yield Answer.refuse(
              Code.CONFLICT,
              "There is another '" + key + "' now.",
              "Rename that one first; what was deleted is kept for " + KEPT.toDays() + " days.");
        }
        Files.createDirectories(path.resolveSibling(""));
        FileTree.move(
            place.resolve(id).resolve("kept").resolve(String.valueOf(path.getFileName())), path);
        FileTree.remove(place.resolve(id));
        folder.refresh();
        yield Answer.of(Json.object().put("path", key));
      }
    };
  }

  /** Removes for good what was deleted long ago. */
  void empty(Instant now) {
    if (!Files.isDirectory(place)) {
      return;
    }
    try (var all = Files.list(place)) {
      for (var one : all.toList()) {
        if (Files.getLastModifiedTime(one).toInstant().isBefore(now.minus(KEPT))) {
          FileTree.remove(one);
        }
      }
    } catch (IOException unreadable) {
      return; // the next start tries again
    }
  }
}
