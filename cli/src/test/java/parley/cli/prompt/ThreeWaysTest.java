package parley.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.cli.Run;
import parley.cli.hand.Opening;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.engine.plan.Planning;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.mock.server.MockServer;
import parley.mock.server.MockWatcher;
import parley.transport.connect.Connector;
import parley.workspace.Lookup;
import parley.workspace.Workspace;

/**
 * One conversation in three ways: as a test that starts its mock itself, against the mirror of it
 * that listens by itself, and by hand. All go through the same steps with the same results.
 */
@Timeout(60)
class ThreeWaysTest {

  private static final Path CHAT = Path.of("..", "examples", "chat");
  private static final Path CONVERSATION = CHAT.resolve("two-users.ws.yaml");
  private static final Pattern STEP = Pattern.compile("(?m)^ +([✓✗]) (.+?)(?:  |$)");

  @Test
  void theSameStepsPassAsATestAgainstTheMirrorAndByHand() throws Exception {
    var asTest = steps(run("run", "-v", CONVERSATION.toString()));
    assertThat(asTest).contains("✓ send hello", "✓ closed by the server").hasSizeGreaterThan(10);
    assertThat(againstTheMirror()).isEqualTo(asTest);
    // By hand a group is shown when it ends, behind its steps.
    assertThat(byHand(asTest.size())).containsExactlyInAnyOrderElementsOf(asTest);
  }

  private static List<String> steps(String shown) {
    return STEP.matcher(shown)
        .results()
        .map(step -> step.group(1) + " " + step.group(2).strip())
        .filter(step -> !step.contains("Two users"))
        .toList();
  }

  private static String run(String... arguments) {
    var run = Run.of(arguments);
    assertThat(run.code()).as(run.text() + run.err()).isEqualTo(ExitCode.OK);
    return run.text();
  }

  private static Shell shell() {
    return Run.shell(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream());
  }

  /** The conversation says {@code base}; the mock listens already. */
  private static List<String> againstTheMirror() throws Exception {
    var file = CHAT.resolve("chat.mock.yaml");
    var workspace = ((Lookup.Found<Workspace>) Workspace.open(file, Map.of())).value();
    var mock = workspace.mock(file).orElseThrow();
    var planning = new MockPlanner(workspace.access()).plan(mock, workspace.given(Map.of()));
    var plan = ((Planning.Planned<MockPlan>) planning).plan();
    try (var server = MockServer.start(plan, workspace.access(), MockWatcher.NONE)) {
      return steps(run("run", "-v", "--var", "base=" + server.url(), CONVERSATION.toString()));
    }
  }

  private static List<String> byHand(int expected) {
    var shown = new Shown();
    var opening = new Opening(CONVERSATION, Map.of(), shell());
    try (var connector = new Connector()) {
      if (!(opening.open("local") instanceof Opening.Opened.Ready(var file))) {
        throw new AssertionError("the example cannot be opened");
      }
      var conversation =
          new FileConversation(
              FileConversationTest.plan(), file, opening, List.of(), connector, shown.surface());
      assertThat(conversation.begin()).isTrue();
      assertThat(conversation.typed("/run")).isTrue();
      shown.await("the steps passed: " + expected);
      conversation.leave();
      return steps(shown.all());
    } finally {
      opening.close();
    }
  }
}
