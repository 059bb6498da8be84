package parley.cli.create;

import org.jspecify.annotations.Nullable;

/** What the options of {@code new} said so far. */
final class NewDraft {

  @Nullable String from;
  boolean help;
}
