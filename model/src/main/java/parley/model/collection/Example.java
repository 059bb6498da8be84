package parley.model.collection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as a client may send it, and what answers it.
 *
 * @param name of the type of message that it answers, where there is no request: the file's
 * @param requestOrNull what is answered; null for messages of a type that is called like the file
 * @param answer a text that is no JSON is sent as it is
 */
public record Example(String name, @Nullable Json requestOrNull, Json answer, Position at) {

  /** How a value that is left out stands in an answer: as JSON that nobody writes. */
  public static final String BLANK = "\"\\u0000\"";

  public Optional<Json> request() {
    return Optional.ofNullable(requestOrNull);
  }
}
