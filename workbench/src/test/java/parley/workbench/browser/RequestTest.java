package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What is asked of the server: tables, forms, docs; each change stands in the file at once. */
@InBrowser
final class RequestTest {

  private static final String FEED =
      """
      # Kept as it is.
      name: Feed
      url: "{{base}}/feed/:shop?room={{rooom}}"
      headers:
        X-Client: parley
      variables: { base: "ws://127.0.0.1:1", room: main }
      """;

  private static Rig feed(Rig rig) {
    rig.file("parley.yaml", "name: Shop\nheaders: { X-Team: orders }\n")
        .file("feed.ws.yaml", FEED)
        .open();
    rig.treeItem("Feed").click();
    return rig;
  }

  private static Locator field(Rig rig, String name) {
    return rig.named(AriaRole.TEXTBOX, name);
  }

  @Test
  void aHeaderIsTypedSwitchedOffAndTakenBack(Rig rig) {
    feed(rig).tab("Headers").click();
    field(rig, "Name of new header").click();
    rig.type("Origin");
    rig.press("Escape");
    field(rig, "Value of new header").click();
    rig.type("null");
    rig.press("Escape");
    rig.press("Enter");
    assertThat(field(rig, "Value of header Origin")).hasText("null");
    assertThat(rig.read("feed.ws.yaml")).startsWith("# Kept").contains("  Origin: null\n");
    rig.named(AriaRole.SWITCH, "Send X-Client").click();
    assertThat(rig.named(AriaRole.SWITCH, "Send X-Client")).hasAttribute("aria-checked", "false");
    rig.button("Undo").first().click();
    rig.button("Undo").first().click();
    assertThat(field(rig, "Value of header Origin")).hasCount(0);
    assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED);
  }

  @Test
  void anInheritedHeaderSaysWhereItIsFromAndIsOverriddenByTyping(Rig rig) {
    feed(rig).tab("Headers").click();
    assertThat(rig.page().getByText("from parley.yaml:2")).isVisible();
    field(rig, "Value of header X-Team").click();
    rig.press("Control+a");
    rig.type("mine");
    rig.press("Enter");
    assertThat(rig.page().getByText("overridden, was from parley.yaml:2")).isVisible();
    assertThat(rig.read("feed.ws.yaml")).contains("  X-Team: mine\n");
  }

  @Test
  void linesThatArePastedBecomeRowsThatAreDragged(Rig rig) {
    feed(rig).tab("Headers").click();
    rig.page().evaluate("() => navigator.clipboard.writeText('A: 1\\nB: two\\n')");
    field(rig, "Name of new header").click();
    rig.press("Control+v");
    assertThat(field(rig, "Value of header B")).hasText("two");
    assertThat(rig.read("feed.ws.yaml")).contains("  A: 1\n").contains("  B: two\n");
    drag(rig, "header B", "header X-Client");
    assertThat(rig.page().locator(".line-above")).hasAccessibleName("header X-Client");
    rig.press("Escape");
    rig.page().mouse().up();
    assertThat(rig.page().locator(".line-above")).hasCount(0);
    assertThat(rig.read("feed.ws.yaml")).contains("  X-Client: parley\n  A: 1\n  B: two\n");
    drag(rig, "header B", "header X-Client");
    rig.page().mouse().up();
    assertThat(rig.button("Undo").first()).isEnabled();
    assertThat(rows(rig).last()).hasAccessibleName("header A");
    assertThat(rig.read("feed.ws.yaml")).contains("  B: two\n  X-Client: parley\n  A: 1\n");
  }

  private static Locator rows(Rig rig) {
    return rig.page().locator("parley-row-table .row.own[aria-label^='header']");
  }

  /** Holds a row over the upper half of another one. */
  private static void drag(Rig rig, String from, String to) {
    rig.named(AriaRole.GROUP, from).hover();
    rig.named(AriaRole.GROUP, from).locator(".grip").hover();
    rig.page().mouse().down();
    var top = new Locator.HoverOptions().setPosition(120, 3);
    rig.named(AriaRole.GROUP, to).hover(top);
  }

  @Test
  void theAddressMarksWhatNothingBringsAndSaysValues(Rig rig) {
    feed(rig);
    assertThat(rig.page().locator(".cm-unknown")).hasText("{{rooom}}");
    rig.page().locator(".cm-unknown").hover();
    assertThat(rig.page().locator(".cm-variable-value").getByText("Did you mean room?"))
        .isVisible();
    rig.page().locator("parley-address-bar .cm-variable").first().hover();
    assertThat(rig.page().locator(".cm-variable-value b")).hasText("ws://127.0.0.1:1");
    rig.press("F4");
    assertThat(field(rig, "Address")).isFocused();
    rig.tab("Params").click();
    assertThat(field(rig, "Value of path parameter shop")).isVisible();
  }

  @Test
  void aWrongSettingIsRefusedWithTheReadersOwnSentence(Rig rig) {
    feed(rig);
    rig.button("All tabs").click();
    rig.named(AriaRole.MENUITEMRADIO, "Settings").click();
    field(rig, "Connect timeout").click();
    rig.type("soon");
    rig.press("Enter");
    assertThat(rig.page().getByRole(AriaRole.ALERT).first()).containsText("soon");
    assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED);
    rig.press("Control+a");
    rig.type("12s");
    rig.press("Enter");
    assertThat(rig.button("Reset")).isVisible();
    assertThat(rig.read("feed.ws.yaml")).contains("connect-timeout: 12s");
    Accessibility.check(rig.page());
  }

  @Test
  void docsAreReadWithoutAnyScript(Rig rig) {
    feed(rig);
    rig.button("All tabs").click();
    rig.named(AriaRole.MENUITEMRADIO, "Docs").click();
    rig.button("Write docs").click();
    rig.type("# The feed\n<img src=x onerror=alert(1)>");
    rig.button("Read").click();
    assertThat(rig.named(AriaRole.HEADING, "The feed")).isVisible();
    assertThat(rig.page().getByText("<img src=x onerror=alert(1)>")).isVisible();
    assertThat(rig.read("feed.ws.yaml")).contains("docs:");
  }
}
