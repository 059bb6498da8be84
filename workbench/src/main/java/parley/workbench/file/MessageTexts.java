package parley.workbench.file;

import java.util.Optional;

/** Finds the messages that logs hold. */
@FunctionalInterface
public interface MessageTexts {

  /** The text of the message in a row; nothing when there is none, or it is no text. Blocks. */
  Optional<String> text(String session, long position);
}
