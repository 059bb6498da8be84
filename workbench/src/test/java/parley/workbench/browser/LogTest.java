package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of a log, as a person reads them. */
@InBrowser
final class LogTest {

  @Test
  void rowsAreReadByKeys(Rig rig) {
    var past = Past.open(rig);
    assertThat(past.row("round trip 22.3 ms").getByLabel("received pong")).isVisible();
    past.log().press("End");
    assertThat(past.row("\"n\":2999")).isVisible();
    past.log().press("Home");
    assertThat(past.chosen()).containsText("It begins.");
    past.log().press("ArrowDown");
    assertThat(past.chosen().getByLabel("sent text")).isVisible();
    past.log().press("PageDown");
    past.log().press("PageDown");
    assertThat(past.row("It begins.")).isHidden();
  }

  @Test
  void aFilterShowsWhatMatchesAndMarksIt(Rig rig) {
    var past = Past.open(rig);
    rig.press("Control+f");
    rig.type("gbpusd");
    assertThat(past.row("EURUSD")).isHidden();
    assertThat(past.log().locator("mark").first()).hasText("GBPUSD");
    assertThat(rig.page().getByText("30 of 3,000 rows")).isVisible();
    past.row("\"n\":107").click();
    assertThat(past.detail("Message")).containsText("\"n\": 107");
    rig.shot("log");
    past.filter().fill("$.n > 2997");
    assertThat(past.log().getByRole(AriaRole.ROW)).hasCount(2);
    past.filter().fill("nothing is like this");
    assertThat(rig.page().getByText("No row matches.")).isVisible();
    past.filter().fill("/GBP(/");
    assertThat(rig.page().getByRole(AriaRole.ALERT).first()).containsText("Unterminated group");
    past.filter().press("Escape");
    assertThat(past.row("EURUSD")).isVisible();
    rig.named(AriaRole.RADIO, "Pings, pongs and closes only").click();
    assertThat(past.log().getByRole(AriaRole.ROW)).hasCount(2);
  }

  @Test
  void f3GoesFromMatchToMatchAmongAllRows(Rig rig) {
    var past = Past.open(rig);
    past.filter().fill("GBPUSD");
    rig.button("Only matches").click();
    past.row("\"n\":4").click();
    rig.press("F3");
    assertThat(past.chosen()).containsText("\"n\":7,");
    rig.press("F3");
    assertThat(past.chosen()).containsText("\"n\":107,");
    rig.press("Shift+F3");
    assertThat(past.chosen()).containsText("\"n\":7,");
    assertThat(past.row("EURUSD")).isVisible();
  }

  @Test
  void timesAreCountedFromTheMarkedRow(Rig rig) {
    var past = Past.open(rig);
    past.row("\"n\":6").click();
    past.log().press("m");
    assertThat(past.row("\"n\":6").getByLabel("marked, times count from here")).isVisible();
    assertThat(past.row("\"n\":9")).containsText("+6.00");
    assertThat(past.row("\"n\":4")).containsText("−4.00");
    rig.button("Times from the mark").click();
    assertThat(past.row("\"n\":9")).containsText("+2.00");
  }

  @Test
  void twoRowsAreComparedSideBySide(Rig rig) {
    var past = Past.open(rig);
    past.row("\"n\":6").click();
    past.row("\"n\":7").click(with(KeyboardModifier.SHIFT));
    rig.button("Compare the two").click();
    assertThat(rig.page().getByText("2 differences")).isVisible();
    assertThat(rig.page().locator("mark").filter(new Locator.FilterOptions().setHasText("GBP")))
        .isVisible();
    rig.shot("compare");
  }

  private static Locator.ClickOptions with(KeyboardModifier key) {
    return new Locator.ClickOptions().setModifiers(List.of(key));
  }

  @Test
  void allOrWhatPassesTheFilterIsExported(Rig rig) {
    var past = Past.open(rig);
    past.filter().fill("GBPUSD");
    assertThat(rig.page().getByText("30 of 3,000 rows")).isVisible();
    rig.button("Export").click();
    var saved =
        rig.page()
            .waitForDownload(() -> rig.named(AriaRole.MENUITEM, "JSON lines").first().click());
    org.assertj.core.api.Assertions.assertThat(saved.path()).content().hasLineCount(30);
  }
}
