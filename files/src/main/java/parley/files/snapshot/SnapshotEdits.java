package parley.files.snapshot;

import java.util.ArrayList;
import java.util.List;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.YamlDocument;
import parley.model.snapshot.Kept;
import parley.model.snapshot.SnapshotUpdate;

/** Brings the file of a snapshot up to date; comments and all else stay where they are. */
public final class SnapshotEdits {

  /** With more changes than that, all messages of a row are written anew. */
  private static final int MAX_EDITS = 100;

  private final SnapshotUpdate update;

  private SnapshotEdits(SnapshotUpdate update) {
    this.update = update;
  }

  /** The document after an update. */
  public static YamlDocument apply(YamlDocument document, SnapshotUpdate update) {
    return new SnapshotEdits(update).in(document);
  }

  private YamlDocument in(YamlDocument document) {
    var changed = document;
    for (var row : update.rows()) {
      changed =
          update.before().recording(row.name()).isPresent()
              ? edited(changed, row)
              : with(changed, row);
    }
    return withMasks(changed);
  }

  private YamlDocument withMasks(YamlDocument document) {
    if (update.masks().isEmpty()) {
      return document;
    }
    if (Pointer.of("masks").in(document.root()).isEmpty()) {
      return put(document, "masks", SnapshotText.masks(update.masks()));
    }
    var changed = document;
    for (var mask : update.masks()) {
      var at = Pointer.of("masks").key(mask.subject().text());
      changed = Editor.apply(changed, new Edit.Put(at, SnapshotText.rule(mask.rule())));
    }
    return changed;
  }

  /** A new key stands before the messages. */
  private static YamlDocument put(YamlDocument document, String key, Value value) {
    var at = Pointer.of(key);
    return Editor.apply(
        document,
        at.in(document.root()).isPresent()
            ? new Edit.Put(at, value)
            : new Edit.InsertKey(at, 0, value));
  }

  private static Pointer listOf(String row) {
    return row.isEmpty() ? Pointer.of("messages") : Pointer.of("rows").key(row);
  }

  private static YamlDocument with(YamlDocument document, SnapshotUpdate.Row row) {
    return Editor.apply(document, new Edit.Put(listOf(row.name()), all(row)));
  }

  private static Value all(SnapshotUpdate.Row row) {
    return SnapshotText.kept(row.lines().stream().map(SnapshotUpdate.Line::now).toList());
  }

  private YamlDocument edited(YamlDocument document, SnapshotUpdate.Row row) {
    var old = update.before().recording(row.name()).orElseThrow().kept();
    var edits = edits(old, row);
    return edits.size() > MAX_EDITS || row.lines().isEmpty() || old.isEmpty()
        ? with(document, row)
        : Editor.apply(document, edits);
  }

  /** New ones come first, so that the list is never empty, and removals from the end. */
  private static List<Edit> edits(List<Kept> old, SnapshotUpdate.Row row) {
    var list = listOf(row.name());
    var edits = new ArrayList<Edit>();
    var stay = row.lines().stream().flatMap(line -> line.before().stream()).toList();
    var gone = new ArrayList<Edit>();
    var from = 0;
    var place = 0; // in the list as it is while only inserts are done
    for (var line : row.lines()) {
      if (line.beforeOrNull() == null) {
        edits.add(new Edit.Insert(list.at(place), SnapshotText.kept(line.now())));
      } else {
        while (from < old.size() && !old.get(from).is(line.beforeOrNull())) {
          addIfGone(old.get(from++), stay, list.at(place), gone);
          place++;
        }
        from++;
        if (line.isChanged()) {
          change(list.at(place), line, edits);
        }
      }
      place++;
    }
    for (; from < old.size(); from++) {
      addIfGone(old.get(from), stay, list.at(place++), gone);
    }
    edits.addAll(gone.reversed());
    return edits;
  }

  private static void addIfGone(Kept one, List<Kept> stay, Pointer at, List<Edit> gone) {
    if (stay.stream().noneMatch(one::is)) {
      gone.add(new Edit.Remove(at));
    }
  }

  /** Only what is different is written, so that comments beside it stay. */
  private static void change(Pointer at, SnapshotUpdate.Line line, List<Edit> edits) {
    if (line.now() instanceof Kept.Message now
        && line.beforeOrNull() instanceof Kept.Message was
        && now.direction() == was.direction()) {
      edits.add(new Edit.Put(at.key(SnapshotText.verb(now)), SnapshotText.content(now.content())));
      if (!now.masks().equals(was.masks())) {
        edits.add(new Edit.Put(at.key("masks"), SnapshotText.masks(now.masks())));
      }
    } else {
      edits.add(new Edit.Put(at, SnapshotText.kept(line.now())));
    }
  }
}
