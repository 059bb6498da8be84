package parley.files.collection;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import parley.files.format.Format;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.Merge;
import parley.files.yaml.Layout;
import parley.files.yaml.Node;
import parley.model.collection.Secret;

/**
 * Lists what holds for a conversation, from the tree that all layers make and the lines of {@code
 * .env}, whose names are variables, too.
 */
final class Explainer {

  private static final String VARIABLES = "variables.";
  private static final Pattern SECRET =
      Pattern.compile(
          "password|passwd|secret|token|api-?key|authorization|cookie|credential|bearer");
  private static final Pattern CREDENTIALS = Pattern.compile("(://[^/@:]*:)[^/@]*@");

  private final Map<String, Explanation> lines = new LinkedHashMap<>();

  static List<Explanation> explain(Path file, Node.Mapping effective, List<Secret> secrets) {
    var explainer = new Explainer();
    for (var key : Format.EFFECTIVE.keys()) {
      if (key.merge() != Merge.NEVER) {
        explainer.explain("", key, effective);
        if (key.name().equals("variables")) {
          secrets.forEach(one -> explainer.secret(file, one));
        }
      }
    }
    return List.copyOf(explainer.lines.values());
  }

  /** A line of {@code .env} wins over all but the conversation's own variables. */
  private void secret(Path conversation, Secret secret) {
    var key = VARIABLES + secret.name();
    var own =
        lines.containsKey(key)
            && lines.get(key).at().filter(at -> at.file().equals(conversation)).isPresent();
    if (!own) {
      add(key, Explanation.HIDDEN, new Explanation.Origin.Written(secret.at()));
    }
  }

  private void add(String key, String value, Explanation.Origin origin) {
    lines.put(key, new Explanation(key, value, origin));
  }

  private void explain(String prefix, Key<?> key, Node.Mapping map) {
    var name = prefix + key.name();
    var found = map.entry(key.name());
    if (key.shape() instanceof MapShape<?> nested) {
      var inner = found.map(Node.Entry::value).filter(Node.Mapping.class::isInstance);
      var values = inner.map(Node.Mapping.class::cast).orElseGet(() -> empty(map));
      nested.keys().forEach(one -> explain(name + ".", one, values));
    } else if (found.isPresent()) {
      written(name, found.get().key(), found.get().value(), key.merge());
    } else {
      key.byDefault().ifPresent(text -> add(name, text, new Explanation.Origin.Unsaid()));
    }
  }

  private static Node.Mapping empty(Node.Mapping map) {
    return new Node.Mapping(List.of(), true, map.span());
  }

  private void written(String name, Node key, Node value, Merge merge) {
    switch (value) {
      case Node.Mapping map when !map.entries().isEmpty() ->
          map.entries()
              .forEach(one -> written(name + "." + one.name(), one.key(), one.value(), merge));
      case Node.Sequence list when isJoined(merge) -> items(name, list);
      case Node other -> add(name, shown(name, other), new Explanation.Origin.Written(key.at()));
    }
  }

  /** Their items come from several files. */
  private static boolean isJoined(Merge merge) {
    return merge == Merge.JOIN || merge == Merge.JOIN_BEHIND || merge == Merge.FIELDS;
  }

  private void items(String name, Node.Sequence list) {
    for (var index = 0; index < list.items().size(); index++) {
      var item = list.items().get(index);
      var key = name + "[" + index + "]";
      var field =
          item instanceof Node.Mapping map
                  && map.find("name").orElse(item) instanceof Node.Scalar one
              ? name + "." + one.text()
              : name;
      add(key, shown(field, item), new Explanation.Origin.Written(item.at()));
    }
  }

  private static String shown(String name, Node value) {
    var text = value instanceof Node.Scalar one ? one.text() : Layout.inline(value.toValue());
    return isSecret(name) && !text.contains("{{")
        ? Explanation.HIDDEN
        : CREDENTIALS.matcher(text).replaceAll("$1" + Explanation.HIDDEN + "@");
  }

  /** By its name; the value itself never tells. */
  private static boolean isSecret(String name) {
    var last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.startsWith("cookies.")
        || name.contains("auth.api-key.value")
        || name.contains("auth.aws.secret-key")
        || (SECRET.matcher(last).find() && !last.endsWith("url"));
  }
}
