import type { Key } from "../api.ts";
import { app } from "./app.ts";
import { Store } from "./store.ts";

const seen = new Store<ReadonlyMap<Key, number>>(new Map());

function look(): void {
  const { place } = app;
  if (place?.kind !== "file" || document.hidden) {
    return;
  }
  const rows = app.talks.value.get(place.key)?.rows ?? 0;
  if (seen.value.get(place.key) !== rows) {
    seen.update((all) => new Map(all).set(place.key, rows));
  }
}

[app.talks, app.tabs, app.shown].forEach((store) => store.watch(look));
document.addEventListener("visibilitychange", look);

/** Watched by who shows the counts. */
export const seenRows = seen;

/** Rows that came since the conversation was last looked at; of one that was not yet, since the page was opened. */
export function unread(key: Key): number {
  const rows = app.talks.value.get(key)?.rows ?? 0;
  return Math.max(0, rows - (seen.value.get(key) ?? atFirst(key, rows)));
}

const first = new Map<Key, number>();

function atFirst(key: Key, rows: number): number {
  const known = Math.min(first.get(key) ?? rows, rows);
  first.set(key, known);
  return known;
}
