package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Steps that are written in fields, and tried on messages that came before anything is run. */
@InBrowser
final class StepEditorTest {

  private static final String MOCK =
      """
      listen: { port: 0 }
      paths:
        /feed:
          on-message:
            - where: { $.op: subscribe }
              steps:
                - send: { json: { type: ack, id: "{{$.id}}", room: lobby } }
                - send: { json: { type: price, bid: 1.10, venue: { name: XETRA } } }
      """;

  private static final String CONVERSATION =
      """
      name: Feed
      url: "{{base}}/feed"
      variables: { room: lobby }
      messages:
        - name: subscribe
          json: { op: subscribe, id: "{{$guid}}" }
      steps:
        - connect: # first of all
        - send: subscribe
        - receive:
          where: { $.type: price } # not the ack
          within: 2s
          assert:
            - $.bid: 2.20
        - group:
            - ping:
          name: are you there
      """;

  private static Locator in(Locator part, AriaRole role, String name) {
    return part.getByRole(role, new Locator.GetByRoleOptions().setName(name));
  }

  private static Rig opened(Rig rig) {
    rig.file("parley.yaml", "name: Shop\n").mock(MOCK).file("feed.ws.yaml", CONVERSATION);
    rig.open();
    assertThat(rig.page().getByText("mock running")).isVisible();
    rig.treeItem("Feed").click();
    return rig;
  }

  @Test
  void aStepIsTriedWhileItIsWritten(Rig rig) {
    opened(rig);
    rig.tab("Steps").click();
    rig.page().locator("parley-sender .send").click();
    assertThat(rig.page().getByRole(AriaRole.GRID)).containsText("XETRA");
    var steps = rig.named(AriaRole.LIST, "Steps").first();
    in(steps, AriaRole.BUTTON, "receive { $.type: price }").first().click();
    var trial = rig.page().getByLabel("What it would come to");
    assertThat(trial).containsText("Would fail");
    assertThat(trial).containsText("the latest that matches");
    assertThat(trial).containsText("1.10");
    var asserts = rig.named(AriaRole.GROUP, "Assert");
    in(asserts, AriaRole.TEXTBOX, "Value").fill("1.10");
    assertThat(trial).containsText("Would pass");
    assertThat(rig.read("feed.ws.yaml")).contains("$.bid: 2.20");
    rig.press("Enter");
    in(asserts, AriaRole.BUTTON, "Add").first().click();
    rig.type("$.venue.name");
    rig.press("Escape");
    asserts.getByLabel("Operator").last().selectOption("starts-with");
    in(asserts, AriaRole.TEXTBOX, "Value").last().fill("XE");
    assertThat(asserts.getByLabel("would hold")).hasCount(2);
    rig.shot("step-editor");
    rig.press("Enter");
    assertThat(asserts.getByLabel("Operator")).hasCount(2);
    Accessibility.check(rig.page());
    in(rig.named(AriaRole.GROUP, "Extract"), AriaRole.BUTTON, "Add").click();
    rig.type("bid");
    rig.press("Tab");
    rig.type("$.bid");
    rig.press("Enter");
    assertThat(trial).containsText("bid 1.10");
    rig.button("Run this step").click();
    assertThat(rig.page().getByText("sets a variable that is new")).isVisible();
    rig.button("Run steps").click();
    assertThat(in(steps, AriaRole.BUTTON, "receive { $.type: price }, passed").first()).isVisible();
    assertThat(rig.read("feed.ws.yaml"))
        .endsWith(
            """
              - connect: # first of all
              - send: subscribe
              - receive:
                where: { $.type: price } # not the ack
                extract: { bid: $.bid }
                within: 2s
                assert:
                  - $.bid: 1.10
                  - $.venue.name: { starts-with: XE }
              - group:
                  - ping:
                name: are you there
            """);
  }

  @Test
  void whatAPersonDoesBecomesSteps(Rig rig) {
    opened(rig);
    rig.file("feed.ws.yaml", CONVERSATION.substring(0, CONVERSATION.indexOf("steps:")));
    rig.tab("Steps").click();
    rig.button("Record").click();
    rig.page().locator("parley-sender .send").click();
    var grid = rig.page().getByRole(AriaRole.GRID);
    grid.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("XETRA")).click();
    rig.press("Alt+x");
    assertThat(rig.page().getByText("1 message expected")).isVisible();
    rig.button("Disconnect").click();
    assertThat(rig.button("Connect F5")).isVisible();
    rig.press("Alt+r");
    assertThat(rig.button("Add 5 steps")).isEnabled();
    rig.shot("recording");
    Accessibility.check(rig.page());
    rig.button("Add 5 steps").click();
    assertThat(rig.page().getByText("5 steps are added to the end.")).isVisible();
    assertThat(rig.read("feed.ws.yaml"))
        .endsWith(
            """
            steps:
              - connect:
              - send: subscribe
              - receive:
                where: { $.type: ack }
                answers: { send: subscribe, by: $.id }
                assert:
                  - $.room: "{{room}}"
              - receive:
                where: { $.type: price }
                assert:
                  - $.venue.name: XETRA
              - close: { code: 1000 }
            """);
    rig.button("Run steps").click();
    assertThat(rig.page().locator("parley-steps-tab").getByText("passed in")).isVisible();
  }
}
