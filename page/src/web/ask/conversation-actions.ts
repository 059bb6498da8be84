import type { Key, Pointer } from "../api.ts";
import { withScripts } from "../collection/script-permission.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { focused } from "../ui/menu.ts";
import { settled, undo } from "./edits.ts";
import { saveScratch } from "./save-dialog.ts";

/** What is typed in a field goes into the file first, as if the field were left. */
export async function written(key: Key): Promise<void> {
  const field = focused();
  field?.blur();
  field?.focus();
  await settled(key);
  const draft = app.memory.at<{ text: string } | null>(`file:${key}`, null).value;
  if (draft && draft.text !== app.files.value.get(key)?.text) {
    app.toast({ text: "The file has changes that are not saved; what is on disk is used.", hint: "Save them in File with Ctrl+S.", severity: "warning" });
  }
}

/** The conversation that is shown. */
export function current(): Key | undefined {
  const place = app.place;
  return place?.kind === "file" ? place.key : undefined;
}

function conversation(): Key | undefined {
  const key = current();
  const kind = key && app.files.value.get(key)?.kind;
  return kind === undefined || kind === "conversation" ? key : undefined;
}

export async function connect(key: Key, connection?: string): Promise<void> {
  await written(key);
  await withScripts(() => app.server.call("talk.connect", { key, ...(connection === undefined ? {} : { connection }) }));
}

export async function cancel(key: Key, connection?: string): Promise<void> {
  await app.try(app.server.call("talk.cancel", { key, ...(connection === undefined ? {} : { connection }) }));
}

export async function disconnect(key: Key, connection?: string): Promise<void> {
  await app.try(app.server.call("talk.disconnect", { key, ...(connection === undefined ? {} : { connection }) }));
}

/** Runs all steps, or some on what is open. */
export async function runSteps(key: Key, steps?: Pointer[]): Promise<void> {
  await written(key);
  await withScripts(() => app.server.call("talk.run", { key, ...(steps ? { steps } : {}) }));
}

export async function stopSteps(key: Key): Promise<void> {
  await app.try(app.server.call("talk.stop", { key }));
}

const isScratch = (key: Key | undefined): boolean => key?.startsWith("scratch:") ?? false;

const talk = () => app.talks.value.get(current() ?? "");
const file = () => app.files.value.get(current() ?? "");
const state = () => talk()?.state ?? "disconnected";
const connecting = () => state() === "connecting";
const open = () => ["connecting", "connected", "closing"].includes(state());

register(
  {
    id: "connect", title: "Connect", group: "Conversation", keys: ["F5"],
    when: () => !!conversation() && !open(), run: () => void connect(current()!),
  },
  {
    id: "cancel", title: "Cancel connecting", group: "Conversation",
    when: () => !!conversation() && connecting(), run: () => void cancel(current()!),
  },
  {
    id: "disconnect", title: "Disconnect", group: "Conversation", keys: ["F6"],
    when: () => !!conversation() && ["connected", "connecting"].includes(state()),
    run: () => void (connecting() ? cancel(current()!) : disconnect(current()!)),
  },
  {
    id: "run-steps", title: "Run steps", group: "Conversation", keys: ["Ctrl+Enter"],
    when: () => !!conversation() && (file()?.model?.steps.length ?? 0) > 0 && !talk()?.running, run: () => void runSteps(current()!),
  },
  {
    id: "stop-steps", title: "Stop the steps", group: "Conversation",
    when: () => talk()?.running ?? false, run: () => void stopSteps(current()!),
  },
  {
    id: "undo", title: "Undo the last change of the file", group: "File", keys: ["Ctrl+Z"], outside: true,
    when: () => file()?.undo ?? false, run: () => void undo(current()!, false),
  },
  {
    id: "redo", title: "Do the undone change again", group: "File", keys: ["Ctrl+Shift+Z", "Ctrl+Y"], outside: true,
    when: () => file()?.redo ?? false, run: () => void undo(current()!, true),
  },
  {
    id: "save-scratch", title: "Save as a file", group: "File", keys: ["Ctrl+S"],
    when: () => isScratch(current()), run: () => void saveScratch(current()!),
  },
);
