package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What became of steps, beside the messages that they matched; and steps made from messages. */
@InBrowser
final class ResultsTest {

  private static final String MOCK =
      """
      listen: { port: 0 }
      paths:
        /feed:
          on-message:
            - where: { $.op: subscribe }
              steps:
                - send: { json: { type: noise } }
                - send: { json: { type: ack, bid: 1.10 } }
      """;

  private static final String CONVERSATION =
      """
      name: Feed
      url: "{{base}}/feed"
      messages:
        - name: subscribe
          json: { op: subscribe }
      steps:
        - send: subscribe
        - receive:
          where: { $.type: ack }
          assert:
            - $.bid: 2.20
      """;

  private static void run(Rig rig) {
    rig.file("parley.yaml", "name: Shop\n").mock(MOCK).file("feed.ws.yaml", CONVERSATION);
    rig.open();
    assertThat(rig.page().getByText("mock running")).isVisible();
    rig.treeItem("Feed").click();
    rig.button("Run steps").click();
    assertThat(rig.named(AriaRole.TABPANEL, "Results")).containsText("Failed");
  }

  private static Locator row(Rig rig, String text) {
    return rig.page()
        .getByRole(AriaRole.GRID)
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }

  @Test
  void aFailedCheckShowsWhatWasFoundAndLeadsToItsMessage(Rig rig) {
    run(rig);
    var results = rig.named(AriaRole.TABPANEL, "Results");
    assertThat(results).containsText("2.20");
    assertThat(results).containsText("1.10");
    assertThat(results).containsText("noise");
    rig.shot("results");
    assertThat(row(rig, "ack").getByLabel("a step with it failed")).isVisible();
    results
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show row"))
        .last()
        .click();
    assertThat(rig.page().getByRole(AriaRole.GRID).locator("[aria-selected=true]"))
        .containsText("noise");
  }

  @Test
  void aValueOfAMessageBecomesACheck(Rig rig) {
    run(rig);
    row(rig, "ack").click();
    rig.button("Assert…").click();
    var tree = rig.named(AriaRole.TABPANEL, "Tree");
    tree.getByRole(AriaRole.TREEITEM, new Locator.GetByRoleOptions().setName("bid 1.10")).click();
    rig.button("Assert this value").click();
    assertThat(rig.page().getByText("The steps check $.bid now.")).isVisible();
    org.assertj.core.api.Assertions.assertThat(rig.read("feed.ws.yaml")).contains("$.bid: 1.10");
  }

  @Test
  void aMessageBecomesASavedOne(Rig rig) {
    run(rig);
    row(rig, "ack").click();
    rig.button("Use as message").click();
    assertThat(rig.page().getByText("is a saved message now")).isVisible();
    org.assertj.core.api.Assertions.assertThat(rig.read("feed.ws.yaml")).contains("type: ack");
  }
}
