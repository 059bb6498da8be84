package parley.workspace.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.files.collection.FileSnapshot;
import parley.files.collection.WholeFile;
import parley.files.problem.Problems;
import parley.files.snapshot.SnapshotEdits;
import parley.files.snapshot.SnapshotText;
import parley.files.yaml.YamlReader;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.snapshot.Snapshot;
import parley.model.snapshot.SnapshotUpdate;
import parley.protocol.frame.Bytes;
import parley.runner.snapshot.Recorded;
import parley.workspace.ProblemList;

/** Writes one snapshot. */
final class SnapshotFile {

  private static final int MAX_MASKS = 4;

  private final Path file;

  private SnapshotFile(Path file) {
    this.file = file;
  }

  static Saved save(Path file, Recorded recorded) {
    var saving = new SnapshotFile(file);
    try {
      return switch (recorded) {
        case Recorded.Fresh(var snapshot, var notices) -> saving.create(snapshot, notices);
        case Recorded.Changed(var update, var notices) -> saving.update(update, notices);
        case Recorded.Same _ -> new Saved(file, Saved.State.UNCHANGED, "", List.of());
        case Recorded.Nothing(var why) -> saving.failed(why);
      };
    } catch (IOException full) {
      return saving.failed("it cannot be written: " + full.getMessage());
    } catch (RuntimeException | StackOverflowError fault) {
      return saving.failed(textOf(fault));
    }
  }

  /** For a fault of ours, which takes one snapshot and neither the others nor the reports. */
  static String textOf(Throwable fault) {
    return "a fault of Parley, please report it with the conversation's file: " + fault;
  }

  private Saved failed(String why) {
    return new Saved(file, Saved.State.FAILED, why, List.of());
  }

  private Saved create(Snapshot snapshot, List<String> notices) throws IOException {
    try {
      WholeFile.create(file, bytes(SnapshotText.of(snapshot)));
    } catch (FileAlreadyExistsException meanwhile) {
      return failed("it was made by somebody else meanwhile");
    }
    return new Saved(file, Saved.State.RECORDED, summary(snapshot), notices);
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String summary(Snapshot snapshot) {
    var messages = snapshot.all().filter(Kept.Message.class::isInstance).count();
    var own =
        snapshot
            .all()
            .flatMap(one -> one instanceof Kept.Message some ? some.masks().stream() : Stream.of());
    var masks = Stream.concat(snapshot.masks().stream(), own).toList();
    return ProblemList.counted(messages, "message") + masked(masks);
  }

  private static String masked(List<Mask> masks) {
    if (masks.isEmpty()) {
      return "";
    }
    var some =
        masks.stream()
            .map(mask -> mask.subject() + " " + mask.rule().word())
            .distinct()
            .limit(MAX_MASKS)
            .collect(Collectors.joining(", "));
    return ", masked: " + some + (masks.size() > MAX_MASKS ? ", …" : "");
  }

  private Saved update(SnapshotUpdate update, List<String> notices) throws IOException {
    var before = FileSnapshot.read(file);
    var document = YamlReader.read(file, before.content().toArray(), new Problems());
    if (document.isEmpty()) {
      return failed("it was changed by somebody else meanwhile");
    }
    var now = SnapshotEdits.apply(document.get(), update);
    return switch (before.save(Bytes.of(now.source().encode()))) {
      case FileSnapshot.Outcome.Saved _ ->
          new Saved(file, Saved.State.UPDATED, summary(update), notices);
      case FileSnapshot.Outcome.Unchanged _ -> new Saved(file, Saved.State.UNCHANGED, "", notices);
      case FileSnapshot.Outcome.ChangedMeanwhile _ ->
          failed("it was changed by somebody else meanwhile");
      case FileSnapshot.Outcome.RemovedMeanwhile _ ->
          failed("it was removed by somebody else meanwhile");
    };
  }

  private static String summary(SnapshotUpdate update) {
    var changed = 0;
    var added = 0;
    var stay = 0;
    var had = 0;
    for (var row : update.rows()) {
      had += update.before().recording(row.name()).map(one -> one.kept().size()).orElse(0);
      for (var line : row.lines()) {
        changed += line.isChanged() ? 1 : 0;
        added += line.before().isEmpty() ? 1 : 0;
        stay += line.before().isPresent() ? 1 : 0;
      }
    }
    return "%d changed, %d new, %d gone%s"
        .formatted(changed, added, had - stay, masked(update.masks()));
  }
}
