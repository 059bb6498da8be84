package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Keys of the page work wherever the focus is, and lose neither it nor what is typed. */
@InBrowser
final class KeysTest {

  private static final String BID = "name: Bid\nurl: ws://127.0.0.1:1/bid\n";
  private static final String ASK = "name: Ask\nurl: ws://127.0.0.1:1/ask\n";

  @Test
  void keysLeaveFieldsWithWhatIsTypedInThem(Rig rig) {
    rig.file("ask.ws.yaml", ASK).file("bid.ws.yaml", BID).open();
    rig.treeItem("Ask").click();
    rig.treeItem("Bid").click();
    assertThat(rig.named(AriaRole.TEXTBOX, "Address")).hasText("ws://127.0.0.1:1/bid");
    rig.press("F4");
    rig.press("End");
    rig.type("/typed");
    rig.press("Alt+ArrowLeft");
    assertThat(rig.tab("Ask")).hasAttribute("aria-selected", "true");
    assertThat(rig.named(AriaRole.TEXTBOX, "Address")).hasText("ws://127.0.0.1:1/ask");
    assertThat(rig.named(AriaRole.TEXTBOX, "Address")).isFocused();
    rig.press("Control+m");
    assertThat(rig.named(AriaRole.TEXTBOX, "Message")).isFocused();
    rig.press("Alt+ArrowRight");
    assertThat(rig.named(AriaRole.TEXTBOX, "Address")).hasText("ws://127.0.0.1:1/bid/typed");
    assertThat(rig.read("bid.ws.yaml")).contains("/bid/typed");
    assertThat(rig.read("ask.ws.yaml")).isEqualTo(ASK);
  }

  @Test
  void theFocusGoesWhereAKeySaysAlsoOutOfThePalette(Rig rig) {
    rig.file("ask.ws.yaml", ASK).open();
    rig.treeItem("Ask").click();
    rig.press("Control+b");
    rig.press("Alt+1");
    assertThat(rig.page().getByRole(AriaRole.TREE)).isFocused();
    rig.press("Control+k");
    rig.type("Filter the log");
    rig.press("Enter");
    assertThat(rig.named(AriaRole.TEXTBOX, "Filter the log")).isFocused();
    rig.press("Control+k");
    rig.press("Escape");
    assertThat(rig.named(AriaRole.TEXTBOX, "Filter the log")).isFocused();
  }

  @Test
  void aTabWhoseFileIsGoneSaysSo(Rig rig) throws IOException {
    rig.file("ask.ws.yaml", ASK).file("bid.ws.yaml", BID).open();
    rig.treeItem("Bid").click();
    rig.treeItem("Ask").click();
    assertThat(rig.tab("Ask")).isVisible();
    Files.delete(rig.folder().resolve("ask.ws.yaml"));
    rig.restart();
    assertThat(rig.page().getByRole(AriaRole.ALERT))
        .containsText("There is no file 'ask.ws.yaml'.");
    rig.button("Close the tab").click();
    assertThat(rig.tab("Ask")).hasCount(0);
    assertThat(rig.page().locator("parley-toasts article")).hasCount(0);
  }
}
