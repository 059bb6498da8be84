package parley.files.yaml;

import java.util.ArrayList;
import java.util.List;

/** Applies edits to values: what the edited text has to say. */
final class ValueEditor {

  private ValueEditor() {}

  static Value apply(Value root, Edit edit) {
    return switch (edit) {
      case Edit.Put(var at, var value) -> put(root, at.parts(), value);
      case Edit.Add(var at, var value) -> add(root, at.parts(), value);
      case Edit.Insert(var at, var value) -> insert(root, at.parts(), value);
      case Edit.InsertKey(var at, var index, var value) ->
          insertKey(root, at.parts(), index, value);
      case Edit.Move(var at, var index) -> move(root, at.parts(), index);
      case Edit.Remove(var at) -> remove(root, at.parts());
      case Edit.Prune(var at) -> remove(root, at.parts());
      case Edit.Rename(var at, var name) -> rename(root, at.parts(), name);
    };
  }

  /** What happens to a part of a map or list. */
  private interface Change {
    Value apply(Value value, List<Pointer.Part> rest);
  }

  private static Value put(Value node, List<Pointer.Part> way, Value value) {
    return way.isEmpty() ? value : inside(node, way, (part, rest) -> put(part, rest, value));
  }

  private static Value add(Value node, List<Pointer.Part> way, Value value) {
    if (!way.isEmpty()) {
      return inside(node, way, (part, rest) -> add(part, rest, value));
    }
    var items = new ArrayList<>(items(node));
    items.add(value);
    return new Value.Items(items);
  }

  private static Value insert(Value node, List<Pointer.Part> way, Value value) {
    if (way.size() > 1) {
      return inside(node, way, (part, rest) -> insert(part, rest, value));
    }
    var items = new ArrayList<>(items(node));
    items.add(indexOf(way.getFirst(), items.size()), value);
    return new Value.Items(items);
  }

  private static Value insertKey(Value node, List<Pointer.Part> way, int index, Value value) {
    if (way.size() > 1) {
      return inside(node, way, (part, rest) -> insertKey(part, rest, index, value));
    }
    var members = new ArrayList<>(members(node));
    members.add(place(index, members.size() + 1), new Value.Member(keyOf(way.getFirst()), value));
    return new Value.Members(members);
  }

  private static Value move(Value node, List<Pointer.Part> way, int index) {
    if (way.size() > 1) {
      return inside(node, way, (part, rest) -> move(part, rest, index));
    }
    return switch (way.getFirst()) {
      case Pointer.Part.Key(var name) -> {
        var members = new ArrayList<>(members(node));
        var names = members.stream().map(Value.Member::key).toList();
        members.add(place(index, members.size()), members.remove(names.indexOf(name)));
        yield new Value.Members(members);
      }
      case Pointer.Part.Index(var from) -> {
        var items = new ArrayList<>(items(node));
        items.add(place(index, items.size()), items.remove(from));
        yield new Value.Items(items);
      }
    };
  }

  private static Value remove(Value node, List<Pointer.Part> way) {
    if (way.size() > 1) {
      return inside(node, way, ValueEditor::remove);
    }
    return switch (way.getFirst()) {
      case Pointer.Part.Key(var name) ->
          new Value.Members(members(node).stream().filter(one -> !one.key().equals(name)).toList());
      case Pointer.Part.Index(var index) -> {
        var items = new ArrayList<>(items(node));
        items.remove(index);
        yield new Value.Items(items);
      }
    };
  }

  private static Value rename(Value node, List<Pointer.Part> way, String name) {
    if (way.size() > 1) {
      return inside(node, way, (part, rest) -> rename(part, rest, name));
    }
    var old = keyOf(way.getFirst());
    return new Value.Members(
        members(node).stream()
            .map(one -> one.key().equals(old) ? new Value.Member(name, one.value()) : one)
            .toList());
  }

  private static Value inside(Value node, List<Pointer.Part> way, Change change) {
    var rest = way.subList(1, way.size());
    return switch (way.getFirst()) {
      case Pointer.Part.Key(var name) -> insideMap(node, name, rest, change);
      case Pointer.Part.Index(var index) -> {
        var items = new ArrayList<>(items(node));
        items.set(index, change.apply(items.get(index), rest));
        yield new Value.Items(items);
      }
    };
  }

  private static Value insideMap(Value node, String name, List<Pointer.Part> rest, Change change) {
    var members = new ArrayList<>(members(node));
    for (var index = 0; index < members.size(); index++) {
      var member = members.get(index);
      if (member.key().equals(name)) {
        members.set(index, new Value.Member(name, change.apply(member.value(), rest)));
        return new Value.Members(members);
      }
    }
    members.add(new Value.Member(name, change.apply(Value.plain(""), rest)));
    return new Value.Members(members);
  }

  static String keyOf(Pointer.Part part) {
    if (part instanceof Pointer.Part.Key(var name)) {
      return name;
    }
    throw new IllegalArgumentException("only a key has a name: " + part);
  }

  private static int place(int index, int count) {
    if (index < 0 || index >= count) {
      throw new IllegalArgumentException("no place " + index + " among " + count);
    }
    return index;
  }

  /** The index of an item; one more than there are is the place after the last. */
  static int indexOf(Pointer.Part part, int size) {
    if (part instanceof Pointer.Part.Index(var index) && index <= size) {
      return index;
    }
    throw new IllegalArgumentException("no place of a list: " + part);
  }

  private static List<Value> items(Value node) {
    if (node instanceof Value.Items(var items)) {
      return items;
    }
    throw new IllegalArgumentException("not a list: " + node);
  }

  private static List<Value.Member> members(Value node) {
    if (node instanceof Value.Members(var members)) {
      return members;
    }
    throw new IllegalArgumentException("not a map: " + node);
  }
}
