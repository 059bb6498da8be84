package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.files.collection.WholeFile;
import parley.protocol.frame.Bytes;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workbench.collection.FileTrouble;
import parley.workbench.collection.OpenFolder;
import parley.workspace.DotFiles;
import parley.workspace.Starter;

/** Makes folders, collections, conversations, mocks and environments. */
final class Creation {

  private final OpenFolder folder;

  Creation(OpenFolder folder) {
    this.folder = folder;
  }

  /**
   * Makes what the page asks for in a folder. A name that the user gave and that is taken is
   * refused; without a name, the first free one is taken.
   */
  Answer create(With with, Path where) {
    var kind = NodeKind.of(with.text("kind"));
    if (kind.isEmpty()) {
      return Answer.refuse(Code.BAD_CALL, "there is no kind " + with.text("kind"));
    }
    var given = with.textIfAny("name").map(String::strip).filter(name -> !name.isEmpty());
    var name = given.orElseGet(() -> usual(kind.get()));
    var stem = FileName.of(withoutEnding(name, kind.get()));
    if (stem.isEmpty()) {
      return unnameable(name);
    }
    var place =
        kind.get() == NodeKind.ENVIRONMENT
            ? folder.workspace(where).root().resolve(NodeKind.ENVIRONMENTS)
            : where;
    var free = FileName.free(place, stem.get(), kind.get().ending());
    var wanted = place.resolve(stem.get() + kind.get().ending());
    if (given.isPresent() && !free.equals(wanted)) {
      return taken(wanted);
    }
    return make(kind.get(), free, given.orElseGet(() -> kind.get().stem(free)), with);
  }

  private static String usual(NodeKind kind) {
    return switch (kind) {
      case FOLDER -> "folder";
      case COLLECTION -> "collection";
      case CONVERSATION -> "conversation";
      case MOCK -> "mock";
      case ENVIRONMENT -> "environment";
    };
  }

  private static String withoutEnding(String name, NodeKind kind) {
    return kind.isFile() && name.endsWith(kind.ending())
        ? name.substring(0, name.length() - kind.ending().length())
        : name;
  }

  static Answer unnameable(String name) {
    return Answer.refuse(
        Code.INVALID,
        "'" + name.replaceAll("\\p{Cntrl}", "\u00B7") + "' makes no name of a file.",
        "Take a name with a letter or a digit.");
  }

  Answer taken(Path path) {
    return Answer.refuse(
        Code.CONFLICT,
        "There is '" + folder.key(path) + "' already.",
        "Take another name, or rename the other one first.");
  }

  private Answer make(NodeKind kind, Path path, String name, With with) {
    try {
      switch (kind) {
        case FOLDER -> write(path.resolve("folder.yaml"), Starter.folder(name));
        case COLLECTION -> collection(path, name);
        case CONVERSATION -> write(path, conversation(path, name, with));
        case MOCK -> write(path, with.textIfAny("text").orElseGet(() -> Starter.mock(0)));
        case ENVIRONMENT -> write(path, with.textIfAny("text").orElse("variables: {}\n"));
      }
    } catch (IOException trouble) {
      return FileTrouble.answer("'" + folder.key(path) + "' cannot be made", trouble);
    }
    folder.refresh();
    return Answer.of(Json.object().put("path", folder.key(path)));
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.create(file, Bytes.utf8(text));
  }

  /** All of it or nothing. */
  private static void collection(Path path, String name) throws IOException {
    Files.createDirectories(path.resolveSibling("."));
    Files.createDirectory(path); // What is taken away again is ours, and never somebody else's.
    try {
      fill(path, name);
    } catch (IOException trouble) {
      FileTree.removeQuietly(path, trouble);
      throw trouble;
    }
  }

  private static void fill(Path path, String name) throws IOException {
    write(path.resolve("parley.yaml"), Starter.collection(name));
    write(path.resolve(NodeKind.ENVIRONMENTS).resolve("local.yaml"), Starter.environment());
    write(path.resolve("hello.ws.yaml"), Starter.hello());
    write(path.resolve("hello.mock.yaml"), Starter.mock(0));
    write(path.resolve(".gitignore"), DotFiles.IGNORED);
  }

  private String conversation(Path path, String name, With with) {
    if (with.has("text")) {
      return with.text("text");
    }
    var url = with.textIfAny("url").filter(text -> !text.isBlank()).orElseGet(() -> usualUrl(path));
    var isOwn = name.equals(NodeKind.CONVERSATION.stem(path));
    return (isOwn ? "" : "name: " + Starter.scalar(name) + "\n")
        + "url: "
        + Starter.scalar(url)
        + "\n";
  }

  /** That of the collection's other conversations, where its environments know it. */
  private String usualUrl(Path path) {
    var workspace = folder.workspace(path);
    var environment = workspace.environment();
    Optional<String> base =
        environment.flatMap(one ->
            one.variables().stream()
                .filter(variable -> variable.name().equals("base"))
                .map(_ -> "{{base}}/")
                .findFirst());
    return base.orElse(Starter.localUrl());
  }
}
