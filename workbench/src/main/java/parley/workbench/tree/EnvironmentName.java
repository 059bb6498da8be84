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
    var secrets = followed(secrets(from, collection.root()), secrets(to, collection.root()));
    folder.refresh();
    return secrets.or(() -> wasChosen ? chosen(collection.root(), to) : Optional.empty());
  }

  private static Optional<String> followed(Path secrets, Path then) {
    if (!Files.exists(secrets) || FileName.isTaken(then)) {
      return Optional.empty();
    }
    try {
      FileTree.move(secrets, then);
      return Optional.empty();
    } catch (IOException trouble) {
      return Optional.of(
          "The environment is renamed, but its secrets could not follow: rename %s to %s yourself (%s)."
              .formatted(secrets.getFileName(), then.getFileName(), trouble.getMessage()));
    }
  }

  private Optional<String> chosen(Path collection, Path environment) {
    try {
      folder.choose(collection, Optional.of(NodeKind.ENVIRONMENT.stem(environment)));
      return Optional.empty();
    } catch (IOException trouble) {
      return Optional.of(
          "The environment is renamed and chosen, but that it is chosen cannot be remembered: "
              + trouble.getMessage());
    }
  }

  private static Path secrets(Path environment, Path collection) {
    return collection.resolve(".env." + NodeKind.ENVIRONMENT.stem(environment));
  }
}
