package parley.cli.ui;

/** What the arguments of {@code parley ui} said. */
final class UiDraft {
  int port;
  boolean open = true;
  boolean help;
}
