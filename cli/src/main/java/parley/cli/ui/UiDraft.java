package parley.cli.ui;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the arguments of {@code parley ui} said. */
final class UiDraft {
  @Nullable Integer port;
  @Nullable String host;
  @Nullable Path state;
  boolean open = true;
  boolean help;
}
