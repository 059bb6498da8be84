package parley.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.files.problem.Problem;
import parley.files.problem.Problems;

final class YamlReaderTest {

  private static final Path FILE = Path.of("a.yaml");

  private final Problems problems = new Problems();

  @Test
  void everyScalarStaysWhatWasWritten() {
    var root = map("a: 0001\nb: 1e5\nc: no\nd: 'x'\ne: \"\\n\"\nf: |\n  l\ng: >\n  m\n");
    assertThat(root.entries())
        .extracting(entry -> ((Node.Scalar) entry.value()).text())
        .containsExactly("0001", "1e5", "no", "x", "\n", "l\n", "m\n");
    assertThat(root.entries())
        .extracting(entry -> ((Node.Scalar) entry.value()).style())
        .containsExactly(
            Style.PLAIN,
            Style.PLAIN,
            Style.PLAIN,
            Style.SINGLE_QUOTED,
            Style.DOUBLE_QUOTED,
            Style.LITERAL,
            Style.FOLDED);
  }

  @Test
  void keysAndValuesKnowWhereTheyStand() {
    var entry = map("# comment\na:\n  é𝄞: { b: c }\n").entries().getFirst();
    var inner = ((Node.Mapping) entry.value()).entries().getFirst();
    assertThat(entry.key().at()).hasToString("a.yaml:2:1");
    assertThat(inner.key().at()).hasToString("a.yaml:3:3");
    assertThat(inner.value().at()).hasToString("a.yaml:3:7");
  }

  @Test
  void placesAreRightWithWindowsLineEnds() {
    var entry = map("a: b\r\nc: d\r\n").entries().getLast();
    assertThat(entry.key().at()).hasToString("a.yaml:2:1");
    assertThat(entry.value().at()).hasToString("a.yaml:2:4");
  }

  @Test
  void theMarkOfUtf8IsNotPartOfTheTextAndIsWrittenAgain() {
    var bytes = "\uFEFFa: b\n".getBytes(StandardCharsets.UTF_8);
    var document = YamlReader.read(FILE, bytes, problems).orElseThrow();
    assertThat(document.text()).isEqualTo("a: b\n");
    assertThat(document.source().encode()).isEqualTo(bytes);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aFileAboveTenMegabytesIsRefused() {
    var bytes = new byte[(int) YamlText.MAX_SIZE.bytes() + 1];
    assertThat(YamlReader.read(FILE, bytes, problems)).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::expected).containsExactly("at most 10MB");
  }

  @Test
  void aFileOfJustTenMegabytesIsRead() {
    var bytes =
        ("a: " + "x".repeat((int) YamlText.MAX_SIZE.bytes() - 3)).getBytes(StandardCharsets.UTF_8);
    assertThat(YamlReader.read(FILE, bytes, problems)).isPresent();
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void aliasesAreRefusedBeforeTheyGrow() {
    read("a: &a [x]\nb: [*a, *a]\n");
    assertThat(problems.sorted())
        .extracting(Problem::found)
        .containsExactly("the anchor `&a`", "the alias `*a`", "the alias `*a`");
  }

  @Test
  void everyPrefixOfAFileIsReadOrRefusedWithoutAnException() {
    var text = "a: { b: [1, \"é\\n\", 'x'] }\nc: |\n  d\n- e: *f\n&g !h i: {{j}}\n";
    for (var end = 0; end <= text.length(); end++) {
      var some = new Problems();
      var read = YamlReader.read(new YamlText(FILE, text.substring(0, end), false), some);
      assertThat(read.isPresent() || some.count() > 0).isTrue();
    }
  }

  @Test
  void everyCutOfTheBytesIsReadOrRefusedWithoutAnException() {
    var bytes = "a: é𝄞\nb: [c]\n".getBytes(StandardCharsets.UTF_8);
    for (var end = 0; end <= bytes.length; end++) {
      var some = new Problems();
      var read = YamlReader.read(FILE, java.util.Arrays.copyOf(bytes, end), some);
      assertThat(read.isPresent() || some.count() > 0).isTrue();
    }
  }

  private Node.Mapping map(String text) {
    var root = (Node.Mapping) read(text);
    assertThat(problems.sorted()).isEmpty();
    return root;
  }

  private Node read(String text) {
    return YamlReader.read(new YamlText(FILE, text, false), problems).orElseThrow().root();
  }
}
