package parley.workbench.tree;

import java.nio.file.Files;
import java.nio.file.Path;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;

/** Something of the tree that a call names, which is there. */
record Shown(Path path, NodeKind kind) {

  /** What looking for it came to. */
  sealed interface Sight {

    record There(Shown shown) implements Sight {}

    record Not(Answer answer) implements Sight {}
  }

  static Sight of(String key, OpenFolder folder) {
    return switch (folder.place(key)) {
      case Place.Outside outside -> new Sight.Not(outside.answer());
      case Place.Inside(var path) -> at(path, key, folder);
    };
  }

  private static Sight at(Path path, String key, OpenFolder folder) {
    if (!FileName.isTaken(path)) {
      return new Sight.Not(
          Answer.refuse(
              Code.MISSING, "'" + key + "' is not there any more.", "Look for it in the tree."));
    }
    if (Files.isDirectory(path)) {
      var isCollection = Files.exists(path.resolve("parley.yaml"));
      return new Sight.There(new Shown(path, isCollection ? NodeKind.COLLECTION : NodeKind.FOLDER));
    }
    return NodeKind.ofFile(path, folder.workspace(path).root())
        .<Sight>map(kind -> new Sight.There(new Shown(path, kind)))
        .orElseGet(() ->
            new Sight.Not(
                Answer.refuse(
                    Code.INVALID,
                    "'" + key + "' is no conversation, mock, environment or folder.",
                    "Change other files with the means of your system.")));
  }
}
