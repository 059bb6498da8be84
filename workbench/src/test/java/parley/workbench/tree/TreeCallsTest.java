package parley.workbench.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.workbench.collection.Opened;

final class TreeCallsTest {

  private final Path top;
  private final Opened opened;

  TreeCallsTest(@TempDir Path top) throws IOException {
    this.top = top;
    opened = new Opened(top);
    new TreeCalls(opened.folder(), opened.pages, opened.state().resolve("trash"))
        .addTo(opened.calls);
  }

  private void open(String... namesAndTexts) throws IOException {
    for (var index = 0; index < namesAndTexts.length; index += 2) {
      opened.write(namesAndTexts[index], namesAndTexts[index + 1]);
    }
    opened.folder().refresh();
  }

  @AfterEach
  void close() {
    opened.close();
  }

  private String call(String name, String with) {
    return opened.call("tree." + name, with);
  }

  @Test
  void theTreeHasFoldersThenFilesWithTheirMessagesAndProblems() throws IOException {
    open(
        "parley.yaml", "name: Shop\n",
        "orders/a.ws.yaml",
            "url: ws://h\nmessages: [ { name: hi, text: a } ]\nsteps: [ { send: hi } ]\n",
        "orders/broken.ws.yaml", "urll: ws://h\n",
        "payloads/cat.txt", "no part of it",
        "environments/local.yaml", "variables: { a: 1 }\n",
        "m.mock.yaml", "paths: {}\n");
    Files.createDirectories(opened.root().resolve("empty"));
    opened.folder().refresh();
    assertThat(call("get", "{}"))
        .startsWith("{'root':{'kind':'collection','path':'','name':'Shop','children':[")
        .contains("{'kind':'folder','path':'empty','name':'empty','children':[]")
        .contains("{'kind':'environment','path':'environments/local.yaml','name':'local'")
        .contains(
            "{'kind':'conversation','path':'orders/a.ws.yaml','name':'a','test':true,"
                + "'messages':[{'index':0,'name':'hi','kind':'text'}],'errors':0,'warnings':0}")
        .contains("'path':'orders/broken.ws.yaml','name':'broken',")
        .contains("{'kind':'mock','path':'m.mock.yaml','name':'m','errors':0,'warnings':0}")
        .doesNotContain("payloads")
        .endsWith("'errors':2,'warnings':0}}");
  }

  @Test
  void severalCollectionsStandBesideEachOther() throws IOException {
    open("chat/parley.yaml", "name: Chat\n", "market/parley.yaml", "name: Market\n");
    assertThat(call("get", "{}"))
        .startsWith("{'root':{'kind':'folder','path':'','name':'root','children':[")
        .contains("{'kind':'collection','path':'chat','name':'Chat'")
        .contains("{'kind':'collection','path':'market','name':'Market'");
  }

  @Test
  void eachKindIsMade() throws IOException {
    open("parley.yaml", "name: Shop\n");
    assertThat(call("create", "{'kind':'folder','folder':'','name':'New orders'}"))
        .isEqualTo("{'path':'New-orders'}");
    assertThat(
            call(
                "create",
                "{'kind':'conversation','folder':'New-orders','name':'Sub &"
                    + " co','url':'wss://h/a'}"))
        .isEqualTo("{'path':'New-orders/Sub-co.ws.yaml'}");
    assertThat(opened.text("New-orders/Sub-co.ws.yaml"))
        .isEqualTo("name: Sub & co\nurl: wss://h/a\n");
    assertThat(call("create", "{'kind':'mock','folder':'','name':'shop'}"))
        .isEqualTo("{'path':'shop.mock.yaml'}");
    assertThat(call("create", "{'kind':'environment','folder':'New-orders','name':'staging'}"))
        .isEqualTo("{'path':'environments/staging.yaml'}");
    assertThat(call("create", "{'kind':'collection','folder':'','name':'Inner'}"))
        .isEqualTo("{'path':'Inner'}");
    assertThat(call("get", "{}")).endsWith("'errors':0,'warnings':0}}");
    assertThat(opened.events).contains("tree");
  }

  @Test
  void aNameThatWasGivenIsRefusedWhenItIsTakenAndElseTheFirstFreeOneIsTaken() throws IOException {
    open("a.ws.yaml", "url: ws://h\n");
    assertThat(call("create", "{'kind':'conversation','folder':'','name':'a'}"))
        .isEqualTo("conflict: There is 'a.ws.yaml' already.");
    assertThat(call("create", "{'kind':'conversation','folder':''}"))
        .isEqualTo("{'path':'conversation.ws.yaml'}");
    assertThat(call("create", "{'kind':'conversation','folder':''}"))
        .isEqualTo("{'path':'conversation-2.ws.yaml'}");
    assertThat(opened.text("a.ws.yaml")).isEqualTo("url: ws://h\n");
  }

  @Test
  void renamingKeepsCommentsAndThePathsThatLeadThere() throws IOException {
    open(
        "parley.yaml", "name: Shop\n",
        "login.ws.yaml",
            "# who we are\nname: Login   # shown\nurl: ws://h\nsteps: [ { connect: } ]\n",
        "orders/a.ws.yaml", "url: ws://h\nsteps:\n  - use: ../login.ws.yaml   # first\n");
    assertThat(call("rename", "{'path':'login.ws.yaml','name':'Sign in'}"))
        .isEqualTo("{'path':'Sign-in.ws.yaml'}");
    assertThat(opened.text("Sign-in.ws.yaml"))
        .isEqualTo("# who we are\nname: Sign in   # shown\nurl: ws://h\nsteps: [ { connect: } ]\n");
    assertThat(opened.text("orders/a.ws.yaml"))
        .isEqualTo("url: ws://h\nsteps:\n  - use: ../Sign-in.ws.yaml   # first\n");
    assertThat(call("get", "{}"))
        .contains("'name':'Sign in'")
        .endsWith("'errors':0,'warnings':0}}");
  }

  @Test
  void aFolderIsRenamedWithAllThatIsInIt() throws IOException {
    open("parley.yaml", "name: Shop\n", "orders/a.ws.yaml", "url: ws://h\n");
    assertThat(call("rename", "{'path':'orders','name':'All orders'}"))
        .isEqualTo("{'path':'All-orders'}");
    assertThat(opened.text("All-orders/folder.yaml")).isEqualTo("name: All orders\n");
    assertThat(opened.text("All-orders/a.ws.yaml")).isEqualTo("url: ws://h\n");
    assertThat(call("rename", "{'path':'','name':'Bazaar'}")).isEqualTo("{'path':''}");
    assertThat(opened.text("parley.yaml")).isEqualTo("name: Bazaar\n");
  }

  @Test
  void movingTakesOwnPathsAlongAndNeverOverwrites() throws IOException {
    open(
        "parley.yaml", "name: Shop\n",
        "a.ws.yaml", "url: ws://h\nmessages:\n  - { name: cat, file: payloads/cat.bin }\n",
        "payloads/cat.bin", "cat",
        "deep/er/b.ws.yaml", "url: ws://h\n",
        "deep/b.ws.yaml", "url: ws://other\n");
    assertThat(call("move", "{'path':'a.ws.yaml','folder':'deep/er'}"))
        .isEqualTo("{'path':'deep/er/a.ws.yaml'}");
    assertThat(opened.text("deep/er/a.ws.yaml")).contains("file: ../../payloads/cat.bin");
    assertThat(call("move", "{'path':'deep/b.ws.yaml','folder':'deep/er'}"))
        .isEqualTo("conflict: There is 'deep/er/b.ws.yaml' already.");
    assertThat(call("move", "{'path':'deep','folder':'deep/er'}"))
        .isEqualTo("invalid: A folder cannot be moved into itself.");
    assertThat(opened.text("deep/b.ws.yaml")).isEqualTo("url: ws://other\n");
  }

  @Test
  void aCopyHasANameOfItsOwn() throws IOException {
    open(
        "a.ws.yaml",
        "name: First # x\nurl: ws://h\n",
        "f/folder.yaml",
        "name: F\n",
        "f/x.txt",
        "x");
    assertThat(call("duplicate", "{'path':'a.ws.yaml'}")).isEqualTo("{'path':'a-copy.ws.yaml'}");
    assertThat(opened.text("a-copy.ws.yaml")).isEqualTo("name: First copy # x\nurl: ws://h\n");
    assertThat(call("duplicate", "{'path':'a.ws.yaml'}")).isEqualTo("{'path':'a-copy-2.ws.yaml'}");
    assertThat(call("duplicate", "{'path':'f'}")).isEqualTo("{'path':'f-copy'}");
    assertThat(opened.text("f-copy/folder.yaml")).isEqualTo("name: F copy\n");
    assertThat(opened.text("f-copy/x.txt")).isEqualTo("x");
  }

  @Test
  void whatIsDeletedComesBackByteForByte() throws IOException {
    open(
        "f/a.ws.yaml",
        "url: ws://h  # \u00e9\r\n",
        "f/blob.bin",
        "x",
        "b.ws.yaml",
        "url: ws://h\n");
    Files.write(opened.root().resolve("f/blob.bin"), new byte[] {0, -1, 13, 10});
    var answer = call("delete", "{'path':'f'}");
    assertThat(answer).endsWith(",'name':'f'}");
    assertThat(opened.root().resolve("f")).doesNotExist();
    assertThat(call("get", "{}")).doesNotContain("'f/");
    var undo = "{" + answer.split("[{,]", 3)[1] + "}";
    assertThat(call("undelete", undo)).isEqualTo("{'path':'f'}");
    assertThat(opened.text("f/a.ws.yaml")).isEqualTo("url: ws://h  # \u00e9\r\n");
    assertThat(Files.readAllBytes(opened.root().resolve("f/blob.bin")))
        .containsExactly(0, -1, 13, 10);
    assertThat(call("undelete", undo)).startsWith("missing: ");
  }

  @Test
  void nothingTakesThePlaceOfAnotherWhenItComesBack() throws IOException {
    open("a.ws.yaml", "url: ws://h\n");
    var undo = "{" + call("delete", "{'path':'a.ws.yaml'}").split("[{,]", 3)[1] + "}";
    opened.write("a.ws.yaml", "url: ws://new\n");
    assertThat(call("undelete", undo)).isEqualTo("conflict: There is another 'a.ws.yaml' now.");
    assertThat(opened.text("a.ws.yaml")).isEqualTo("url: ws://new\n");
    Files.delete(opened.root().resolve("a.ws.yaml"));
    assertThat(call("undelete", undo)).isEqualTo("{'path':'a.ws.yaml'}");
  }

  @Test
  void aTextIsFoundInNamesUrlsMessagesAndLines() throws IOException {
    open(
        "parley.yaml",
        "name: Shop\n",
        "orders/a.ws.yaml",
        """
        name: Subscribe
        url: wss://shop.example/feed
        messages:
          - name: hello
            json: { op: Subscription }
          - name: other
            text: x
        steps: [ { send: hello } ]
        """,
        "orders/broken.ws.yaml",
        "url: [ wss://shop\n");
    assertThat(call("search", "{'text':'SUBSCR'}"))
        .isEqualTo(
            "{'hits':[{'path':'orders/a.ws.yaml','text':'Subscribe'},{'path':'orders/a.ws.yaml','line':1,'text':'name:"
                + " Subscribe'},{'path':'orders/a.ws.yaml','message':0,'line':5,'text':'json: { op:"
                + " Subscription }'}]}");
    assertThat(call("search", "{'text':'hello'}")).contains("'message':0,'text':'hello'");
    assertThat(call("search", "{'text':'wss://shop'}"))
        .contains("'path':'orders/broken.ws.yaml','line':1");
    assertThat(call("search", "{'text':'  '}")).isEqualTo("{'hits':[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.ws.yaml", "a/../../x.ws.yaml", "/etc/passwd", "a//b", "./a.ws.yaml", ".env",
        "a/.git/config", "a\\\\..\\\\b", "a\\u0000b", "a\\nb", "out/x.ws.yaml", "nowhere"
      })
  void noKeyLeadsOut(String key) throws IOException {
    open("a.ws.yaml", "url: ws://h\n");
    var outside = Files.createDirectories(top.resolve("outside"));
    Files.writeString(outside.resolve("x.ws.yaml"), "url: ws://secret\n");
    Files.createSymbolicLink(opened.root().resolve("out"), outside);
    Files.createSymbolicLink(opened.root().resolve("nowhere"), top.resolve("made"));
    opened.folder().refresh();
    for (var call : new String[] {"rename", "move", "duplicate", "delete"}) {
      assertThat(call(call, "{'path':'" + key + "','name':'b','folder':''}"))
          .startsWith("refused: ");
    }
    assertThat(call("create", "{'kind':'conversation','folder':'" + key + "'}"))
        .startsWith("refused: ");
    assertThat(call("move", "{'path':'a.ws.yaml','folder':'" + key + "'}")).startsWith("refused: ");
    assertThat(call("search", "{'text':'secret'}")).isEqualTo("{'hits':[]}");
    assertThat(outside.resolve("x.ws.yaml")).exists();
    assertThat(top.resolve("made")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "a/b", "a\\nb", ".hidden", "con", "\u65e5\u672c\u8a9e", "a b"})
  void anyNameMakesASafeFile(String name) throws IOException {
    open("parley.yaml", "name: Shop\n");
    assertThat(call("create", "{'kind':'conversation','folder':'','name':'" + name + "'}"))
        .startsWith("{'path':'");
    try (Stream<Path> all = Files.list(opened.root())) {
      assertThat(all.map(one -> one.getFileName().toString()))
          .filteredOn(one -> one.endsWith(".ws.yaml"))
          .singleElement()
          .asString()
          .doesNotContain("/", "\n", " ")
          .doesNotStartWith(".");
    }
    assertThat(call("get", "{}")).endsWith("'errors':0,'warnings':0}}");
  }

  @Test
  void aNameWithoutALetterIsRefusedAndALongOneCut() throws IOException {
    open("parley.yaml", "name: Shop\n");
    assertThat(call("create", "{'kind':'folder','folder':'','name':'//..'}"))
        .startsWith("invalid: '//..' makes no name");
    var long_ = "\u65e5".repeat(300);
    assertThat(call("create", "{'kind':'mock','folder':'','name':'" + long_ + "'}"))
        .startsWith("{'path':'\u65e5");
  }

  @Test
  void aFolderThatMayNotBeWrittenToIsAClearRefusal() throws IOException {
    open("a.ws.yaml", "url: ws://h\n");
    Files.writeString(opened.root().resolve("file"), "x", StandardCharsets.UTF_8);
    assertThat(call("create", "{'kind':'conversation','folder':'file'}"))
        .startsWith("missing: There is no folder 'file'");
    assertThat(call("delete", "{'path':'gone.ws.yaml'}"))
        .isEqualTo("missing: 'gone.ws.yaml' is not there any more.");
    assertThat(call("delete", "{'path':'file'}")).startsWith("invalid: ");
    assertThat(call("delete", "{'path':''}")).startsWith("invalid: ");
  }

  @Test
  void anEnvironmentIsRenamedWithItsSecretsAndStaysChosen() throws IOException {
    open(
        "parley.yaml", "name: Shop\n",
        "environments/local.yaml", "variables: {}\n",
        "environments/live.yaml", "variables: {}\n",
        ".env.local", "A=b\n");
    assertThat(call("rename", "{'path':'environments/local.yaml','name':'Here'}"))
        .isEqualTo("{'path':'environments/Here.yaml'}");
    assertThat(opened.text(".env.Here")).isEqualTo("A=b\n");
    var shop = opened.folder().collectionAt(opened.root()).orElseThrow();
    assertThat(shop.environment().orElseThrow().name()).isEqualTo("Here");
  }

  @Test
  void aHostileCollectionIsShownAsFarAsItGoes() throws IOException {
    open("parley.yaml", "name: Shop\n", "a.ws.yaml", "url: ws://h\n");
    opened.write("huge.ws.yaml", "docs: " + "x".repeat(11 << 20));
    Files.write(opened.root().resolve("bytes.ws.yaml"), new byte[] {(byte) 0xff, 0, 1});
    Files.writeString(opened.root().resolve("new\nline.ws.yaml"), "url: ws://h\n");
    Files.createSymbolicLink(opened.root().resolve("loop"), opened.root());
    Files.createSymbolicLink(opened.root().resolve("out.ws.yaml"), Path.of("/etc/hostname"));
    var deep = opened.root();
    for (var depth = 0; depth < 60; depth++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("b.ws.yaml"), "url: ws://h\n");
    opened.folder().refresh();
    assertThat(call("get", "{}"))
        .contains("'path':'huge.ws.yaml','name':'huge','errors':1")
        .contains("'path':'bytes.ws.yaml','name':'bytes','errors':1")
        .contains("'path':'out.ws.yaml','name':'out','errors':1")
        .contains("'path':'new\\nline.ws.yaml'")
        .doesNotContain("'loop", "b.ws.yaml");
    assertThat(call("delete", "{'path':'huge.ws.yaml'}")).startsWith("{'undo':'");
    assertThat(call("delete", "{'path':'out.ws.yaml'}")).startsWith("refused: ");
  }

  @Test
  void aBrokenFileIsRenamedOnDiskAndElseLeftAsItIs() throws IOException {
    open("parley.yaml", "name: Shop\n", "a.ws.yaml", "url: [ # mine\n");
    assertThat(call("rename", "{'path':'a.ws.yaml','name':'b'}")).isEqualTo("{'path':'b.ws.yaml'}");
    assertThat(opened.text("b.ws.yaml")).isEqualTo("url: [ # mine\n");
  }
}
