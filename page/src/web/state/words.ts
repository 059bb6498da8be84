import type { Talk } from "../api.ts";

/** The state as a screen reader says it. */
export function stateWords(talk: Talk | undefined): string {
  return talk?.state ?? "disconnected";
}

const NUMBER = new Intl.NumberFormat("en-US");

/** 12408 as `12,408`. */
export function number(value: number): string {
  return NUMBER.format(value);
}

/** `1 row`, `12,408 rows`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
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

/** `0.42 ms`, `38.2 ms`, `412 ms`, `4.10 s`, `3:05 min`. */
export function millis(value: number): string {
  if (value < 1000) {
    return `${value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : Math.round(value)} ms`;
  }
  return value < 60_000 ? `${(value / 1000).toFixed(value < 9_950 ? 2 : 1)} s` : long(Math.round(value / 1000));
}

/** Whole seconds: `12 s`, `3:05 min`, `2:03:05 h`, `3 d 04 h`. */
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

export function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

/** `14:02`. */
export function clock(at: number): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

/** A time of today as `14:02`, of another day as `12 Nov 14:02`. */
export function moment(at: number, now = Date.now()): string {
  const date = new Date(at);
  return sameDay(date, new Date(now)) ? clock(at) : `${date.getDate()} ${date.toLocaleString("en-GB", { month: "short" })} ${clock(at)}`;
}

/** `expires 14:02`, or `expired 12 Nov 14:02`. */
export function expiry(at: number, now = Date.now()): string {
  return `${at > now ? "expires" : "expired"} ${moment(at, now)}`;
}

/** `Today`, `Yesterday`, `Thursday 12 November`. */
export function day(at: number, now = Date.now()): string {
  const date = new Date(at);
  if (sameDay(date, new Date(now))) {
    return "Today";
  }
  return sameDay(date, new Date(now - 86_400_000)) ? "Yesterday" : date.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
}

function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}
