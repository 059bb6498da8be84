package parley.workbench.form;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.files.yaml.Pointer;
import parley.files.yaml.YamlDocument;

/** What becomes of a document that a form changes. */
public sealed interface Changed {

  /**
   * It says what was wanted.
   *
   * @param atOrNull where the new part stands, when one was added
   */
  record Done(YamlDocument document, @Nullable Pointer atOrNull) implements Changed {

    /** One without a new part. */
    public Done(YamlDocument document) {
      this(document, null);
    }

    /** Where the new part stands. */
    public Optional<Pointer> at() {
      return Optional.ofNullable(atOrNull);
    }
  }

  /** What the user gave makes no sense; nothing is changed. */
  record Refused(String text, String hint) implements Changed {}
}
