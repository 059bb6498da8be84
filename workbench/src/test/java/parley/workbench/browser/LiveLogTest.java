package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The log of a connection that is open. */
@InBrowser
final class LiveLogTest {

  private static final String MOCK =
      """
      listen: { port: 0 }
      state: { number: 0 }
      paths:
        /feed:
          on-connect:
            - group:
                - send: { json: { type: tick, n: "{{next(number)}}", bid: 1.10 } }
              repeat: { times: 2000, delay: 25ms }
        /private:
          reject:
            - status: 401
              headers: { WWW-Authenticate: Bearer }
              body: { json: { error: missing token, seq: 12345678901234567890 } }
      """;

  private static Rig open(Rig rig, String name) {
    rig.file("parley.yaml", "name: Shop\n")
        .mock(MOCK)
        .file("feed.ws.yaml", "name: Feed\nurl: \"{{base}}/feed\"\n")
        .file("private.ws.yaml", "name: Private\nurl: \"{{base}}/private\"\n");
    rig.open();
    assertThat(rig.page().getByText("mock running")).isVisible();
    rig.treeItem(name).click();
    rig.press("F5");
    return rig;
  }

  private static Locator log(Rig rig) {
    return rig.page().getByRole(AriaRole.GRID);
  }

  private static Locator row(Rig rig, String text) {
    return row(rig, new Locator.FilterOptions().setHasText(text));
  }

  private static Locator row(Rig rig, Pattern text) {
    return row(rig, new Locator.FilterOptions().setHasText(text));
  }

  private static Locator row(Rig rig, Locator.FilterOptions which) {
    return log(rig).getByRole(AriaRole.ROW).filter(which).first();
  }

  /** A row of a number of so many digits, or more: one number is soon gone from the tail. */
  private static final LocatorAssertions.HasTextOptions WHOLE =
      new LocatorAssertions.HasTextOptions().setUseInnerText(true);

  private static Locator tick(Rig rig, int digits) {
    return row(rig, Pattern.compile("\"n\":\\d{" + digits + ",},"));
  }

  @Test
  void itFollowsTheTailUntilTheUserLooksAtSomethingElse(Rig rig) {
    open(rig, "Feed");
    assertThat(row(rig, Pattern.compile("\"n\":([4-9]\\d|\\d{3,}),"))).isVisible();
    assertThat(rig.page().getByText("following the tail")).isVisible();
    log(rig).press("Home");
    assertThat(row(rig, "101 Switching Protocols")).isVisible();
    assertThat(rig.button("jump to the tail")).isVisible();
    assertThat(row(rig, "101 Switching Protocols")).isVisible();
    log(rig).press("End");
    assertThat(rig.page().getByText("following the tail")).isVisible();
    assertThat(row(rig, "101 Switching Protocols")).isHidden();
  }

  @Test
  void aPauseLosesNothingAndClearBeginsANewLog(Rig rig) {
    open(rig, "Feed");
    assertThat(tick(rig, 2)).isVisible();
    rig.button("Pause").click();
    var unseen = rig.button("rows, jump to the tail");
    assertThat(unseen).isVisible();
    var last = log(rig).getByRole(AriaRole.ROW).last().innerText();
    assertThat(unseen).not().hasText(unseen.innerText());
    assertThat(log(rig).getByRole(AriaRole.ROW).last()).hasText(last, WHOLE);
    rig.button("Resume").click();
    assertThat(rig.page().getByText("following the tail")).isVisible();
    rig.press("F6");
    assertThat(row(rig, "closed")).isVisible();
    rig.press("Control+l");
    assertThat(rig.page().getByText("Nothing has been said yet.")).isVisible();
  }

  @Test
  void aRefusedHandshakeIsShownAtOnceWithWhatTheServerSaid(Rig rig) {
    open(rig, "Private");
    assertThat(rig.named(AriaRole.HEADING, "401 Unauthorized")).isVisible();
    assertThat(row(rig, "refused")).containsText("401 Unauthorized");
    var shown = rig.named(AriaRole.TABPANEL, "Handshake");
    assertThat(shown).containsText("WWW-Authenticate");
    assertThat(shown).containsText("\"seq\": 12345678901234567890");
    rig.named(AriaRole.RADIO, "Bytes").first().click();
    assertThat(shown).containsText("HTTP/1.1 401 Unauthorized");
  }

  @Test
  void aFilterGoesOnWhileRowsComeIn(Rig rig) {
    open(rig, "Feed");
    assertThat(tick(rig, 1)).isVisible();
    rig.press("Control+f");
    rig.type("$.n >= 100");
    assertThat(tick(rig, 3)).isVisible();
    assertThat(row(rig, Pattern.compile("\"n\":\\d{1,2},"))).isHidden();
    rig.reload();
    assertThat(tick(rig, 3)).isVisible();
    log(rig).press("Home");
    assertThat(row(rig, "\"n\":100,")).isVisible();
    assertThat(row(rig, Pattern.compile("\"n\":\\d{1,2},"))).isHidden();
  }
}
