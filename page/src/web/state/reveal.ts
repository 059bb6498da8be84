import type { Key } from "../api.ts";
import { Store } from "./store.ts";

/** What some part of the page should bring into view. */
export type Reveal =
  /** A saved message of a conversation, in its composer. */
  | { kind: "message"; key: Key; index: number }
  /** A line of a file, in its File tab. */
  | { kind: "line"; key: Key; line: number }
  /** One of the tabs of what is asked, such as `steps`. */
  | { kind: "tab"; key: Key; tab: string }
  /** A row of a log: chosen and scrolled to. */
  | { kind: "row"; session: string; position: number };

/** Set by who wants it; the component that can shows it, and sets it to nothing. It may come before that component is there. */
export const reveal = new Store<Reveal | undefined>(undefined);

/** Asks for it. */
export function show(what: Reveal): void {
  reveal.set(what);
}
