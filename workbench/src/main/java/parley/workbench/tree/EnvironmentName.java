package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.model.collection.Environment;
import parley.workbench.collection.OpenFolder;

/** What goes with the name of an environment: its secrets, and that it is the chosen one. */
record EnvironmentName(OpenFolder folder) {

  /** After its file got another name; answers with what could not follow. */
  Optional<String> changed(Path from, Path to) {
    if (from.equals(to)) {
      return Optional.empty();
    }
    var collection = folder.workspace(from);
    var wasChosen =
        collection.environment().map(Environment::file).filter(from::equals).isPresent();
    var secrets = secrets(from, collection.root());
    var secretsThen = secrets(to, collection.root());
    try {
      if (Files.exists(secrets) && !FileName.isTaken(secretsThen)) {
        FileTree.move(secrets, secretsThen);
      }
      folder.refresh();
      if (wasChosen) {
        folder.choose(collection.root(), Optional.of(NodeKind.ENVIRONMENT.stem(to)));
      }
      return Optional.empty();
    } catch (IOException trouble) {
      return Optional.of(
          "The environment is renamed, but its secrets in "
              + secrets.getFileName()
              + ", or that it is chosen, could not follow: "
              + trouble.getMessage());
    }
  }

  private static Path secrets(Path environment, Path collection) {
    return collection.resolve(".env." + NodeKind.ENVIRONMENT.stem(environment));
  }
}
