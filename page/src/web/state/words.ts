import type { ConnectionState, Talk } from "../api.ts";

const STATES: Record<ConnectionState, string> = {
  disconnected: "disconnected",
  connecting: "connecting",
  connected: "connected",
  closing: "closing",
  closed: "closed",
  failed: "failed",
  refused: "refused",
  cancelled: "cancelled",
};

/** The state as a screen reader says it. */
export function stateWords(talk: Talk | undefined): string {
  return talk ? STATES[talk.state] : "disconnected";
}

/** 12408 as `12,408`. */
export function number(value: number): string {
  return value.toLocaleString("en-US");
}

/** `1 row`, `12,408 rows`. */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

/** 1945 as `1.9 KB`; 1 KB is 1024 bytes. */
export function size(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit++) {
    value /= 1024;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

/** 1234.5 as `1.2 s`, 12.25 as `12 ms`. */
export function millis(value: number): string {
  if (value < 1) {
    return `${value.toFixed(2)} ms`;
  }
  return value < 1000 ? `${Math.round(value)} ms` : value < 60_000 ? `${(value / 1000).toFixed(1)} s` : `${Math.floor(value / 60_000)} min ${Math.round((value % 60_000) / 1000)} s`;
}

/** A time of today as `14:02`, of another day as `12 Nov 14:02`. */
export function moment(at: number, now = Date.now()): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return sameDay(date, new Date(now)) ? time : `${date.getDate()} ${date.toLocaleString("en-GB", { month: "short" })} ${time}`;
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
