package parley.files.shape;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import parley.files.problem.Problems;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;

/**
 * What holds when a key is left out. Its text is read when it is first needed and then kept: most
 * of what a file means are defaults, and reading them was most of what reading a file took.
 */
public final class Default<T> {

  private static final Path PLACE = Path.of("default");

  private final String text;
  private volatile @Nullable T value;

  /** By a text as it would be written. */
  public Default(String text) {
    this.text = text;
  }

  /** As it would be written. */
  public String text() {
    return text;
  }

  T value(String key, Shape<? extends T> shape) {
    var known = value;
    if (known != null) {
      return known;
    }
    var read = read(key, shape);
    value = read;
    return read;
  }

  private T read(String key, Shape<? extends T> shape) {
    var problems = new Problems();
    var source = new YamlText(PLACE, text, false);
    return YamlReader.read(source, problems)
        .<T>flatMap(document ->
            shape.read(document.root(), Reading.of(source, Reading.Scope.MOCK, problems)))
        .orElseThrow(
            () -> new IllegalStateException("the default of " + key + ": " + problems.sorted()));
  }
}
