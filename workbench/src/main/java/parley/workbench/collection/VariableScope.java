package parley.workbench.collection;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Conversation;
import parley.model.collection.Environment;
import parley.model.collection.Secret;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.workspace.ByHand;
import parley.workspace.SecretValues;
import parley.workspace.Workspace;

/**
 * Every name that a file may use in a template, with what it stands for and where it comes from.
 * Later ones hide earlier ones: collection, folders, environment, {@code .env}, the file's own, a
 * row of data; what steps set or extract has no value yet.
 */
public final class VariableScope {

  private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w.-]*)\\s*}}");
  private static final int MAX_DEPTH = 100;

  /** Values that name others several times grow quickly: longer ones stay as they are written. */
  private static final int MAX_FILLED = 10_000;

  /**
   * A name.
   *
   * @param valueOrNull nothing when it has none yet, or it is a secret
   */
  public record Known(String name, @Nullable String valueOrNull, boolean secret, String from) {

    /** What it stands for, when that is known and no secret. */
    public Optional<String> value() {
      return Optional.ofNullable(valueOrNull);
    }
  }

  private final OpenFolder folder;
  private final Workspace workspace;
  private final Map<String, Known> all = new LinkedHashMap<>();
  private final Map<String, String> filled = new HashMap<>();

  private VariableScope(OpenFolder folder, Workspace workspace) {
    this.folder = folder;
    this.workspace = workspace;
  }

  /** Of a file or folder. */
  public static List<Known> of(Path path, OpenFolder folder) {
    var scope = new VariableScope(folder, folder.workspace(path));
    scope.gather(path);
    return scope.resolved();
  }

  private void gather(Path path) {
    layers(path).forEach(this::written);
    workspace.environment().map(Environment::file).ifPresent(this::written);
    var secrets = secrets();
    secrets.forEach(one -> secret(one.name(), one));
    written(path);
    workspace.conversation(path).ifPresent(this::later);
    mock();
    secrets.forEach(one -> secret("env." + one.name(), one));
    workspace.processNames().stream()
        .sorted()
        .forEach(name -> put("env." + name, null, true, "the process"));
  }

  /** The layers above a file, outer ones first. */
  private Stream<Path> layers(Path path) {
    return workspace.files().allFiles().stream()
        .filter(file -> file.endsWith("parley.yaml") || file.endsWith("folder.yaml"))
        .filter(file -> path.startsWith(file.resolveSibling("")))
        .sorted(Comparator.comparingInt(Path::getNameCount));
  }

  private void written(Path file) {
    for (var one : WrittenVariable.of(file, workspace)) {
      var hidden = SecretValues.isTelling(one.name()) && !one.value().contains("{{");
      put(one.name(), one.value(), hidden, folder.key(file) + ":" + one.at().line());
    }
  }

  private void put(String name, @Nullable String value, boolean secret, String from) {
    all.remove(name);
    all.put(name, new Known(name, value, secret, from));
  }

  private List<Secret> secrets() {
    return workspace.environment().isEmpty()
        ? workspace.files().secrets()
        : workspace.files().secrets(workspace.environment().get());
  }

  private void secret(String name, Secret one) {
    put(name, one.value(), true, one.at().file().getFileName() + ":" + one.at().line());
  }

  private void mock() {
    if (workspace.environment().flatMap(Environment::mock).isEmpty()) {
      return;
    }
    var running = folder.mocks().variables(workspace).get("mock");
    var fields = running instanceof Value.Fields(var known) ? known : Map.<String, Value>of();
    for (var name : List.of("url", "host", "port")) {
      var value = fields.get(name);
      put("mock." + name, value == null ? null : text(value), false, "the environment's mock");
    }
  }

  private static String text(Value value) {
    return value instanceof Value.Text(var text) ? text : JsonWriter.write(value);
  }

  /** What a row of data sets, and what comes only when steps are done. */
  private void later(Conversation conversation) {
    ByHand.row(conversation.file(), workspace)
        .forEach((name, value) -> put(name, text(value), false, "the first row of data"));
    conversation
        .connections()
        .forEach(
            one -> one.variables().forEach(variable -> unless(variable.name(), "a connection")));
    StepNames.of(conversation, workspace).forEach(name -> unless(name, "a step"));
  }

  private void unless(String name, String from) {
    if (!all.containsKey(name)) {
      put(name, null, false, from);
    }
  }

  /** With each template that is only a name filled in; secrets are left out. */
  private List<Known> resolved() {
    return all.values().stream()
        .map(one ->
            one.secret() || one.valueOrNull() == null
                ? new Known(one.name(), null, one.secret(), one.from())
                : new Known(one.name(), filled(one, 0), false, one.from()))
        .toList();
  }

  /** Once, however often it is named; a name within itself stays as it is written. */
  private String filled(Known one, int depth) {
    var text = one.value().orElse("");
    if (depth > MAX_DEPTH || text.length() > MAX_FILLED) {
      return text;
    }
    var known = filled.putIfAbsent(one.name(), "{{" + one.name() + "}}");
    if (known != null) {
      return known;
    }
    var value = filled(text, depth);
    var kept = value.length() > MAX_FILLED ? text : value;
    filled.put(one.name(), kept);
    return kept;
  }

  private String filled(String text, int depth) {
    var out = new StringBuilder();
    var template = TEMPLATE.matcher(text);
    while (template.find() && out.length() <= MAX_FILLED) {
      var filling = filling(template.group(1)).map(one -> filled(one, depth + 1));
      template.appendReplacement(out, Matcher.quoteReplacement(filling.orElse(template.group())));
    }
    return template.appendTail(out).toString();
  }

  private Optional<Known> filling(String name) {
    return Optional.ofNullable(all.get(name))
        .filter(one -> !one.secret() && one.value().isPresent());
  }
}
