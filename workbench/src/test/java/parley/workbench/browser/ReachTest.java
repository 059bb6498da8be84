package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;
import parley.transport.listen.ServerIdentity;

/**
 * What stands between a person and a server: each form writes the file, and what is there answers.
 */
@InBrowser
final class ReachTest {

  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static EchoServer echo() throws IOException {
    return EchoServer.open(EchoSpec.of(ListenSpec.at(LOOPBACK).build()));
  }

  private static Rig feed(Rig rig, String url) {
    return rig.file("parley.yaml", "name: Shop\n").file("feed.ws.yaml", "url: " + url + "\n");
  }

  private static void open(Rig rig, String tab) {
    rig.open();
    rig.treeItem("feed").click();
    show(rig, tab);
  }

  private static void show(Rig rig, String tab) {
    rig.press("Control+k");
    rig.type("Show " + tab);
    rig.press("Enter");
    assertThat(rig.tab(tab)).hasAttribute("aria-selected", "true");
  }

  private static void fill(Rig rig, String name, String text) {
    rig.named(AriaRole.TEXTBOX, name).click();
    rig.press("Control+a");
    rig.type(text);
    rig.press("Escape");
    rig.press("Enter");
  }

  private static void choose(Rig rig, String name, String option) {
    rig.named(AriaRole.COMBOBOX, name).selectOption(option);
  }

  private static Locator state(Rig rig) {
    return rig.page().locator("parley-connection-state");
  }

  private static Locator foot(Rig rig) {
    return rig.page().getByRole(AriaRole.CONTENTINFO);
  }

  @Test
  void aProxyIsTypedRefusesAndLetsThrough(Rig rig) throws IOException {
    try (var server = echo();
        var proxy = new TestProxy("ann", "right")) {
      feed(rig, "ws://127.0.0.1:" + server.address().getPort() + "/")
          .process(Map.of("http_proxy", "http://proxy.corp:3128"));
      open(rig, "Proxy");
      assertThat(rig.page().getByText("it is this machine. Others go through")).isVisible();
      choose(rig, "Proxy", "http");
      fill(rig, "Host", "127.0.0.1");
      fill(rig, "Port", String.valueOf(proxy.port()));
      fill(rig, "User", "ann");
      fill(rig, "Password", "wrong");
      assertThat(rig.page().getByText("is reached through")).isVisible();
      rig.press("F5");
      var answer = rig.page().locator("section[aria-label=Proxy]");
      assertThat(answer).containsText("407 Proxy Authentication Required");
      assertThat(answer).containsText("Ask the helpdesk");
      fill(rig, "Password", "right");
      rig.button("Move it to .env").click();
      assertThat(rig.button("Move it to .env")).hasCount(0);
      rig.press("F5");
      assertThat(state(rig)).containsText("Connected");
      assertThat(foot(rig)).containsText("via proxy 127.0.0.1:" + proxy.port());
      assertThat(rig.read("feed.ws.yaml"))
          .contains("url: http://127.0.0.1:" + proxy.port())
          .contains("username: ann")
          .contains("password: \"{{env.PROXY_PASSWORD}}\"");
      assertThat(rig.read(".env")).contains("PROXY_PASSWORD=right");
      Accessibility.check(rig.page());
      rig.shot("proxy");
    }
  }

  @Test
  void aTokenIsRefusedFetchedAndUsed(Rig rig) throws IOException {
    var tokens = HttpServer.create(LOOPBACK, 0);
    tokens.createContext("/token", ReachTest::token);
    tokens.start();
    try (var server = echo()) {
      feed(rig, "ws://127.0.0.1:" + server.address().getPort() + "/");
      open(rig, "Auth");
      choose(rig, "Type", "oauth2");
      fill(rig, "Token URL", "http://127.0.0.1:" + tokens.getAddress().getPort() + "/token");
      fill(rig, "Client ID", "ann");
      fill(rig, "Client secret", "wrong");
      rig.button("Fetch a token now").click();
      assertThat(rig.page().getByText("invalid_client").first()).isVisible();
      assertThat(rig.page().getByText("\"hint\": \"no such client\"")).isVisible();
      fill(rig, "Client secret", "right");
      rig.button("Fetch a token now").click();
      assertThat(rig.page().getByText("The next connection uses it.")).isVisible();
      rig.press("F5");
      assertThat(state(rig)).containsText("Connected");
      assertThat(foot(rig)).containsText("token expires");
      Accessibility.check(rig.page());
    } finally {
      tokens.stop(0);
    }
  }

  private static void token(HttpExchange exchange) throws IOException {
    try (exchange) {
      var right =
          "Basic YW5uOnJpZ2h0".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      var body =
          right
              ? "{\"access_token\":\"t0ken\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
              : "{\"error\":\"invalid_client\",\"hint\":\"no such client\"}";
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(right ? 200 : 401, body.length());
      exchange.getResponseBody().write(body.getBytes(UTF_8));
    }
  }

  @Test
  void anAuthorityIsChosenAmongTheFilesAndTrusted(Rig rig) throws IOException {
    var identity = ServerIdentity.forLocalhost();
    var spec = ListenSpec.at(LOOPBACK).tls(identity).build();
    try (var server = EchoServer.open(EchoSpec.of(spec))) {
      feed(rig, "wss://127.0.0.1:" + server.address().getPort() + "/");
      Files.writeString(rig.folder().resolve("ca.pem"), identity.toPem());
      open(rig, "TLS");
      rig.press("F5");
      assertThat(rig.page().getByText("Failed while agreeing on TLS")).isVisible();
      fill(rig, "Key log", "keys.log");
      fill(rig, "Pin", "nothing.pem");
      var pin = rig.page().locator("[data-setting='tls.pin']");
      assertThat(pin.getByRole(AriaRole.ALERT)).containsText("o file at nothing.pem");
      pin.getByRole(AriaRole.BUTTON).click();
      rig.named(AriaRole.TEXTBOX, "CA").first().click();
      rig.type("ca");
      rig.page().locator(".cm-tooltip-autocomplete").getByText("ca.pem").click();
      rig.press("Enter");
      assertThat(rig.button("Reset")).hasCount(2);
      rig.press("F5");
      assertThat(state(rig)).containsText("Connected");
      assertThat(rig.read("feed.ws.yaml")).contains("tls: { ca: ca.pem, key-log: keys.log }");
      assertThat(rig.read("keys.log")).contains("SERVER_TRAFFIC_SECRET_0");
      Accessibility.check(rig.page());
    }
  }

  @Test
  void aLostConnectionIsTriedAgainInARowThatSaysWhatCameOfIt(Rig rig) {
    rig.mock(
        """
        paths:
          /feed:
            accept: { headers: { Set-Cookie: sid=abc; Path=/; HttpOnly } }
            on-message: [ { where: { text: die }, steps: [ { reset: } ] } ]
        """);
    rig.file("parley.yaml", "name: Shop\n")
        .file(
            "feed.ws.yaml",
            """
            name: Prices
            url: "{{base}}/feed"
            settings: { reconnect: { attempts: 2, backoff: 1s..1s } }
            messages: [ { name: die, text: die } ]
            """);
    rig.open();
    rig.treeItem("Prices").click();
    show(rig, "Cookies");
    rig.press("F5");
    assertThat(state(rig)).containsText("Connected");
    var kept = rig.named(AriaRole.LIST, "Kept cookies");
    assertThat(kept).containsText("sid=abc");
    assertThat(kept).containsText("HttpOnly");
    rig.button("Send").first().click();
    var row = rig.page().getByRole(AriaRole.ROW).filter(having("try 1 of 2"));
    assertThat(row).containsText("connected");
    assertThat(rig.page().getByText("Cookie").last()).isVisible();
    rig.button("Delete sid").click();
    assertThat(kept).not().containsText("sid=abc");
    Accessibility.check(rig.page());
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
