package parley.model.collection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is offered of permessage-deflate (RFC 7692).
 *
 * @param offered whether it is offered at all
 * @param clientMaxWindowBitsOrNull 8 to 15
 * @param serverMaxWindowBitsOrNull 8 to 15
 */
public record Compression(
    boolean offered,
    @Nullable Integer clientMaxWindowBitsOrNull,
    @Nullable Integer serverMaxWindowBitsOrNull,
    boolean clientNoContextTakeover,
    boolean serverNoContextTakeover) {

  public static final Compression OFF = new Compression(false, null, null, false, false);
  public static final Compression ON = new Compression(true, null, null, false, false);

  /** The client's window, when it is limited. */
  public Optional<Integer> clientMaxWindowBits() {
    return Optional.ofNullable(clientMaxWindowBitsOrNull);
  }

  /** The server's window, when it is limited. */
  public Optional<Integer> serverMaxWindowBits() {
    return Optional.ofNullable(serverMaxWindowBitsOrNull);
  }
}
