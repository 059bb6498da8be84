package parley.files.format;

import java.util.List;
import parley.files.shape.CodeShape;
import parley.files.shape.FormsShape;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.Merge;
import parley.files.shape.Scalars;
import parley.files.shape.Shape;
import parley.model.collection.Code;
import parley.model.collection.Scripts;
import parley.model.collection.Source;

/** JavaScript: in place, or in a file. */
final class ScriptFormat {

  private static final Key<Source> FILE =
      Key.<Source>of("file", Scalars.path(".js"), "A file with JavaScript.").needed();

  static final Shape<Code> CODE =
      new CodeShape(
          FormsShape.<Code>ofScalar(Scalars.TEXT.<Code>map(Code.InPlace::new))
              .orMap(
                  MapShape.<Code>of(
                      "a script in a file",
                      "JavaScript that stands in a file.",
                      List.of(FILE),
                      v -> new Code.InFile(v.get(FILE)))));

  private static final Key<Code> BEFORE_CONNECT =
      Key.of("before-connect", CODE, "Before each handshake, which it may change.");
  private static final Key<Code> ON_MESSAGE =
      Key.of("on-message", CODE, "For each message received, before rules and steps see it.");
  private static final Key<Code> AFTER =
      Key.of("after", CODE, "When the steps are over, however they ended.");

  static final Key<Scripts> SCRIPTS =
      Key.<Scripts>of(
              "scripts",
              MapShape.of(
                  "scripts",
                  "JavaScript around the steps.",
                  List.of(BEFORE_CONNECT, ON_MESSAGE, AFTER),
                  v ->
                      new Scripts(v.orNull(BEFORE_CONNECT), v.orNull(ON_MESSAGE), v.orNull(AFTER))),
              "JavaScript around the steps, done only where it is allowed.")
          .orElse("{}")
          .inherited(Merge.BY_KEY);

  private ScriptFormat() {}
}
