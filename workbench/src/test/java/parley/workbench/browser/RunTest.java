package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.Test;

/** Runs of folders: which tests passed, and what each step found. */
@InBrowser
final class RunTest {

  private static final String FAILING =
      """
      name: A price that nobody has
      auth: { bearer: public }
      steps:
        - connect:
        - receive:
          where: { $.type: heartbeat }
          assert: [ $.type == 'price' ]
      """;

  @Test
  void aFolderIsRunAndAFailedStepShowsWhatWasFound(Rig rig) {
    rig.examples().file("market/wrong.ws.yaml", FAILING).open();
    rig.treeItem("Market data").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    rig.named(AriaRole.MENUITEM, "Run tests in here").click();
    assertThat(rig.page().getByText("of 4 tests passed, 1 failed")).isVisible();
    var failed = rig.named(AriaRole.OPTION, "A price that nobody has, failed");
    assertThat(failed).hasAttribute("aria-selected", "true");
    var results = rig.page().locator("parley-results-view");
    assertThat(results).containsText("$.type == 'price'");
    assertThat(results).containsText("heartbeat");
    results
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show row"))
        .first()
        .click();
    assertThat(rig.page().locator("parley-detail-pane")).containsText("heartbeat");
    rig.shot("run");
    Accessibility.check(rig.page());
  }

  @Test
  void aNewStartClosesTabsOfRunsAndNamesScratchConversations(Rig rig) {
    rig.examples().open();
    rig.press("Alt+n");
    assertThat(rig.tab("Scratch 1")).isVisible();
    rig.treeItem("Voice").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    rig.named(AriaRole.MENUITEM, "Run tests in here").click();
    assertThat(rig.page().getByText("2 of 2 tests passed")).isVisible();
    rig.treeItem("Watch a price").click();
    assertThat(rig.tab("voice")).isVisible();
    rig.restart();
    assertThat(rig.tab("Scratch 1")).isVisible();
    assertThat(rig.tab("Watch a price")).hasAttribute("aria-selected", "true");
    assertThat(rig.tab("voice")).isHidden();
  }
}
