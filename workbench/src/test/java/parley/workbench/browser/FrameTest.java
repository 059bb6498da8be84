package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page's frame: what stands around every conversation. */
@InBrowser
final class FrameTest {

  @Test
  void thePageSaysWhatItIs(Rig rig) {
    var page = rig.open();
    assertThat(page).hasTitle("Parley");
  }
}
