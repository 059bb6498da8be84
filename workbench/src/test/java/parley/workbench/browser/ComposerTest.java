package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The composer: saved messages, their layout, what will be sent, and drafts. */
@InBrowser
final class ComposerTest {

  private static final String FEED =
      """
      name: Feed
      url: ws://127.0.0.1:1/feed
      variables: { room: main }
      messages:
        - name: subscribe
          json: |
            {"op":"subscribe","room":"{{room}}","id":12345678901234567890,"price":1.10}
        - name: order
          json: { op: order, rooms: [main, "{{room}}"], price: 1.10 }
        - name: leave
          close: { code: 1000, reason: bye }
      """;

  private static Rig feed(Rig rig) {
    rig.file("feed.ws.yaml", FEED).open();
    rig.treeItem("Feed").click();
    return rig;
  }

  private static Locator message(Rig rig) {
    return rig.page()
        .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true));
  }

  @Test
  void layingOutKeepsNumbersAsTheyAreWritten(Rig rig) {
    feed(rig).button("Format").last().click();
    assertThat(message(rig)).containsText("\"id\": 12345678901234567890,");
    assertThat(message(rig)).containsText("\"price\": 1.10");
    rig.button("Minify").click();
    rig.press("Control+s");
    assertThat(rig.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("not saved")))
        .hasCount(0);
    assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED);
  }

  @Test
  void thePreviewShowsWhatGoesOutByteForByte(Rig rig) {
    preview(feed(rig)).click();
    assertThat(rig.page().getByLabel("Text that will be sent")).containsText("\"room\":\"main\"");
    rig.button("Hex").last().click();
    assertThat(rig.page().getByLabel("Bytes that will be sent")).containsText("7b 22 6f 70 22");
  }

  @Test
  void whatIsYamlInTheFileIsLaidOutToBeReadAndGoesOutCompact(Rig rig) {
    feed(rig).tab("order").click();
    assertThat(message(rig)).containsText("  \"rooms\": [\"main\", \"{{room}}\"],");
    assertThat(preview(rig)).containsText("51 B");
    preview(rig).click();
    assertThat(rig.page().getByLabel("Text that will be sent"))
        .hasText("{\"op\":\"order\",\"rooms\":[\"main\",\"main\"],\"price\":1.10}");
    rig.button("Compact").click();
    assertThat(rig.page().getByLabel("Text that will be sent")).containsText("  \"price\": 1.10");
    rig.button("More ways to send").click();
    rig.named(AriaRole.MENUITEMRADIO, "Compact").click();
    assertThat(rig.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("not saved")))
        .hasCount(0);
  }

  private static Locator preview(Rig rig) {
    return rig.page().getByTitle("Show what will be sent, byte for byte");
  }

  @Test
  void aNewMessageOutlivesAReloadAndIsSavedUnderAName(Rig rig) {
    feed(rig).button("New message").first().click();
    message(rig).click();
    rig.type("{\"op\": \"hello");
    rig.reload();
    assertThat(message(rig)).containsText("hello");
    message(rig).click();
    rig.press("Control+s");
    rig.type("greet");
    rig.press("Enter");
    assertThat(rig.tab("greet")).isVisible();
    assertThat(rig.read("feed.ws.yaml")).startsWith(FEED).contains("- name: greet");
  }

  @Test
  void f2RenamesAMessageAndKindsHaveFormsOfTheirOwn(Rig rig) {
    feed(rig).tab("leave").click();
    assertThat(rig.page().getByLabel("Close code", new Page.GetByLabelOptions().setExact(true)))
        .hasValue("1000");
    rig.press("F2");
    rig.type("bye");
    rig.press("Enter");
    assertThat(rig.tab("bye")).isVisible();
    assertThat(rig.read("feed.ws.yaml")).contains("- name: bye\n");
    Accessibility.check(rig.page());
  }
}
