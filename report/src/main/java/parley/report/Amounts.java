package parley.report;

import java.time.Duration;

/** Sizes and durations as people read them, to three digits. */
public final class Amounts {

  private Amounts() {}

  /** Such as {@code 12 B}, {@code 1.50 KB} or {@code 16.0 MB}; 1 KB is 1024 bytes. */
  public static String size(long bytes) {
    if (bytes < 1 << 10) {
      return bytes + " B";
    }
    if (bytes < 1 << 20) {
      return threeDigits(bytes * 1000 / (1 << 10)) + " KB";
    }
    return threeDigits(bytes / (1 << 10) * 1000 / (1 << 10)) + " MB";
  }

  /** Such as {@code 85 µs}, {@code 1.24 ms}, {@code 30 s} or {@code 3 min}. */
  public static String duration(Duration duration) {
    var micros = duration.toNanos() / 1000;
    if (micros < 1000) {
      return micros + " µs";
    }
    if (micros < 1_000_000) {
      return threeDigits(micros) + " ms";
    }
    if (micros < 120_000_000) {
      return threeDigits(micros / 1000) + " s";
    }
    return micros / 60_000_000 + " min";
  }

  /** Thousandths as a number with up to three digits and no zeros at the end of its fraction. */
  private static String threeDigits(long thousandths) {
    var whole = thousandths / 1000;
    var decimals = whole >= 100 ? 0 : whole >= 10 ? 1 : 2;
    var fraction = Long.toString(1000 + thousandths % 1000).substring(1, 1 + decimals);
    while (fraction.endsWith("0")) {
      fraction = fraction.substring(0, fraction.length() - 1);
    }
    return fraction.isEmpty() ? Long.toString(whole) : whole + "." + fraction;
  }
}
