import type { Key, LogRow, SessionId } from "../api.ts";
import type { MenuEntry } from "../ui/menu.ts";
import { copyMessage, saveMessage } from "./content.ts";
import { reviewSteps } from "../ask/recorded-steps.ts";
import { expectMessage, recordingOf } from "../ask/recording.ts";
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
  /** The position of a row that is picked. */
  picked?: number | undefined;
  mark(): void;
  pick(): void;
  only(): void;
  all(): void;
}

/** What can be done with a row. */
export function rowMenu(row: LogRow, place: RowPlace): MenuEntry[] {
  return [
    ...messageEntries(row, place),
    ...stepEntries(row, place),
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

/** Steps that rows become. */
function stepEntries({ p, k, d }: LogRow, { key, session, second, picked = p }: RowPlace): MenuEntry[] {
  if (!key) {
    return [];
  }
  const recording = recordingOf(key).value;
  const [from, to] = [Math.min(p, picked), Math.max(p, picked) + 1];
  return [
    ...(recording && d === "in" && (k === "text" || k === "binary")
      ? [{ title: recording.expected.includes(p) ? "Do not expect it" : "Expect this message", key: "Alt+X", run: () => expectMessage(key, p) }] : []),
    ...(k === "text" || k === "binary" || k === "ping" || k === "close" ? [{ title: "Make a step of it…", run: () => void reviewSteps({ key, session, from: p, to: p + 1, chosen: [p], alone: true }) }] : []),
    ...(second ? [{ title: "Make steps from the picked row on…", run: () => void reviewSteps({ key, session, from, to }) }] : []),
    "line",
  ];
}
