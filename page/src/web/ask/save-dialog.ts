import { html } from "lit";
import type { Key, TreeNode } from "../api.ts";
import { app } from "../state/app.ts";
import { follow } from "../state/tabs.ts";
import { openDialog } from "../ui/dialog.ts";
import { fileName } from "./scratch-name.ts";

interface Folder { path: Key; name: string; depth: number }

/** Asks for a folder and a name, and makes a file of a conversation that has none. */
export async function saveScratch(key: Key): Promise<void> {
  const all = folders(app.tree.value?.root);
  const model = app.files.value.get(key)?.model;
  const name = model ? fileName(model.name, model.url.value) : "";
  let chosen: { folder: Key; name: string } | undefined;
  await openDialog((close) => {
    const done = (event: Event): void => {
      event.preventDefault();
      const given = new FormData(event.target as HTMLFormElement);
      chosen = { folder: given.get("folder") as string, name: (given.get("name") as string).trim() };
      close();
    };
    return html`<parley-dialog heading="Save as a file">
      <form id="form" @submit=${done}>
        <label>Name<input class="field" name="name" required autofocus .value=${name} placeholder="Ticker stream" @focus=${(event: Event) => (event.target as HTMLInputElement).select()}></label><br>
        <label>Folder<select class="field" name="folder">${all.map((one) => html`<option value=${one.path}>${"\u2003".repeat(one.depth)}${one.name}</option>`)}</select></label>
      </form>
      <div slot="foot"><button class="button" @click=${close}>Cancel</button><button class="button primary" form="form">Save</button></div></parley-dialog>`;
  });
  if (chosen) {
    await save(key, chosen);
  }
}

async function save(key: Key, chosen: { folder: Key; name: string }): Promise<void> {
  const saved = await app.try(app.server.call("scratch.save", { key, ...chosen }));
  if (!saved) {
    return;
  }
  follow(key, saved.path);
  app.toast({ text: `Saved as ${saved.path}`, severity: "info" });
}

function folders(node: TreeNode | undefined, depth = 0): Folder[] {
  if (!node || node.kind !== "folder" && node.kind !== "collection") {
    return [];
  }
  return [{ path: node.path, name: node.name, depth }, ...(node.children ?? []).flatMap((child) => folders(child, depth + 1))];
}
