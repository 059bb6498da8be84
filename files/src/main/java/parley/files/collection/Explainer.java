package parley.files.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import parley.files.format.Format;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.Merge;
import parley.files.yaml.Layout;
import parley.files.yaml.Node;

/** Lists what holds for a conversation, from the tree that all layers make. */
final class Explainer {

  private static final Set<String> SECRETS =
      Set.of("password", "bearer", "client-secret", "secret-key", "session-token", "authorization");

  private static final Pattern CREDENTIALS = Pattern.compile("(://[^/@:]*:)[^/@]*@");

  private final List<Explanation> lines = new ArrayList<>();

  static List<Explanation> explain(Node.Mapping effective) {
    var explainer = new Explainer();
    for (var key : Format.CONVERSATION.keys()) {
      if (key.merge() != Merge.NEVER) {
        explainer.explain("", key, effective);
      }
    }
    return List.copyOf(explainer.lines);
  }

  private void explain(String prefix, Key<?> key, Node.Mapping map) {
    var name = prefix + key.name();
    var found = map.entry(key.name());
    if (key.shape() instanceof MapShape<?> nested) {
      var inner = found.map(Node.Entry::value).filter(Node.Mapping.class::isInstance);
      var values = inner.map(Node.Mapping.class::cast).orElseGet(() -> empty(map));
      nested.keys().forEach(one -> explain(name + ".", one, values));
    } else if (found.isPresent()) {
      written(name, found.get());
    } else {
      key.byDefault().ifPresent(text -> lines.add(new Explanation(name, text, null)));
    }
  }

  private static Node.Mapping empty(Node.Mapping map) {
    return new Node.Mapping(List.of(), true, map.span());
  }

  private void written(String name, Node.Entry entry) {
    if (entry.value() instanceof Node.Mapping map && !map.entries().isEmpty()) {
      map.entries().forEach(one -> written(name + "." + one.name(), one));
      return;
    }
    lines.add(new Explanation(name, shown(name, entry), entry.key().at()));
  }

  private static String shown(String name, Node.Entry entry) {
    var text =
        entry.value() instanceof Node.Scalar scalar
            ? scalar.text()
            : Layout.inline(entry.value().toValue());
    var last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    var secret = SECRETS.contains(last) || name.equals("auth.api-key.value");
    return secret && !text.contains("{{")
        ? "(hidden)"
        : CREDENTIALS.matcher(text).replaceAll("$1(hidden)@");
  }
}
