import { app } from "../state/app.ts";

const KEPT = 20;

/** Filters used before, the last one first. */
export const pastFilters = app.memory.at<string[]>("filters", []);

export function rememberFilter(find: string): void {
  if (find.trim() !== "") {
    app.memory.put("filters", [find, ...pastFilters.value.filter((one) => one !== find)].slice(0, KEPT));
  }
}
