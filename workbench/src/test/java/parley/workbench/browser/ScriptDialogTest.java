package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.MouseButton;
import org.junit.jupiter.api.Test;

/** Scripts are shown, as text, to who runs what has some, and done once they are allowed. */
@InBrowser
final class ScriptDialogTest {

  private static final String HOSTILE = "// <img src=x onerror=alert(1)> \u202eabc\n";

  private static void shop(Rig rig) {
    rig.file("parley.yaml", "name: Shop\n")
        .mock(
            "paths: { /: { on-message: [ { steps: [ { send: { json: { a: 2, b: 3 } } } ] } ] } }\n")
        .file("total.js", HOSTILE + "vars.set(\"total\", message.json.a + message.json.b);\n")
        .file(
            "orders/order.ws.yaml",
            """
            name: Order
            url: "{{base}}"
            variables: { total: 0 }
            steps:
              - send: { json: { a: 2, b: 3 } }
              - receive:
              - script: { file: ../total.js }
              - script: |
                  test("the total is right", () => {
                    expect(vars.get("total")).to.equal(5);
                  });
            """);
  }

  @Test
  void scriptsAreReadAndAllowedBeforeTheyAreDoneAndAgainOnceOneHasChanged(Rig rig) {
    shop(rig);
    rig.open();
    var dialog = rig.page().getByRole(AriaRole.DIALOG);
    rig.treeItem("Order").click();
    assertThat(rig.tab("Order")).isVisible();
    assertThat(dialog).isHidden();

    rig.press("F5");
    assertThat(dialog).hasAccessibleName("Allow the scripts of Shop?");
    var scripts = rig.named(AriaRole.REGION, "2 scripts");
    assertThat(scripts).isFocused();
    assertThat(scripts).containsText("../total.js, named in orders/order.ws.yaml, line 7");
    assertThat(scripts).containsText("<img src=x onerror=alert(1)> \\u{202e}abc");
    assertThat(scripts).containsText("orders/order.ws.yaml, line 8");
    Accessibility.check(rig.page());
    rig.press("Escape");
    assertThat(dialog).isHidden();
    assertThat(rig.button("Connect").first()).isVisible();

    runAll(rig);
    rig.button("Cancel").click();
    assertThat(dialog).isHidden();
    runAll(rig);
    assertThat(scripts).isFocused();
    rig.press("Tab");
    assertThat(rig.button("Cancel")).isFocused();
    rig.press("Tab");
    rig.press("Enter");
    assertThat(rig.page().getByText("1 of 1 test passed")).isVisible();

    rig.file("total.js", "vars.set(\"total\", 5);\n");
    rig.tab("Order").click();
    rig.press("F5");
    assertThat(dialog).hasAccessibleName("The scripts of Shop have changed");
    rig.button("Allow").click();
    assertThat(dialog).isHidden();
    assertThat(rig.button("Disconnect")).isVisible();
  }

  private static void runAll(Rig rig) {
    rig.treeItem("orders").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
    rig.named(AriaRole.MENUITEM, "Run tests in here").click();
  }
}
