package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/** Connecting, sending and running steps from where they are asked for, against a mock. */
@InBrowser
final class TalkingTest {

  private static final String MOCK =
      """
      paths:
        /feed:
          on-message:
            - where: { $.op: subscribe }
              steps: [ { send: { json: { type: ack } } } ]
        /orders:
          reject: [ { when: request.headers.origin == '', status: 403 } ]
      """;

  private static final String FEED =
      """
      name: Feed
      url: "{{mock.url}}/feed"
      messages:
        - name: subscribe
          json: { op: subscribe }
      steps:
        - send: subscribe
        - receive:
          id: ack
          assert: [ { $.type: nack } ]
      """;

  private static Rig feed(Rig rig) {
    rig.file("parley.yaml", "name: Shop\n")
        .file("shop.mock.yaml", MOCK)
        .file("environments/local.yaml", "mock: ../shop.mock.yaml\n")
        .file("feed.ws.yaml", FEED)
        .open();
    rig.treeItem("Feed").click();
    assertThat(rig.button("env: local")).isVisible();
    return rig;
  }

  private static Locator state(Rig rig) {
    return rig.page().locator("parley-connection-state");
  }

  private static Locator message(Rig rig) {
    return rig.page()
        .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true));
  }

  @Test
  void f5ConnectsAndF6EndsItAndTheReasonIsSaid(Rig rig) {
    feed(rig).press("F5");
    assertThat(state(rig)).containsText(Pattern.compile("Connected 00:00:\\d\\d"));
    rig.reload();
    assertThat(state(rig)).containsText("Connected");
    rig.press("F6");
    assertThat(state(rig)).containsText("Closed 1000");
    assertThat(state(rig)).containsText("by the client");
  }

  @Test
  void sendingConnectsFirstAndGoesOnEverySoOftenUntilItIsStopped(Rig rig) {
    message(feed(rig)).click();
    rig.press("Control+Enter");
    assertThat(state(rig)).containsText("Connected");
    assertThat(rig.page().getByText("{\"type\":\"ack\"}").first()).isVisible();
    rig.button("More ways to send").click();
    rig.named(AriaRole.MENUITEM, "Every…").click();
    rig.page().getByLabel("Seconds between two").fill("0.05");
    rig.press("Enter");
    var repeating = rig.page().locator("parley-composer").getByRole(AriaRole.STATUS);
    assertThat(repeating)
        .containsText(Pattern.compile("Sending subscribe every 0.05 s, ([3-9]|\\d\\d+) sent"));
    rig.button("Stop").click();
    assertThat(repeating).hasCount(0);
  }

  @Test
  void whatIsLostSaysWhyTheAdviceMendsItAndItIsSentAgain(Rig rig) {
    rig.file("orders.ws.yaml", "name: Orders\nurl: \"{{mock.url}}/orders\"\n");
    feed(rig).treeItem("Orders").click();
    rig.named(AriaRole.RADIO, "Text").click();
    message(rig).click();
    rig.type("two of them");
    rig.press("Control+Enter");
    var lost = rig.page().getByRole(AriaRole.ROW).filter(having("lost: "));
    assertThat(lost).containsText("two of them");
    rig.named(AriaRole.BUTTON, "Write headers: { Origin: http://127.0.0.1").first().click();
    assertThat(rig.page().getByText("Written; connect again to try it.")).isVisible();
    org.assertj.core.api.Assertions.assertThat(rig.read("orders.ws.yaml"))
        .contains("headers: { Origin: http://127.0.0.1:");
    rig.press("F5");
    assertThat(state(rig)).containsText("Connected");
    lost.click();
    rig.button("Send again").click();
    assertThat(rig.page().getByRole(AriaRole.ROW).filter(having("two of them"))).hasCount(2);
  }

  @Test
  void anAddressIsTalkedToUnderItsNameUntilItIsSaved(Rig rig) throws IOException {
    var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var server = EchoServer.open(EchoSpec.of(ListenSpec.at(at).build()))) {
      var address = "127.0.0.1:" + server.address().getPort() + "/rooms/chat";
      feed(rig).press("Alt+n");
      assertThat(rig.tab("Scratch 1")).isVisible();
      rig.press("F4");
      assertThat(rig.named(AriaRole.TEXTBOX, "Address")).isFocused();
      rig.type("ws://" + address);
      rig.press("F5");
      assertThat(state(rig)).containsText("Connected");
      assertThat(rig.tab(address)).isVisible();
      rig.press("Control+s");
      assertThat(rig.page().getByPlaceholder("Ticker stream")).hasValue("chat");
      rig.press("Enter");
      assertThat(rig.tab("chat")).isVisible();
      assertThat(rig.treeItem("chat")).isVisible();
      assertThat(state(rig)).containsText("Connected");
    }
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void stepsRunByCtrlEnterAndSayInPlaceWhatFailed(Rig rig) {
    feed(rig).tab("Steps").click();
    rig.press("Control+Enter");
    var step =
        rig.page()
            .getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(Pattern.compile("^receive.*failed$")));
    step.click();
    var detail = rig.page().locator("parley-step-detail");
    assertThat(detail).containsText("nack");
    assertThat(detail.getByText("\"ack\"", new Locator.GetByTextOptions().setExact(true)))
        .isVisible();
    rig.shot("steps");
  }
}
