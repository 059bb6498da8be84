package parley.cli.format;

import java.io.IOException;
import java.nio.file.Path;
import parley.files.collection.FileSnapshot;
import parley.protocol.frame.Bytes;
import parley.workspace.Places;

/** Lays out one file on disk. */
final class Layouts {

  private Layouts() {}

  /** What became of a file. */
  sealed interface Outcome {

    /** It was tidy. */
    record Kept() implements Outcome {}

    /** It is tidy now, or would be. */
    record Changed() implements Outcome {}

    /** It stays as it is. */
    record Failed(String text) implements Outcome {}
  }

  /**
   * Replaces the file at once and whole.
   *
   * @param onlyLook leaves it as it is
   */
  static Outcome of(Path file, boolean onlyLook) {
    try {
      var snapshot = FileSnapshot.read(file);
      return switch (LaidOut.of(file, snapshot.content().toArray())) {
        case LaidOut.Unreadable unreadable -> new Outcome.Failed(unreadable.toText());
        case LaidOut.Tidy(var text) -> {
          var tidy = Bytes.of(text.encode());
          if (tidy.equals(snapshot.content())) {
            yield new Outcome.Kept();
          }
          yield onlyLook ? new Outcome.Changed() : save(snapshot, tidy);
        }
      };
    } catch (IOException e) {
      return failed(file, "cannot be read: " + e.getMessage());
    }
  }

  private static Outcome save(FileSnapshot snapshot, Bytes tidy) {
    try {
      return switch (snapshot.save(tidy)) {
        case FileSnapshot.Outcome.Saved _ -> new Outcome.Changed();
        case FileSnapshot.Outcome.Unchanged _ -> new Outcome.Kept();
        case FileSnapshot.Outcome.ChangedMeanwhile _ ->
            failed(snapshot.file(), "was changed by somebody else meanwhile, and stays as it is");
        case FileSnapshot.Outcome.RemovedMeanwhile _ ->
            failed(snapshot.file(), "was removed by somebody else meanwhile");
      };
    } catch (IOException e) {
      return failed(snapshot.file(), "cannot be written: " + e.getMessage());
    }
  }

  private static Outcome failed(Path file, String what) {
    return new Outcome.Failed("parley: " + Places.shown(file) + " " + what + "\n");
  }
}
