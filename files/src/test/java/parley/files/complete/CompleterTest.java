package parley.files.complete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.files.complete.Completion.Kind;
import parley.files.complete.Completion.Option;
import parley.files.format.FileKind;
import parley.files.format.Format;
import parley.files.shape.Key;

/** The place asked for is where {@code |} stands. */
final class CompleterTest {

  private static final Surroundings AROUND =
      new Surroundings() {
        @Override
        public List<Variable> variables() {
          return List.of(new Variable("base", "wss://a.example"), new Variable("$guid", ""));
        }

        @Override
        public List<String> files() {
          return List.of("a b.bin", "login.ws.yaml", "schemas/ack.json");
        }
      };

  @Test
  void anEmptyFileMayHoldEveryKey() {
    assertThat(labels("|")).isEqualTo(names(Format.CONVERSATION.keys()));
    assertThat(labels("u|")).isEqualTo(names(Format.CONVERSATION.keys()));
    var url = option("ur|", "url");
    assertThat(url.docs()).startsWith("Where to: ");
    assertThat(url.written()).isEqualTo("url: ");
    assertThat(complete(FileKind.MOCK, "|")).extracting(Option::label).contains("listen", "paths");
  }

  @Test
  void keysThatAreThereAreNotOfferedAgain() {
    assertThat(labels("url: a\n|\ntags: []\n")).doesNotContain("url", "tags").contains("name");
    assertThat(labels("settings:\n  |\n  ping:\n    every: 5s\n"))
        .doesNotContain("ping")
        .contains("connect-timeout");
    assertThat(labels("settings: { ping: , | }")).doesNotContain("ping").contains("inbox");
    assertThat(labels("settings: { |, inbox: }")).doesNotContain("inbox").contains("ping");
  }

  @Test
  void theKeyThatIsEditedIsOffered() {
    assertThat(option("ur|l: a\n", "url").written()).isEqualTo("url");
  }

  @Test
  void aKeyWithLinesBelowBeginsThem() {
    assertThat(option("set|", "settings").written()).isEqualTo("settings:\n  ");
    assertThat(option("ste|", "steps").written()).isEqualTo("steps:\n  - ");
    assertThat(option("steps:\n  - rec|", "receive").written()).isEqualTo("receive: ");
    assertThat(option("steps:\n  - abs|", "absent").written()).isEqualTo("absent:\n      ");
    assertThat(option("ta|", "tags").written()).isEqualTo("tags: ");
  }

  @Test
  void aStepOffersVerbsAndThenTheKeysOfItsVerb() {
    assertThat(labels("steps:\n  - |"))
        .startsWith("connect", "send", "receive")
        .contains("id", "within")
        .doesNotContain("where", "broadcast");
    assertThat(labels("steps:\n  - receive:\n    |\n"))
        .contains("where", "take", "assert", "id")
        .doesNotContain("send", "receive");
    assertThat(labels("steps:\n  - |\n    receive:\n")).contains("where").doesNotContain("send");
    assertThat(labels("steps: [ { receive: , | } ]")).contains("where").doesNotContain("send");
    assertThat(option("steps:\n  |", "send").written()).isEqualTo("- send: ");
    assertThat(labels("on-message:\n  - where: a\n    steps:\n      - |")).contains("send");
  }

  @Test
  void onlyAMockBroadcasts() {
    var steps = "paths:\n  /a:\n    on-connect:\n      - |";
    assertThat(complete(FileKind.MOCK, steps)).extracting(Option::label).contains("broadcast");
  }

  @Test
  void enumerationsOfferTheirWords() {
    assertThat(labels("messages: [ { name: a, hex: 00, as: |")).containsExactly("text", "binary");
    assertThat(labels("auth:\n  api-key:\n    in: |")).containsExactly("header", "query");
    assertThat(labels("auth: |")).startsWith("none", "inherit").contains("basic", "aws");
    assertThat(option("auth: |", "basic").written()).isEqualTo("\n  basic:\n    ");
    assertThat(labels("auth: { |"))
        .containsExactly("basic", "bearer", "api-key", "oauth2", "digest", "aws");
    assertThat(labels("tls: { verify: f|")).containsExactly("true", "false");
    assertThat(labels("settings:\n  connect-timeout: |")).containsExactly("30s");
    assertThat(labels("http: |")).contains("1.1", "auto");
  }

  @Test
  void namesComeFromTheFile() {
    var file =
        """
        messages:
          - name: hello
            json: { name: not me, id: nor me }
          - { name: bye, text: "a" }
        connections:
          bob: { params: {} }
        steps:
          - send: hello
            id: asked
          - group:
              - ping:
                id: "in a group"
          - receive:
            %s
        """;
    assertThat(labels(file.formatted("\n  - send: |"))).startsWith("hello", "bye");
    assertThat(labels(file.formatted("take: s|")))
        .containsExactly("next", "last", "all", "since asked", "since in a group");
    assertThat(labels(file.formatted("answers: { send: |, by: $.id }")))
        .containsExactly("asked", "in a group", "hello", "bye");
    assertThat(labels(file.formatted("on: b|"))).containsExactly("bob");
  }

  @Test
  void headersHaveUsualNames() {
    assertThat(option("headers:\n  Au|", "Authorization").kind()).isEqualTo(Kind.HEADER);
    assertThat(labels("headers: { Origin: a, | }")).contains("Sec-WebSocket-Key");
    assertThat(labels("headers: { Origin: a, | }")).doesNotContain("Origin");
    assertThat(labels("headers:\n  - name: A|")).contains("Authorization");
    assertThat(labels("params:\n  A|")).isEmpty();
  }

  @Test
  void checksOfferSubjectsAndOperators() {
    assertThat(labels("steps:\n  - receive:\n    where: { |")).contains("kind", "size", "schema");
    assertThat(labels("steps:\n  - receive:\n    assert:\n      - |"))
        .contains("text", "schema", "sequence", "order", "unique", "expression", "message");
    assertThat(labels("steps:\n  - receive:\n    assert:\n      - order: { |"))
        .contains("of", "is");
    assertThat(labels("steps:\n  - receive:\n    assert:\n      - order: { is: |"))
        .containsExactly("increasing", "not-decreasing", "decreasing", "not-increasing");
    assertThat(labels("steps:\n  - receive:\n    extract: { a: { |"))
        .contains("jmespath", "edn", "bytes", "length", "checksum", "assign", "pick", "default");
    assertThat(labels("steps:\n  - receive:\n    extract: { a: { checksum: |"))
        .contains("crc32", "sha256");
    assertThat(labels("steps:\n  - receive:\n    extract: { a: { css: a, |")).contains("attribute");
    assertThat(labels("steps:\n  - receive:\n    assert:\n      - $.a: { g|"))
        .contains("greater-than", "in");
    assertThat(labels("steps:\n  - receive:\n    assert:\n      - $.a: { type: |"))
        .contains("array");
    assertThat(labels("steps:\n  - wait: 1s\n    if: ba|")).contains("base");
  }

  @Test
  void templatesOfferVariables() {
    var at = complete(FileKind.CONVERSATION, "url: \"{{ba|\n");
    assertThat(at).extracting(Option::written).containsExactly("base}}", "$guid}}");
    assertThat(labels("messages:\n  - name: a\n    json: |\n      {\"a\": \"{{$|"))
        .contains("$guid");
    assertThat(option("url: {{$g|}}/x", "$guid").written()).isEqualTo("$guid");
    assertThat(labels("url: \"{{base}}|")).isEmpty();
    assertThat(from("url: \"x{{1 + ba|")).isEqualTo(13);
  }

  @Test
  void pathsAreThoseOfFiles() {
    assertThat(labels("steps:\n  - use: |")).startsWith("login.ws.yaml");
    assertThat(labels("steps:\n  - receive:\n    assert: [ { schema: |"))
        .startsWith("schemas/ack.json");
    assertThat(labels("messages:\n  - file: |")).startsWith("a b.bin");
  }

  @Test
  void nothingIsOfferedInTexts() {
    assertThat(labels("# |")).isEmpty();
    assertThat(labels("messages:\n  - text: |-\n      se|")).isEmpty();
    assertThat(labels("name: |")).isEmpty();
  }

  @Test
  void aWrongLineTakesNothingFromTheOthers() {
    assertThat(labels("url: {{base\nheaders: { a: [\nsettings:\n  |\ntags: [")).contains("ping");
    assertThat(labels("steps:\n  - send\n  - receive\n  - clo|")).contains("close", "closed");
  }

  @Test
  void everyPlaceOfAnExampleCanBeAsked() {
    var text = "steps: # a\n  - send: { text: 'a', \"b\": [ {c: d ] }\n    id: |\n\n  -\n - x:y\n}";
    for (var offset = 0; offset <= text.length(); offset++) {
      for (var kind : FileKind.values()) {
        var found = Completer.complete(kind, text, offset, AROUND);
        assertThat(found.from()).isBetween(0, offset);
      }
    }
  }

  private static List<String> names(List<Key<?>> keys) {
    return keys.stream().<String>map(Key::name).toList();
  }

  private static List<String> labels(String text) {
    return complete(FileKind.CONVERSATION, text).stream().map(Option::label).toList();
  }

  private static Option option(String text, String label) {
    return complete(FileKind.CONVERSATION, text).stream()
        .filter(one -> one.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static int from(String text) {
    var offset = text.lastIndexOf('|');
    var plain = text.substring(0, offset) + text.substring(offset + 1);
    return Completer.complete(FileKind.CONVERSATION, plain, offset, AROUND).from();
  }

  private static List<Option> complete(FileKind kind, String text) {
    var offset = text.lastIndexOf('|');
    var plain = text.substring(0, offset) + text.substring(offset + 1);
    return Completer.complete(kind, plain, offset, AROUND).options();
  }
}
