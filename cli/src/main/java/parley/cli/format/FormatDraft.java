package parley.cli.format;

/** What the options of {@code fmt} said so far. */
final class FormatDraft {

  boolean check;
  boolean help;
}
