package parley.files.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.files.problem.Problems;
import parley.files.yaml.Editor;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;

final class KeyOrderTest {

  private static final String FILE =
      """
      # Orders
      url: wss://a.example

      # what to send
      messages:
        - name: a
          text: b
      steps:
        - receive:
          id: x
      """;

  @Test
  void aKeyOfTheFileStandsWhereTheGuideHasIt() {
    changes("/headers/X", "y", "\n# what", "headers: { X: y }\n\n# what");
    changes("/name", "Orders", "url:", "name: Orders\nurl:");
    changes("/data/csv", "a.csv", "id: x\n", "id: x\ndata: { csv: a.csv }\n");
  }

  @Test
  void aKeyOfAStepOrMessageStandsBehindWhatTellsItsKind() {
    changes("/messages/0/as", "binary", "text: b\n", "text: b\n    as: binary\n");
    changes("/messages/0/docs", "c", "a\n    text: b\n", "a\n    text: b\n    docs: c\n");
    changes("/steps/0/take", "all", "id: x", "take: all\n    id: x");
    changes("/steps/0/within", "5s", "id: x\n", "id: x\n    within: 5s\n");
  }

  @Test
  void whatIsThereIsReplaced() {
    changes("/url", "b", "wss://a.example", "b");
  }

  private static void changes(String at, String value, String from, String to) {
    assertThat(FILE).containsOnlyOnce(from);
    var source = new YamlText(Path.of("a.ws.yaml"), FILE, false);
    var document = YamlReader.read(source, new Problems()).orElseThrow();
    var edit =
        KeyOrder.put(
            FileKind.CONVERSATION, document, Pointer.parse(at, document.root()), Value.text(value));
    assertThat(Editor.apply(document, edit).text()).isEqualTo(FILE.replace(from, to));
  }
}
