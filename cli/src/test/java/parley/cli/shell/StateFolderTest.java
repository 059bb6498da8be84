package parley.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFolderTest {

  private static final Path HOME = Path.of("home").toAbsolutePath();
  private static final Path OTHER = Path.of("other").toAbsolutePath();

  @Test
  void itFollowsTheCustomOfEachSystem() {
    assertThat(StateFolder.of("Linux", Map.of(), HOME))
        .isEqualTo(HOME.resolve(".local/state/parley"));
    assertThat(StateFolder.of("Mac OS X", Map.of(), HOME))
        .isEqualTo(HOME.resolve("Library/Application Support/parley"));
    assertThat(StateFolder.of("Windows 11", Map.of("LOCALAPPDATA", OTHER.toString()), HOME))
        .isEqualTo(OTHER.resolve("parley"));
  }

  @Test
  void theUsersOwnWordCountsEverywhere() {
    var said = Map.of("XDG_STATE_HOME", OTHER.toString());
    assertThat(StateFolder.of("Linux", said, HOME)).isEqualTo(OTHER.resolve("parley"));
    assertThat(StateFolder.of("Mac OS X", said, HOME)).isEqualTo(OTHER.resolve("parley"));
  }

  @Test
  void aRelativeFolderIsIgnored() {
    assertThat(StateFolder.of("Linux", Map.of("XDG_STATE_HOME", "state"), HOME))
        .isEqualTo(HOME.resolve(".local/state/parley"));
  }
}
