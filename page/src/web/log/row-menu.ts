import type { Key, LogRow, SessionId } from "../api.ts";
import type { MenuEntry } from "../ui/menu.ts";
import { copyMessage, saveMessage } from "./content.ts";
import { nameOf } from "./log-row.ts";
import { sendAgain, useAsMessage } from "./message-deeds.ts";

/** Where a row stands, and what its log can do with it. */
export interface RowPlace {
  /** Of the conversation; empty for a session of history. */
  key: Key;
  session: SessionId;
  marked: boolean;
  /** Whether another row is picked already. */
  second: boolean;
  filtered: boolean;
  mark(): void;
  pick(): void;
  only(): void;
  all(): void;
}

/** What can be done with a row. */
export function rowMenu(row: LogRow, place: RowPlace): MenuEntry[] {
  return [
    ...messageEntries(row, place),
    { title: place.marked ? "Count times from row to row" : "Count times from here", icon: "clock", key: "M", run: () => place.mark() },
    { title: place.second ? "Compare with the picked row" : "Pick to compare", icon: "ask", key: "Space", run: () => place.pick() },
    "line",
    { title: "Only rows of this kind", note: nameOf(row.k), icon: "search", run: () => place.only() },
    ...(place.filtered ? [{ title: "All rows, around this one", run: () => place.all() }] : []),
  ];
}

function messageEntries(row: LogRow, { key, session }: RowPlace): MenuEntry[] {
  if (!["text", "binary", "ping", "pong", "unsent"].includes(row.k)) {
    return [];
  }
  return [
    { title: "Copy", icon: "copy", key: "Ctrl+C", run: () => void copyMessage(session, row.p, row.s) },
    { title: "Save as…", icon: "file", key: "F9", run: () => void saveMessage(session, row.p) },
    ...(key ? [{ title: "Use as message", icon: "message" as const, run: () => void useAsMessage(key, session, row.p) }] : []),
    ...(key && row.d === "out" ? [{ title: "Send again", icon: "run" as const, run: () => void sendAgain(key, session, row.p) }] : []),
    "line",
  ];
}
