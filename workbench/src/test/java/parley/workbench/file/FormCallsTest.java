package parley.workbench.file;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.workbench.file.FileRig.items;
import static parley.workbench.file.FileRig.text;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.model.value.Value;

/** What changes of forms make of a file, byte for byte. */
final class FormCallsTest {

  private static final String FILE =
      """
      # The feed
      url: wss://b.example
      headers:
        X-A: 'one'   # why
        X-B: two
      settings: { reconnect: true }
      messages:
        # greets
        - name: hello
          json: { op: hi, price: 1.10 }   # tree
        - name: raw
          json: |
            {"a":  1}
      steps:
        - connect:
        # waits
        - receive:
          where: { $.type: order }
      """;

  @TempDir private Path temp;
  private FileRig rig;

  @BeforeEach
  void open() throws IOException {
    rig = new FileRig(temp);
    rig.write("parley.yaml", "headers: { X-A: above, X-Team: t }\nsettings:\n  max-message: 1MB\n");
    rig.write("a.ws.yaml", FILE);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void rowsOwnAndInherited() {
    var file = rig.call("file.open", "{'path':'a.ws.yaml'}");
    var rows = items(file, "model", "tables", "headers");
    assertThat(rows)
        .extracting(row -> text(row, "name"))
        .containsExactly("X-A", "X-Team", "X-A", "X-B");
    assertThat(text(rows.get(0), "hidden")).isEqualTo("true");
    assertThat(text(rows.get(1), "from")).isEqualTo("parley.yaml:1");
    assertThat(text(rows.get(2), "at", 1)).isEqualTo("X-A");
  }

  @Test
  void aProxyIsAWordAUrlOrAMap() throws IOException {
    proxy("{'url':'none'}");
    says("X-B: two\n", "X-B: two\nproxy: none\n");
    proxy("{'url':'http://p:3128'}");
    says("X-B: two\n", "X-B: two\nproxy: http://p:3128\n");
    proxy("{'url':'socks5://p:1','except':'localhost, .corp'}");
    says("X-B: two\n", "X-B: two\nproxy: { url: socks5://p:1, except: [localhost, .corp] }\n");
    proxy("{'url':'https://p:1'}");
    says("X-B: two\n", "X-B: two\nproxy: { url: https://p:1 }\n");
    proxy("null");
    proxy("{'url':'https://p:1'}");
    set("proxy.tls.ca", "system");
    says("X-B: two\n", "X-B: two\nproxy: { url: https://p:1, tls: { ca: system } }\n");
    proxy("{'url':'https://q:1','username':'ann'}");
    says(
        "X-B: two\n",
        "X-B: two\nproxy: { url: https://q:1, username: ann, tls: { ca: system } }\n");
    var file = proxy("{'url':''}");
    var problem = items(file, "problems").getFirst();
    assertThat(text(problem, "column")).isEqualTo("16");
    assertThat(text(file, "model", "proxy", "places", 1, 1)).isEqualTo("15"); // its quote
    proxy("null");
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
  }

  private Value proxy(String value) {
    return rig.change("file.proxy", "a.ws.yaml", "'value':" + value);
  }

  @Test
  void aRowIsChangedSwitchedRenamedAndRemoved() throws IOException {
    row("'at':['headers','X-A'],'row':{'name':'X-A','value':'2','enabled':true}");
    says("X-A: 'one' ", "X-A: '2' ");
    row("'at':['headers','X-B'],'row':{'name':'X-B','value':'two','enabled':false}");
    says("X-B: two\n", "X-B: { value: two, enabled: false }\n");
    row("'at':['headers','X-A'],'row':{'name':'X-C','value':'one','enabled':true}");
    says("X-A: 'one' ", "X-C: 'one' ");
    row("'at':['headers','X-B'],'row':null");
    says("  X-B: two\n", "");
    row("'row':{'name':'Cookie','value':'a=b; c','enabled':true}");
    says("X-B: two\n", "X-B: two\n  Cookie: a=b; c\n");
  }

  @Test
  void aSecondRowOfANameMakesAList() throws IOException {
    row("'row':{'name':'X-B','value':'three','enabled':false}");
    says(
        "  X-A: 'one'   # why\n  X-B: two\n",
        """
          - { name: X-A, value: one }
          - { name: X-B, value: two }
          - { name: X-B, value: three, enabled: false }
        """);
  }

  private void row(String with) throws IOException {
    rig.write("a.ws.yaml", FILE);
    rig.change("file.row", "a.ws.yaml", "'table':'headers'," + with);
  }

  @Test
  void variablesAreJsonWhereTheyLookLikeIt() throws IOException {
    var rows = "'table':'variables','text':'n: 7\\nzip: \\u0022007\\u0022\\nwho=ann\\n# no\\n'";
    rig.change("file.paste", "a.ws.yaml", rows);
    says("messages:", "variables: { n: 7, zip: 007, who: ann }\nmessages:");
    rig.change(
        "file.row",
        "a.ws.yaml",
        "'table':'variables','row':{'name':'s','value':'\\u00225\\u0022','enabled':true}");
    assertThat(rig.text("a.ws.yaml")).contains("who: ann, s: \"5\" }");
    var file = rig.call("file.open", "{'path':'a.ws.yaml'}");
    assertThat(text(file, "model", "tables", "variables", 3, "value")).isEqualTo("\"5\"");
    assertThat(text(file, "model", "tables", "variables", 0, "value")).isEqualTo("7");
  }

  @Test
  void manyLinesArePastedOntoWhatIsThere() throws IOException {
    var lines = "X-B: new\\n// Off: 1\\nOrigin: https://a.example:1\\n";
    rig.change("file.paste", "a.ws.yaml", "'table':'headers','text':'" + lines + "'");
    says(
        "X-B: two\n",
        "X-B: new\n  Off: { value: \"1\", enabled: false }\n  Origin: https://a.example:1\n"
            .replace("\"1\"", "1"));
    rig.write("a.ws.yaml", FILE);
    rig.change("file.paste", "a.ws.yaml", "'table':'params','text':'?a=1%202&b=&a=3'");
    assertThat(rig.text("a.ws.yaml")).contains("\nparams:\n  - { name: a, value: 1 2 }\n");
  }

  @Test
  void aSettingIsSaidAndNoLongerSaid() throws IOException {
    set("reconnect.attempts", "3");
    says("{ reconnect: true }", "{ reconnect: { attempts: 3 } }");
    set("reconnect.attempts", null);
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
    set("ping.every", "20s");
    says("{ reconnect: true }", "{ reconnect: true, ping: { every: 20s } }");
    set("ping.every", null);
    set("tls.verify", "false");
    says("settings:", "tls: { verify: false }\nsettings:");
    set("tls.verify", null);
    set("compression.client-max-window-bits", "9");
    says("settings:", "compression: { client-max-window-bits: 9 }\nsettings:");
    set("compression", "false");
    says("settings:", "compression: false\nsettings:");
    var file = set("compression", null);
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
    assertThat(setting(file, "max-message", "value")).isEqualTo("1MB");
    assertThat(setting(file, "max-message", "from")).isEqualTo("parley.yaml:3");
    assertThat(setting(file, "reconnect", "own")).isEqualTo("true");
    assertThat(setting(file, "connect-timeout", "from")).isEqualTo("default");
  }

  private Value set(String name, String value) {
    var said = value == null ? "null" : "'" + value + "'";
    return rig.change("file.set", "a.ws.yaml", "'name':'" + name + "','value':" + said);
  }

  private static String setting(Value file, String name, String part) {
    return items(file, "model", "settings").stream()
        .filter(one -> text(one, "name").equals(name))
        .findFirst()
        .map(one -> text(one, part))
        .orElseThrow();
  }

  @Test
  void aSettingThatMakesNoSenseIsRefusedAsTheReaderWould() throws IOException {
    var wrong = rig.changeOf("a.ws.yaml", "'name':'connect-timeout','value':'5 seconds'");
    var refusal = rig.refusal("file.set", wrong);
    assertThat(refusal.text()).isEqualTo("`5 seconds` is not a duration from 1s to 300s.");
    assertThat(refusal.hintOrNull()).isEqualTo("write `5s`");
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
  }

  @Test
  void certificatesByHostAndAddressesAreRows() throws IOException {
    rig.write("parley.yaml", "settings:\n  resolve: { 'b.example:443': 127.0.0.1 }\n");
    var tls = "tls:\n  certificates:\n    - { hosts: ['*.a', b], pkcs12: me.p12 }\n";
    rig.write(
        "b.ws.yaml",
        "url: ws://x\n" + tls + "settings: { resolve: { 'a:1': ['::1', 1.2.3.4] } }\n");
    var file = rig.call("file.open", "{'path':'b.ws.yaml'}");
    var certificate = items(file, "model", "certificates", "rows").getFirst();
    assertThat(text(certificate, "hosts")).isEqualTo("*.a b");
    assertThat(text(certificate, "pkcs12")).isEqualTo("me.p12");
    assertThat(text(certificate, "at", 2)).isEqualTo("0");
    var rows = items(file, "model", "resolve");
    assertThat(rows).extracting(row -> text(row, "name")).containsExactly("b.example:443", "a:1");
    assertThat(text(rows.getFirst(), "from")).isEqualTo("parley.yaml:2");
    assertThat(text(rows.getLast(), "value")).isEqualTo("::1 1.2.3.4");
  }

  @Test
  void authIsSaidFieldByField() throws IOException {
    auth("'kind':'basic','value':{'username':'ann','password':'{{env.P}}'}");
    says("settings:", "auth: { basic: { username: ann, password: \"{{env.P}}\" } }\nsettings:");
    var file = auth("'kind':'basic','value':{'username':'bob','password':'{{env.P}}'}");
    says("settings:", "auth: { basic: { username: bob, password: \"{{env.P}}\" } }\nsettings:");
    assertThat(text(file, "model", "auth", "value", "username")).isEqualTo("bob");
    auth("'kind':'bearer','value':{'token':'t'}");
    says("settings:", "auth: { bearer: t }\nsettings:");
    auth("'kind':'api-key','value':{'name':'K','value':'v','in':'header'}");
    says("settings:", "auth: { api-key: { name: K, value: v } }\nsettings:");
    auth("'kind':null,'value':{}");
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
  }

  @Test
  void authIsWrittenAsAPersonWouldWhileItGrows() throws IOException {
    auth("'kind':'basic','value':{'username':'ann','password':''}");
    says("settings:", "auth: { basic: { username: ann, password: \"\" } }\nsettings:");
    var file = auth("'kind':'basic','value':{'username':'ann','password':'p'}");
    says("settings:", "auth: { basic: { username: ann, password: p } }\nsettings:");
    assertThat(text(file, "model", "auth", "places", "password", 0, 1)).isEqualTo("43");
    var words = "one two ".repeat(10) + "three";
    auth("'kind':'basic','value':{'username':'ann','password':'" + words + "'}");
    says("settings:", "auth:\n  basic:\n    username: ann\n    password: " + words + "\nsettings:");
  }

  private Value auth(String with) {
    return rig.change("file.auth", "a.ws.yaml", with);
  }

  @Test
  void aMessageKeepsHowItIsWritten() throws IOException {
    var file = rig.call("file.open", "{'path':'a.ws.yaml'}");
    assertThat(text(file, "model", "messages", 0, "content"))
        .isEqualTo("{\n  \"op\": \"hi\",\n  \"price\": 1.10\n}");
    assertThat(text(file, "model", "messages", 0, "tree")).isEqualTo("true");
    message(
        0,
        "'kind':'json','content':'{\\u0022op\\u0022:\\u0022ho\\u0022,\\u0022price\\u0022:1.10}','name':'hello'");
    says("{ op: hi, price: 1.10 }", "{ op: ho, price: 1.10 }");
    message(1, "'kind':'json','content':'{\\u0022a\\u0022:\\n2}','name':'raw'");
    says("json: |\n      {\"a\":  1}\n", "json: |-\n      {\"a\":\n      2}\n");
    message(1, "'kind':'hex','content':'00 ff','name':'raw','compress':false");
    says("json: |\n      {\"a\":  1}\n", "hex: 00 ff\n    compress: false\n");
  }

  @Test
  void jsonThatIsAValueOfTheFileStaysOne() throws IOException {
    message(0, json("{\n  'op': 'hi',\n  'price': 1.10\n}", "hello"));
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE);
    message(0, json("{ 'op': '{{op}}', 'n':\n 7 }", "hello"));
    says("{ op: hi, price: 1.10 }", "{ op: \"{{op}}\", n: 7 }");
    message(0, json("{ 'op': {{op}} }", "hello"));
    says("json: { op: hi, price: 1.10 }   # tree", "json: |-   # tree\n      { \"op\": {{op}} }");
    rig.write("a.ws.yaml", FILE);
    rig.change(
        "file.message",
        "a.ws.yaml",
        "'index':null,'message':{" + json("{\n  'n': '{{n}}' }", "new") + "}");
    says("1}\nsteps", "1}\n  - { name: new, json: { n: \"{{n}}\" } }\nsteps");
  }

  private static String json(String content, String name) {
    var written = content.replace("'", "\\u0022").replace("\n", "\\n");
    return "'kind':'json','tree':true,'content':'%s','name':'%s'".formatted(written, name);
  }

  private void message(int index, String draft) throws IOException {
    rig.write("a.ws.yaml", FILE);
    rig.change("file.message", "a.ws.yaml", "'index':" + index + ",'message':{" + draft + "}");
  }

  @Test
  void aNewMessageIsSavedByteForByte() throws IOException {
    var spaced = "'kind':'json','content':'{ \\u0022a\\u0022: 1 }','name':'new'";
    var file = rig.change("file.message", "a.ws.yaml", "'index':null,'message':{" + spaced + "}");
    assertThat(text(file, "index")).isEqualTo("2");
    says("1}\nsteps", "1}\n  - name: new\n    json: |-\n      { \"a\": 1 }\nsteps");
    rig.write("a.ws.yaml", FILE);
    var odd = "'kind':'text','content':'a\\u0000\\r\\n','name':'odd'";
    rig.change("file.message", "a.ws.yaml", "'index':null,'message':{" + odd + "}");
    says("1}\nsteps", "1}\n  - { name: odd, text: \"a\\u0000\\r\\n\" }\nsteps");
    rig.write("b.ws.yaml", "url: wss://b.example\n");
    rig.change(
        "file.message",
        "b.ws.yaml",
        "'index':null,'message':{'kind':'close','content':'1000 bye'}");
    assertThat(rig.text("b.ws.yaml"))
        .isEqualTo(
            """
            url: wss://b.example
            messages:
              - { name: message 1, close: { code: 1000, reason: bye } }
            """);
    rig.change("file.message", "b.ws.yaml", "'index':0,'message':null");
    assertThat(rig.text("b.ws.yaml")).isEqualTo("url: wss://b.example\n");
  }

  @Test
  void aStepIsWrittenAsItIs() throws IOException {
    step("'at':['steps',1],'insert':true,'text':'send: hello   # first\\nid: x\\n'");
    says(
        "- connect:\n",
        "- connect:\n    - send: hello   # first\n      id: x\n"
            .replace("    -", "  -")
            .replace("      id", "    id"));
    step("'at':['steps',1],'text':'receive:\\n# all\\ntake: all\\n'");
    says("- receive:\n    where: { $.type: order }\n", "- receive:\n    # all\n    take: all\n");
    step("'at':['steps',0],'text':null");
    says("  - connect:\n", "");
    var wrong = rig.changeOf("a.ws.yaml", "'at':['steps',0],'text':'send: {'");
    assertThat(rig.refusal("file.step", wrong).text()).startsWith("Line ");
  }

  private void step(String with) throws IOException {
    rig.write("a.ws.yaml", FILE);
    rig.change("file.step", "a.ws.yaml", with);
  }

  @Test
  void aValueOfAMessageIsAsserted() throws IOException {
    check("$.total");
    says(
        "where: { $.type: order }\n",
        "where: { $.type: order }\n    assert:\n      - $.total: 1.50\n");
    check("/items/0/a b");
    assertThat(rig.text("a.ws.yaml")).contains("$.total: 1.50", "items[0]['a b']");
    rig.write("b.ws.yaml", "url: wss://b.example\n");
    rig.change("file.assert", "b.ws.yaml", "'session':'s','position':0,'pointer':'$.note'");
    assertThat(rig.text("b.ws.yaml"))
        .isEqualTo(
            """
            url: wss://b.example
            steps:
              - receive:
                where: { $.type: order }
                assert:
                  - $.note: "5"
            """);
  }

  private void check(String pointer) {
    rig.change(
        "file.assert",
        "a.ws.yaml",
        "'session':'s','position':0,'pointer':'" + pointer.replace("'", "\\u0027") + "'");
  }

  private void says(String from, String to) throws IOException {
    assertThat(FILE).containsOnlyOnce(from);
    assertThat(rig.text("a.ws.yaml")).isEqualTo(FILE.replace(from, to));
  }
}
