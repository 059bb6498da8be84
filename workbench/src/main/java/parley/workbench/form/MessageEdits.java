package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.files.format.FileKind;
import parley.files.format.KeyOrder;
import parley.files.problem.Problems;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Layout;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.Value.Member;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;

/** Saves messages: what is sent later is what the composer would send, byte for byte. */
public final class MessageEdits {

  private static final FileKind KIND = FileKind.CONVERSATION;
  private static final Pattern CLOSE = Pattern.compile("\\s*(?<code>\\d{1,5})?\\s*(?<reason>.*)");
  private static final Pattern WHOLE_TEMPLATE = Pattern.compile("\"\\{\\{[^\"]*}}\"");

  private MessageEdits() {}

  /** Adds a message to the end of those that are saved. */
  public static Changed add(YamlDocument document, Draft given) {
    var draft = exact(given);
    var content = content(draft);
    if (content.isEmpty()) {
      return refused(draft);
    }
    var members = new ArrayList<Member>();
    var name = draft.name().orElseGet(() -> unusedName(document));
    members.add(new Member("name", Value.text(name)));
    members.add(new Member(draft.kind(), content.get()));
    draft.as().ifPresent(as -> members.add(new Member("as", Value.plain(as))));
    if (!draft.compress()) {
      members.add(new Member("compress", Value.plain("false")));
    }
    var item = new Value.Members(members);
    var list = MessageModel.LIST.in(document.root()).orElse(null);
    var index = list instanceof Node.Sequence all ? all.items().size() : 0;
    var at = MessageModel.LIST.at(index);
    if (list instanceof Node.Sequence) {
      return new Changed.Done(Editor.apply(document, new Edit.Add(MessageModel.LIST, item)), at);
    }
    var edit = KeyOrder.put(KIND, document, MessageModel.LIST, lines(item));
    return new Changed.Done(Editor.apply(document, edit), at);
  }

  /** JSON that no block can hold, such as an empty one, is the same bytes as a text. */
  private static Draft exact(Draft draft) {
    var fits = !draft.kind().equals("json") || Layout.fitsBlock(draft.content());
    return fits || !(newJson(draft) instanceof Value.Block)
        ? draft
        : new Draft(
            "text", draft.content(), false, draft.asOrNull(), draft.compress(), draft.nameOrNull());
  }

  /** The first message of a file stands in a line of its own. */
  private static Value lines(Value item) {
    return new Value.Items(List.of(item));
  }

  private static String unusedName(YamlDocument document) {
    var names = new ArrayList<String>();
    if (MessageModel.LIST.in(document.root()).orElse(null) instanceof Node.Sequence list) {
      for (var item : list.items()) {
        if (item instanceof Node.Mapping map) {
          map.find("name").flatMap(Form::text).ifPresent(names::add);
        }
      }
    }
    var number = names.size() + 1;
    while (names.contains("message " + number)) {
      number++;
    }
    return "message " + number;
  }

  private static Changed refused(Draft draft) {
    return new Changed.Refused(
        "This is no " + draft.kind() + " message.",
        draft.kind().equals("close")
            ? "Write a code and a reason, such as 1000 bye."
            : "Write it as the guide to the format says.");
  }

  /** Removes one. */
  public static Changed remove(YamlDocument document, int index) {
    return new Changed.Done(Editor.apply(document, new Edit.Prune(MessageModel.LIST.at(index))));
  }

  /** Changes one; what stays the same stays as it is written. */
  public static Changed change(YamlDocument document, int index, Draft given) {
    return change(document, MessageModel.LIST.at(index), given);
  }

  /** The same of one that stands somewhere else, such as in a step. */
  public static Changed change(YamlDocument document, Pointer at, Draft given) {
    var draft = exact(given);
    var content = content(draft);
    if (content.isEmpty()) {
      return refused(draft);
    }
    var changed = kind(document, at, draft, content.get());
    if (draft.name().isPresent()) {
      changed = text(changed, at.key("name"), draft.name().get());
    }
    changed = optional(changed, at.key("as"), draft.as());
    var compress = draft.compress() ? Optional.<String>empty() : Optional.of("false");
    changed = optional(changed, at.key("compress"), compress);
    return new Changed.Done(changed);
  }

  private static YamlDocument kind(YamlDocument document, Pointer at, Draft draft, Value content) {
    var item = at.in(document.root());
    var telling = item.flatMap(node -> Variants.telling(node, Variants.KINDS));
    if (telling.isEmpty()) {
      return put(document, at.key(draft.kind()), content);
    }
    var way = at.key(draft.kind());
    if (!telling.get().name().equals(draft.kind())) {
      var rename = new Edit.Rename(at.key(telling.get().name()), draft.kind());
      return put(Editor.apply(document, rename), way, content);
    }
    var before = telling.get().value();
    return isAsDrafted(before, draft) ? document : content(document, way, before, draft, content);
  }

  private static boolean isAsDrafted(Node before, Draft draft) {
    return MessageModel.content(draft.kind(), before).equals(draft.content())
        && (!draft.kind().equals("json") || MessageModel.isTree(before) == draft.tree());
  }

  private static YamlDocument content(
      YamlDocument document, Pointer at, Node before, Draft draft, Value content) {
    if (draft.kind().equals("json")) {
      return json(document, at, before, draft, content);
    }
    return content instanceof Value.Scalar || content instanceof Value.Block
        ? text(document, at, draft.content())
        : put(document, at, content);
  }

  /** What is a block stays one, unless it is to be a value. */
  private static YamlDocument json(
      YamlDocument document, Pointer at, Node before, Draft draft, Value content) {
    if (content instanceof Value.Block || !(draft.tree() || MessageModel.isTree(before))) {
      return put(document, at, new Value.Block(draft.content()));
    }
    return MessageModel.isTree(before)
            && json(draft.content()) instanceof JsonReading.Read(var value)
        ? JsonChange.apply(document, at, value)
        : put(document, at, content);
  }

  private static YamlDocument text(YamlDocument document, Pointer at, String text) {
    var before = at.in(document.root());
    if (before.flatMap(Form::text).filter(text::equals).isPresent()) {
      return document;
    }
    return put(
        document, at, before.isPresent() ? Value.text(text, before.get()) : Value.text(text));
  }

  private static YamlDocument optional(YamlDocument document, Pointer at, Optional<String> value) {
    var before = at.in(document.root());
    if (before.flatMap(Form::text).equals(value)) {
      return document;
    }
    if (value.isPresent()) {
      return put(document, at, Value.plain(value.get()));
    }
    return before.isPresent() && before.flatMap(Form::text).filter("true"::equals).isEmpty()
        ? Editor.apply(document, new Edit.Remove(at))
        : document;
  }

  private static YamlDocument put(YamlDocument document, Pointer at, Value value) {
    return Editor.apply(document, KeyOrder.put(KIND, document, at, value));
  }

  private static JsonReading json(String text) {
    return JsonReader.read(text);
  }

  /** As it is written when nothing stands there; nothing when it makes no sense. */
  private static Optional<Value> content(Draft draft) {
    var content = draft.content();
    return switch (draft.kind()) {
      case "json" -> Optional.of(newJson(draft));
      case "ping" -> Optional.of(content.isEmpty() ? Value.plain("") : Value.text(content));
      case "close" -> close(content);
      case "frame" -> yaml(content);
      default -> Optional.of(Value.text(content));
    };
  }

  /** A tree only where it is meant so, or is sent as exactly these bytes. */
  private static Value newJson(Draft draft) {
    var content = draft.content();
    return json(content) instanceof JsonReading.Read(var value)
            && (draft.tree() || isSentAs(value, content))
        ? PageValues.yaml(value)
        : new Value.Block(content);
  }

  private static boolean isSentAs(parley.model.value.Value value, String content) {
    return JsonWriter.write(value).equals(content) && !WHOLE_TEMPLATE.matcher(content).find();
  }

  private static Optional<Value> close(String content) {
    var match = CLOSE.matcher(content.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var members = new ArrayList<Member>();
    Optional.ofNullable(match.group("code"))
        .ifPresent(code -> members.add(new Member("code", Value.plain(code))));
    if (!match.group("reason").isBlank()) {
      members.add(new Member("reason", Value.text(match.group("reason"))));
    }
    return Optional.of(members.isEmpty() ? Value.plain("") : new Value.Members(members));
  }

  private static Optional<Value> yaml(String content) {
    var problems = new Problems();
    var source = new YamlText(java.nio.file.Path.of("frame"), content, false);
    return YamlReader.read(source, problems)
        .filter(_ -> problems.count() == 0)
        .map(document -> document.root().toValue());
  }
}
