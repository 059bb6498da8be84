package parley.workbench.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import parley.engine.expression.DynamicNames;
import parley.files.complete.Completer;
import parley.files.complete.Completion;
import parley.files.complete.Surroundings;
import parley.files.format.FileKind;
import parley.model.value.Value;
import parley.workbench.call.Json;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.VariableScope;

/** What may be written at a place of a file, with what the opened folder knows. */
record FileCompletion(OpenFolder folder, Path file) implements Surroundings {

  private static final int MAX_DETAIL = 60;

  Value complete(FileKind kind, String text, int offset) {
    var found = Completer.complete(kind, text, offset, this);
    return Json.object()
        .put("from", found.from())
        .put("options", found.options(), FileCompletion::option)
        .value();
  }

  private static Value option(Completion.Option option) {
    var json = Json.object().put("label", option.label());
    if (!option.detail().isEmpty()) {
      json.put("detail", option.detail());
    }
    if (!option.docs().isEmpty()) {
      json.put("info", option.docs());
    }
    if (!option.written().equals(option.label())) {
      json.put("apply", option.written());
    }
    return json.put("kind", option.kind().name().toLowerCase(Locale.ROOT)).value();
  }

  @Override
  public List<Variable> variables() {
    var known =
        VariableScope.of(file, folder).stream().map(one -> new Variable(one.name(), detail(one)));
    var dynamic =
        DynamicNames.MEANINGS.entrySet().stream()
            .map(one -> new Variable("$" + one.getKey(), one.getValue()));
    return Stream.concat(known, dynamic).toList();
  }

  private static String detail(VariableScope.Known one) {
    var value = one.secret() ? "\u2022".repeat(8) : one.value().orElse("");
    var shown = value.length() > MAX_DETAIL ? value.substring(0, MAX_DETAIL) + "..." : value;
    return shown.isEmpty() ? one.from() : shown;
  }

  @Override
  public List<String> files() {
    return FileNames.of(folder.workspace(file).root(), file);
  }
}
