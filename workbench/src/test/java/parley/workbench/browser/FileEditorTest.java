package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The file itself: problems as it is typed, drafts, and changes on disk. */
@InBrowser
final class FileEditorTest {

  private static final String FEED = "name: Feed\nurl: ws://127.0.0.1:1/feed\n";

  private static Rig feed(Rig rig) {
    rig.file("feed.ws.yaml", FEED).open();
    rig.treeItem("Feed").click();
    rig.tab("File").click();
    return rig;
  }

  private static Locator editor(Rig rig) {
    return rig.named(AriaRole.TEXTBOX, "The file feed.ws.yaml");
  }

  private static Locator exactly(Rig rig, String label) {
    return rig.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static void append(Rig rig, String text) {
    editor(rig).click();
    rig.press("Control+End");
    rig.type(text);
    rig.press("Escape");
  }

  @Test
  void aProblemIsToldAsItIsTypedAndTheFileIsWrittenByCtrlS(Rig rig) {
    append(feed(rig), "headerz: 1");
    var problem = rig.page().locator(".problems button").first();
    assertThat(problem).containsText("headerz");
    assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED);
    rig.press("Control+s");
    assertThat(rig.button("Discard")).hasCount(0);
    assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED + "headerz: 1");
    assertThat(problem).containsText("headerz");
  }

  @Test
  void whatIsTypedOutlivesAReload(Rig rig) {
    append(feed(rig), "tags: [smoke]");
    assertThat(rig.button("Discard")).isVisible();
    rig.reload();
    assertThat(editor(rig)).containsText("tags: [smoke]");
    rig.button("Discard").click();
    assertThat(editor(rig)).not().containsText("smoke");
  }

  @Test
  void aChangeOnDiskAppearsAtOnce(Rig rig) {
    feed(rig).file("feed.ws.yaml", FEED + "docs: by git\n");
    assertThat(editor(rig)).containsText("by git");
  }

  @Test
  void aConflictIsDecidedDifferenceByDifferenceAndNothingIsLost(Rig rig) {
    append(feed(rig), "tags: [mine]");
    rig.file("feed.ws.yaml", FEED.replace("Feed", "Book") + "docs: by git\n");
    rig.button("Compare…").click();
    assertThat(rig.page().getByText("2 differences, 1 to decide.")).isVisible();
    assertThat(difference(rig, 1)).containsText("Changed on disk");
    assertThat(difference(rig, 2).getByLabel("Mine")).containsText("tags: [mine]");
    assertThat(difference(rig, 2).getByLabel("On disk")).containsText("by git");
    rig.shot("conflict");
    Accessibility.check(rig.page());
    choose(difference(rig, 1), "Mine");
    rig.press("Escape");
    assertThat(editor(rig)).containsText("tags: [mine]");
    editor(rig).click();
    rig.press("Control+s");
    assertThat(choice(difference(rig, 1), "Mine")).hasAttribute("aria-pressed", "true");
    choose(difference(rig, 2), "Both");
    rig.button("Result").click();
    assertThat(exactly(rig, "The result")).containsText("docs: by git");
    exactly(rig, "The result").click();
    rig.press("Control+End");
    rig.type("# both");
    rig.press("Control+s");
    assertThat(rig.button("Discard")).hasCount(0);
    assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED + "tags: [mine]\ndocs: by git\n# both");
  }

  private static Locator difference(Rig rig, int number) {
    return exactly(rig, "Difference " + number);
  }

  private static Locator choice(Locator difference, String name) {
    return difference.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void choose(Locator difference, String name) {
    choice(difference, name).click();
  }

  @Test
  void theKeyboardIsNotTrapped(Rig rig) {
    editor(feed(rig)).click();
    rig.press("Escape");
    rig.press("Tab");
    assertThat(editor(rig)).not().isFocused();
  }
}
