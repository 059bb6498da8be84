package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's frame: tabs, panes, palette, theme, keys. */
@InBrowser
final class FrameTest {

  private static Rig shop(Rig rig) {
    rig.file("parley.yaml", "name: Shop\n")
        .file("feed.ws.yaml", "name: Feed\nurl: ws://127.0.0.1:1/feed\n")
        .file("book.ws.yaml", "name: Book\nurl: ws://127.0.0.1:1/book\n");
    rig.open();
    return rig;
  }

  @Test
  void tabsAreTurnedMovedAndClosedByKeysAndOutliveAReload(Rig rig) {
    shop(rig).treeItem("Feed").click();
    rig.treeItem("Book").click();
    assertThat(rig.tab("Book")).hasAttribute("aria-selected", "true");
    rig.press("Alt+ArrowLeft");
    assertThat(rig.tab("Feed")).hasAttribute("aria-selected", "true");
    rig.tab("Feed").focus();
    rig.press("Shift+ArrowRight");
    var tabs = rig.named(AriaRole.TABLIST, "Open conversations").getByRole(AriaRole.TAB);
    assertThat(tabs).hasText(new Pattern[] {Pattern.compile("Book"), Pattern.compile("Feed")});
    rig.reload();
    assertThat(tabs).hasText(new Pattern[] {Pattern.compile("Book"), Pattern.compile("Feed")});
    rig.press("Alt+w");
    assertThat(tabs).hasCount(1);
  }

  @Test
  void thePaletteGoesToAnythingAndMakesAnything(Rig rig) {
    shop(rig).press("Control+k");
    rig.type("bok");
    rig.press("Enter");
    assertThat(rig.tab("Book")).hasAttribute("aria-selected", "true");
    rig.press("Control+k");
    rig.type("/folder Archive");
    rig.press("Enter");
    assertThat(rig.treeItem("Archive")).isVisible();
    rig.press("Control+k");
    rig.type("theme dark");
    rig.press("Enter");
    assertThat(rig.page().locator("html")).hasAttribute("data-theme", "dark");
  }

  @Test
  void f5NeverReloadsThePage(Rig rig) {
    shop(rig).page().evaluate("() => window.mark = 1");
    rig.press("F5");
    rig.treeItem("Feed").click();
    assertThat(rig.tab("Feed")).isVisible();
    assertThat(rig.page().evaluate("() => window.mark")).isEqualTo(1);
  }

  @Test
  void panesAreSizedByKeysAndRemembered(Rig rig) {
    shop(rig).treeItem("Feed").click();
    var line = rig.named(AriaRole.SEPARATOR, "Width of the request");
    line.focus();
    var before = Integer.parseInt(line.getAttribute("aria-valuenow"));
    rig.press("ArrowRight");
    assertThat(line).hasAttribute("aria-valuenow", String.valueOf(before + 16));
    rig.press("Control+b");
    assertThat(rig.page().getByRole(AriaRole.TREE)).isHidden();
    assertThat(rig.page().getByRole(AriaRole.STATUS).last()).hasText("saved");
    rig.reload();
    assertThat(line).hasAttribute("aria-valuenow", String.valueOf(before + 16));
    assertThat(rig.page().getByRole(AriaRole.TREE)).isHidden();
  }

  @Test
  void theSheetOfKeysKeepsTheFocusAndGivesItBack(Rig rig) {
    shop(rig).treeItem("Feed").click();
    rig.page().getByRole(AriaRole.TREE).focus();
    rig.press("F1");
    var dialog = rig.named(AriaRole.DIALOG, "Keys");
    assertThat(dialog).isVisible();
    assertThat(rig.page().getByText("Walk through the tree")).isVisible();
    rig.press("Escape");
    assertThat(dialog).isHidden();
    assertThat(rig.page().getByRole(AriaRole.TREE)).isFocused();
  }

  @Test
  void aWindowThatIsNarrowHasThePanesAsTabs(Rig rig) {
    rig.file("feed.ws.yaml", "name: Feed\nurl: ws://127.0.0.1:1/feed\n").open(800, 640);
    rig.treeItem("Feed").click();
    var panes = rig.named(AriaRole.TABLIST, "Panes").getByRole(AriaRole.TAB);
    panes.nth(1).click();
    assertThat(rig.page().locator("parley-conversation-log")).isVisible();
    assertThat(rig.page().locator("parley-composer")).isHidden();
  }

  @Test
  void thePageSaysWhenTheServerIsLostAndGoesOnByItself(Rig rig) {
    shop(rig).workbench().close();
    assertThat(rig.page().getByRole(AriaRole.ALERT).first()).containsText("does not answer");
  }

  @Test
  void verificationOfTlsIsRedWhileOffAndTheChainIsShown(Rig rig) {
    rig.file("safe.mock.yaml", "listen: { port: 0, tls: true }\npaths: { /: {} }\n")
        .file("environments/local.yaml", "mock: ../safe.mock.yaml\n");
    rig.file("safe.ws.yaml", "name: Safe\nurl: \"{{mock.url}}/\"\n");
    shop(rig).treeItem("Safe").click();
    assertThat(rig.button("mock running")).isVisible();
    rig.press("F5");
    var handshake = rig.named(AriaRole.TABPANEL, "Handshake");
    assertThat(handshake).containsText("certificate");
    rig.button("TLS verified").click();
    assertThat(rig.button("TLS not verified")).isVisible();
    assertThat(rig.button("Verify TLS certificates: off")).isVisible();
    rig.press("F5");
    var address = rig.page().locator("parley-address-bar");
    assertThat(address).containsText("Connected");
    assertThat(address).containsText("TLS not verified");
    rig.page().getByRole(AriaRole.GRID).getByText("101 Switching Protocols").click();
    assertThat(rig.named(AriaRole.LIST, "Certificates")).containsText("fingerprint");
    assertThat(handshake).containsText("TLSv1.3");
    Accessibility.check(rig.page());
    rig.button("Verify TLS certificates: off").click();
    assertThat(rig.button("TLS verified")).isVisible();
  }
}
