import type { Key } from "../api.ts";
import { corrected } from "../code/address.ts";
import { app, type Place } from "./app.ts";

/** Whether a key is that of `folder`, or of something in it. */
export function within(key: Key, folder: Key): boolean {
  return key === folder || folder === "" || key.startsWith(`${folder}/`);
}

function set(tabs: Place[], shown: number): void {
  app.memory.put("tabs", tabs);
  app.memory.put("shown", Math.max(0, Math.min(shown, tabs.length - 1)));
}

/** Shows the tab that many places further, around the end. */
export function step(by: number): void {
  const { length } = app.tabs.value;
  if (length > 0) {
    app.memory.put("shown", (app.shown.value + by + length) % length);
  }
}

/** Puts a tab elsewhere in the strip; the one that is shown stays shown. */
export function moveTab(from: number, to: number): void {
  const tabs = [...app.tabs.value];
  const shown = tabs[app.shown.value];
  const [moved] = tabs.splice(from, 1);
  if (moved) {
    tabs.splice(to, 0, moved);
    set(tabs, tabs.indexOf(shown ?? moved));
  }
}

/** Closes all tabs for which it holds. */
export function closeTabs(where: (place: Place, index: number) => boolean): void {
  const { tabs, shown } = app;
  const left = tabs.value.filter((place, index) => !where(place, index));
  const before = tabs.value.slice(0, shown.value).filter((place, index) => !where(place, index)).length;
  set(left, before);
}

/** Lets tabs, drafts and all else that is kept follow a file or folder that has got another path. */
export function follow(from: Key, to: Key): void {
  const moved = (key: Key): Key => within(key, from) ? to + key.slice(from.length) : key;
  app.memory.move(from, to);
  app.memory.put("tabs", app.tabs.value.map((place): Place =>
    place.kind === "file" ? { ...place, key: moved(place.key) }
    : place.kind === "environment" ? { ...place, collection: moved(place.collection) } : place));
}

/** Shows another place in the tab of this one. */
export function replace(place: Place, by: Place): void {
  const at = app.tabs.value.findIndex((one) => JSON.stringify(one) === JSON.stringify(place));
  const open = app.tabs.value.findIndex((one) => JSON.stringify(one) === JSON.stringify(by));
  if (at < 0 || open >= 0) {
    app.show(by);
    return;
  }
  app.memory.put("tabs", app.tabs.value.map((one, index) => (index === at ? by : one)));
}

/** A new conversation without a file, in a tab. An address may be as people type it. */
export async function openScratch(typed = ""): Promise<Key | undefined> {
  const { url, notice } = corrected(typed.trim());
  const made = await app.try(app.server.call("scratch.create", { url }));
  if (made) {
    app.show({ kind: "file", key: made.key });
  }
  if (made && notice) {
    app.toast({ text: notice, severity: "info" });
  }
  return made?.key;
}
