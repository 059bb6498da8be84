import type { Calls, FileState, Key, Refusal } from "../api.ts";
import { Refused } from "../server.ts";
import { app, put } from "../state/app.ts";

/** Calls that change a file: each says the version that it was made from. */
export type Change = "file.edit" | "file.row" | "file.paste" | "file.set" | "file.auth" | "file.proxy" | "file.message" | "file.step" | "file.assert" | "file.write" | "file.format";

type Given<C extends Change> = Omit<Calls[C][0], "path" | "version">;

/** What came of a change. */
export type Changed<C extends Change> = { file: Calls[C][1]; refusal?: undefined } | { file?: undefined; refusal: Refusal };

/** What is asked when a file has changed meanwhile: `again` does it on top of what is there now. */
export interface Conflict {
  path: Key;
  /** The change in words, or the whole text as it would be and the one it was made from, if that is known. */
  mine: { words: string } | { text: string; base?: string };
  theirs: FileState;
}

/** A text holds, merged of both; mine is done again; later, nothing is written, and nothing typed is lost. */
export type Decision = { text: string } | "mine" | "theirs" | "later";

interface Making {
  /** What it is refused with is for the caller to tell. */
  quiet?: boolean;
  /** The text that a whole one was made from. */
  base?: string;
}

const queues = new Map<Key, Promise<unknown>>();
let ask: (conflict: Conflict) => Promise<Decision> = () => Promise.resolve("later");

/** Who asks the user about conflicts. */
export function onConflict(asks: typeof ask): void {
  ask = asks;
}

/**
 * Changes a file. Changes of one file wait for each other, so that each is made from the version before it. What is refused is
 * answered with its reason, and told in a toast unless `quiet`.
 */
export async function change<C extends Change>(call: C, path: Key, given: Given<C>, words: string, making: Making = {}): Promise<Changed<C>> {
  const changed = await queued(path, () => attempt(call, path, given, words, making.base));
  if (changed.refusal && !making.quiet) {
    app.toast({ text: changed.refusal.text, hint: changed.refusal.hint, severity: "error" });
  }
  return changed;
}

function queued<T>(path: Key, work: () => Promise<T>): Promise<T> {
  const done = (queues.get(path) ?? Promise.resolve()).then(work);
  const ended = done.catch(() => undefined).then(() => {
    if (queues.get(path) === ended) {
      queues.delete(path);
    }
  });
  queues.set(path, ended);
  return done;
}

/** When all changes made so far are written. */
export async function settled(path: Key): Promise<void> {
  await queues.get(path);
}

async function attempt<C extends Change>(call: C, path: Key, given: Given<C>, words: string, base: string | undefined): Promise<Changed<C>> {
  try {
    const from = (given as { version?: string }).version ?? await version(path);
    return await write(call, path, given, words, from, base);
  } catch (why) {
    if (!(why instanceof Refused)) {
      throw why;
    }
    return { refusal: why.refusal };
  }
}

/** Who types at once may be quicker than the file that is being opened. */
async function version(path: Key): Promise<string> {
  return (app.files.value.get(path) ?? await app.server.call("file.open", { path })).version;
}

async function write<C extends Change>(call: C, path: Key, given: Given<C>, words: string, version: string, base: string | undefined): Promise<Changed<C>> {
  try {
    const file = await app.server.call(call, ...[{ ...given, path, version }] as never) as Calls[C][1];
    know(path, file as FileState);
    return { file };
  } catch (why) {
    if (why instanceof Refused && why.refusal.code === "conflict") {
      return await settle(call, path, given, words, base);
    }
    throw why;
  }
}

/** Mine is done again on top of what is there now, a merged text is written; theirs leaves it. */
async function settle<C extends Change>(call: C, path: Key, given: Given<C>, words: string, base: string | undefined): Promise<Changed<C>> {
  const theirs = await app.server.call("file.open", { path });
  const mine = call === "file.write" ? { text: (given as unknown as { text: string }).text, ...(base === undefined ? {} : { base }) } : { words };
  const decision = await ask({ path, mine, theirs });
  know(path, theirs);
  if (typeof decision === "object") {
    return await write(call, path, { ...given, text: decision.text }, words, theirs.version, theirs.text);
  }
  switch (decision) {
    case "mine":
      return await write(call, path, given, words, theirs.version, theirs.text);
    case "theirs":
      return { file: theirs as Calls[C][1] };
    case "later":
      return { refusal: { code: "conflict", text: "Nothing was written: the file has changed on disk.", hint: "What you typed is still here." } };
  }
}

/** Takes the last change of a file back, or does it again. */
export async function undo(path: Key, again: boolean): Promise<void> {
  const file = await queued(path, () => app.try(app.server.call(again ? "file.redo" : "file.undo", { path })));
  if (file) {
    know(path, file);
  }
}

/** Of a file that is not open here the page is not told when it changes, so it is not kept. */
function know(path: Key, file: FileState): void {
  if (app.files.value.has(path)) {
    put(app.files, path, file);
  }
}

/** Takes back the change that made `file` what it is, unless others came after it. */
export async function takeBack({ path, version }: FileState): Promise<boolean> {
  await settled(path);
  const last = (app.files.value.get(path)?.version ?? version) === version;
  if (last) {
    await undo(path, false);
  } else {
    app.toast({ text: "Other changes came after it.", hint: "Undo (Ctrl+Z) takes them back one by one.", severity: "warning" });
  }
  return last;
}

/** Tells of a change, and offers to take it back. */
export function offerUndo(text: string, file: FileState, also: () => void = () => {}): void {
  const back = async () => await takeBack(file) && also();
  app.toast({ text, severity: "info", action: { title: "Undo", run: () => void back() } });
}

/** A file as it is now; when it cannot be read, that is told. */
export async function opened(path: Key): Promise<FileState | undefined> {
  const file = app.files.value.get(path) ?? await app.open(path);
  const why = file ? undefined : app.unopened.value.get(path);
  if (why) {
    app.toast({ text: why.text, hint: why.hint, severity: "error" });
  }
  return file;
}

const opening = new Set<Key>();

/** Reads a file unless it is open, or cannot be opened. */
export function ensureOpen(path: Key): void {
  const known = app.files.value.has(path) || app.unopened.value.has(path);
  if (path && !known && !opening.has(path) && app.connected.value) {
    opening.add(path);
    void app.open(path).finally(() => opening.delete(path));
  }
}
