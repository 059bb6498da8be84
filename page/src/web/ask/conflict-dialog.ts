import { html } from "lit";
import { app } from "../state/app.ts";
import type { Store } from "../state/store.ts";
import { openDialog } from "../ui/dialog.ts";
import { variables } from "../ui/variables.ts";
import { type Conflict, type Decision, onConflict } from "./edits.ts";
import "./file-merge.ts";
import type { FileMerge, Merging } from "./file-merge.ts";

/** What was decided so far of a conflict, and of which one. */
interface Kept {
  mine: string;
  version: string;
  so: Merging;
}

/** Asks what a file shall be that was changed here and on disk. Closing the dialog decides nothing, and keeps what was decided so far. */
async function choose(conflict: Conflict): Promise<Decision> {
  return "text" in conflict.mine ? await merge(conflict, conflict.mine) : await again(conflict, conflict.mine.words);
}

async function again({ path }: Conflict, words: string): Promise<Decision> {
  let decision: Decision = "later";
  await openDialog((close) => {
    const take = (one: Decision) => () => {
      decision = one;
      close();
    };
    return html`<parley-dialog heading="${nameOf(path)} has changed on disk">
      <p>Something else wrote it meanwhile. Your change: <b>${words}</b>. It can be made in the file as it is now.</p>
      <div slot="foot"><button class="button" @click=${take("theirs")}>Keep what is on disk</button>
        <button class="button primary" autofocus @click=${take("mine")}>Make my change</button></div></parley-dialog>`;
  });
  return decision;
}

async function merge({ path, theirs }: Conflict, mine: { text: string; base?: string }): Promise<Decision> {
  let decision: Decision = "later";
  const memory = app.memory.at<never>(`merge:${path}`, null as never) as unknown as Store<Kept | null>;
  const kept = memory.value?.mine === mine.text && memory.value.version === theirs.version ? memory.value.so : undefined;
  await openDialog((close) => {
    const done = (event: CustomEvent<string>): void => {
      decision = { text: event.detail };
      app.memory.put(`merge:${path}`, null);
      close();
    };
    return html`<parley-dialog ${variables({ "--dialog-width": "1160px" })} heading="${nameOf(path)} ${theirs.gone ? "is gone from disk" : "has changed on disk"}">
      <parley-file-merge .mine=${mine.text} .theirs=${theirs.text} .base=${mine.base} .so=${kept}
        @so=${(event: CustomEvent<Merging>) => app.memory.put(`merge:${path}`, { mine: mine.text, version: theirs.version, so: event.detail } as never)} @done=${done}></parley-file-merge>
      <div slot="foot"><button class="button" title="Decide later; nothing is lost (Esc)" @click=${close}>Later</button>
        <button class="button primary" autofocus @click=${(event: Event) => mergeOf(event).save()}>Save <kbd>Ctrl S</kbd></button></div></parley-dialog>`;
  });
  return decision;
}

function mergeOf(event: Event): FileMerge {
  return (event.currentTarget as Element).closest("parley-dialog")!.querySelector<FileMerge>("parley-file-merge")!;
}

function nameOf(path: string): string {
  return path.split("/").at(-1)!;
}

onConflict(choose);
