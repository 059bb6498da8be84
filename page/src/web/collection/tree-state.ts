import type { Key } from "../api.ts";
import { app } from "../state/app.ts";
import { Store } from "../state/store.ts";

/** Which lines were opened and closed, where that is not the default. */
export const toggled = app.memory.at<Record<string, boolean>>("tree.open", {});
/** The line of the tree that keys act on. */
export const current = new Store<string>("");
/** The line that is renamed in place. */
export const renaming = new Store<string | undefined>(undefined);
/** The line at which a slash command is typed. */
export const slashAt = new Store<string | undefined>(undefined);

export function isOpen(id: string, byDefault: boolean): boolean {
  return toggled.value[id] ?? byDefault;
}

export function setOpen(id: string, open: boolean): void {
  app.memory.put("tree.open", { ...toggled.value, [id]: open });
}

/** Opens all folders above a path. */
export function openAbove(path: Key): void {
  const parts = path.split("/");
  const above = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/")).filter((one) => toggled.value[one] === false);
  if (above.length > 0) {
    app.memory.put("tree.open", { ...toggled.value, ...Object.fromEntries(above.map((one) => [one, true])) });
  }
}

/** Chooses a line, and opens what it lies in. */
export function choose(id: string): void {
  openAbove(id.replace(/#\d+$/, ""));
  if (id.includes("#")) {
    setOpen(id.replace(/#\d+$/, ""), true);
  }
  current.set(id);
}
