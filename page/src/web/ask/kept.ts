import type { Key } from "../api.ts";
import { app } from "../state/app.ts";
import type { Store } from "../state/store.ts";
import { type Kept, NONE } from "./drafts.ts";

/** What the composer of a conversation holds, kept over reloads. */
export function keptOf(key: Key): Store<Kept> {
  return app.memory.at<Kept>(`composer:${key}`, NONE);
}

export function keep(key: Key, change: (kept: Kept) => Kept): void {
  app.memory.put(`composer:${key}`, change(keptOf(key).value));
}
