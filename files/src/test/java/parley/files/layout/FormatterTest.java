package parley.files.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.files.Golden;
import parley.files.problem.Problems;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;

final class FormatterTest {

  private static final Path RESOURCES = Path.of("src/test/resources");

  @Test
  void layoutIsThatOfTheGoldenFile() throws IOException {
    var text = Files.readString(RESOURCES.resolve("layout/untidy.ws.yaml"));
    Golden.check(RESOURCES.resolve("layout/tidy.ws.yaml"), format(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parley.yaml",
        "environments/local.yaml",
        "market/updates.ws.yaml",
        "voice/session.ws.yaml",
        "chat/two-users.ws.yaml",
        "chat/chat.mock.yaml",
        "graphql/orders.ws.yaml"
      })
  void theExamplesAreTidy(String name) throws IOException {
    var text = Files.readString(RESOURCES.resolve("examples").resolve(name));
    assertThat(format(text)).isEqualTo(text);
  }

  @Test
  void lineEndsAreThoseOfTheFirstLine() {
    assertThat(format("a: 1\r\nb: |\n  x\nc: 2\n")).isEqualTo("a: 1\r\nb: |\r\n  x\r\nc: 2\r\n");
    assertThat(format("a: 1\nb: 2\r\n")).isEqualTo("a: 1\nb: 2\n");
    assertThat(format("a: 1\rb: 2")).isEqualTo("a: 1\nb: 2\n");
  }

  @Test
  void theEndOfABlockAtTheEndOfTheFileIsItsText() {
    assertThat(format("a: |\n  x")).isEqualTo("a: |\n  x");
    assertThat(format("a: |+\n  x\n\n\n")).isEqualTo("a: |+\n  x\n\n\n");
    assertThat(format("a: |\n  x\n\n\n")).isEqualTo("a: |\n  x\n");
  }

  @Test
  void spacesInTextsStay() {
    var text = "a: \"x  \\\n  y\"\nb: 'p   q'\nc: |\n  z  \n   \nd: 1   # why\n";
    assertThat(format(text)).isEqualTo(text);
  }

  @Property(tries = 1000)
  void whatIsSaidStaysAndTwiceIsOnce(@ForAll long seed) {
    var text = Untidy.document(new Random(seed));
    var document = read(text);
    var once = Formatter.format(document);
    assertThat(read(once).root().toValue()).isEqualTo(document.root().toValue());
    assertThat(format(once)).isEqualTo(once);
    assertThat(count(once, "# note")).isEqualTo(count(text, "# note"));
    assertThat(count(once, "# stray")).isEqualTo(count(text, "# stray"));
    assertThat(count(once, "# why")).isEqualTo(count(text, "# why"));
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length;
  }

  private static String format(String text) {
    return Formatter.format(read(text));
  }

  private static YamlDocument read(String text) {
    var problems = new Problems();
    var read = YamlReader.read(new YamlText(Path.of("a.yaml"), text, false), problems);
    assertThat(problems.sorted()).as(text).isEmpty();
    return read.orElseThrow();
  }
}
