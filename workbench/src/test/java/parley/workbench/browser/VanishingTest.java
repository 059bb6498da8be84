package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import parley.workbench.collection.Repository;

/** What others do to the files that are open: they go, come back, and become another branch's. */
@InBrowser
final class VanishingTest {

  private static final String FEED = "name: Feed\nurl: \"{{mock.url}}/\"\n";
  private static final String MOCK =
      "paths: { /: { on-message: [ { steps: [ { send: { text: got it } } ] } ] } }\n";

  private static Rig shop(Rig rig) {
    return rig.file("parley.yaml", "name: Shop\n")
        .file("feed.ws.yaml", FEED)
        .file("other.ws.yaml", "name: Other\nurl: ws://main\n")
        .file("m.mock.yaml", MOCK)
        .file("environments/local.yaml", "mock: ../m.mock.yaml\n");
  }

  private static Locator file(Rig rig, String name) {
    return rig.named(AriaRole.TEXTBOX, "The file " + name);
  }

  private static void draft(Rig rig) {
    rig.treeItem("Feed").click();
    rig.tab("File").click();
    file(rig, "feed.ws.yaml").click();
    rig.press("Control+End");
    rig.type("tags: [mine]");
    rig.press("Escape");
  }

  private static Locator alert(Rig rig, String text) {
    return rig.page()
        .getByRole(AriaRole.ALERT)
        .filter(new Locator.FilterOptions().setHasText(text));
  }

  @Test
  void aFolderThatVanishesIsToldAndLosesNothing(Rig rig) throws IOException {
    shop(rig).open();
    draft(rig);
    rig.press("F5");
    assertThat(rig.page().locator("parley-connection-state")).containsText("Connected");
    var away = rig.folder().resolveSibling("away");
    Files.move(rig.folder(), away);
    assertThat(alert(rig, "is not there any more.")).isVisible();
    assertThat(file(rig, "feed.ws.yaml")).containsText("tags: [mine]");
    rig.page()
        .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true))
        .click();
    rig.type("still here");
    rig.press("Control+Enter");
    var rows = rig.page().getByRole(AriaRole.GRID).getByRole(AriaRole.ROW);
    assertThat(rows.filter(new Locator.FilterOptions().setHasText("got it"))).hasCount(1);
    rig.button("Write it again").click();
    assertThat(rig.page().getByLabel("Notices").getByText("Bring it back")).isVisible();
    assertThat(rig.exists("")).isFalse();
    Files.move(away, rig.folder());
    assertThat(alert(rig, "is not there any more.")).hasCount(0);
    rig.button("Save Ctrl S").click();
    assertThat(rig.button("Discard")).hasCount(0);
    assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED + "tags: [mine]");
  }

  @Test
  void anotherBranchAsksOnlyForWhatIsEdited(Rig rig) throws IOException {
    assumeTrue(Repository.isThere(), "there is no git");
    shop(rig);
    var repository = Repository.in(rig.folder());
    repository.commit("main");
    repository.git("checkout", "-q", "-b", "branch");
    rig.file("feed.ws.yaml", FEED + "docs: by branch\n")
        .file("other.ws.yaml", "name: Other\nurl: ws://branch\n");
    repository.commit("branch");
    repository.git("checkout", "-q", "main");
    rig.open();
    draft(rig);
    rig.treeItem("Other").click();
    rig.tab("File").click();
    assertThat(file(rig, "other.ws.yaml")).containsText("ws://main");
    repository.git("checkout", "-q", "branch");
    assertThat(file(rig, "other.ws.yaml")).containsText("ws://branch");
    assertThat(alert(rig, "changed on disk")).hasCount(0);
    rig.treeItem("Feed").click();
    assertThat(alert(rig, "changed on disk")).isVisible();
    assertThat(file(rig, "feed.ws.yaml")).containsText("tags: [mine]");
    repository.git("checkout", "-q", "main");
    assertThat(alert(rig, "changed on disk")).hasCount(0);
    assertThat(file(rig, "feed.ws.yaml")).containsText("tags: [mine]");
  }
}
