import type { Draft, MessageModel } from "../api.ts";

/** What the composer of one conversation holds that the file does not: changed messages, new ones, and which is shown. */
export interface Kept {
  shown: string;
  drafts: Record<string, Draft>;
  /** New messages that are not saved yet. */
  fresh: string[];
}

/** A message as a tab of the composer. */
export interface MessageTab {
  id: string;
  title: string;
  /** Where it stands in the file; a new one stands nowhere. */
  index?: number;
  draft: Draft;
  /** Whether it is not in the file as it is here. */
  edited: boolean;
}

export const NONE: Kept = { shown: "", drafts: {}, fresh: [] };
const FIRST = "new:1";

/** All tabs: saved messages in the order of the file, then new ones; at least an empty new one. */
export function messageTabs(messages: MessageModel[], kept: Kept | null): MessageTab[] {
  const { drafts, fresh } = kept ?? NONE;
  const saved = messages.map((message) => savedTab(message, idOf(messages, message), drafts));
  const open = saved.length === 0 && fresh.length === 0 ? [FIRST] : fresh;
  return [...saved, ...open.map((id) => ({ id, title: drafts[id]?.name || "new message", draft: drafts[id] ?? { kind: "json" as const, content: "" }, edited: !!drafts[id]?.content }))];
}

function savedTab(message: MessageModel, id: string, drafts: Record<string, Draft>): MessageTab {
  const saved = draftOf(message);
  const draft = drafts[id] ?? saved;
  return { id, title: message.name || `message ${message.index + 1}`, index: message.index, draft, edited: !sameDraft(draft, saved) };
}

/** A saved message is known by its name, or by its place where several have that name. */
export function idOf(messages: MessageModel[], message: MessageModel): string {
  const alone = message.name && messages.filter((one) => one.name === message.name).length === 1;
  return alone ? `name:${message.name}` : `at:${message.index}`;
}

export function draftOf({ kind, content, tree, as, compress, name }: MessageModel): Draft {
  return { kind, content, ...(tree ? { tree } : {}), ...(as ? { as } : {}), ...(compress === undefined ? {} : { compress }), ...(name ? { name } : {}) };
}

/** What a copy of a message is called. */
export function copyName(messages: MessageModel[], name: string): string {
  const taken = new Set(messages.map((one) => one.name));
  const copy = `${name} copy`;
  let number = 1;
  while (taken.has(number === 1 ? copy : `${copy} ${number}`)) {
    number++;
  }
  return number === 1 ? copy : `${copy} ${number}`;
}

function sameDraft(a: Draft, b: Draft): boolean {
  return a.kind === b.kind && a.content === b.content && !a.tree === !b.tree && a.as === b.as && a.compress === b.compress && (a.name ?? "") === (b.name ?? "");
}

/** The tab that is shown. */
export function shownTab(tabs: MessageTab[], kept: Kept | null): MessageTab {
  return tabs.find((one) => one.id === kept?.shown) ?? tabs[0]!;
}

/** What is typed into a tab. */
export function type(kept: Kept, id: string, draft: Draft): Kept {
  const fresh = id.startsWith("new:") && !kept.fresh.includes(id) ? [...kept.fresh, id] : kept.fresh;
  return { ...kept, shown: id, fresh, drafts: { ...kept.drafts, [id]: draft } };
}

/** A tab for a new message. */
export function addFresh(kept: Kept, draft: Draft): Kept {
  const id = `new:${1 + Math.max(0, ...kept.fresh.map((one) => Number(one.slice(4))))}`;
  return { shown: id, fresh: [...kept.fresh, id], drafts: { ...kept.drafts, [id]: draft } };
}

/** Forgets what is typed in a tab; `shown` is shown then. */
export function forget(kept: Kept, id: string, shown = kept.shown): Kept {
  const { [id]: _, ...drafts } = kept.drafts;
  return { shown, drafts, fresh: kept.fresh.filter((one) => one !== id) };
}
