package parley.files.format;

import java.nio.file.Path;
import java.util.Optional;
import parley.files.shape.MapShape;
import parley.files.shape.Reading;
import parley.model.snapshot.Snapshot;

/** The kinds of file that a collection has. */
public enum FileKind {
  /** {@code *.ws.yaml}. */
  CONVERSATION(Reading.Scope.CONVERSATION),
  /** {@code *.mock.yaml}. */
  MOCK(Reading.Scope.MOCK),
  /** {@code *.snapshot.yaml}. */
  SNAPSHOT(Reading.Scope.COLLECTION),
  /** {@code parley.yaml} and {@code folder.yaml}. */
  LAYER(Reading.Scope.COLLECTION),
  /** {@code environments/*.yaml}. */
  ENVIRONMENT(Reading.Scope.COLLECTION);

  private final Reading.Scope scope;

  FileKind(Reading.Scope scope) {
    this.scope = scope;
  }

  /** The kind of a file, by its name and folder. */
  public static Optional<FileKind> of(Path file) {
    var name = String.valueOf(file.getFileName());
    if (name.endsWith(".ws.yaml")) {
      return Optional.of(CONVERSATION);
    }
    if (name.endsWith(".mock.yaml")) {
      return Optional.of(MOCK);
    }
    if (name.endsWith(Snapshot.ENDING)) {
      return Optional.of(SNAPSHOT);
    }
    if (name.equals("parley.yaml") || name.equals("folder.yaml")) {
      return Optional.of(LAYER);
    }
    var folder = file.getParent();
    var inEnvironments = folder != null && folder.endsWith("environments");
    return inEnvironments && name.endsWith(".yaml") ? Optional.of(ENVIRONMENT) : Optional.empty();
  }

  /** What stands in such a file. */
  public MapShape<?> shape() {
    return switch (this) {
      case CONVERSATION -> Format.CONVERSATION;
      case MOCK -> Format.MOCK;
      case SNAPSHOT -> Format.SNAPSHOT;
      case LAYER -> Format.LAYER;
      case ENVIRONMENT -> Format.ENVIRONMENT;
    };
  }

  /** What decides about a few of its keys. */
  public Reading.Scope scope() {
    return scope;
  }
}
