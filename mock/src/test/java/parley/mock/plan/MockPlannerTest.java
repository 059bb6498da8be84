package parley.mock.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mock.MockFile;

/** What cannot be served is known before anybody connects. */
class MockPlannerTest {

  @TempDir private Path folder;
  private MockFile file;

  @BeforeEach
  void openFolder() {
    file = new MockFile(folder);
  }

  private void assertProblem(String yaml, int line, String... parts) {
    assertThat(file.problems(yaml))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.at().line()).isEqualTo(line);
          assertThat(problem.toString()).contains(parts);
        });
  }

  @Test
  void problemsOfAllEndpointsComeTogether() {
    var problems =
        file.problems(
            """
            listen: { host: no.such.host.invalid }
            paths:
              rooms: {}
              /a: { reject: [ { when: rom == '', status: 401 } ] }
              /b: { on-connect: [ { send: { text: "{{rom}}" } } ] }
              /c: { accept: { headers: { X: "{{rom}}" } } }
            """);
    assertThat(problems).extracting(problem -> problem.at().line()).containsExactly(1, 3, 4, 5, 6);
  }

  @Test
  void aPathThatIsNeverReachedIsAProblem() {
    assertProblem(
        """
        paths:
          /rooms/{room}: {}
          /rooms/main: {}
        """,
        3,
        "`/rooms/{room}` above takes all",
        "put it above line 2");
  }

  @Test
  void aConditionThatIsNeverTrueOrFalseIsAProblem() {
    assertProblem(
        """
        paths:
          /: { reject: [ { when: 1 + 1, status: 401 } ] }
        """,
        2,
        "1 + 1");
  }

  @Test
  void headersInUpperCaseAreAProblem() {
    assertProblem(
        """
        paths:
          /: { reject: [ { when: "request.headers['X-Shop'] == ''", status: 401 } ] }
        """,
        2,
        "`X-Shop`",
        "write `x-shop`");
  }

  @Test
  void theLengthOfABodyIsNotForTheFileToSay() {
    assertProblem(
        """
        paths:
          /: { reject: [ { status: 401, headers: { content-length: 7 } } ] }
        """,
        2,
        "Content-Length");
  }

  @Test
  void aSubprotocolIsAToken() {
    assertProblem(
        """
        paths:
          /: { accept: { subprotocols: ["chat v1"] } }
        """,
        2,
        "`chat v1`");
  }

  @Test
  void aCertificateThatCannotBeUsedIsAProblem() throws Exception {
    Files.writeString(folder.resolve("empty.pem"), "");
    assertProblem(
        """
        listen: { tls: { certificate: empty.pem, key: empty.pem } }
        paths: { /: {} }
        """,
        1,
        "empty.pem");
  }

  @Test
  void aBodysFileIsReadBeforehand() throws Exception {
    Files.writeString(folder.resolve("sorry.html"), "<p>Sorry");
    assertThat(
            file.problems(
                """
                paths:
                  /: { reject: [ { status: 503, body: { file: sorry.html } } ] }
                """))
        .isEmpty();
    assertProblem(
        """
        paths:
          /: { reject: [ { status: 503, body: { file: "{{path}}.html" } } ] }
        """,
        2,
        "a refusal's file is read once");
  }

  @Test
  void whatSomethingElseListensToNeedsARestart() {
    var plan = file.plan("paths: { /: {} }\n");
    assertThat(plan.listensLike(file.plan("# changed\npaths: { /: {}, /b: {} }\n"))).isTrue();
    assertThat(plan.listensLike(file.plan("listen: { port: 1 }\npaths: { /: {} }\n"))).isFalse();
    assertThat(plan.listensLike(file.plan("listen: { tls: true }\npaths: { /: {} }\n"))).isFalse();
  }
}
