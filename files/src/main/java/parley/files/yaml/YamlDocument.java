package parley.files.yaml;

/** A text and the tree that it says. */
public record YamlDocument(YamlText source, Node root) {

  /** The text. */
  public String text() {
    return source.text();
  }
}
