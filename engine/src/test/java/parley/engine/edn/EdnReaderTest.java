package parley.engine.edn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.value.JsonWriter;

/** Elements of EDN, and what they are as values. */
final class EdnReaderTest {

  private static String told(String text) {
    return switch (EdnReader.read(text)) {
      case EdnReader.Reading.Read(var value) -> JsonWriter.write(value);
      case EdnReader.Reading.Wrong(var at, var why) -> at + ": " + why;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "nil | null",
        "true | true",
        "false | false",
        "12 | 12",
        "+12N | 12",
        "-1.50M | -1.50",
        "1e3 | 1e3",
        "1/2 | \"1/2\"",
        "- | \"-\"",
        ":a | \"a\"",
        ":a/b | \"a/b\"",
        "symbol? | \"symbol?\"",
        "\\a | \"a\"",
        "\\u0041 | \"A\"",
        "\\newline | \"\\n\"",
        "\\( | \"(\"",
        "\\uzz00 | 1: found \\uzz00",
        "\\foo | 1: found \\foo, expected a character",
        "[1 2,3] | [1,2,3]",
        "(1 (2)) | [1,[2]]",
        "#{1 2} | [1,2]",
        "{:a 1 \"b\" 2 3 4} | {\"a\":1,\"b\":2,\"3\":4}",
        "{:a 1 :b} | 8: found a name without a value",
        "#inst \"2026-01-02\" | \"2026-01-02\"",
        "##Inf | \"Inf\"",
        "# 1 | 0: found # without a tag",
        "[1 #_2 3 #_ [4]] | [1,3]",
        "1 ; end | 1",
        "; only | 6: found the end, expected an element",
        "\"a\\n\\t\\r\\b\\f\\\\\\\"\\u00e9\" | \"a\\n\\t\\r\\b\\f\\\\\\\"é\"",
        "\"a | 0: found a text without its closing \"",
        "\"\\x\" | 2: found \\x",
        "\"\\u12\" | 6: found \\u12\"",
        "\"\\ | 0: found a text without its closing \"",
        "[1 | 0: found [ without its ]",
        ") | 0: found ), expected an element",
        "] | 0: found ], expected an element",
        "} | 0: found }, expected an element",
        "1 2 | 2: found more behind the first element"
      })
  void elementsAreValues(String text, String expected) {
    assertThat(told(text)).isEqualTo(expected);
  }

  @Test
  void depthIsLimited() {
    assertThat(told("[".repeat(600))).isEqualTo("512: found more than 512 elements in one another");
    assertThat(told("#_".repeat(600) + "1")).contains("more than 512");
  }

  @Test
  void anyTextIsReadOrRefused() {
    var random = new Random(5);
    var parts = "()[]{}\"\\#_;:,a1 -u\n".toCharArray();
    var read = 0;
    for (var i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (var j = random.nextInt(12); j >= 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      read += EdnReader.read(text.toString()) instanceof EdnReader.Reading.Read ? 1 : 0;
    }
    assertThat(read).isBetween(1_000, 19_000);
  }
}
