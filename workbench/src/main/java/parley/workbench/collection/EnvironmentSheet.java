package parley.workbench.collection;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Secret;
import parley.model.value.Value;
import parley.workbench.call.Json;
import parley.workspace.Workspace;

/**
 * An environment, or what a collection says itself, as the page edits it: its variables and below
 * them those of the collection, its secrets without their values, and its text.
 */
final class EnvironmentSheet {

  private static final String MASK = "\u2022".repeat(8);

  private final Workspace workspace;
  private final OpenFolder folder;
  private final Path file;

  private EnvironmentSheet(Workspace workspace, OpenFolder folder, Path file) {
    this.workspace = workspace;
    this.folder = folder;
    this.file = file;
  }

  /** Of the workspace's environment. */
  static Json.Fields of(Workspace workspace, OpenFolder folder) {
    var environment = workspace.environment().orElseThrow();
    var sheet = new EnvironmentSheet(workspace, folder, environment.file());
    var own = WrittenVariable.of(environment.file(), workspace);
    var above = WrittenVariable.of(workspace.root().resolve("parley.yaml"), workspace);
    var files = workspace.files();
    var general = secrets(files.secrets(), files.secretsFile(environment), false);
    var special = secrets(files.secrets(environment), files.secretsFile(environment), true);
    return sheet.toJson(own, above, special, general);
  }

  /** Of the collection itself. */
  static Json.Fields ofCollection(Workspace workspace, OpenFolder folder) {
    var file = workspace.root().resolve("parley.yaml");
    var sheet = new EnvironmentSheet(workspace, folder, file);
    return sheet.toJson(
        WrittenVariable.of(file, workspace), List.of(), workspace.files().secrets(), List.of());
  }

  private static List<Secret> secrets(List<Secret> all, Path file, boolean inFile) {
    return all.stream().filter(one -> one.at().file().equals(file) == inFile).toList();
  }

  private Json.Fields toJson(
      List<WrittenVariable> own,
      List<WrittenVariable> above,
      List<Secret> secrets,
      List<Secret> general) {
    var names = names(own);
    var variables = new ArrayList<Value>();
    own.forEach(one -> variables.add(row(one, null, true)));
    above.forEach(one -> variables.add(row(one, from(one), !names.contains(one.name()))));
    var told = new ArrayList<Value>();
    var kept = new HashSet<String>();
    secrets.forEach(one -> kept.add(one.name()));
    secrets.forEach(one -> told.add(secret(one, false)));
    general.forEach(one -> told.add(secret(one, kept.contains(one.name()))));
    var problems =
        workspace.problems().all().stream().filter(one -> one.at().file().equals(file)).toList();
    return Json.object()
        .put("variables", Value.of(variables))
        .put("secrets", Value.of(told))
        .put("text", String.join("\n", workspace.files().lines(file)))
        .put("path", key().<Value>map(Value::of).orElse(Value.NULL))
        .put("problems", ProblemJson.of(problems, folder));
  }

  private Optional<String> key() {
    return Files.exists(file) ? Optional.of(folder.key(file)) : Optional.empty();
  }

  private static Set<String> names(List<WrittenVariable> all) {
    var names = new HashSet<String>();
    all.forEach(one -> names.add(one.name()));
    return names;
  }

  private String from(WrittenVariable variable) {
    var at = variable.at();
    return folder.key(at.file()) + ":" + at.line();
  }

  private static Value row(WrittenVariable variable, @Nullable String from, boolean holds) {
    var row =
        Json.object()
            .put("name", variable.name())
            .put("value", variable.value())
            .put("enabled", true);
    if (from == null) {
      row.put("at", Json.texts(List.of("variables", variable.name())));
    } else {
      row.put("from", from).put("hidden", !holds);
    }
    return row.value();
  }

  private Value secret(Secret one, boolean hidden) {
    return Json.object()
        .put("name", one.name())
        .put("value", MASK)
        .put("enabled", true)
        .put("secret", true)
        .put("from", String.valueOf(one.at().file().getFileName()) + ":" + one.at().line())
        .put("hidden", hidden)
        .value();
  }
}
