package parley.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.files.problem.Problems;

final class EditorTest {

  private static final String FILE =
      """
      # The feed
      url: wss://a.example   # main
      headers:
        X-A: 'one'           # why

        X-B: "two"
      params: { a: b, c: "d" }
      messages:
        # first
        - name: hello
          text: |
            one
            two
        - { name: bye, text: bye }

      # the end
      """;

  @Test
  void aScalarKeepsItsQuotesAndItsComment() {
    changes(put(Pointer.of("headers").key("X-A"), Value.quoted("it's")), "'one' ", "'it''s' ");
    changes(put(Pointer.of("headers").key("X-B"), Value.quoted("2\"")), "\"two\"", "\"2\\\"\"");
    changes(put(Pointer.of("url"), Value.plain("b")), "wss://a.example", "b");
  }

  @Test
  void aBlockStaysABlock() {
    var at = Pointer.of("messages").at(0).key("text");
    changes(put(at, Value.quoted("three\nfour\n")), "one\n      two\n", "three\n      four\n");
    changes(put(at, Value.quoted("three")), "|\n      one\n      two\n", "|-\n      three\n");
    changes(
        put(at, Value.quoted(" a\n\nb\n")),
        "|\n      one\n      two\n",
        "|2\n       a\n\n      b\n");
    changes(put(at, Value.quoted("\t")), "|\n      one\n      two\n", "\"\\t\"\n");
  }

  @Test
  void aKeyIsAddedAfterTheLastOneWithItsComment() {
    changes(
        put(Pointer.of("headers").key("X-C"), Value.quoted("c")),
        "\"two\"\n",
        "\"two\"\n  X-C: \"c\"\n");
    changes(put(Pointer.of("params").key("e"), Value.plain("f")), "\"d\" }", "\"d\", e: f }");
    changes(
        put(Pointer.of("messages").at(0).key("compress"), Value.plain("false")),
        "      two\n",
        "      two\n    compress: false\n");
  }

  @Test
  void anItemIsAddedInTheStyleOfItsList() {
    var message = new Value.Members(List.of(new Value.Member("name", Value.plain("x"))));
    changes(
        new Edit.Add(Pointer.of("messages"), message),
        "text: bye }\n",
        "text: bye }\n  - name: x\n");
  }

  @Test
  void whatIsRemovedTakesItsLinesAndLeavesTheOthers() {
    changes(
        new Edit.Remove(Pointer.of("headers").key("X-A")), "  X-A: 'one'           # why\n", "");
    changes(new Edit.Remove(Pointer.of("params").key("a")), "a: b, ", "");
    changes(new Edit.Remove(Pointer.of("params").key("c")), ", c: \"d\"", "");
    changes(new Edit.Remove(Pointer.of("messages").at(1)), "  - { name: bye, text: bye }\n", "");
    changes(
        new Edit.Remove(Pointer.of("messages").at(0).key("name")), "name: hello\n    text", "text");
  }

  @Test
  void theLastOneRemovedLeavesAnEmptyMap() {
    var text = "headers:\n  X-A: a\nurl: b\n";
    assertThat(edited(text, new Edit.Remove(Pointer.of("headers").key("X-A"))))
        .isEqualTo("headers: {}\nurl: b\n");
  }

  @Test
  void aKeyIsRenamedInItsPlace() {
    changes(new Edit.Rename(Pointer.of("headers").key("X-A"), "X-Z"), "X-A", "X-Z");
    changes(new Edit.Rename(Pointer.of("params").key("c"), "a: b"), " c:", " \"a: b\":");
  }

  @Test
  void lineEndsOfWindowsStay() {
    var edit = put(Pointer.of("b"), Value.plain("c"));
    assertThat(edited("a: b\r\n", edit)).isEqualTo("a: b\r\nb: c\r\n");
  }

  @Test
  void aFileWithoutALastLineEndGetsOneWhereItGrows() {
    assertThat(edited("a: b", put(Pointer.of("c"), Value.plain("d")))).isEqualTo("a: b\nc: d\n");
  }

  @Test
  void aValueIsPutWhereThereWasNone() {
    assertThat(edited("a:\nb: c\n", put(Pointer.of("a"), Value.plain("d"))))
        .isEqualTo("a: d\nb: c\n");
    assertThat(edited("-\n- b\n", put(Pointer.ROOT.at(0), Value.plain("d"))))
        .isEqualTo("- d\n- b\n");
  }

  @Test
  void aPlainTextMayHoldOnALineWhatItMayNotInBraces() {
    var sum = Value.plain("sum(a, b) > 1 && c[0] == 'd'");
    assertThat(edited("- a\n", put(Pointer.ROOT.at(0), sum)))
        .isEqualTo("- sum(a, b) > 1 && c[0] == 'd'\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edited("[ a ]\n", put(Pointer.ROOT.at(0), sum)));
  }

  @Test
  void anEditOfWhatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edited(FILE, new Edit.Remove(Pointer.of("nothing"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edited(FILE, put(Pointer.of("url"), Value.plain("a: b"))));
  }

  private static Edit put(Pointer at, Value value) {
    return new Edit.Put(at, value);
  }

  private static void changes(Edit edit, String from, String to) {
    assertThat(FILE).containsOnlyOnce(from);
    assertThat(edited(FILE, edit)).isEqualTo(FILE.replace(from, to));
  }

  private static String edited(String text, Edit edit) {
    var source = new YamlText(Path.of("a.yaml"), text, false);
    return Editor.apply(YamlReader.read(source, new Problems()).orElseThrow(), edit).text();
  }
}
