package parley.cli.create;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Seconds as other tools take them, with a point where somebody likes. */
final class Seconds {

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  private Seconds() {}

  /** As the format writes a duration, when it is above zero and between the limits. */
  static Optional<String> of(String text, int least, int most) {
    if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) {
      return Optional.empty();
    }
    var millis = new BigDecimal(text).multiply(MILLIS).setScale(0, RoundingMode.UP).intValue();
    if (millis <= 0 || millis < least * 1000 || millis > most * 1000) {
      return Optional.empty();
    }
    return Optional.of(millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms");
  }
}
