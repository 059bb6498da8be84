package parley.cli.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrowserTest {

  private static final String URL = "http://127.0.0.1:7357/enter#key";

  @Test
  void eachSystemHasItsOwnCommand() {
    assertThat(Browser.command("Windows 11", Map.of(), URL))
        .contains(List.of("rundll32", "url.dll,FileProtocolHandler", URL));
    assertThat(Browser.command("Mac OS X", Map.of(), URL)).contains(List.of("open", URL));
    for (var screen : List.of("DISPLAY", "WAYLAND_DISPLAY")) {
      assertThat(Browser.command("Linux", Map.of(screen, ":0"), URL))
          .contains(List.of("xdg-open", URL));
    }
  }

  @Test
  void withoutAScreenThereIsNone() {
    assertThat(Browser.command("Linux", Map.of("DISPLAY", ""), URL)).isEmpty();
  }

  @Test
  void aCommandThatIsNotThereIsNoFault() {
    assertThat(Browser.start(List.of("no-such-command-as-this"))).isFalse();
  }
}
