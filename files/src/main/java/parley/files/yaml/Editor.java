package parley.files.yaml;

import java.util.List;
import java.util.Optional;
import parley.files.problem.Problems;

/**
 * Applies edits to the text of a document. Only the characters of what is edited change: comments,
 * blank lines, the order of keys, quotes and line ends elsewhere stay as they are. Braces and
 * brackets become lines only where what is put into them needs lines, or makes them longer than a
 * line should be.
 */
public final class Editor {

  private static final int MAX_LINE = 100;

  private Editor() {}

  /**
   * The document after an edit. What its text then says is read again and compared with what the
   * edit asks for.
   *
   * @throws IllegalArgumentException when the edit is about something that is not there, or about a
   *     plain scalar that needs quotes
   */
  public static YamlDocument apply(YamlDocument document, Edit edit) {
    var whole = withMissingMaps(document, edit);
    var wanted = ValueEditor.apply(document.root().toValue(), whole).asRead();
    return edited(document, whole, wanted)
        .orElseThrow(() -> new IllegalStateException("an edit that says something else: " + edit));
  }

  /** The document after some edits, one after the other. */
  public static YamlDocument apply(YamlDocument document, List<Edit> edits) {
    var changed = document;
    for (var edit : edits) {
      changed = apply(changed, edit);
    }
    return changed;
  }

  /** An edit of something that stands in maps which are not there yet makes them. */
  private static Edit withMissingMaps(YamlDocument document, Edit edit) {
    if (edit instanceof Edit.Prune(var at)) {
      return new Edit.Remove(Removal.emptied(document, at));
    }
    if (!(edit instanceof Edit.Put(var at, var value)) || at.isRoot()) {
      return edit;
    }
    var missing = at.parent().in(document.root()).filter(Editor::isSomething).isEmpty();
    return missing && at.last() instanceof Pointer.Part.Key(var name)
        ? withMissingMaps(
            document, new Edit.Put(at.parent(), Value.of(new Value.Member(name, value))))
        : edit;
  }

  private static boolean isSomething(Node node) {
    return !(node instanceof Node.Scalar scalar && scalar.isNothing());
  }

  private static Optional<YamlDocument> edited(YamlDocument document, Edit edit, Value wanted) {
    var plain = read(document, text(document, edit), wanted);
    var lines =
        plain.filter(changed -> fits(document, changed, edit)).isPresent()
            ? plain
            : Unfolding.around(document, target(edit))
                .flatMap(unfolded -> edited(unfolded, edit, wanted));
    return lines.isPresent()
        ? lines
        : plain
            .or(() -> roundabout(document, edit, wanted))
            .or(() -> read(document, text(document, inOneLine(edit)), wanted));
  }

  /** A comment below that stands further in would become part of a block: it is quoted then. */
  private static Edit inOneLine(Edit edit) {
    return switch (edit) {
      case Edit.Put(var at, var value) -> new Edit.Put(at, value.asRead());
      case Edit.Add(var list, var value) -> new Edit.Add(list, value.asRead());
      case Edit.Insert(var at, var value) -> new Edit.Insert(at, value.asRead());
      case Edit.InsertKey(var at, var index, var value) ->
          new Edit.InsertKey(at, index, value.asRead());
      case Edit.Move _, Edit.Remove _, Edit.Prune _, Edit.Rename _ -> edit;
    };
  }

  /** Whether what was written has the lines that it wants, and no line that grew too long. */
  private static boolean fits(YamlDocument before, YamlDocument changed, Edit edit) {
    return switch (edit) {
      case Edit.Put(var at, var value) -> fits(before, changed, at, value);
      case Edit.Add(var list, var value) -> fits(before, changed, list, value);
      case Edit.Insert(var at, var value) -> fits(before, changed, at, value);
      case Edit.InsertKey(var at, _, var value) -> fits(before, changed, at, value);
      case Edit.Move _, Edit.Remove _, Edit.Prune _, Edit.Rename _ -> true;
    };
  }

  private static boolean fits(YamlDocument before, YamlDocument changed, Pointer at, Value value) {
    var places = new Places(changed);
    if (!places.inFlow(at) && !places.isFlow(at)) {
      return true;
    }
    var start = at.in(changed.root()).orElseThrow().span().start();
    var isLong = places.lineEnd(start) - places.lineStart(start) > MAX_LINE;
    return !value.wantsLines() && !(isLong && isNew(before, at, value));
  }

  /** Whether there is more than another scalar in the place of one. */
  private static boolean isNew(YamlDocument before, Pointer at, Value value) {
    var scalar = value instanceof Value.Scalar || value instanceof Value.Block;
    return !scalar || !(at.in(before.root()).orElse(null) instanceof Node.Scalar);
  }

  /** The map or list whose braces or brackets an edit writes into. */
  private static Pointer target(Edit edit) {
    return switch (edit) {
      case Edit.Put(var at, _) -> at.isRoot() ? at : at.parent();
      case Edit.Add(var list, _) -> list;
      case Edit.Insert(var at, _) -> at.parent();
      case Edit.InsertKey(var at, _, _) -> at.parent();
      case Edit.Move(var at, _) -> at.parent();
      case Edit.Remove(var at) -> at.parent();
      case Edit.Prune(var at) -> at.parent();
      case Edit.Rename(var at, _) -> at.parent();
    };
  }

  /** Where text cannot simply change places, what it says is written anew. */
  private static Optional<YamlDocument> roundabout(YamlDocument document, Edit edit, Value wanted) {
    if (!(edit instanceof Edit.Move(var at, var index))) {
      return Optional.empty();
    }
    var value = new Places(document).node(at).toValue();
    var without = apply(document, new Edit.Remove(at));
    var again =
        at.last() instanceof Pointer.Part.Key
            ? new Edit.InsertKey(at, index, value)
            : new Edit.Insert(at.parent().at(index), value);
    return Optional.of(apply(without, again))
        .filter(moved -> moved.root().toValue().equals(wanted));
  }

  private static Optional<YamlDocument> read(YamlDocument document, String text, Value wanted) {
    var problems = new Problems();
    return YamlReader.read(document.source().withText(text), problems)
        .filter(read -> problems.count() == 0 && read.root().toValue().equals(wanted));
  }

  private static String text(YamlDocument document, Edit edit) {
    var places = new Places(document);
    return switch (edit) {
      case Edit.Put(var at, var value) -> new Putting(places).put(at, value);
      case Edit.Add(var at, var value) ->
          new Insertion(places).item(at.at(places.count(at)), value);
      case Edit.Insert(var at, var value) -> new Insertion(places).item(at, value);
      case Edit.InsertKey(var at, var index, var value) ->
          new Insertion(places).key(at, index, value);
      case Edit.Move(var at, var index) -> new Moving(places).move(at, index);
      case Edit.Remove(var at) -> new Removal(places).remove(at);
      case Edit.Prune(var at) -> new Removal(places).remove(at);
      case Edit.Rename(var at, var name) -> {
        var key = places.entry(at).key().span();
        yield places.replace(key.start(), key.end(), Layout.key(name));
      }
    };
  }
}
