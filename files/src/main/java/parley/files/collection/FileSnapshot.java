package parley.files.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import parley.protocol.frame.Bytes;

/**
 * What a file held when it was read, so that a change by somebody else is noticed before it is
 * overwritten.
 *
 * @param file links in it are followed: what they lead to is replaced, not the link
 */
public record FileSnapshot(Path file, Bytes content) {

  /** Reads a file. */
  public static FileSnapshot read(Path file) throws IOException {
    return new FileSnapshot(file, Bytes.of(Files.readAllBytes(file)));
  }

  /** What became of a save. */
  public sealed interface Outcome {

    /** The file holds the new bytes, on disk and not only in a cache. */
    record Saved(FileSnapshot now) implements Outcome {}

    /** There was nothing to change; the file was not touched. */
    record Unchanged() implements Outcome {}

    /** Somebody else changed the file after it was read; it was not touched. */
    record ChangedMeanwhile(FileSnapshot now) implements Outcome {}

    /** Somebody else removed the file after it was read; it was not made again. */
    record RemovedMeanwhile() implements Outcome {}
  }

  /**
   * Replaces the file at once and whole: whoever reads it, and whatever is killed when, finds the
   * old bytes or the new ones. Permissions stay.
   */
  public Outcome save(Bytes changed) throws IOException {
    if (changed.equals(content)) {
      return new Outcome.Unchanged();
    }
    try {
      var target = file.toRealPath();
      var now = new FileSnapshot(file, Bytes.of(Files.readAllBytes(target)));
      if (!now.content.equals(content)) {
        return new Outcome.ChangedMeanwhile(now);
      }
      WholeFile.put(target, changed);
      return new Outcome.Saved(new FileSnapshot(file, changed));
    } catch (NoSuchFileException e) {
      return new Outcome.RemovedMeanwhile();
    }
  }
}
