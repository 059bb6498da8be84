package parley.files.shape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.files.yaml.Node;
import parley.files.yaml.Style;

/** Hints for keys that are none. */
final class UnknownKeys {

  private static final int MAX_LISTED = 12;

  private UnknownKeys() {}

  /** {@code {op:subscribe}} is one key and nothing for YAML. */
  static Optional<String> missingSpace(Node.Entry entry) {
    var nothing = entry.value() instanceof Node.Scalar scalar && scalar.isNothing();
    var colon = entry.name().indexOf(':');
    return nothing && colon > 0 && entry.key().style() == Style.PLAIN
        ? Optional.of(
            "put a space after the colon: `"
                + entry.name().substring(0, colon)
                + ": "
                + entry.name().substring(colon + 1)
                + "`")
        : Optional.empty();
  }

  /** The names, or the first of them. */
  static String list(List<String> names) {
    var shown = names.stream().limit(MAX_LISTED).map(name -> "`" + name + "`");
    return shown.collect(Collectors.joining(", ")) + (names.size() > MAX_LISTED ? ", ..." : "");
  }
}
