package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import parley.workbench.collection.SmallDisk;

/** Disks that take no more: what is typed stays, is told about, and is saved at the next try. */
@InBrowser
final class FullDiskTest {

  private static final String FEED = "name: Feed\nurl: \"{{mock.url}}/\"\n";
  private static final String MOCK =
      "paths: { /: { on-message: [ { steps: [ { send: { text: got it } } ] } ] } }\n";

  private static Locator editor(Rig rig, String name) {
    return rig.named(AriaRole.TEXTBOX, name);
  }

  private static Locator alert(Rig rig, String text) {
    return rig.page()
        .getByRole(AriaRole.ALERT)
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  private static Locator notice(Rig rig, String text) {
    return rig.page().getByLabel("Notices").getByText(text).last();
  }

  @Test
  void onAFullDiskNothingTypedIsLost(Rig rig) throws IOException {
    try (var disk = SmallDisk.at(rig.folder())) {
      rig.file("feed.ws.yaml", FEED).open();
      rig.treeItem("Feed").click();
      rig.tab("File").click();
      editor(rig, "The file feed.ws.yaml").click();
      rig.press("Control+End");
      rig.type("tags: [mine]");
      rig.press("Escape");
      disk.fill();
      rig.press("Control+s");
      assertThat(notice(rig, "'feed.ws.yaml' cannot be written: the disk is full.")).isVisible();
      assertThat(rig.read("feed.ws.yaml")).isEqualTo(FEED);
      assertThat(editor(rig, "The file feed.ws.yaml")).containsText("tags: [mine]");
      rig.button("All tabs").click();
      rig.page().getByRole(AriaRole.MENU).getByText("Docs").click();
      rig.button("Write docs").click();
      rig.type("What I found out.");
      rig.button("Read").click();
      assertThat(rig.page().getByText("What I found out.")).isVisible();
      rig.treeItem("Feed").click();
      rig.press("F2");
      rig.type("Prices");
      rig.press("Enter");
      assertThat(notice(rig, "'feed.ws.yaml' cannot be renamed: the disk is full.")).isVisible();
      assertThat(editor(rig, "New name")).hasValue("Prices");
      disk.empty();
      rig.press("Enter");
      assertThat(rig.treeItem("Prices")).isVisible();
      assertThat(rig.files()).containsExactly("Prices.ws.yaml");
      assertThat(rig.read("Prices.ws.yaml")).isEqualTo(FEED.replace("Feed", "Prices"));
    }
  }

  @Test
  void whatCannotBeKeptIsToldAndTalkingGoesOn(Rig rig) throws IOException {
    try (var disk = SmallDisk.at(rig.state())) {
      rig.file("feed.ws.yaml", FEED)
          .file("parley.yaml", "name: Shop\n")
          .file("echo.mock.yaml", MOCK)
          .file("environments/local.yaml", "mock: ../echo.mock.yaml\n")
          .open();
      rig.treeItem("Feed").click();
      rig.press("F5");
      assertThat(rig.page().locator("parley-connection-state")).containsText("Connected");
      disk.fill();
      var message = rig.page().getByRole(AriaRole.TEXTBOX, exactly("Message"));
      message.click();
      rig.type("{\"kept\": false}");
      rig.press("Control+Enter");
      assertThat(alert(rig, "What this page remembers cannot be kept in")).isVisible();
      assertThat(alert(rig, "The history cannot be written to")).containsText("the disk is full");
      var rows = rig.page().getByRole(AriaRole.GRID).getByRole(AriaRole.ROW);
      assertThat(rows.filter(new Locator.FilterOptions().setHasText("got it"))).hasCount(1);
      disk.empty();
      assertThat(rig.page().getByRole(AriaRole.ALERT)).hasCount(0);
      rig.reload();
      assertThat(message).containsText("kept");
      rig.workbench().close();
    }
  }

  private static Page.GetByRoleOptions exactly(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
