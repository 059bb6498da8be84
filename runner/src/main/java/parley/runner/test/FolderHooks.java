package parley.runner.test;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done once around the tests of a folder, each in a session of its own.
 *
 * @param folder whose tests, at any depth
 * @param beforeOrNull done before the first of them; what it brings are variables of all of them
 * @param afterOrNull done when the last of them has ended, in any case
 */
public record FolderHooks(
    Path folder, @Nullable TestCase beforeOrNull, @Nullable TestCase afterOrNull) {

  /** What is done before the first. */
  public Optional<TestCase> before() {
    return Optional.ofNullable(beforeOrNull);
  }

  /** What is done after the last. */
  public Optional<TestCase> after() {
    return Optional.ofNullable(afterOrNull);
  }

  /** Whether a file stands in the folder. */
  boolean isAround(Path file) {
    return file.startsWith(folder);
  }
}
