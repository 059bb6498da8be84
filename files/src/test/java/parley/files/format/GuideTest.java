package parley.files.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import parley.files.problem.Problems;
import parley.files.shape.Key;
import parley.files.shape.Reading;
import parley.files.shape.Shape;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;

/** Reads each example of the guide to the format; {@code yaml wrong} ones have a problem. */
final class GuideTest {

  private static final Path GUIDE = Path.of("../docs/format.md");
  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml ?(\\w*)\\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyExampleIsRead() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(GUIDE))
        .results()
        .map(example ->
            dynamicTest(title(example.group(2)), () -> read(example.group(1), example.group(2))));
  }

  @Test
  void everyKeyOfAConversationIsInTheGuide() throws IOException {
    var guide = Files.readString(GUIDE);
    assertThat(Format.CONVERSATION.keys())
        .extracting(Key::name)
        .allMatch(name -> guide.contains("`" + name + "`"));
  }

  private static String title(String text) {
    return text.lines().findFirst().orElse("empty");
  }

  private static void read(String kind, String text) {
    var problems = new Problems();
    var wrapped = kind.equals("steps") ? "url: wss://a.example\nsteps:\n" + text : text;
    var source = new YamlText(Path.of("example.yaml"), wrapped, false);
    YamlReader.read(source, problems)
        .ifPresent(document ->
            shape(kind).read(document.root(), Reading.of(source, scope(kind), problems)));
    assertThat(problems.sorted()).matches(list -> list.isEmpty() != kind.equals("wrong"));
  }

  private static Reading.Scope scope(String kind) {
    return kind.equals("mock") ? Reading.Scope.MOCK : Reading.Scope.CONVERSATION;
  }

  private static Shape<?> shape(String kind) {
    return switch (kind) {
      case "mock" -> Format.MOCK;
      case "collection" -> Format.LAYER;
      case "environment" -> Format.ENVIRONMENT;
      default -> Format.CONVERSATION;
    };
  }
}
