package parley.files.format;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Step;
import parley.model.collection.Suite;

/**
 * What a collection or a folder says of itself, beside what all below it inherit.
 *
 * @param nameOrNull what people call it
 * @param beforeAll done once, before the first of the tests below
 * @param afterAll done once, after the last of them
 */
public record Layer(
    @Nullable String nameOrNull,
    String docs,
    List<Step> beforeAll,
    List<Step> afterAll,
    @Nullable Suite suiteOrNull) {

  public Layer {
    beforeAll = List.copyOf(beforeAll);
    afterAll = List.copyOf(afterAll);
  }

  /** What people call it. */
  public Optional<String> name() {
    return Optional.ofNullable(nameOrNull);
  }

  /** How the conversations right in it belong together. */
  public Optional<Suite> suite() {
    return Optional.ofNullable(suiteOrNull);
  }
}
