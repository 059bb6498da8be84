const COUNT = new Intl.NumberFormat("en-US");

/** `12,408`. */
export function count(value: number): string {
  return COUNT.format(value);
}

/** `1 row`, `12,408 rows`. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

const UNITS = ["KB", "MB", "GB", "TB"];

/** `118 B`, `1.9 MB`: units of 1,024 as in files, at most four figures. */
export function size(bytes: number): string {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

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

/** Whole seconds from ten on: `12 s`, `3:05 min`, `2:03:05 h`, `3 d 04 h`. */
export function long(seconds: number): string {
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes}:${padded(seconds % 60, 2)} min`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24
    ? `${hours}:${padded(minutes % 60, 2)}:${padded(seconds % 60, 2)} h`
    : `${Math.floor(hours / 24)} d ${padded(hours % 24, 2)} h`;
}

/** `0.42 ms`, `38 ms`, `4.1 s`. */
export function millis(value: number): string {
  if (value < 1000) {
    return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
  }
  return value < 60_000 ? `${(value / 1000).toFixed(value < 9_950 ? 2 : 1)} s` : long(Math.round(value / 1000));
}
