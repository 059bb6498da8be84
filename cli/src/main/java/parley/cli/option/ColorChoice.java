package parley.cli.option;

import parley.report.Palette;

/** When to use colours. */
public enum ColorChoice {
  AUTO,
  ALWAYS,
  NEVER;

  /** Reads what follows {@code --color}. */
  public static Reading<ColorChoice> parse(String text) {
    return switch (text) {
      case "auto" -> Reading.good(AUTO);
      case "always" -> Reading.good(ALWAYS);
      case "never" -> Reading.good(NEVER);
      default -> Reading.bad("auto, always or never", "never");
    };
  }

  /** The colours, where {@code welcome} says whether a person wants them there. */
  public Palette palette(boolean welcome) {
    return switch (this) {
      case AUTO -> welcome ? Palette.COLORED : Palette.PLAIN;
      case ALWAYS -> Palette.COLORED;
      case NEVER -> Palette.PLAIN;
    };
  }
}
