package parley.workbench.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.files.yaml.Pointer;
import parley.model.collection.Position;

/**
 * A step where it stands in a conversation.
 *
 * @param id tells it from all others of the conversation
 * @param at where it stands, in the conversation's file or in one that it uses
 * @param pointer the way to it in the conversation's own file; of a step of a used file the way to
 *     the step that uses it
 * @param path the key of the file that {@code line} is in; empty for the conversation's own
 * @param line where the step is to be seen
 * @param depth how many steps it stands in
 * @param parentOrNull the step that it stands in
 */
record StepPlace(
    String id,
    String verb,
    String title,
    Position at,
    Pointer pointer,
    String path,
    int line,
    int depth,
    @Nullable StepPlace parentOrNull) {

  Optional<StepPlace> parent() {
    return Optional.ofNullable(parentOrNull);
  }
}
