import { long, padded } from "../state/words.ts";

/** `14:02:11.481 203`: the local time to the microsecond. */
export function time(micros: number): string {
  const date = new Date(Math.floor(micros / 1000));
  return `${clock(date)}.${padded(date.getMilliseconds(), 3)} ${padded(((micros % 1000) + 1000) % 1000, 3)}`;
}

function clock(date: Date): string {
  return `${padded(date.getHours(), 2)}:${padded(date.getMinutes(), 2)}:${padded(date.getSeconds(), 2)}`;
}

/** `2026-11-21 14:02:11.481 203`. */
export function date(micros: number): string {
  const at = new Date(Math.floor(micros / 1000));
  return `${at.getFullYear()}-${padded(at.getMonth() + 1, 2)}-${padded(at.getDate(), 2)} ${time(micros)}`;
}

/**
 * The time between two rows: in milliseconds up to ten seconds, as in `+4.2` and `+4055`, then with its unit. What is less than
 * a tenth of a millisecond is told in microseconds.
 */
export function delta(micros: number): string {
  const sign = micros < 0 ? "−" : "+";
  const all = Math.abs(micros);
  if (all < 100) {
    return `${sign}${all} µs`;
  }
  const millis = all / 1000;
  if (millis < 100) {
    return `${sign}${millis.toFixed(millis < 9.995 ? 2 : 1)}`;
  }
  if (millis < 9_999.5) {
    return `${sign}${Math.round(millis)}`;
  }
  return sign + long(Math.round(millis / 1000));
}
