package parley.runner.snapshot;

import org.jspecify.annotations.Nullable;
import parley.engine.path.JsonPath;
import parley.engine.regex.Regexes;
import parley.model.snapshot.Mask;
import parley.model.value.Value;

/**
 * A mask, compiled.
 *
 * @param pathOrNull null for a whole message
 * @param regexOrNull of a mask by pattern
 */
record MaskPlan(
    Mask mask, @Nullable JsonPath pathOrNull, Regexes.Compiled.@Nullable Regex regexOrNull) {

  boolean fits(Value value) {
    return switch (mask.rule()) {
      case Mask.Rule.Of(var kind) -> Kinds.fits(kind, value);
      case Mask.Rule.Matching _ ->
          value instanceof Value.Text(var text) && regexOrNull != null && regexOrNull.isIn(text);
    };
  }

  /** Whether it is about such a message. */
  boolean concerns(Plain.Form form) {
    return switch (form) {
      case JSON -> pathOrNull != null;
      case TEXT -> mask.subject().text().equals(Mask.TEXT);
      case BINARY -> mask.subject().text().equals(Mask.BYTES);
      case CLOSED -> false;
    };
  }

  Value placeholder() {
    return Plain.placeholder(mask.rule());
  }
}
