package parley.model.outcome;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a test before it runs.
 *
 * @param collection its name
 * @param environmentOrNull the name of the environment that it runs in
 * @param mockOrNull where the mock listens that the environment wants
 * @param docs what its file says about it; empty without
 * @param tags its own and those that it inherits
 */
public record TestFacts(
    String collection,
    @Nullable String environmentOrNull,
    @Nullable String mockOrNull,
    String docs,
    List<String> tags) {

  /** Of which nothing is known. */
  public static final TestFacts NONE = new TestFacts("", null, null, "", List.of());

  public TestFacts {
    tags = List.copyOf(tags);
  }

  public Optional<String> environment() {
    return Optional.ofNullable(environmentOrNull);
  }

  public Optional<String> mock() {
    return Optional.ofNullable(mockOrNull);
  }
}
