package parley.workbench.file;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.file.FileRig.items;
import static parley.workbench.file.FileRig.part;
import static parley.workbench.file.FileRig.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.workbench.call.Answer.Code;

final class FileCallsTest {

  private static final String FILE =
      """
      # The feed
      url: wss://b.example   # main
      steps:
        - connect:
      """;

  @TempDir private Path temp;
  private FileRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new FileRig(temp);
    rig.write("a.ws.yaml", FILE);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aFileOpensWithItsTextAndItsForms() {
    var file = rig.call("file.open", "{'path':'a.ws.yaml'}");
    assertThat(text(file, "text")).isEqualTo(FILE);
    assertThat(text(file, "kind")).isEqualTo("conversation");
    assertThat(text(file, "model", "name")).isEqualTo("a");
    assertThat(text(file, "model", "url", "own")).isEqualTo("wss://b.example");
    assertThat(text(file, "model", "steps", 0, "verb")).isEqualTo("connect");
    assertThat(text(file, "undo")).isEqualTo("false");
    assertThat(items(file, "problems")).isEmpty();
  }

  @Test
  void editsKeepAllElseAndGiveTheNextVersion() throws IOException {
    var file =
        rig.change(
            "file.edit",
            "a.ws.yaml",
            "'edits':[{'op':'put','at':['url'],'value':'wss://c.example'},"
                + "{'op':'put','at':['name'],'value':'C'},"
                + "{'op':'insert','at':['steps',1],'value':{'wait':'1s'}},"
                + "{'op':'move','at':['steps',1],'to':0}]");
    assertThat(rig.text("a.ws.yaml"))
        .isEqualTo(
            """
            # The feed
            name: C
            url: wss://c.example   # main
            steps:
              - wait: 1s
              - connect:
            """);
    assertThat(text(file, "version")).isEqualTo(version());
    assertThat(text(file, "undo")).isEqualTo("true");
  }

  private String version() {
    return text(rig.call("file.open", "{'path':'a.ws.yaml'}"), "version");
  }

  @Test
  void aChangeOnDiskIsAConflictWithBothTexts() throws IOException {
    var stale = rig.changeOf("a.ws.yaml", "'text':'url: wss://mine.example'");
    rig.write("a.ws.yaml", "url: wss://theirs.example\n");
    var refusal = rig.refusal("file.write", stale);
    assertThat(refusal.code()).isEqualTo(Code.CONFLICT);
    assertThat(text(refusal.moreOrNull(), "theirs")).isEqualTo("url: wss://theirs.example\n");
    assertThat(text(refusal.moreOrNull(), "version")).isEqualTo(version());
    assertThat(rig.text("a.ws.yaml")).isEqualTo("url: wss://theirs.example\n");
  }

  @Test
  void undoAndRedoGoThroughChangesOfOthersToo() throws IOException {
    rig.change("file.write", "a.ws.yaml", "'text':'url: wss://one.example'");
    rig.write("a.ws.yaml", "url: wss://two.example\n");
    rig.call("file.undo", "{'path':'a.ws.yaml'}");
    assertThat(rig.text("a.ws.yaml")).isEqualTo("url: wss://one.example");
    var first = rig.call("file.undo", "{'path':'a.ws.yaml'}");
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
    assertThat(text(first, "undo")).isEqualTo("false");
    assertThat(rig.refusal("file.undo", "{'path':'a.ws.yaml'}").code()).isEqualTo(Code.INVALID);
    rig.call("file.redo", "{'path':'a.ws.yaml'}");
    rig.call("file.redo", "{'path':'a.ws.yaml'}");
    assertThat(rig.text("a.ws.yaml")).isEqualTo("url: wss://two.example\n");
  }

  @Test
  void pagesHearOfChangesOfWhatTheyHaveOpen() throws IOException {
    rig.call("file.open", "{'path':'a.ws.yaml'}");
    rig.write("b.ws.yaml", "url: wss://b.example\n");
    assertThat(rig.events).isEmpty();
    rig.write("a.ws.yaml", "name: other\n");
    assertThat(rig.events).hasSize(1);
    assertThat(text(rig.events.getFirst(), "model", "name")).isEqualTo("other");
    rig.write("parley.yaml", "url: wss://new.example\n");
    assertThat(text(rig.events.getLast(), "model", "url", "value")).isEqualTo("wss://new.example");
    assertThat(text(rig.events.getLast(), "model", "url", "from")).isEqualTo("parley.yaml:1");
    rig.call("file.close", "{'path':'a.ws.yaml'}");
    rig.write("a.ws.yaml", "name: again\n");
    assertThat(rig.events).hasSize(2);
  }

  @Test
  void whoeverChangesAFileIsAnsweredAndNotToldAgain() {
    rig.change("file.set", "a.ws.yaml", "'name':'url','value':'wss://c.example'");
    assertThat(rig.events).isEmpty();
  }

  @Test
  void aVanishedFileIsToldAndCanBeWrittenAgain() throws IOException {
    rig.call("file.open", "{'path':'a.ws.yaml'}");
    Files.delete(rig.path("a.ws.yaml"));
    rig.write("b.ws.yaml", "name: b\n");
    assertThat(text(rig.events.getFirst(), "gone")).isEqualTo("true");
    assertThat(text(rig.events.getFirst(), "text")).isEqualTo(FILE);
    var edit = "{'path':'a.ws.yaml','version':'none','name':'docs','value':'x'}";
    assertThat(rig.refusal("file.set", edit).text()).isEqualTo("'a.ws.yaml' is gone from disk.");
    rig.call("file.write", "{'path':'a.ws.yaml','version':'none','text':'name: back\\n'}");
    assertThat(rig.text("a.ws.yaml")).isEqualTo("name: back\n");
  }

  @Test
  void aVanishedFolderIsNotMadeAnewForAFile() throws IOException {
    rig.call("file.open", "{'path':'a.ws.yaml'}");
    var away = temp.resolve("away");
    Files.move(rig.path(""), away);
    rig.refresh();
    assertThat(text(rig.events.getFirst(), "text")).isEqualTo(FILE);
    var write = "{'path':'a.ws.yaml','version':'none','text':'name: mine'}";
    assertThat(rig.refusal("file.write", write).text())
        .startsWith("The folder ")
        .endsWith(" is not there any more.");
    assertThat(rig.refusal("file.open", "{'path':'b.ws.yaml'}").text()).startsWith("The folder ");
    assertThat(rig.path("")).doesNotExist();
    Files.move(away, rig.path(""));
    rig.refresh();
    assertThat(rig.events).hasSize(2);
    rig.change("file.write", "a.ws.yaml", "'text':'name: mine'");
    assertThat(rig.text("a.ws.yaml")).isEqualTo("name: mine");
  }

  @Test
  void aBrokenFileOpensWithWhatCanBeRead() {
    var broken =
        "url: wss://c.example\\nheaders:\\n  X: {{a}\\nmessages: [ { name: m, text: t } ]\\n";
    var file = rig.change("file.write", "a.ws.yaml", "'text':'" + broken + "'");
    assertThat(text(file, "problems", 0, "line")).isEqualTo("4");
    assertThat(text(file, "model", "url", "own")).isEqualTo("wss://c.example");
    assertThat(text(file, "model", "messages", 0, "name")).isEqualTo("m");
    var refusal = rig.refusal("file.set", rig.changeOf("a.ws.yaml", "'name':'docs','value':'x'"));
    assertThat(refusal.text()).contains("'a.ws.yaml' cannot be changed here while line 4 is wrong");
  }

  @Test
  void whatCannotBeTalkedIsAProblem() {
    var file = rig.change("file.set", "a.ws.yaml", "'name':'url','value':'wss://{{nobody}}'");
    assertThat(text(file, "problems", 0, "text")).contains("nobody");
  }

  @Test
  void aFolderNeedNotSayAnythingUntilItDoes() throws IOException {
    rig.write("sub/b.ws.yaml", "name: b\n");
    var file = rig.call("file.open", "{'path':'sub'}");
    assertThat(text(file, "path")).isEqualTo("sub/folder.yaml");
    assertThat(text(file, "kind")).isEqualTo("folder");
    assertThat(text(file, "text")).isEmpty();
    rig.change(
        "file.row", "sub", "'table':'headers','row':{'name':'X','value':'1 2','enabled':true}");
    assertThat(rig.text("sub/folder.yaml")).isEqualTo("headers: { X: 1 2 }\n");
    var inherited = rig.call("file.open", "{'path':'sub/b.ws.yaml'}");
    assertThat(text(inherited, "model", "tables", "headers", 0, "from"))
        .isEqualTo("sub/folder.yaml:1");
  }

  @Test
  void aFileIsLaidOut() throws IOException {
    rig.write("a.ws.yaml", "url:   wss://b.example\nsteps:\n     - connect:   # now\n\n\n\n");
    rig.change("file.format", "a.ws.yaml", "'x':1");
    assertThat(rig.text("a.ws.yaml"))
        .isEqualTo("url: wss://b.example\nsteps:\n  - connect:   # now\n");
  }

  @Test
  void textsThatAreNotSavedAreCheckedAndCompleted() throws IOException {
    rig.write("login.ws.yaml", "name: l\n");
    rig.write("environments/local.yaml", "variables: { room: main }\n");
    var checked = rig.call("file.check", "{'path':'a.ws.yaml','text':'setings: {}\\n'}");
    assertThat(text(checked, "problems", 0, "hint")).isEqualTo("did you mean `settings`?");
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
    var variables =
        rig.call("file.complete", "{'path':'a.ws.yaml','text':'url: \\u0022{{ro','offset':10}");
    assertThat(text(variables, "from")).isEqualTo("8");
    assertThat(items(variables, "options"))
        .anySatisfy(one -> assertThat(text(one, "label")).isEqualTo("room"))
        .anySatisfy(one -> assertThat(text(one, "label")).isEqualTo("$guid"));
    var files =
        rig.call("file.complete", "{'path':'a.ws.yaml','text':'steps: [ { use: ','offset':16}");
    assertThat(text(files, "options", 0, "label")).isIn("a.ws.yaml", "login.ws.yaml");
  }

  @Test
  void placesOutsideAndMissingFilesAreRefused() {
    assertThat(rig.refusal("file.open", "{'path':'../x.ws.yaml'}").code()).isEqualTo(Code.REFUSED);
    assertThat(rig.refusal("file.open", "{'path':'x.ws.yaml'}").code()).isEqualTo(Code.MISSING);
    var gone = "{'path':'x/y.ws.yaml','version':'none','text':'a'}";
    assertThat(rig.refusal("file.write", gone).code()).isEqualTo(Code.MISSING);
  }

  @Test
  void anEditOfWhatIsNotThereIsRefused() {
    var edit = "'edits':[{'op':'remove','at':['headers','X']}]";
    assertThat(rig.refusal("file.edit", rig.changeOf("a.ws.yaml", edit)).code())
        .isEqualTo(Code.INVALID);
  }

  @Test
  void theMarkOfUtf8Stays() throws IOException {
    rig.write("a.ws.yaml", "\uFEFF" + FILE);
    var file = rig.change("file.set", "a.ws.yaml", "'name':'docs','value':'D'");
    assertThat(text(file, "text")).startsWith("# The feed");
    assertThat(part(file, "model", "docs")).isNotNull();
    assertThat(rig.text("a.ws.yaml")).startsWith("\uFEFF# The feed\ndocs: D\nurl");
  }
}
