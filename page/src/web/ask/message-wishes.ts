import type { Draft, FileState, Key } from "../api.ts";
import { app } from "../state/app.ts";
import { prompt } from "../ui/dialog.ts";
import { addFresh, copyName, draftOf, forget, idOf, type MessageTab } from "./drafts.ts";
import { change, offerUndo } from "./edits.ts";
import { keep, keptOf } from "./kept.ts";
import type { TabWish } from "./message-tabs.ts";

/** Does what is wanted of the messages of a conversation. */
export async function grant(key: Key, tabs: MessageTab[], wish: TabWish): Promise<void> {
  const tab = "id" in wish ? tabs.find((one) => one.id === wish.id) : undefined;
  switch (wish.wish) {
    case "add":
      return keep(key, (kept) => addFresh(kept, { kind: "json", content: "" }));
    case "show":
      return keep(key, (kept) => ({ ...kept, shown: wish.id }));
    case "save":
      return tab && save(key, tab, tab.draft.name);
    case "duplicate":
      return tab && duplicate(key, tab);
    case "rename":
      return tab && rename(key, tab, wish.name);
    case "delete":
      return tab && remove(key, tabs, tab);
    case "move":
      return tab && void await change("file.edit", key, { edits: [{ op: "move", at: ["messages", tab.index!], to: wish.to }] }, "another order of messages");
  }
}

/** Writes a message to the file; a new one is asked for its name. */
export async function save(key: Key, tab: MessageTab, name: string | undefined): Promise<void> {
  const called = name ?? (tab.index === undefined ? await prompt({ title: "Save the message", label: "Name", yes: "Save" }) : undefined);
  if (tab.index === undefined && !called) {
    return;
  }
  const message: Draft = { ...tab.draft, ...(called ? { name: called } : {}) };
  const { file } = await change("file.message", key, { index: tab.index ?? null, message }, `the message ${called ?? tab.title}`);
  if (file) {
    keep(key, (kept) => forget(kept, tab.id, idAt(file, tab.index ?? file.index) ?? kept.shown));
  }
}

async function rename(key: Key, tab: MessageTab, name: string): Promise<void> {
  if (tab.index === undefined) {
    return keep(key, (kept) => ({ ...kept, fresh: kept.fresh.includes(tab.id) ? kept.fresh : [...kept.fresh, tab.id], drafts: { ...kept.drafts, [tab.id]: { ...tab.draft, name } } }));
  }
  const saved = app.files.value.get(key)?.model?.messages[tab.index];
  const { file } = saved ? await change("file.message", key, { index: tab.index, message: { ...draftOf(saved), name } }, `the name ${name}`) : {};
  const id = file && idAt(file, tab.index);
  if (id) {
    keep(key, (kept) => {
      const left = forget(kept, tab.id, id);
      return tab.edited ? { ...left, drafts: { ...left.drafts, [id]: { ...tab.draft, name } } } : left;
    });
  }
}

async function duplicate(key: Key, tab: MessageTab): Promise<void> {
  const name = copyName(app.files.value.get(key)?.model?.messages ?? [], tab.title);
  const { file } = await change("file.message", key, { index: null, message: { ...tab.draft, name } }, `the message ${name}`);
  const id = file && idAt(file, file.index);
  if (id) {
    keep(key, (kept) => ({ ...kept, shown: id }));
  }
}

async function remove(key: Key, tabs: MessageTab[], tab: MessageTab): Promise<void> {
  const before = keptOf(key).value;
  const next = tabs[tabs.indexOf(tab) + 1] ?? tabs[tabs.indexOf(tab) - 1];
  const leave = () => keep(key, (kept) => forget(kept, tab.id, next?.id ?? ""));
  const restore = () => keep(key, () => before);
  if (tab.index === undefined) {
    leave();
    app.toast({ text: `${tab.title} is deleted.`, severity: "info", action: { title: "Undo", run: restore } });
    return;
  }
  const { file } = await change("file.message", key, { index: tab.index, message: null }, `no message ${tab.title}`);
  if (file) {
    leave();
    offerUndo(`${tab.title} is deleted.`, file, restore);
  }
}

function idAt(file: FileState, index: number | undefined): string | undefined {
  const messages = file.model?.messages ?? [];
  const message = messages[index ?? messages.length - 1];
  return message && idOf(messages, message);
}
