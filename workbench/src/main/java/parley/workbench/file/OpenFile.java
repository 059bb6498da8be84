package parley.workbench.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.files.collection.FileSnapshot;
import parley.files.collection.WholeFile;
import parley.files.yaml.YamlText;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/**
 * A file that pages edit: what it holds as far as is known, and what it held before. Changes by
 * others become part of its history as soon as they are seen. Any thread may use it; one change is
 * made at a time.
 */
final class OpenFile {

  private final Path path;
  private final Past past = new Past();
  private @Nullable FileSnapshot now; // guarded by this; nothing when there is no such file
  private Optional<Bytes> last; // guarded by this; what it held when it was there last

  private OpenFile(Path path, @Nullable FileSnapshot now) {
    this.path = path;
    this.now = now;
    last = content();
  }

  /**
   * Reads it, when it is there.
   *
   * @throws IOException when it may not be read, or is larger than any that makes sense
   */
  static OpenFile open(Path path) throws IOException {
    return new OpenFile(path, read(path));
  }

  private static @Nullable FileSnapshot read(Path path) throws IOException {
    try {
      var size = Files.size(path);
      if (size > YamlText.MAX_SIZE.bytes()) {
        throw new FileSystemException(
            path.toString(),
            null,
            "it has %s, and at most %s are opened".formatted(ByteSize.of(size), YamlText.MAX_SIZE));
      }
      return FileSnapshot.read(path);
    } catch (NoSuchFileException gone) {
      return null;
    }
  }

  /** What became of a change. */
  sealed interface Outcome {

    /** It holds what was wanted. */
    record Done() implements Outcome {}

    /** It is not as the change takes it to be. */
    record Conflict() implements Outcome {}

    /** There is nothing to go back to. */
    record Nothing() implements Outcome {}
  }

  Path path() {
    return path;
  }

  /** Whether there ever was such a file. */
  synchronized boolean wasThere() {
    return last.isPresent();
  }

  /** What it holds, or held before it went; empty when it never was there. */
  synchronized Bytes lastContent() {
    return last.orElse(Bytes.EMPTY);
  }

  /** What it holds; nothing when it is gone. */
  synchronized Optional<Bytes> content() {
    return Optional.ofNullable(now).map(FileSnapshot::content);
  }

  synchronized String version() {
    return Versions.of(content());
  }

  synchronized boolean canUndo() {
    return past.canUndo();
  }

  synchronized boolean canRedo() {
    return past.canRedo();
  }

  /** Looks whether others have changed it. */
  synchronized void look() throws IOException {
    var before = last;
    now = read(path);
    last = content().or(() -> before);
    before.filter(one -> !one.equals(lastContent())).ifPresent(past::changed);
  }

  /**
   * Makes it hold something else.
   *
   * @param version that the change was made from
   * @throws IOException when it cannot be written; it is then as it was
   */
  synchronized Outcome save(String version, Bytes changed) throws IOException {
    look();
    if (!version.equals(version())) {
      return new Outcome.Conflict();
    }
    var before = content();
    if (before.filter(changed::equals).isPresent()) {
      return new Outcome.Done();
    }
    if (!write(changed)) {
      look();
      return new Outcome.Conflict();
    }
    before.ifPresent(past::changed);
    return new Outcome.Done();
  }

  /** Makes it hold what it held before its last change. */
  synchronized Outcome undo() throws IOException {
    look();
    var before = past.last();
    if (before.isEmpty() || now == null) {
      return new Outcome.Nothing();
    }
    var undone = now.content();
    if (!write(before.get())) {
      return new Outcome.Conflict();
    }
    past.undone(undone);
    return new Outcome.Done();
  }

  /** Makes it hold what it held before it was undone. */
  synchronized Outcome redo() throws IOException {
    look();
    var next = past.next();
    if (next.isEmpty() || now == null) {
      return new Outcome.Nothing();
    }
    var before = now.content();
    if (!write(next.get())) {
      return new Outcome.Conflict();
    }
    past.redone(before);
    return new Outcome.Done();
  }

  /** False when somebody else was faster. */
  private boolean write(Bytes changed) throws IOException {
    if (now == null) {
      WholeFile.create(path, changed);
      now = new FileSnapshot(path, changed);
      last = content();
      return true;
    }
    return switch (now.save(changed)) {
      case FileSnapshot.Outcome.Saved(var saved) -> {
        now = saved;
        last = content();
        yield true;
      }
      case FileSnapshot.Outcome.Unchanged _ -> true;
      case FileSnapshot.Outcome.ChangedMeanwhile _, FileSnapshot.Outcome.RemovedMeanwhile _ ->
          false;
    };
  }
}
