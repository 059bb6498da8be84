package parley.workbench.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.files.format.FileKind;
import parley.files.format.KeyOrder;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value.Items;
import parley.files.yaml.Value.Member;
import parley.files.yaml.YamlDocument;
import parley.model.value.Value;

/** Makes a check of a value that was received. */
public final class AssertEdits {

  /** Fields that tell messages apart, the usual ones first. */
  private static final List<String> TELLING =
      List.of("type", "event", "op", "action", "method", "kind", "msg", "cmd", "channel", "topic");

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private AssertEdits() {}

  /**
   * Adds the check to the last step, when that receives such messages; else adds such a step.
   *
   * @param message that was received
   * @param pointer to the value in it: a JSONPath, or a JSON Pointer (RFC 6901)
   */
  public static Changed add(YamlDocument document, Value message, String pointer) {
    var isPath = pointer.startsWith("$");
    var way = isPath || pointer.isEmpty() ? List.<String>of() : steps(pointer);
    var value = isPath ? byPath(message, pointer) : find(message, way);
    if (value.isEmpty()) {
      return new Changed.Refused(
          "There is no such value in the message.", "Choose one in the tree of the message.");
    }
    var path = isPath ? pointer : path(message, way);
    var check = check(path, value.get());
    var where = telling(message).filter(one -> !one.key().equals(path));
    var last = lastReceive(document, where);
    if (last.isPresent()) {
      return extended(document, last.get(), check);
    }
    return appended(document, step(where, check));
  }

  private static List<String> steps(String pointer) {
    return Arrays.stream(pointer.substring(1).split("/", -1))
        .map(part -> part.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static Optional<Value> byPath(Value message, String path) {
    return switch (PathReader.read(path)) {
      case PathReading.Read(var read, var _) -> read.find(message).values().stream().findFirst();
      case PathReading.Wrong _ -> Optional.empty();
    };
  }

  private static Optional<Value> find(Value message, List<String> way) {
    var at = Optional.of(message);
    for (var part : way) {
      at = at.flatMap(value -> inside(value, part));
    }
    return at;
  }

  private static Optional<Value> inside(Value value, String part) {
    return switch (value) {
      case Value.Fields(var all) -> Optional.ofNullable(all.get(part));
      case Value.Items(var all) when part.matches("\\d{1,9}") ->
          Optional.of(Integer.parseInt(part)).filter(index -> index < all.size()).map(all::get);
      default -> Optional.empty();
    };
  }

  private static String path(Value message, List<String> way) {
    var path = new StringBuilder("$");
    var at = message;
    for (var part : way) {
      if (at instanceof Value.Items) {
        path.append('[').append(part).append(']');
      } else if (NAME.matcher(part).matches()) {
        path.append('.').append(part);
      } else {
        path.append("['").append(part.replace("\\", "\\\\").replace("'", "\\'")).append("']");
      }
      at = inside(at, part).orElse(Value.NULL);
    }
    return path.toString();
  }

  /** What a map is compared with stands behind an operator; braces are no template here. */
  private static Member check(String path, Value value) {
    var yaml = PageValues.yaml(value);
    return value instanceof Value.Fields
        ? new Member(path, parley.files.yaml.Value.of(new Member("equals", yaml)))
        : new Member(path, yaml);
  }

  private static Optional<Member> telling(Value message) {
    var fields = message instanceof Value.Fields(var all) ? all : Map.<String, Value>of();
    return telling(fields)
        .flatMap(name ->
            Optional.ofNullable(fields.get(name))
                .map(one -> new Member("$." + name, PageValues.yaml(one))));
  }

  /** The name of the field of a message that tells it from messages of other kinds. */
  public static Optional<String> telling(Map<String, Value> fields) {
    return TELLING.stream().filter(name -> fields.get(name) instanceof Value.Text).findFirst();
  }

  private static parley.files.yaml.Value step(Optional<Member> where, Member check) {
    var checks = new Items(List.of(parley.files.yaml.Value.of(check)));
    var receive = new Member("receive", parley.files.yaml.Value.plain(""));
    var made = new Member("assert", checks);
    return where
        .map(one ->
            parley.files.yaml.Value.of(
                receive, new Member("where", parley.files.yaml.Value.of(one)), made))
        .orElseGet(() -> parley.files.yaml.Value.of(receive, made));
  }

  private static Optional<Pointer> lastReceive(YamlDocument document, Optional<Member> where) {
    if (StepModel.LIST.in(document.root()).orElse(null) instanceof Node.Sequence steps
        && !steps.items().isEmpty()
        && steps.items().getLast() instanceof Node.Mapping step
        && step.find("receive").isPresent()
        && step.find("where")
            .map(Node::toValue)
            .equals(where.map(one -> parley.files.yaml.Value.of(one)))) {
      return Optional.of(StepModel.LIST.at(steps.items().size() - 1));
    }
    return Optional.empty();
  }

  private static Changed extended(YamlDocument document, Pointer step, Member check) {
    var checks = step.key("assert");
    var item = parley.files.yaml.Value.of(check);
    var isList = checks.in(document.root()).filter(Node.Sequence.class::isInstance).isPresent();
    var edit =
        isList
            ? new Edit.Add(checks, item)
            : KeyOrder.put(FileKind.CONVERSATION, document, checks, new Items(List.of(item)));
    return new Changed.Done(Editor.apply(document, edit), step);
  }

  private static Changed appended(YamlDocument document, parley.files.yaml.Value step) {
    var list = StepModel.LIST.in(document.root()).orElse(null);
    if (list instanceof Node.Sequence steps) {
      var at = StepModel.LIST.at(steps.items().size());
      return new Changed.Done(Editor.apply(document, new Edit.Add(StepModel.LIST, step)), at);
    }
    var edit =
        KeyOrder.put(FileKind.CONVERSATION, document, StepModel.LIST, new Items(List.of(step)));
    return new Changed.Done(Editor.apply(document, edit), StepModel.LIST.at(0));
  }
}
