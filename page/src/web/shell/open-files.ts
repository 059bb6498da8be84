import type { FileState, Key } from "../api.ts";
import { app } from "../state/app.ts";

/** Files that stand behind the editor of environments. */
const SHEETS: FileState["kind"][] = ["environment", "collection"];

let waits = false;

/** Lets go of files that no tab shows any more, once what is shown has changed. */
function tidy(): void {
  waits = false;
  const tabs = app.tabs.value;
  const sheets = tabs.some((place) => place.kind === "environment");
  const shown = (key: Key): boolean => tabs.some((place) => place.kind === "file" && place.key === key);
  [...app.files.value.values()]
    .filter((file) => !shown(file.path) && !(sheets && SHEETS.includes(file.kind)))
    .forEach((file) => app.shut(file.path));
}

app.tabs.watch(() => {
  if (!waits) {
    waits = true;
    setTimeout(tidy);
  }
});
