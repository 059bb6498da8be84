package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import java.util.List;
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

  private static final String KEPT =
      """
      name: Not as it was
      auth: { bearer: public }
      steps:
        - connect:
        - receive:
          where: { $.type: heartbeat }
      """;

  private static final String SNAPSHOT =
      """
      order: any
      more: true
      ignore: [ { $.type: price } ]
      messages:
        - received:
            json: '{ "type": "heartbeat", "pulse": 60 }'
      """;

  @Test
  void aFolderIsRunAndAFailedStepShowsWhatWasFound(Rig rig) {
    rig.examples()
        .file("market/wrong.ws.yaml", FAILING)
        .file("market/kept/beat.ws.yaml", KEPT)
        .file("market/kept/beat.snapshot.yaml", SNAPSHOT)
        .file("market/kept/folder.yaml", "before-each: [ check: [ 1 < 2 ] ]\n")
        .open();
    rig.treeItem("Market data").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    rig.named(AriaRole.MENUITEM, "Run tests in here").click();
    assertThat(rig.page().getByText("of 5 tests passed, 2 failed")).isVisible();
    hooksAndSnapshotsAreShownWithTheirFiles(rig);
    rig.named(AriaRole.OPTION, "A price that nobody has, failed").click();
    var results = rig.page().locator("parley-results-view");
    assertThat(results).containsText("$.type == 'price'");
    assertThat(results).containsText("heartbeat");
    results
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show row"))
        .first()
        .click();
    assertThat(rig.page().locator("parley-detail-pane")).containsText("heartbeat");
    assertThat(rig.button("Report")).isVisible();
    rig.shot("run");
    Accessibility.check(rig.page());
    aReportOfItIsNobodyInTheWorkbench(rig);
  }

  private static void hooksAndSnapshotsAreShownWithTheirFiles(Rig rig) {
    assertThat(rig.named(AriaRole.OPTION, "Not as it was, failed"))
        .hasAttribute("aria-selected", "true");
    var results = rig.page().locator("parley-results-view");
    assertThat(results).containsText("before each · kept/folder.yaml");
    var snapshot = rig.page().getByRole(AriaRole.LISTITEM).filter(having("snapshot"));
    assertThat(snapshot).containsText("pulse");
    snapshot.getByText("beat.snapshot.yaml:4").click();
    assertThat(rig.tab("beat.snapshot.yaml")).hasAttribute("aria-selected", "true");
    rig.tab("market").click();
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** Its tab shows all of it, and has none of the rights of the page that opened it. */
  private static void aReportOfItIsNobodyInTheWorkbench(Rig rig) {
    rig.button("Report").click();
    var saved =
        rig.page().waitForDownload(() -> rig.named(AriaRole.MENUITEM, "Save as JUnit XML").click());
    assertThat(saved.suggestedFilename()).endsWith(".xml");
    rig.button("Report").click();
    var report =
        rig.page()
            .context()
            .waitForPage(() -> rig.named(AriaRole.MENUITEM, "Open in a new tab").click());
    assertThat(report.getByText("A price that nobody has").first()).isVisible();
    assertThat(report.evaluate("() => [origin, opener === null]")).isEqualTo(List.of("null", true));
    assertThat(report.evaluate(TRY)).isEqualTo(List.of("no cookie", "no storage", "no call"));
    report.close();
  }

  private static final String TRY =
      """
      async () => {
        const attempt = (what, work) => { try { work(); return what; } catch { return `no ${what}`; } };
        const cookie = attempt("cookie", () => document.cookie);
        const storage = attempt("storage", () => localStorage.length);
        const socket = await new Promise((done) => {
          try {
            const call = new WebSocket(location.href.replace(/^http/, "ws").replace(/download.*/, "api"));
            call.onopen = () => done("call");
            call.onerror = () => done("no call");
          } catch { done("no call"); }
        });
        return [cookie, storage, socket];
      }
      """;

  @Test
  void aNewStartClosesTabsOfRunsAndNamesScratchConversations(Rig rig) {
    rig.examples().open(1440, 1600);
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
