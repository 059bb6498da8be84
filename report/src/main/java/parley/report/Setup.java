package parley.report;

/** Where the person who reads advice says how to connect. */
public enum Setup {
  COMMAND_LINE,
  /** A conversation's file. */
  FILE;

  /** The advice that fits: an option's or a key's. */
  String choose(String option, String key) {
    return switch (this) {
      case COMMAND_LINE -> option;
      case FILE -> key;
    };
  }
}
