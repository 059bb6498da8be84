package parley.workbench.form;

import java.util.List;
import parley.files.format.FileKind;
import parley.files.format.KeyOrder;
import parley.files.problem.Problems;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Splice;
import parley.files.yaml.Value;
import parley.files.yaml.YamlDocument;

/** Changes steps, which are written as YAML each. */
public final class StepEdits {

  private StepEdits() {}

  /** Makes a step before the one that stands at a place, or at the end of its list. */
  public static Changed insert(YamlDocument document, Pointer at, String text) {
    var list = at.parent();
    var isList = list.in(document.root()).filter(Node.Sequence.class::isInstance).isPresent();
    var edit =
        isList
            ? new Edit.Insert(at, Splice.HERE)
            : KeyOrder.put(
                FileKind.CONVERSATION, document, list, new Value.Items(List.of(Splice.HERE)));
    return spliced(document, edit, isList ? at : list.at(0), text);
  }

  /** Makes several, one after the other, the first as {@link #insert}. */
  public static Changed insert(YamlDocument document, Pointer at, List<String> texts) {
    var changed = new Changed.Done(document);
    var place = at;
    for (var text : texts) {
      switch (insert(changed.document(), place, text)) {
        case Changed.Done done -> {
          var made = done.at().orElse(place);
          changed = new Changed.Done(done.document(), at);
          place = after(made);
        }
        case Changed.Refused refused -> {
          return refused;
        }
      }
    }
    return changed;
  }

  private static Pointer after(Pointer at) {
    return at.last() instanceof Pointer.Part.Index(var index) ? at.parent().at(index + 1) : at;
  }

  /** Writes another one in its place. */
  public static Changed replace(YamlDocument document, Pointer at, String text) {
    if (at.in(document.root()).isEmpty()) {
      throw new IllegalArgumentException("nothing at " + at);
    }
    return spliced(document, new Edit.Put(at, Splice.HERE), at, text);
  }

  /** Removes it. */
  public static Changed remove(YamlDocument document, Pointer at) {
    return new Changed.Done(Editor.apply(document, new Edit.Prune(at)));
  }

  private static Changed spliced(YamlDocument document, Edit edit, Pointer at, String text) {
    var problems = new Problems();
    return Splice.item(document, edit, at, text, problems)
        .<Changed>map(changed -> new Changed.Done(changed, at))
        .orElseGet(() -> refused(problems));
  }

  private static Changed refused(Problems problems) {
    var first = problems.sorted().getFirst();
    return new Changed.Refused(
        "Line "
            + first.at().line()
            + " of the step is not YAML: found "
            + first.found()
            + ", expected "
            + first.expected()
            + ".",
        first.hint().orElse("The step stays as it was."));
  }
}
