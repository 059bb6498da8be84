package parley.files.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.files.yaml.Node;

/** What a folder wants done once around its tests, in a session of its own. */
public enum FolderHook {
  BEFORE_ALL("before-all"),
  AFTER_ALL("after-all");

  private final String key;

  FolderHook(String key) {
    this.key = key;
  }

  /** As files call it. */
  public String key() {
    return key;
  }

  /** What its conversation calls its file, so that nothing in the folder's is nearer than that. */
  Path file(Path layer) {
    return layer.resolveSibling(key);
  }

  /** Its steps as a conversation has them. */
  Optional<Node.Mapping> steps(Node.Mapping layer) {
    return layer
        .entry(key)
        .map(entry -> {
          var span = entry.key().span();
          var name = new Node.Scalar("steps", entry.key().style(), span);
          return new Node.Mapping(List.of(new Node.Entry(name, entry.value())), false, span);
        });
  }
}
