import type { Draft, Key, NodeKind } from "../api.ts";
import { app, type Place } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { closeTabs, follow, within } from "../state/tabs.ts";
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
export function openEnvironment(path: Key): void {
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
    const name = made.path.replace(/^.*\//, "").replace(/\.ya?ml$/, "");
    app.show({ kind: "environment", collection: collectionOf(app.tree.value?.root, folder)?.path ?? folder, name });
  }
  if (more.name === undefined && kind !== "environment") {
    renaming.set(made.path);
  }
  return made.path;
}

/** Adds a saved message to a conversation and opens it in the composer. */
export async function addMessage(key: Key, message: Draft = { kind: "json", content: "{}", name: "New message" }): Promise<void> {
  const file = app.files.value.get(key) ?? await app.try(server.call("file.open", { path: key }));
  const changed = file && await app.try(server.call("file.message", { path: key, version: file.version, index: null, message }));
  if (changed?.index === undefined) {
    return;
  }
  setOpen(key, true);
  openMessage(key, changed.index);
  choose(messageId(key, changed.index));
}

export async function renameRow(row: TreeRow, name: string): Promise<void> {
  if (row.message) {
    await changeMessage(row, { name });
    return;
  }
  const { path } = row.node;
  const renamed = await app.try(server.call("tree.rename", { path, name }));
  if (renamed && renamed.path !== path) {
    follow(path, renamed.path);
    choose(renamed.path);
  }
}

async function changeMessage(row: TreeRow, change: { name: string } | null): Promise<boolean> {
  const path = row.node.path;
  const file = await app.try(server.call("file.open", { path }));
  const old = file?.model?.messages.find((one) => one.index === row.message?.index);
  if (!file || !old) {
    return false;
  }
  const { index, kind, content, as, compress } = old;
  const message = change && { kind, content, ...(as ? { as } : {}), ...(compress === undefined ? {} : { compress }), ...change };
  return await app.try(server.call("file.message", { path, version: file.version, index, message })) !== undefined;
}

/** Deletes at once, and offers to undo it. */
export async function removeRow(row: TreeRow): Promise<void> {
  if (row.message) {
    const { path } = row.node;
    if (await changeMessage(row, null)) {
      undoable(`Deleted the message ${row.message.name}.`, () => void app.try(server.call("file.undo", { path })));
    }
    return;
  }
  const { path, name } = row.node;
  const gone = await app.try(server.call("tree.delete", { path }));
  if (gone) {
    const open = app.tabs.value.filter((place) => place.kind === "file" && within(place.key, path));
    closeTabs((place) => open.includes(place));
    undoable(`Deleted ${name}.`, () => void undelete(gone.undo, path, open));
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
    const file = await app.try(server.call("file.open", { path }));
    const old = file?.model?.messages.find((one) => one.index === row.message?.index);
    if (old) {
      await addMessage(path, { kind: old.kind, content: old.content, name: `${old.name} copy` });
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
  const index = row.message?.index ?? 0;
  const file = await app.try(server.call("file.open", { path }));
  if (!file) {
    return;
  }
  if (to.node.path === path) {
    const place = to.message?.index ?? 0;
    await app.try(server.call("file.edit", { path, version: file.version, edits: [{ op: "move", at: ["messages", index], to: place }] }));
    return;
  }
  const old = file.model?.messages.find((one) => one.index === index);
  if (old && to.node.kind === "conversation") {
    await addMessage(to.node.path, { kind: old.kind, content: old.content, name: old.name });
    await changeMessage(row, null);
  }
}

/** Runs a conversation's steps in its tab, or all tests of a folder. */
export async function runRow(row: TreeRow): Promise<void> {
  if (row.node.kind === "conversation") {
    app.show({ kind: "file", key: row.node.path });
    await app.try(server.call("talk.run", { key: row.node.path }));
    return;
  }
  await runPaths([row.node.path]);
}

export async function runPaths(paths: Key[]): Promise<void> {
  const started = await app.try(server.call("run.start", { paths }));
  if (started) {
    app.show({ kind: "run", run: started.run });
  }
}

/** The folder in which something new is made: that of the chosen line. */
export function chosenFolder(): Key {
  const id = current.value.replace(/#\d+$/, "");
  return /\.ya?ml$/.test(id) ? folderOf(id) : id;
}
