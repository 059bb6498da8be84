package parley.workbench.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnvironmentCallsTest {

  private final Opened opened;

  EnvironmentCallsTest(@TempDir Path top) throws IOException {
    opened = new Opened(top);
    new EnvironmentCalls(opened.folder()).addTo(opened.calls, opened.pages);
    new SecretCalls(opened.folder()).addTo(opened.calls);
    new VariableCalls(opened.folder()).addTo(opened.calls);
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
    return opened.call(name, with);
  }

  @Test
  void eachCollectionHasItsOwnChosenEnvironmentAndItIsRemembered() throws IOException {
    open(
        "chat/parley.yaml", "name: Chat\n",
        "chat/environments/local.yaml", "variables: {}\n",
        "market/parley.yaml", "name: Market\n",
        "market/environments/local.yaml", "variables: {}\n",
        "market/environments/live.yaml", "variables: {}\n");
    assertThat(call("environment.list", "{}"))
        .isEqualTo(
            "{'all':["
                + "{'name':'local','path':'chat/environments/local.yaml','collection':'chat','chosen':true},"
                + "{'name':'live','path':'market/environments/live.yaml','collection':'market','chosen':false},"
                + "{'name':'local','path':'market/environments/local.yaml','collection':'market','chosen':true}],'mocks':[]}");
    assertThat(call("environment.choose", "{'collection':'market','name':'live'}"))
        .contains(
            "'name':'live','path':'market/environments/live.yaml','collection':'market','chosen':true");
    assertThat(call("environment.choose", "{'collection':'chat','name':null}"))
        .contains("'collection':'chat','chosen':false");
    assertThat(opened.events).contains("environments");
    var again = new Choices(opened.state().resolve("environments.json"));
    var market = opened.folder().collectionAt(opened.root().resolve("market")).orElseThrow();
    assertThat(again.in(market).environment().orElseThrow().name()).isEqualTo("live");
    assertThat(call("environment.choose", "{'collection':'market','name':'liv'}"))
        .isEqualTo("missing: There is no environment liv.");
    assertThat(call("environment.choose", "{'collection':'nowhere','name':null}"))
        .isEqualTo("missing: The folder 'nowhere' is no collection.");
  }

  @Test
  void aMockRunsWithItsEnvironmentAndIsStoppedAndStarted() throws IOException {
    open(
        "environments/local.yaml",
            "mock: ../m.mock.yaml\nvariables: { base: \"{{mock.url}}/a\" }\n",
        "m.mock.yaml", "paths: { /: {} }\n",
        "a.ws.yaml", "url: \"{{base}}\"\n");
    assertThat(call("environment.list", "{}"))
        .contains("'mock':{'path':'m.mock.yaml','state':'running','url':'ws://127.0.0.1:");
    assertThat(call("variables.get", "{'key':'a.ws.yaml'}"))
        .containsPattern(
            "'name':'base','value':'ws://127.0.0.1:\\d+/a','from':'environments/local");
    assertThat(call("mock.stop", "{'path':'m.mock.yaml'}"))
        .isEqualTo("{'mock':{'path':'m.mock.yaml','state':'stopped','connections':0}}");
    assertThat(call("variables.get", "{'key':'a.ws.yaml'}"))
        .contains(
            "{'name':'mock.url','from':'the environment\\u0027s mock'}".replace("\\u0027", "'"));
    assertThat(call("mock.start", "{'path':'m.mock.yaml'}")).contains("'state':'running'");
    assertThat(call("environment.list", "{}"))
        .contains("'mocks':[{'path':'m.mock.yaml','state':'running'");
    assertThat(call("mock.start", "{'path':'a.ws.yaml'}"))
        .isEqualTo("missing: There is no mock a.ws.yaml.");
  }

  @Test
  void aMockWithAClientIsStoppedAtOnce() throws Exception {
    open(
        "environments/local.yaml", "mock: ../m.mock.yaml\n",
        "m.mock.yaml", "paths: { /: {} }\n");
    var url = call("environment.list", "{}").replaceAll(".*'url':'([^']*)'.*", "$1");
    try (var browser = HttpClient.newHttpClient()) {
      var none = new WebSocket.Listener() {};
      browser.newWebSocketBuilder().buildAsync(URI.create(url + "/"), none).join();
      var stopping =
          CompletableFuture.supplyAsync(() -> call("mock.stop", "{'path':'m.mock.yaml'}"));
      assertThat(stopping.get(4, TimeUnit.SECONDS)) // less than the close timeout
          .contains("'state':'stopped','connections':0");
      browser.shutdownNow();
    }
  }

  @Test
  void environmentsThatShareAMockShareItsAddress() throws IOException {
    open(
        "environments/local.yaml", "mock: ../m.mock.yaml\nvariables: { greeting: hi }\n",
        "environments/other.yaml", "mock: ../m.mock.yaml\nvariables: { greeting: hello }\n",
        "m.mock.yaml", "paths: { /: { on-connect: [ { send: { text: hi } } ] } }\n");
    var before = call("environment.list", "{}").replaceAll(".*'url':'([^']*)'.*", "$1");
    assertThat(call("environment.choose", "{'collection':'','name':'other'}"))
        .contains("'state':'running','url':'" + before + "'");
  }

  @Test
  void aMockThatCannotStartSaysWhy() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      open(
          "environments/local.yaml",
          "mock: ../m.mock.yaml\n",
          "m.mock.yaml",
          "listen: { port: " + taken.getLocalPort() + " }\npaths: { /: {} }\n");
      assertThat(call("environment.list", "{}"))
          .contains("'state':'failed','text':'the mock ")
          .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
    open("m.mock.yaml", "paths: [\n");
    assertThat(call("environment.list", "{}")).contains("'state':'failed'");
    open("m.mock.yaml", "paths: { /: {} }\n");
    assertThat(call("environment.list", "{}")).contains("'state':'running'");
  }

  @Test
  void anEnvironmentOpensWithWhatItInheritsAndMaskedSecrets() throws IOException {
    open(
        "parley.yaml", "variables: { base: ws://a, room: main }\n",
        "environments/local.yaml", "# here\nvariables:\n  base: ws://b\n  list: [1, \"2\"]\n",
        ".env", "TOKEN=general\nOTHER=abc\n",
        ".env.local", "TOKEN=special\n");
    assertThat(call("environment.open", "{'collection':'','name':'local'}"))
        .isEqualTo(
            "{'variables':["
                + "{'name':'base','value':'ws://b','enabled':true,'at':['variables','base']},{'name':'list','value':'[1,"
                + " \\'2\\']','enabled':true,'at':['variables','list']},"
                + "{'name':'base','value':'ws://a','enabled':true,'from':'parley.yaml:1','hidden':true},"
                + "{'name':'room','value':'main','enabled':true,'from':'parley.yaml:1','hidden':false}],"
                + "'secrets':["
                + "{'name':'TOKEN','value':'••••••••','enabled':true,'secret':true,'from':'.env.local:1','hidden':false},"
                + "{'name':'TOKEN','value':'••••••••','enabled':true,'secret':true,'from':'.env:1','hidden':true},"
                + "{'name':'OTHER','value':'••••••••','enabled':true,'secret':true,'from':'.env:2','hidden':false}],'text':'#"
                + " here\\nvariables:\\n"
                + "  base: ws://b\\n"
                + "  list: [1, \\'2\\']','path':'environments/local.yaml','problems':[]}");
    assertThat(call("environment.open", "{'collection':'','name':null}"))
        .contains("'name':'room'", "'path':'parley.yaml'")
        .doesNotContain("general", "special", "abc");
  }

  @Test
  void aBrokenEnvironmentOpensWithItsProblems() throws IOException {
    open("environments/local.yaml", "variables: { a: 1 }\nurll: x\n");
    assertThat(call("environment.open", "{'collection':'','name':'local'}"))
        .contains("'name':'a'")
        .contains(
            "'path':'environments/local.yaml','line':2,'column':1,'length':4,'severity':'error'");
  }

  @Test
  void secretsAreWrittenInTheirOwnLineAndReadableByTheOwnerOnly() throws IOException {
    open("parley.yaml", "name: Shop\n", "environments/local.yaml", "variables: {}\n");
    assertThat(call("secret.put", "{'collection':'','environment':null,'name':'A','value':'x y'}"))
        .isEqualTo("{}");
    assertThat(opened.text(".env")).isEqualTo("A='x y'\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(env())))
        .isEqualTo("rw-------");
    assertThat(opened.text(".gitignore")).isEqualTo(".env\n.env.*\n");
    opened.write(".env", "# mine\nexport A=old # why\r\nB=2\nno newline=");
    call("secret.put", "{'collection':'','environment':null,'name':'A','value':'new'}");
    assertThat(opened.text(".env")).isEqualTo("# mine\nexport A=new # why\r\nB=2\nno newline=");
    call("secret.put", "{'collection':'','environment':'local','name':'T','value':'a\\nb'}");
    assertThat(opened.text(".env.local")).isEqualTo("T=\"a\\nb\"\n");
    assertThat(call("secret.reveal", "{'collection':'','environment':'local','name':'T'}"))
        .isEqualTo("{'value':'a\\nb'}");
    assertThat(call("secret.remove", "{'collection':'','environment':null,'name':'A'}"))
        .isEqualTo("{}");
    assertThat(opened.text(".env")).isEqualTo("# mine\nB=2\nno newline=");
    assertThat(call("secret.remove", "{'collection':'','environment':'local','name':'B'}"))
        .isEqualTo("missing: There is no secret B in .env.local.");
    assertThat(call("secret.put", "{'collection':'','environment':null,'name':'a b','value':''}"))
        .startsWith("invalid: 'a b' is no name");
  }

  private Path env() {
    return opened.root().resolve(".env");
  }

  @Test
  void everyNameInScopeSaysWhereItComesFrom() throws IOException {
    open(
        "parley.yaml",
        "variables: { base: ws://a, room: main }\n",
        "orders/folder.yaml",
        "variables: { room: orders }\n",
        "environments/local.yaml",
        "variables: { api-token: abc }\n",
        ".env",
        "SECRET=hidden\n",
        "rows.csv",
        "user\nann\n",
        "orders/a.ws.yaml",
        """
        url: "{{base}}/{{room}}"
        variables: { whole: "{{base}}/{{room}}/{{SECRET}}" }
        data: { csv: ../rows.csv }
        steps:
          - receive:
            extract: { id: $.id }
          - set: { later: 1 }
        """);
    assertThat(call("variables.get", "{'key':'orders/a.ws.yaml'}"))
        .startsWith(
            "{'variables':[{'name':'base','value':'ws://a','from':'parley.yaml:1'},"
                + "{'name':'room','value':'orders','from':'orders/folder.yaml:1'},"
                + "{'name':'api-token','value':'••••••••','secret':true,'from':'environments/local.yaml:1'},"
                + "{'name':'SECRET','value':'••••••••','secret':true,'from':'.env:1'},"
                + "{'name':'whole','value':'ws://a/orders/{{SECRET}}','from':'orders/a.ws.yaml:2'},{'name':'user','value':'ann','from':'the"
                + " first row of data'},{'name':'id','from':'a step'},{'name':'later','from':'a"
                + " step'},"
                + "{'name':'env.SECRET','value':'••••••••','secret':true,'from':'.env:1'},{'name':'env.HOME','value':'••••••••','secret':true,'from':'the"
                + " process'}],'dynamic':['$guid',")
        .doesNotContain("hidden");
    assertThat(call("variables.get", "{'key':'scratch:1'}"))
        .as("what inherits nothing")
        .doesNotContain("'name':'base'");
    assertThat(call("variables.get", "{'key':'../x'}")).startsWith("refused: ");
    open("orders/a.ws.yaml", "url: [\n");
    assertThat(call("variables.get", "{'key':'orders/a.ws.yaml'}")).contains("'value':'orders'");
  }

  @Test
  void valuesThatNameEachOtherManyTimesAreNotFilledInForEver() throws IOException {
    var variables = new StringBuilder("variables:\n  first: \"{{v0}}!\"\n  round: \"{{round}}\"\n");
    for (var number = 0; number < 50; number++) {
      var next = "{{v" + (number + 1) + "}}";
      variables.append("  v%d: \"%s\"\n".formatted(number, next.repeat(number < 40 ? 1 : 500)));
    }
    open("parley.yaml", variables.append("  v50: x\n").toString());
    assertThat(call("variables.get", "{'key':''}"))
        .contains("{'name':'v49','value':'" + "x".repeat(500) + "'")
        .contains("{'name':'round','value':'{{round}}'")
        .hasSizeLessThan(1_000_000);
  }
}
