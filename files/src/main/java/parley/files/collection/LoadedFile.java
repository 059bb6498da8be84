package parley.files.collection;

import java.nio.file.Path;
import java.util.Optional;
import parley.files.shape.Reading;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.files.yaml.YamlDocument;

/** A file whose syntax is right. */
record LoadedFile(Path file, YamlDocument document) {

  /** The keys and values, when it has some. */
  Optional<Node.Mapping> map() {
    return Optional.of(document.root())
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast);
  }

  <T> Optional<T> read(Shape<T> shape, Reading reading) {
    return shape.read(document.root(), reading);
  }
}
