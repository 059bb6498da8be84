package parley.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.files.Golden;
import parley.files.problem.Problems;

/** Every scalar of every example: changed and changed back, the file is what it was. */
final class EditExamplesTest {

  static Stream<Path> examples() throws IOException {
    try (var files = Files.walk(Golden.RESOURCES.resolve("examples"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aScalarChangedAndChangedBackLeavesTheSameBytes(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var document = YamlReader.read(file, bytes, new Problems()).orElseThrow();
    scalars(document.root(), Pointer.ROOT).forEach(at -> changeAndBack(document, at));
    assertThat(document.source().encode()).isEqualTo(bytes);
  }

  private static void changeAndBack(YamlDocument document, Pointer at) {
    var old = at.in(document.root()).orElseThrow().toValue();
    var changed = Editor.apply(document, new Edit.Put(at, changed(old)));
    assertThat(changed.text()).isNotEqualTo(document.text());
    assertThat(Editor.apply(changed, new Edit.Put(at, old)).text()).isEqualTo(document.text());
  }

  private static Value changed(Value old) {
    return old instanceof Value.Scalar(var text, var quoted)
        ? new Value.Scalar(quoted ? "new " + text : "n" + text, quoted)
        : old;
  }

  private static Stream<Pointer> scalars(Node node, Pointer at) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.isNothing() ? Stream.empty() : Stream.of(at);
      case Node.Sequence list ->
          IntStream.range(0, list.items().size())
              .boxed()
              .flatMap(index -> scalars(list.items().get(index), at.at(index)));
      case Node.Mapping map ->
          map.entries().stream().flatMap(entry -> scalars(entry.value(), at.key(entry.name())));
    };
  }
}
