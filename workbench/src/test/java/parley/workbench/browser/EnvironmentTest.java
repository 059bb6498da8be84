package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** Environments: to choose, to edit, and their secrets. */
@InBrowser
final class EnvironmentTest {

  private static Rig shop(Rig rig) {
    rig.file("parley.yaml", "name: Shop\nvariables:\n  room: main\n")
        .file(
            "environments/local.yaml",
            "# For this machine.\nvariables:\n  base: ws://127.0.0.1:1\n")
        .file("environments/staging.yaml", "variables:\n  base: wss://staging.example\n")
        .file(".env.local", "TOKEN=s3cret\n")
        .file("feed.ws.yaml", "name: Feed\nurl: \"{{base}}/feed\"\n");
    rig.open();
    return rig;
  }

  @Test
  void f7AndF8ChooseTheEnvironment(Rig rig) {
    shop(rig).treeItem("Feed").click();
    assertThat(rig.button("env: local")).isVisible();
    rig.press("F8");
    assertThat(rig.button("env: staging")).isVisible();
    rig.press("F8");
    assertThat(rig.button("No environment")).isVisible();
    rig.press("F7");
    assertThat(rig.button("env: staging")).isVisible();
    rig.restart();
    assertThat(rig.button("env: staging")).isVisible();
  }

  @Test
  void aSecretIsMaskedUntilItIsRevealed(Rig rig) {
    shop(rig).button("Environments").click();
    var value = rig.named(AriaRole.TEXTBOX, "Value of secret TOKEN");
    assertThat(value).hasValue("\u2022".repeat(8));
    rig.button("Reveal TOKEN").click();
    assertThat(value).hasValue("s3cret");
    rig.shot("environments");
    Accessibility.check(rig.page());
  }

  @Test
  void aVariableIsWrittenToTheFileAsAPersonWould(Rig rig) {
    shop(rig).button("Environments").click();
    rig.named(AriaRole.TEXTBOX, "Value of base").fill("ws://127.0.0.1:2");
    rig.named(AriaRole.TEXTBOX, "Name of new variable").fill("depth");
    rig.named(AriaRole.TEXTBOX, "Value of new variable").fill("10");
    rig.press("Enter");
    assertThat(rig.named(AriaRole.TEXTBOX, "Value of depth")).hasValue("10");
    assertThat(rig.read("environments/local.yaml"))
        .isEqualTo("# For this machine.\nvariables:\n  base: ws://127.0.0.1:2\n  depth: 10\n");
    assertThat(rig.page().getByText("from parley.yaml:3")).isVisible();
  }
}
