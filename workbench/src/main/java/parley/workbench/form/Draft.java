package parley.workbench.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.workbench.call.BadCall;
import parley.workbench.call.With;

/**
 * What is in the composer.
 *
 * @param kind a key of the format, {@code json}
 * @param tree whether JSON is a value of the file, written as YAML and sent compact
 */
public record Draft(
    String kind,
    String content,
    boolean tree,
    @Nullable String asOrNull,
    boolean compress,
    @Nullable String nameOrNull) {

  /** As the page gives it. */
  public static Draft of(With with) {
    var kind = with.text("kind");
    if (!Variants.KINDS.contains(kind)) {
      throw new BadCall("no kind of message: " + kind);
    }
    return new Draft(
        kind,
        with.text("content"),
        with.flagIfAny("tree"),
        with.textIfAny("as").orElse(null),
        !with.has("compress") || with.flag("compress"),
        with.textIfAny("name").orElse(null));
  }

  Optional<String> as() {
    return Optional.ofNullable(asOrNull);
  }

  Optional<String> name() {
    return Optional.ofNullable(nameOrNull).filter(name -> !name.isBlank());
  }
}
