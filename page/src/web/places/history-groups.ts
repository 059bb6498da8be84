import type { HistoryItem } from "../api.ts";
import { day } from "../state/words.ts";

/** Sessions of one day. */
export interface Day {
  title: string;
  items: HistoryItem[];
}

/** Puts sessions, the latest first, into days. */
export function days(items: HistoryItem[], now = Date.now()): Day[] {
  const all: Day[] = [];
  for (const item of items) {
    const title = day(item.began, now);
    const last = all.at(-1);
    if (last?.title === title) {
      last.items.push(item);
    } else {
      all.push({ title, items: [item] });
    }
  }
  return all;
}
