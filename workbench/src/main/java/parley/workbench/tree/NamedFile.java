package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.files.collection.FileSnapshot;
import parley.files.problem.Problems;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.protocol.frame.Bytes;

/** The key {@code name:} of a file: what people call it, where that is not the file's own name. */
final class NamedFile {

  private static final Pointer NAME = Pointer.of("name");

  private NamedFile() {}

  /** What the file says; nothing when it says none or cannot be read. */
  static Optional<String> name(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return document(FileSnapshot.read(file))
        .flatMap(document -> NAME.in(document.root()))
        .flatMap(
            node -> node instanceof Node.Scalar one ? Optional.of(one.text()) : Optional.empty());
  }

  private static Optional<YamlDocument> document(FileSnapshot snapshot) {
    return YamlReader.read(snapshot.file(), snapshot.content().toArray(), new Problems());
  }

  /**
   * A file that was given a name, or none.
   *
   * @param now what it holds since
   */
  record Renamed(Bytes before, Optional<FileSnapshot> now) {

    private static final Renamed NOT = new Renamed(Bytes.EMPTY, Optional.empty());

    /** Has it hold what it held, unless somebody else has changed it meanwhile. */
    void takeBack() throws IOException {
      if (now.isPresent()) {
        var _ = now.get().save(before);
      }
    }
  }

  /**
   * Gives the file a name. Its comments and all else stay; a file with wrong syntax stays as it is.
   *
   * @param byFile what it is called when it says nothing
   */
  static Renamed rename(Path file, String name, String byFile) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Renamed.NOT;
    }
    var snapshot = FileSnapshot.read(file);
    var document = document(snapshot);
    if (document.isEmpty()) {
      return Renamed.NOT;
    }
    var changed =
        Editor.apply(document.get(), edit(document.get(), name, byFile).stream().toList());
    return switch (snapshot.save(Bytes.of(changed.source().encode()))) {
      case FileSnapshot.Outcome.Saved(var now) -> new Renamed(snapshot.content(), Optional.of(now));
      case FileSnapshot.Outcome.Unchanged _,
          FileSnapshot.Outcome.ChangedMeanwhile _,
          FileSnapshot.Outcome.RemovedMeanwhile _ ->
          Renamed.NOT;
    };
  }

  private static Optional<Edit> edit(YamlDocument document, String name, String byFile) {
    var now = NAME.in(document.root());
    if (now.isPresent()) {
      return Optional.of(new Edit.Put(NAME, Value.text(name, now.get())));
    }
    var isMap = document.root() instanceof Node.Mapping map && !map.entries().isEmpty();
    return name.equals(byFile) || !isMap
        ? Optional.empty()
        : Optional.of(new Edit.InsertKey(NAME, 0, Value.text(name)));
  }
}
