package parley.workbench.tree;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in the tree. */
enum NodeKind {
  FOLDER(""),
  COLLECTION(""),
  CONVERSATION(".ws.yaml"),
  MOCK(".mock.yaml"),
  ENVIRONMENT(".yaml");

  static final String ENVIRONMENTS = "environments";

  private final String ending;

  NodeKind(String ending) {
    this.ending = ending;
  }

  /** As the page knows it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<NodeKind> of(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** What the names of its files end in. */
  String ending() {
    return ending;
  }

  boolean isFile() {
    return !ending.isEmpty();
  }

  /** What a file is by its name and its folder; nothing when it is not shown. */
  static Optional<NodeKind> ofFile(Path file, Path collection) {
    var name = String.valueOf(file.getFileName());
    if (name.endsWith(CONVERSATION.ending)) {
      return Optional.of(CONVERSATION);
    }
    if (name.endsWith(MOCK.ending)) {
      return Optional.of(MOCK);
    }
    return name.endsWith(ENVIRONMENT.ending)
            && file.resolveSibling("").equals(collection.resolve(ENVIRONMENTS))
        ? Optional.of(ENVIRONMENT)
        : Optional.empty();
  }

  /** A name without the ending. */
  String stem(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
  }
}
