package parley.transport.connection;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for what a file does not say. */
@FunctionalInterface
public interface Passphrases {

  /** Nobody is there to ask. */
  Passphrases NOBODY = (_, _) -> Optional.empty();

  /**
   * Asks for the passphrase of an encrypted key; blocks until it is typed.
   *
   * @param key the file with the key
   * @param again whether an earlier answer did not open it
   * @return empty when nobody is there or the person gives up
   */
  Optional<String> ask(Path key, boolean again);
}
