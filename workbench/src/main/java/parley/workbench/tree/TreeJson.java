package parley.workbench.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.files.problem.Severity;
import parley.model.collection.Content;
import parley.model.collection.Conversation;
import parley.model.collection.Folder;
import parley.model.collection.SavedMessage;
import parley.model.value.Value;
import parley.workbench.call.Json;
import parley.workbench.collection.OpenFolder;
import parley.workspace.Workspace;

/**
 * The tree of the opened folder: folders first, then files, each by name. A folder is shown when
 * something shown is in it, or nothing at all.
 */
final class TreeJson {

  private final OpenFolder folder;
  private final Map<Path, List<Path>> folders = new HashMap<>();
  private final Map<Path, List<Path>> files = new HashMap<>();
  private final Map<Path, Conversation> conversations = new HashMap<>();
  private final Map<Path, String> names = new HashMap<>();
  private final Map<Path, int[]> problems = new HashMap<>();

  private TreeJson(OpenFolder folder) {
    this.folder = folder;
  }

  static Value of(OpenFolder folder) {
    var tree = new TreeJson(folder);
    tree.gather();
    return Json.object()
        .put("root", tree.folder(folder.root()).value())
        .putText("trouble", folder.trouble())
        .value();
  }

  private void gather() {
    var scan = folder.scan();
    scan.folders().keySet().forEach(one -> under(folders, one));
    scan.files().keySet().forEach(one -> under(files, one));
    folder.workspaces().forEach(this::gather);
  }

  private static void under(Map<Path, List<Path>> map, Path path) {
    map.computeIfAbsent(path.resolveSibling(""), _ -> new ArrayList<>()).add(path);
  }

  private void gather(Workspace workspace) {
    var collection = workspace.files().collection();
    collection.top().allConversations().forEach(one -> conversations.put(one.file(), one));
    conversations.forEach((file, one) -> names.put(file, one.name()));
    collection.mocks().forEach(one -> names.put(one.file(), one.name()));
    collection.environments().forEach(one -> names.put(one.file(), one.name()));
    names(collection.top());
    for (var one : workspace.problems().all()) {
      var counts = problems.computeIfAbsent(one.at().file(), _ -> new int[2]);
      counts[one.severity() == Severity.ERROR ? 0 : 1]++;
    }
  }

  private void names(Folder one) {
    names.put(one.path(), one.name());
    one.folders().forEach(this::names);
  }

  /** A node, with how many problems it and those below it have. */
  private record Node(Json.Fields fields, int errors, int warnings) {

    Value value() {
      return fields.put("errors", errors).put("warnings", warnings).value();
    }
  }

  private Node folder(Path path) {
    var children = new ArrayList<Node>();
    folders.getOrDefault(path, List.of()).stream()
        .filter(this::isShown)
        .sorted(byName())
        .forEach(one -> children.add(folder(one)));
    shownFiles(path).stream().sorted(byName()).forEach(one -> children.add(file(one)));
    var layer = layer(path);
    var own = problems.getOrDefault(layer, new int[2]);
    return new Node(
        node(isCollection(path) ? NodeKind.COLLECTION : NodeKind.FOLDER, path)
            .put("children", children, Node::value),
        own[0] + children.stream().mapToInt(Node::errors).sum(),
        own[1] + children.stream().mapToInt(Node::warnings).sum());
  }

  private static Comparator<Path> byName() {
    return Comparator.comparing(
        path -> String.valueOf(path.getFileName()), String::compareToIgnoreCase);
  }

  private boolean isCollection(Path path) {
    return folder.scan().files().containsKey(path.resolve("parley.yaml"));
  }

  private Path layer(Path path) {
    return path.resolve(isCollection(path) ? "parley.yaml" : "folder.yaml");
  }

  private List<Path> shownFiles(Path path) {
    return files.getOrDefault(path, List.of()).stream()
        .filter(one -> kind(one).isPresent())
        .toList();
  }

  private Optional<NodeKind> kind(Path file) {
    return NodeKind.ofFile(file, folder.workspace(file).root());
  }

  private boolean isShown(Path path) {
    var isFilled = folder.scan().folders().getOrDefault(path, true);
    return !isFilled
        || folder.scan().files().containsKey(layer(path))
        || !shownFiles(path).isEmpty()
        || folders.getOrDefault(path, List.of()).stream().anyMatch(this::isShown);
  }

  private Json.Fields node(NodeKind kind, Path path) {
    var name = names.getOrDefault(path, kind.stem(path));
    return Json.object().put("kind", kind.word()).put("path", folder.key(path)).put("name", name);
  }

  private Node file(Path path) {
    var kind = kind(path).orElseThrow();
    var counts = problems.getOrDefault(path, new int[2]);
    var node = node(kind, path);
    var conversation = conversations.get(path);
    if (conversation != null) {
      node.put("test", !conversation.steps().isEmpty())
          .put("messages", messages(conversation.messages()));
    }
    return new Node(node, counts[0], counts[1]);
  }

  private static Value messages(List<SavedMessage> all) {
    var told = new ArrayList<Value>();
    for (var index = 0; index < all.size(); index++) {
      told.add(
          Json.object()
              .put("index", index)
              .put("name", all.get(index).name())
              .put("kind", kind(all.get(index).message().content()))
              .value());
    }
    return Value.of(told);
  }

  private static String kind(Content content) {
    return switch (content) {
      case Content.Text _ -> "text";
      case Content.JsonValue _, Content.JsonBlock _ -> "json";
      case Content.Xml _ -> "xml";
      case Content.Hex _ -> "hex";
      case Content.Base64 _ -> "base64";
      case Content.File _ -> "file";
      case Content.Ping _ -> "ping";
      case Content.Close _ -> "close";
      case Content.Frame _ -> "frame";
      case Content.Raw _ -> "bytes";
    };
  }
}
