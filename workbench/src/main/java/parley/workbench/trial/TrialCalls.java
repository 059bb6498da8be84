package parley.workbench.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.files.format.FileKind;
import parley.files.problem.Problem;
import parley.files.problem.Problems;
import parley.files.problem.Severity;
import parley.files.yaml.Pointer;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.value.Value;
import parley.report.Redaction;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workbench.collection.FileTrouble;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;
import parley.workbench.collection.ProblemJson;
import parley.workbench.form.Changed;
import parley.workbench.form.PageEdits;
import parley.workbench.form.PageValues;
import parley.workbench.form.StepEdits;
import parley.workbench.log.Logs;
import parley.workbench.step.Rehearsal;
import parley.workbench.step.StepTree;
import parley.workbench.talk.Talks;
import parley.workspace.ByHand;
import parley.workspace.Preparation;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;

/** The call {@code step.try}. Nothing is written, sent or waited for. */
public final class TrialCalls {

  private final OpenFolder folder;
  private final Logs logs;
  private final Talks talks;

  public TrialCalls(OpenFolder folder, Logs logs, Talks talks) {
    this.folder = folder;
    this.logs = logs;
    this.talks = talks;
  }

  public void addTo(Calls calls) {
    calls.add("step.try", (with, _) -> answer(with));
  }

  private Answer answer(With with) {
    return switch (folder.place(with.text("path"))) {
      case Place.Outside outside -> outside.answer();
      case Place.Inside(var path) -> answer(path, with);
    };
  }

  private Answer answer(Path path, With with) {
    var at = PageValues.pointer(with.list("at"));
    try {
      return switch (edited(path, at, with)) {
        case Changed.Refused(var text, var _) -> wrong(text);
        case Changed.Done done -> tried(path, at, done.document().source().text(), with);
      };
    } catch (IllegalArgumentException stale) {
      return Answer.of(Json.object());
    } catch (IOException trouble) {
      return FileTrouble.answer("'" + folder.key(path) + "' cannot be read", trouble);
    }
  }

  private static Answer wrong(String text) {
    return Answer.of(Json.object().put("wrong", text));
  }

  /** The file as it would be. */
  private Changed edited(Path path, Pointer at, With with) {
    var lines = folder.workspace(path).files().lines(path);
    var text = new YamlText(path, String.join("\n", lines) + "\n", false);
    var document = YamlReader.read(text, new Problems());
    if (document.isEmpty()) {
      return new Changed.Refused("A line of the file is no YAML: mend it in File first.", "");
    }
    return edited(document.get(), at, with);
  }

  private static Changed edited(YamlDocument document, Pointer at, With with) {
    if (with.has("text")) {
      return StepEdits.replace(document, at, with.text("text"));
    }
    return PageEdits.apply(
        FileKind.CONVERSATION, document, with.has("edits") ? with.list("edits") : List.of());
  }

  private Answer tried(Path path, Pointer at, String text, With with) throws IOException {
    var workspace = folder.workspace(path).with(path, text);
    var byHand = ByHand.prepare(path, workspace, folder.mocks().variables(workspace));
    return switch (byHand.preparation()) {
      case Preparation.Wrong(var problems) -> wrong(why(problems, path));
      case Preparation.Ready ready -> tried(path, at, workspace, ready, byHand, with);
    };
  }

  private static String why(ProblemList problems, Path path) {
    return problems.all().stream()
        .filter(one -> one.severity() == Severity.ERROR)
        .findFirst()
        .map(one -> why(one, path))
        .orElse("");
  }

  private static String why(Problem problem, Path path) {
    var where = problem.at().file().equals(path) ? "Line " + problem.at().line() + ": " : "";
    var hint = problem.hint().map(text -> ". " + text).orElse("");
    return where + ProblemJson.text(problem) + hint;
  }

  private Answer tried(
      Path path,
      Pointer at,
      Workspace workspace,
      Preparation.Ready ready,
      ByHand byHand,
      With with) {
    var tree = StepTree.of(ready.plan(), path, workspace.files().lines(path));
    var given = folder.mocks().variables(workspace);
    var redaction = Redaction.of(workspace.secretValues(ready.conversation(), given));
    var variables = talks.variables(folder.key(path));
    var rehearsal = new Rehearsal(ready.plan(), byHand.row(), variables);
    var result = rehearsal.of(tree, at, heard(with), redaction);
    return Answer.of(json(result));
  }

  private static Json.Fields json(Optional<Value> result) {
    var json = Json.object();
    result.ifPresent(one -> json.put("result", one));
    return json;
  }

  private List<Rehearsal.Heard> heard(With with) {
    if (!with.has("session")) {
      return List.of();
    }
    var position = with.has("position") ? with.number("position") : -1;
    return Heard.in(logs, with.text("session"), position);
  }
}
