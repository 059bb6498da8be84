package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** All about one row, beside the log. */
@InBrowser
final class DetailTest {

  /**
   * Goes to the last row and presses a key at once; tells in which order both are on the screen.
   */
  private static final String OPEN_AND_PRESS =
      """
      (row) => new Promise((resolve) => {
        const told = [];
        const tell = (what) => told.push(what) === 2 && resolve(told.join());
        const within = (root, name) => root.querySelector(name)
          ?? [...root.querySelectorAll("*")].reduce((found, one) => found ?? (one.shadowRoot ? within(one.shadowRoot, name) : null), null);
        const opened = () => within(document, "parley-body-view")?.shadowRoot.querySelector("parley-virtual-lines")?.shadowRoot.textContent.includes("1.10");
        const look = () => opened() ? tell("opened") : requestAnimationFrame(look);
        setTimeout(() => resolve(`after 15 s only ${told}`), 15_000);
        row.click();
        addEventListener("keydown", () => requestAnimationFrame(() => tell("painted")), { once: true });
        row.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true, composed: true }));
        look();
      })
      """;

  @Test
  void aMessageIsLaidOutWithItsNumbersAsSent(Rig rig) {
    var past = Past.open(rig);
    past.row("\"n\":6").click();
    var message = past.detail("Message");
    assertThat(message).containsText("\"seq\": 12345678901234567890");
    assertThat(message).containsText("\"bid\": 1.10");
    assertThat(message.getByLabel("Facts")).containsText("10.0 ms row 2");
    message.getByLabel("Fold").click();
    assertThat(message).containsText("4 lines");
    rig.named(AriaRole.RADIO, "As sent").click();
    assertThat(message).containsText(Past.tick(6));
    assertThat(past.detail("Hex")).containsText("7b 22 6e 22 3a 36 2c 22");
  }

  @Test
  void whatCannotBeSeenIsWrittenOutAndNeverRuns(Rig rig) {
    var past = Past.open(rig);
    past.row("<script>").click();
    var message = past.detail("Message");
    rig.named(AriaRole.RADIO, "Visible").click();
    assertThat(message).containsText("tab\\there\\x1b[31m<script>alert(1)</script>");
  }

  @Test
  void aValueOfTheTreeTellsItsPath(Rig rig) {
    var past = Past.open(rig);
    past.row("\"n\":6").click();
    var tree = past.detail("Tree");
    tree.getByRole(AriaRole.TREEITEM, new Locator.GetByRoleOptions().setName("seq 123")).click();
    assertThat(tree).containsText("$.seq");
    rig.button("Copy value").click();
    assertThat(rig.page().getByText("Value copied.")).isVisible();
    org.assertj.core.api.Assertions.assertThat(
            rig.page().evaluate("() => navigator.clipboard.readText()"))
        .isEqualTo("12345678901234567890");
  }

  @Test
  void aKeyIsAnsweredWhileAMessageOf16MegabytesOpens(Rig rig) {
    var past = Past.open(rig, "[1.10" + ",1.10".repeat((16 << 20) / 5) + "]");
    past.log().press("End");
    org.assertj.core.api.Assertions.assertThat(past.row("[1.10,").evaluate(OPEN_AND_PRESS))
        .isEqualTo("painted,opened");
    assertThat(rig.named(AriaRole.TABPANEL, "Message")).containsText("1.10,");
  }

  @Test
  void f9SavesTheMessageByteForByte(Rig rig) {
    var past = Past.open(rig);
    past.row("\"n\":6").click();
    past.detail("Message");
    assertThat(rig.button("Save as")).isVisible();
    var saved = rig.page().waitForDownload(() -> rig.press("F9"));
    org.assertj.core.api.Assertions.assertThat(saved.path()).hasContent(Past.tick(6));
  }
}
