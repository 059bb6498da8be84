package parley.engine.plan;

import java.time.Duration;

/** Durations as files write them. */
public final class Durations {

  private Durations() {}

  /** In the largest unit that keeps it whole: {@code 500ms}, {@code 5s}, {@code 1m}, {@code 2h}. */
  public static String text(Duration duration) {
    var millis = duration.toMillis();
    if (millis == 0 || millis % 1000 != 0) {
      return millis + "ms";
    }
    var seconds = millis / 1000;
    if (seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
  }
}
