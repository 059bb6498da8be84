package parley.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.files.problem.Problems;

/** Edits in the middle of lists and maps, and those that braces have no room for. */
final class EditorPlacesTest {

  private static final String STEPS =
      """
      # A test
      url: wss://a.example
      steps:
        # opens
        - connect:   # now
        - send: hello

        # the answer
        - receive:
          within: 5s
      tags: [a, b, c]
      """;

  @Test
  void anItemIsMadeBeforeAnotherAndItsComments() {
    changes(insert("/steps/1", "wait", "1s"), "  - send", "  - wait: 1s\n  - send");
    changes(insert("/steps/0", "wait", "1s"), "  # opens", "  - wait: 1s\n  # opens");
    changes(insert("/steps/2", "wait", "1s"), "hello\n", "hello\n  - wait: 1s\n");
    changes(insert("/steps/3", "wait", "1s"), "5s\n", "5s\n  - wait: 1s\n");
    changes(new Edit.Insert(at("/tags/0"), Value.plain("x")), "[a,", "[x, a,");
    changes(new Edit.Insert(at("/tags/2"), Value.plain("x")), ", c]", ", x, c]");
    changes(new Edit.Insert(at("/tags/3"), Value.plain("x")), ", c]", ", c, x]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edited(STEPS, insert("/steps/4", "wait", "1s")));
  }

  @Test
  void aKeyIsMadeAtItsPlace() {
    changes(
        new Edit.InsertKey(at("/docs"), 1, Value.text("why: \"so\"")),
        "steps:",
        "docs: 'why: \"so\"'\nsteps:");
    changes(new Edit.InsertKey(at("/name"), 0, Value.text("A")), "url:", "name: A\nurl:");
    changes(
        new Edit.InsertKey(at("/steps/2/id"), 0, Value.text("x")),
        "receive:",
        "id: x\n    receive:");
    changes(
        new Edit.InsertKey(at("/steps/2/id"), 1, Value.text("x")), "within", "id: x\n    within");
  }

  @Test
  void mapsThatAreMissingAreMade() {
    changes(
        new Edit.Put(at("/settings/ping/every"), Value.plain("5s")),
        "c]\n",
        "c]\nsettings: { ping: { every: 5s } }\n");
    assertThat(edited("url: a\nheaders:\n", new Edit.Put(at("/headers/X"), Value.plain("y"))))
        .isEqualTo("url: a\nheaders: { X: y }\n");
  }

  @Test
  void anItemMovesWithItsLinesAndComments() {
    changes(
        new Edit.Move(at("/steps/0"), 1),
        "  # opens\n  - connect:   # now\n  - send: hello\n",
        "  - send: hello\n  # opens\n  - connect:   # now\n");
    changes(
        new Edit.Move(at("/steps/2"), 0),
        """
          # opens
          - connect:   # now
          - send: hello

          # the answer
          - receive:
            within: 5s
        """,
        """
          # the answer
          - receive:
            within: 5s
          # opens
          - connect:   # now

          - send: hello
        """);
    changes(new Edit.Move(at("/tags/2"), 0), "[a, b, c]", "[c, a, b]");
    changes(
        new Edit.Move(at("/steps/2/within"), 0),
        "receive:\n    within: 5s",
        "within: 5s\n    receive:");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> edited(STEPS, new Edit.Move(at("/tags/0"), 3)));
  }

  @Test
  void theLastLineOfAFileMayMove() {
    assertThat(edited("- a\n- b\n- c", new Edit.Move(at("/2"), 0))).isEqualTo("- c\n- a\n- b\n");
    assertThat(edited("- a\n- |\n  b", new Edit.Move(at("/1"), 0))).isEqualTo("- |\n  b\n- a\n");
    assertThat(edited("- a\n- |\n  b", new Edit.Add(Pointer.ROOT, Value.plain("c"))))
        .isEqualTo("- a\n- |\n  b\n- c\n");
  }

  @Test
  void whatIsLeftEmptyGoes() {
    var text = "url: a\nheaders:   # none\n  X: y\nauth: { basic: { username: a } }\n";
    assertThat(edited(text, new Edit.Prune(at("/headers/X"))))
        .isEqualTo("url: a\nauth: { basic: { username: a } }\n");
    assertThat(edited(text, new Edit.Prune(at("/auth/basic/username"))))
        .isEqualTo("url: a\nheaders:   # none\n  X: y\n");
    assertThat(edited("headers: { X: y }\n", new Edit.Prune(at("/headers/X")))).isEqualTo("{}\n");
  }

  @Test
  void aTextOfSeveralLinesIsABlock() {
    changes(
        new Edit.Put(at("/url"), Value.text("{\n  \"a\": 1\n}\n")),
        "url: wss://a.example",
        "url: |\n  {\n    \"a\": 1\n  }");
    assertThat(edited("a: b # why\n", new Edit.Put(at("/a"), Value.text("1\n2"))))
        .isEqualTo("a: |- # why\n  1\n  2\n");
    assertThat(
            edited(
                "m:\n  - a\n",
                new Edit.Insert(
                    at("/m/0"), Value.of(new Value.Member("text", Value.text("1\n2\n"))))))
        .isEqualTo("m:\n  - text: |\n      1\n      2\n  - a\n");
  }

  @Test
  void bracesBecomeLinesForATextOfSeveralLines() {
    var text = "m: # all\n  - { name: a, json: { b: 1 } } # one\n  - { name: b, ping: }\n";
    assertThat(edited(text, new Edit.Put(at("/m/0/json"), Value.text("[\n1]\n"))))
        .isEqualTo(
            """
            m: # all
              - name: a # one
                json: |
                  [
                  1]
              - { name: b, ping: }
            """);
    var nested = "on: [ { where: a, steps: [ { send: { text: b } } ] } ]\n";
    assertThat(edited(nested, new Edit.Put(at("/on/0/steps/0/send/text"), Value.text("1\n2\n"))))
        .isEqualTo(
            """
            on:
              - where: a
                steps:
                  - send:
                      text: |
                        1
                        2
            """);
  }

  @Test
  void bracesThatWouldGrowTooLongBecomeLines() {
    var tall = "x".repeat(90);
    assertThat(edited("t: [a, \"b\"] # c\n", new Edit.Add(at("/t"), Value.plain(tall))))
        .isEqualTo("t: # c\n  - a\n  - \"b\"\n  - " + tall + "\n");
    assertThat(edited("h: { \"a\":1 }\n", new Edit.Put(at("/h/b"), Value.plain(tall))))
        .isEqualTo("h:\n  \"a\": 1\n  b: " + tall + "\n");
  }

  @Test
  void bracketsWithALineForEachItemStaySo() {
    var text = "t: [\n  a,   # one\n  b,\n]\n";
    assertThat(edited(text, new Edit.Insert(at("/t/1"), Value.plain("x"))))
        .isEqualTo("t: [\n  a,   # one\n  x,\n  b,\n]\n");
    assertThat(edited(text, new Edit.Add(at("/t"), Value.plain("x"))))
        .isEqualTo("t: [\n  a,   # one\n  b,\n  x,\n]\n");
  }

  @Test
  void itemsThatStandApartStaySo() {
    var text = "- a:\n  b:\n\n- c\n";
    assertThat(edited(text, new Edit.Add(Pointer.ROOT, Value.plain("d"))))
        .isEqualTo(text + "\n- d\n");
    assertThat(edited(text, new Edit.Insert(at("/1"), Value.plain("d"))))
        .isEqualTo("- a:\n  b:\n\n- d\n\n- c\n");
  }

  @Test
  void aBlockDoesNotKeepTheEmptyLinesBelow() {
    var text = "m:\n  - |\n    a\n\ns: b\n";
    assertThat(edited(text, new Edit.Add(at("/m"), Value.plain("c"))))
        .isEqualTo("m:\n  - |\n    a\n  - c\n\ns: b\n");
  }

  @Test
  void aPointerIsWrittenAndReadAsJsonPointer() {
    var pointer = Pointer.of("a/b").at(0).key("~0");
    assertThat(pointer).hasToString("/a~1b/0/~00");
    var root = read("a/b: [ { ~0: 1 } ]\n").root();
    assertThat(Pointer.parse("/a~1b/0/~00", root)).isEqualTo(pointer);
    assertThat(Pointer.parse("", root)).isEqualTo(Pointer.ROOT);
  }

  private static Edit insert(String at, String key, String value) {
    var item = new Value.Members(List.of(new Value.Member(key, Value.plain(value))));
    return new Edit.Insert(at(at), item);
  }

  /** Numbers are items here. */
  private static Pointer at(String text) {
    var pointer = Pointer.ROOT;
    for (var part : text.substring(1).split("/", -1)) {
      pointer = part.matches("\\d+") ? pointer.at(Integer.parseInt(part)) : pointer.key(part);
    }
    return pointer;
  }

  private static void changes(Edit edit, String from, String to) {
    assertThat(STEPS).containsOnlyOnce(from);
    assertThat(edited(STEPS, edit)).isEqualTo(STEPS.replace(from, to));
  }

  private static String edited(String text, Edit edit) {
    return Editor.apply(read(text), edit).text();
  }

  private static YamlDocument read(String text) {
    var source = new YamlText(Path.of("a.yaml"), text, false);
    return YamlReader.read(source, new Problems()).orElseThrow();
  }
}
