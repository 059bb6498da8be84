package parley.workbench.recording;

import java.nio.file.Path;
import java.util.List;
import parley.files.problem.Problems;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Excerpt;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.Value.Member;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;

/** A step as it stands in a file. */
final class StepText {

  private static final Pointer STEPS = Pointer.of("steps");

  private StepText() {}

  static String of(List<Member> members) {
    var empty = new YamlText(Path.of("steps.ws.yaml"), "url: ws://a.example\n", false);
    var document = YamlReader.read(empty, new Problems()).orElseThrow();
    var first = new Value.Items(List.of(Value.of(members.getFirst())));
    var written = Editor.apply(document, new Edit.Put(STEPS, first));
    for (var member : members.subList(1, members.size())) {
      var at = STEPS.at(0).key(member.key());
      written = Editor.apply(written, new Edit.Put(at, member.value()));
    }
    return Excerpt.ofItem(written, STEPS.at(0)).text();
  }
}
