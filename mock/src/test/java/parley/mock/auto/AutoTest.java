package parley.mock.auto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.engine.plan.Planning;
import parley.mock.Guest;
import parley.mock.MockFile;
import parley.mock.plan.MockPlan;
import parley.mock.server.MockServer;
import parley.mock.server.MockWatcher;
import parley.transport.connect.Connector;

/** Answers to what no rule takes. */
@Timeout(60)
class AutoTest {

  @TempDir private Path folder;
  private final Connector connector = new Connector();

  @AfterEach
  void close() {
    connector.close();
  }

  private void write(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  /** What comes back for each message, in order, with a seed. */
  private List<String> answers(String auto, long seed, String... messages) throws IOException {
    var file = new MockFile(folder);
    var yaml = "paths: { /: { auto: %s } }\n".formatted(auto);
    try (var server = MockServer.start(file.plan(yaml), file.access(), MockWatcher.NONE, seed)) {
      var guest = Guest.at(connector, server.url() + "/");
      var heard = new ArrayList<String>();
      for (var message : messages) {
        heard.add(guest.say(message).hears());
      }
      return heard;
    }
  }

  @Test
  void theExampleThatAMessageIsMostAlikeAnswers() throws IOException {
    write(
        "examples/quotes.yaml",
        """
        - request: { type: quote, symbol: ACME }
          answer: { type: price, symbol: ACME, price: 12.50 }
        - request: { type: quote, symbol: EMCA }
          answer: { type: price, symbol: EMCA, price: 99.00 }
        - request: { type: quote, symbol: ACME, depth: 5 }
          answer: { type: book, symbol: ACME, depth: 5 }
        - request: { user: { name: ann } }
          answer: { hello: ann, name: ann }
        - request: hello
          answer: welcome {{$randomFirstName}}
        - request: [ 1, join, lobby ]
          answer: [ 1, joined, lobby ]
        """);
    write("examples/ping.json", "{\"type\": \"pong\"}");
    var all =
        answers(
            "{ from: examples/ }",
            3,
            "{\"type\":\"quote\",\"symbol\":\"EMCA\"}",
            "{\"type\":\"quote\",\"symbol\":\"ZZZ\",\"depth\":9}",
            "{\"type\":\"ping\",\"id\":7}",
            "{\"user\":{\"name\":\"bob\"},\"id\":null}",
            "ping",
            "[1,\"join\",\"lobby\"]",
            "hello");
    assertThat(all.subList(0, 6))
        .isEqualTo(
            List.of(
                "{\"type\":\"price\",\"symbol\":\"EMCA\",\"price\":99.00}",
                "{\"type\":\"book\",\"symbol\":\"ZZZ\",\"depth\":9}",
                "{\"type\":\"pong\",\"id\":7}",
                "{\"hello\":\"ann\",\"name\":\"bob\",\"id\":null}",
                "{\"type\":\"pong\"}",
                "[1,\"joined\",\"lobby\"]"));
    assertThat(all.getLast()).matches("welcome [A-Z]\\w+");
  }

  @Test
  void whatDiffersInAnExampleIsNotTheSameThing() throws IOException {
    write(
        "a.yaml",
        """
        request: { op: create, id: 1, name: x }
        answer: { op: created, id: 991, name: x, ref: 4 }
        """);
    assertThat(
            answers("{ from: a.yaml }", 3, "{\"op\":\"create\",\"id\":5,\"name\":\"y\",\"ref\":8}"))
        .containsExactly("{\"op\":\"created\",\"id\":991,\"name\":\"y\",\"ref\":4}");
  }

  @Test
  void answersBySchemaRepeatWithTheSeedAndHaveWhatTheSchemaLetsThemHave() throws IOException {
    write(
        "closed.json",
        """
        { "type": "object", "additionalProperties": false, "required": ["who", "room", "n"],
          "properties": { "who": { "$ref": "who.json" }, "room": { "type": "string" },
            "n": { "type": "integer", "maximum": 3 } } }
        """);
    write(
        "who.json",
        "{ \"type\": \"object\", \"properties\": { \"city\": { \"type\": \"string\" } } }");
    var message = "{\"room\":\"den\",\"n\":9,\"id\":1}";
    var first = answers("{ schema: closed.json }", 5, message, message);
    assertThat(first).isEqualTo(answers("{ schema: closed.json }", 5, message, message));
    assertThat(first.getFirst()).isNotEqualTo(first.getLast());
    assertThat(first)
        .allSatisfy(one ->
            assertThat(one)
                .matches("\\{\"who\":\\{\"city\":\"[A-Z][^\"]+\"},\"room\":\"den\",\"n\":-?\\d+}"));
  }

  @Test
  void theFileNamesWhatTellsTheRequest() throws IOException {
    write(
        "any.json", "{ \"type\": \"object\", \"properties\": { \"op\": { \"const\": \"ok\" } } }");
    assertThat(
            answers(
                "[ { where: { $.op: a }, schema: any.json, correlate: $.meta.ref }, { schema:"
                    + " any.json } ]",
                1,
                "{\"op\":\"a\",\"id\":1,\"meta\":{\"ref\":\"r\"}}",
                "{\"op\":\"b\",\"id\":1,\"meta\":{\"ref\":\"r\"}}"))
        .containsExactly("{\"op\":\"ok\",\"meta\":{\"ref\":\"r\"}}", "{\"op\":\"ok\",\"id\":1}");
  }

  @Test
  void theSchemaOfTheRequestSaysWhatIsAnswered() throws IOException {
    write("ask.json", "{ \"required\": [\"q\"] }");
    write("one.json", "{ \"const\": { \"by\": 1 } }");
    write("two.json", "{ \"const\": { \"by\": 2 } }");
    assertThat(
            answers(
                "[ { schema: { request: ask.json, response: one.json } }, { schema: two.json } ]",
                1,
                "{\"q\":1}",
                "{\"p\":1}"))
        .containsExactly("{\"by\":1}", "{\"by\":2}");
  }

  private String problems(String endpoint) {
    return switch (new MockFile(folder).planning("paths: { /: { %s } }\n".formatted(endpoint))) {
      case Planning.Planned<MockPlan> _ -> "none";
      case Planning.Wrong<MockPlan>(var problems) ->
          problems.getFirst().found() + " / " + problems.getFirst().expected();
    };
  }

  @Test
  void whatCannotAnswerIsFoundBeforehand() throws IOException {
    write("examples/wrong.yaml", "request: { a: 1 }\nanswr: { b: 2 }\n");
    write("templates.yaml", "request: { a: \"{{$guid}}\" }\nanswer: { b: \"{{lost}}\" }\n");
    write("type.json", "{ \"type\": \"strnig\" }");
    write("never.json", "{ \"type\": \"integer\", \"minimum\": 5, \"maximum\": 4 }");
    write("lost.json", "{ \"$ref\": \"elsewhere.json\" }");
    write("fine.json", "{ \"type\": \"null\" }");
    Files.createDirectory(folder.resolve("empty"));
    assertThat(problems("auto: { from: examples/ }")).startsWith("an example without `answer` / ");
    assertThat(problems("auto: { from: empty }")).startsWith("no example in `empty` / ");
    assertThat(problems("auto: { from: templates.yaml }"))
        .startsWith("a template in a request / a message as a client may send it");
    assertThat(problems("auto: { schema: type.json }")).contains("is no JSON Schema");
    assertThat(problems("auto: { schema: never.json }"))
        .startsWith("`never.json`, for which no answer can be made: ");
    assertThat(problems("auto: { schema: lost.json }")).contains("elsewhere.json");
    assertThat(problems("auto: { schema: fine.json, correlate: '$..id' }"))
        .startsWith("`$..id` / a path of names");
    assertThat(problems("auto: [ { schema: fine.json }, { from: fine.json } ]"))
        .startsWith("automatic answers that are never asked / ");
    assertThat(
            problems("on-message: [ { otherwise: [ { close: } ] } ], auto: { schema: fine.json }"))
        .startsWith("`auto` beside `otherwise` / ");
    assertThat(problems("auto: { schema: fine.json }")).isEqualTo("none");
  }
}
