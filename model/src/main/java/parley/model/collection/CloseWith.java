package parley.model.collection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a Close frame says; with neither it has no body (RFC 6455, 5.5.1).
 *
 * @param codeOrNull 0 to 65535, legal or not
 */
public record CloseWith(@Nullable Integer codeOrNull, @Nullable Source reasonOrNull) {

  /** The status code. */
  public Optional<Integer> code() {
    return Optional.ofNullable(codeOrNull);
  }

  /** The reason. */
  public Optional<Source> reason() {
    return Optional.ofNullable(reasonOrNull);
  }
}
