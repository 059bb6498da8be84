package parley.workbench.form;

import java.util.Optional;
import java.util.function.Function;
import parley.files.format.FileKind;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.model.collection.Position;

/**
 * A file to be shown in forms.
 *
 * @param fileName what it is called when it does not say
 * @param own what it says, as far as it can be read
 * @param inherited what it inherits; the nodes know where
 * @param from names a place for people, {@code parley.yaml:4}
 */
public record Form(
    FileKind kind,
    String fileName,
    Node.Mapping own,
    Node.Mapping inherited,
    Function<Position, String> from) {

  /** Where a value is said that nobody says. */
  static final String UNSAID = "default";

  Optional<Node> own(Pointer at) {
    return at.in(own);
  }

  Optional<Node> inherited(Pointer at) {
    return at.in(inherited);
  }

  /** What holds at a place that is not joined of several. */
  Optional<Node> effective(Pointer at) {
    return own(at).filter(Form::isSomething).or(() -> inherited(at));
  }

  String from(Node node) {
    return from.apply(node.at());
  }

  static boolean isSomething(Node node) {
    return !(node instanceof Node.Scalar scalar && scalar.isNothing());
  }

  /** The text of a scalar. */
  static Optional<String> text(Node node) {
    return node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }
}
