import type { Draft, Edit, FileState, Key, MessageModel, NodeKind, RunOptions } from "../api.ts";
import { copyName, draftOf } from "../ask/drafts.ts";
import { change, opened, takeBack } from "../ask/edits.ts";
import { app, type Place } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { closeTabs, follow, within } from "../state/tabs.ts";
import { withScripts } from "./script-permission.ts";
import { collectionOf, folderOf, messageId, type TreeRow } from "./tree-rows.ts";
import { choose, current, renaming, setOpen } from "./tree-state.ts";

const { server } = app;

/** Shows a line's place in a tab; a saved message goes to the composer. */
export function openRow(row: TreeRow): void {
  if (row.message) {
    openMessage(row.node.path, row.message.index);
  } else if (row.node.kind === "environment") {
    openEnvironment(row.node.path);
  } else {
    app.show({ kind: "file", key: row.node.path });
  }
}

export function openMessage(key: Key, index: number): void {
  app.show({ kind: "file", key });
  show({ kind: "message", key, index });
}

/** Opens the editor of an environment's file. */
function openEnvironment(path: Key): void {
  const environment = app.environments.value.find((one) => one.path === path);
  app.show(environment ? { kind: "environment", collection: environment.collection, name: environment.name } : { kind: "file", key: path });
}

/** Makes something in a folder. Without a name it gets one that can be changed at once, in the tree. */
export async function create(kind: NodeKind, folder: Key, more: { name?: string; url?: string; text?: string } = {}): Promise<Key | undefined> {
  const made = await app.try(server.call("tree.create", { kind, folder, ...more }));
  if (!made) {
    return undefined;
  }
  if (folder) {
    setOpen(folder, true);
  }
  choose(made.path);
  if (kind === "conversation" || kind === "mock") {
    app.show({ kind: "file", key: made.path });
  } else if (kind === "environment") {
    app.show({ kind: "environment", collection: collectionOf(app.tree.value?.root, folder)?.path ?? folder, name: environmentName(made.path) });
  }
  if (more.name === undefined && kind !== "environment") {
    renaming.set(made.path);
  }
  return made.path;
}

/** An environment is called as its file. */
export function environmentName(path: Key): string {
  return path.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
}

/** Adds a saved message to a conversation and opens it in the composer; answers whether it is there. */
export async function addMessage(key: Key, message: Draft = { kind: "json", content: "{}", name: "New message" }): Promise<boolean> {
  const { file } = await opened(key) ? await change("file.message", key, { index: null, message }, `the message ${message.name ?? ""}`) : {};
  if (file?.index === undefined) {
    return false;
  }
  setOpen(key, true);
  openMessage(key, file.index);
  choose(messageId(key, file.index));
  return true;
}

/** Whether it has that name then. */
export async function renameRow(row: TreeRow, name: string): Promise<boolean> {
  if (row.message) {
    return await changeMessage(row, { name }) !== undefined;
  }
  const { path } = row.node;
  const renamed = await app.try(server.call("tree.rename", { path, name }));
  if (renamed && renamed.path !== path) {
    follow(path, renamed.path);
    choose(renamed.path);
  }
  return renamed !== undefined;
}

/** The saved message of a line, as it stands in its file. */
async function messageOf(row: TreeRow): Promise<{ file: FileState; message: MessageModel } | undefined> {
  const file = await opened(row.node.path);
  const message = file?.model?.messages.find((one) => one.index === row.message?.index);
  return file && message && { file, message };
}

async function changeMessage(row: TreeRow, to: { name: string } | null): Promise<FileState | undefined> {
  const found = await messageOf(row);
  if (!found) {
    return undefined;
  }
  const { index, name } = found.message;
  const message = to && { ...draftOf(found.message), ...to };
  const { file } = await change("file.message", row.node.path, { index, message }, to ? `the name ${to.name}` : `no message ${name}`);
  return file;
}

/** Deletes at once, and offers to undo it. The line `next` is chosen then. */
export async function removeRow(row: TreeRow, next?: string): Promise<void> {
  const { path, name } = row.node;
  if (row.message) {
    const changed = await changeMessage(row, null);
    if (changed) {
      chooseAfter(row, next);
      undoable(`Deleted the message ${row.message.name}.`, () => void takeBack(changed));
    }
    return;
  }
  const gone = await app.try(server.call("tree.delete", { path }));
  if (gone) {
    chooseAfter(row, next);
    const open = app.tabs.value.filter((place) => place.kind === "file" && within(place.key, path));
    closeTabs((place) => open.includes(place));
    undoable(`Deleted ${name}.`, () => void undelete(gone.undo, path, open));
  }
}

function chooseAfter(row: TreeRow, next: string | undefined): void {
  if (current.value === row.id && next !== undefined) {
    current.set(next);
  }
}

async function undelete(undo: string, path: Key, open: Place[]): Promise<void> {
  const back = await app.try(server.call("tree.undelete", { undo }));
  if (back) {
    open.forEach((place) => app.show(place));
    if (back.path === path) {
      choose(path);
    }
  }
}

let lastUndo: (() => void) | undefined;

function undoable(text: string, undo: () => void): void {
  const once = (): void => {
    if (lastUndo === once) {
      lastUndo = undefined;
    }
    undo();
  };
  lastUndo = once;
  app.toast({ text, severity: "info", action: { title: "Undo", run: once } });
}

/** Undoes the last that can be undone in the tree. */
export function undoLast(): void {
  lastUndo?.();
}

export async function duplicateRow(row: TreeRow): Promise<void> {
  const { path } = row.node;
  if (row.message) {
    const found = await messageOf(row);
    if (found) {
      await addMessage(path, { ...draftOf(found.message), name: copyName(found.file.model?.messages ?? [], found.message.name) });
    }
    return;
  }
  const made = await app.try(server.call("tree.duplicate", { path }));
  if (made) {
    choose(made.path);
    renaming.set(made.path);
  }
}

/** Moves a file or folder into a folder. */
export async function moveTo(path: Key, folder: Key): Promise<void> {
  if (folderOf(path) === folder || within(folder, path) && folder !== "") {
    return;
  }
  const moved = await app.try(server.call("tree.move", { path, folder }));
  if (!moved) {
    return;
  }
  follow(path, moved.path);
  choose(moved.path);
  const from = folderOf(path);
  undoable(`Moved to ${folder || "the top"}.`, () => void moveTo(moved.path, from));
}

/** Puts a saved message before another of its conversation, or at the end of another conversation. */
export async function moveMessage(row: TreeRow, to: TreeRow): Promise<void> {
  const { path } = row.node;
  const found = await messageOf(row);
  if (!found) {
    return;
  }
  if (to.node.path === path) {
    const edits: Edit[] = [{ op: "move", at: ["messages", found.message.index], to: to.message?.index ?? 0 }];
    await change("file.edit", path, { edits }, "another order of messages");
  } else if (to.node.kind === "conversation" && await addMessage(to.node.path, draftOf(found.message))) {
    await changeMessage(row, null);
  }
}

/** Runs a conversation's steps in its tab, or all tests of a folder. */
export async function runRow(row: TreeRow): Promise<void> {
  if (row.node.kind === "conversation") {
    app.show({ kind: "file", key: row.node.path });
    await withScripts(() => server.call("talk.run", { key: row.node.path }));
    return;
  }
  await runPaths([row.node.path]);
}

export async function runPaths(paths: Key[], options?: RunOptions, only?: { path: Key; row?: string }[]): Promise<void> {
  const started = await withScripts(() => server.call("run.start", { paths, ...(options ? { options } : {}), ...(only ? { only } : {}) }));
  if (started) {
    app.show({ kind: "run", run: started.run });
  }
}

/** The folder in which something new is made: that of the chosen line. */
export function chosenFolder(): Key {
  const id = current.value.replace(/#\d+$/, "");
  return /\.ya?ml$/.test(id) ? folderOf(id) : id;
}
