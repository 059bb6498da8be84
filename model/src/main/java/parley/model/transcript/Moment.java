package parley.model.transcript;

import java.time.Duration;
import java.time.Instant;

/**
 * When something happened.
 *
 * @param time the date by the machine's clock, which may be set back in between
 * @param elapsed since the transcript began, by a clock that only goes forward; to the microsecond
 */
public record Moment(Instant time, Duration elapsed) {}
