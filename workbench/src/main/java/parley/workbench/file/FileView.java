package parley.workbench.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.format.FileKind;
import parley.files.problem.Problem;
import parley.files.problem.Problems;
import parley.files.problem.Severity;
import parley.files.yaml.Node;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlText;
import parley.model.collection.Position;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.workbench.call.Json;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.ProblemJson;
import parley.workbench.form.FileModel;
import parley.workbench.form.Form;
import parley.workspace.ByHand;
import parley.workspace.Preparation;
import parley.workspace.Workspace;

/** Files as pages have them: {@code FileState} of the page. */
final class FileView {

  private final OpenFolder folder;

  FileView(OpenFolder folder) {
    this.folder = folder;
  }

  /** A file as it is now; one that is gone with the text that it had. */
  Json.Fields of(OpenFile file) {
    var content = file.content();
    var text = text(file.path(), file.lastContent());
    var workspace = folder.workspace(file.path());
    var state =
        Json.object()
            .put("path", folder.key(file.path()))
            .put("kind", kind(file.path()))
            .put("version", Versions.of(content))
            .put("text", text.text())
            .put("problems", problems(file.path(), workspace))
            .put("undo", file.canUndo())
            .put("redo", file.canRedo());
    if (content.isEmpty() && file.wasThere()) {
      state.put("gone", true);
    }
    model(text, workspace).ifPresent(model -> state.put("model", model));
    return state;
  }

  /** As text, whatever the bytes are; what is no UTF-8 is among the problems. */
  static YamlText text(Path path, Bytes content) {
    var bytes = content.toArray();
    return YamlText.decode(path, bytes, new Problems())
        .orElseGet(() -> new YamlText(path, new String(bytes, StandardCharsets.UTF_8), false));
  }

  private static String kind(Path path) {
    var name = String.valueOf(path.getFileName());
    return FileKind.of(path)
        .map(kind ->
            switch (kind) {
              case CONVERSATION -> "conversation";
              case MOCK -> "mock";
              case ENVIRONMENT -> "environment";
              case SNAPSHOT -> "snapshot";
              case LAYER -> name.equals("parley.yaml") ? "collection" : "folder";
            })
        .orElse("other");
  }

  /**
   * What is wrong with a file as a collection has it: what the reader finds and, when that is
   * nothing, what keeps the conversation from being talked.
   */
  Value problems(Path path, Workspace workspace) {
    var read = of(path, workspace.files().problems());
    var all =
        isWrong(read) ? read : Stream.concat(read.stream(), planned(path, workspace)).toList();
    return ProblemJson.of(all.stream().distinct().sorted().toList(), folder, workspace.files());
  }

  private static List<Problem> of(Path path, List<Problem> problems) {
    return problems.stream().filter(one -> one.at().file().equals(path)).toList();
  }

  private static boolean isWrong(List<Problem> problems) {
    return problems.stream().anyMatch(one -> one.severity() == Severity.ERROR);
  }

  private Stream<Problem> planned(Path path, Workspace workspace) {
    if (FileKind.of(path).filter(FileKind.CONVERSATION::equals).isEmpty()) {
      return Stream.empty();
    }
    var prepared = ByHand.prepare(path, workspace, folder.mocks().variables(workspace));
    return prepared.preparation() instanceof Preparation.Wrong(var problems)
        ? of(path, problems.all()).stream()
        : Stream.empty();
  }

  private Optional<Value> model(YamlText text, Workspace workspace) {
    var path = text.file();
    return FileKind.of(path)
        .filter(kind -> kind != FileKind.MOCK && kind != FileKind.SNAPSHOT)
        .map(kind -> {
          var document = Salvage.of(text).filter(FileView::isMap).orElseGet(() -> empty(text));
          return FileModel.of(form(kind, document, workspace), document);
        });
  }

  private static boolean isMap(YamlDocument document) {
    return document.root() instanceof Node.Mapping;
  }

  private static YamlDocument empty(YamlText text) {
    return Salvage.of(text.withText("{}")).orElseThrow();
  }

  private Form form(FileKind kind, YamlDocument document, Workspace workspace) {
    var path = document.source().file();
    var own = document.root() instanceof Node.Mapping map ? map : inherited(path, workspace);
    return new Form(kind, name(path, own), own, inherited(path, workspace), this::place);
  }

  private String name(Path path, Node.Mapping own) {
    var stem = String.valueOf(path.getFileName()).replaceFirst("\\..*", "");
    var url = own.find("url").orElse(null) instanceof Node.Scalar text ? text.text() : "";
    return folder.scratches().name(path, stem, url);
  }

  private static Node.Mapping inherited(Path path, Workspace workspace) {
    var files = workspace.files();
    return workspace
        .environment()
        .map(environment -> files.inherited(path, environment))
        .orElseGet(() -> files.inherited(path));
  }

  private String place(Position at) {
    return folder.key(at.file()) + ":" + at.line();
  }
}
