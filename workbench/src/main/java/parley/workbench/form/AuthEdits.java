package parley.workbench.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.files.format.FileKind;
import parley.files.format.Format;
import parley.files.format.KeyOrder;
import parley.files.shape.Beside;
import parley.files.shape.Key;
import parley.files.shape.Reading;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.Value.Member;
import parley.files.yaml.YamlDocument;
import parley.workbench.call.BadCall;

/** Says how the client says who it is. */
public final class AuthEdits {

  private static final Beside ALONE = new Beside(Reading.Scope.CONVERSATION, Set.of());

  private AuthEdits() {}

  /** Stops saying it; what is inherited holds then. */
  public static Changed remove(YamlDocument document) {
    return AuthModel.AT.in(document.root()).isEmpty()
        ? new Changed.Done(document)
        : new Changed.Done(Editor.apply(document, new Edit.Prune(AuthModel.AT)));
  }

  /**
   * Says it.
   *
   * @param values of its fields; empty ones that are not needed are left out
   */
  public static Changed put(
      FileKind kind, YamlDocument document, String auth, Map<String, String> values) {
    if (auth.equals("none") || auth.equals("inherit")) {
      return put(kind, document, AuthModel.AT, Value.plain(auth));
    }
    var at = AuthModel.AT.key(auth);
    var keys = keys(auth);
    if (keys.isEmpty()) {
      return only(kind, document, auth, values.getOrDefault(AuthModel.ONLY, ""));
    }
    return at.in(document.root()).filter(Node.Mapping.class::isInstance).isPresent()
        ? new Changed.Done(Fields.change(kind, document, at, keys, values))
        : put(kind, document, AuthModel.AT, Value.of(new Member(auth, Fields.whole(keys, values))));
  }

  private static Changed put(FileKind kind, YamlDocument document, Pointer at, Value value) {
    return new Changed.Done(Editor.apply(document, KeyOrder.put(kind, document, at, value)));
  }

  private static Changed only(FileKind kind, YamlDocument document, String auth, String text) {
    var at = AuthModel.AT.key(auth);
    var before = at.in(document.root());
    return before.isPresent()
        ? put(kind, document, at, Value.text(text, before.get()))
        : put(kind, document, AuthModel.AT, Value.of(new Member(auth, Value.text(text))));
  }

  private static List<Key<?>> keys(String auth) {
    var all = Format.CONVERSATION.key("auth").orElseThrow().shape();
    var key =
        all.keys(ALONE)
            .filter(one -> one.name().equals(auth))
            .findFirst()
            .orElseThrow(() -> new BadCall("no kind of auth: " + auth));
    return key.shape().keys(ALONE).toList();
  }
}
