package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.model.collection.Environment;
import parley.workbench.collection.OpenFolder;

/** What goes with the name of an environment: its secrets, and that it is the chosen one. */
record EnvironmentName(OpenFolder folder) {

  /** After its file got another name. */
  void changed(Path from, Path to) throws IOException {
    if (from.equals(to)) {
      return;
    }
    var collection = folder.workspace(from);
    var wasChosen =
        collection.environment().map(Environment::file).filter(from::equals).isPresent();
    var secrets = secrets(from, collection.root());
    if (Files.exists(secrets) && !FileName.isTaken(secrets(to, collection.root()))) {
      FileTree.move(secrets, secrets(to, collection.root()));
    }
    folder.refresh();
    if (wasChosen) {
      folder.choose(collection.root(), Optional.of(NodeKind.ENVIRONMENT.stem(to)));
    }
  }

  private static Path secrets(Path environment, Path collection) {
    return collection.resolve(".env." + NodeKind.ENVIRONMENT.stem(environment));
  }
}
