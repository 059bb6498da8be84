package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Past sessions: found, opened again, compared and deleted. */
@InBrowser
final class HistoryTest {

  /** Runs the steps of a conversation; they pass. */
  private static void ran(Rig rig, String name) {
    rig.treeItem(name).click();
    rig.button("Run steps").click();
    assertThat(rig.treeItem(name)).hasAccessibleName(Pattern.compile("passed$"));
  }

  private static Locator sessions(Rig rig) {
    return rig.named(AriaRole.LISTBOX, "Sessions").getByRole(AriaRole.OPTION);
  }

  @Test
  void aSessionIsFoundByItsMessagesAndOpensInTheSameLog(Rig rig) {
    rig.examples().open();
    ran(rig, "Updates without a gap");
    rig.button("History").click();
    assertThat(sessions(rig)).hasCount(1);
    rig.page().getByLabel("also in messages").check();
    rig.named(AriaRole.SEARCHBOX, "Search the history").fill("EUR-USD");
    assertThat(sessions(rig)).hasCount(1);
    assertThat(sessions(rig)).containsText("match");
    rig.shot("history");
    sessions(rig).first().dblclick();
    assertThat(rig.named(AriaRole.TAB, "Updates without a gap").last())
        .hasAttribute("aria-selected", "true");
    assertThat(rig.page().locator("parley-conversation-log")).containsText("snapshot");
  }

  @Test
  void twoSessionsAreComparedAndDeleted(Rig rig) {
    rig.examples().open();
    ran(rig, "No token, no feed");
    ran(rig, "Nobody may be nameless");
    rig.button("History").click();
    assertThat(sessions(rig)).hasCount(2);
    sessions(rig).first().click();
    rig.press("Shift+ArrowDown");
    rig.button("Compare two").click();
    assertThat(rig.page().locator("parley-pair section")).hasCount(2);
    rig.restart();
    rig.tab("History").click();
    sessions(rig).first().click();
    rig.press("Delete");
    rig.page().locator("parley-dialog").getByText(Pattern.compile("^Delete$")).click();
    assertThat(sessions(rig)).hasCount(1);
  }
}
