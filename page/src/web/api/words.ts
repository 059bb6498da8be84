// Words used in many places.

/** A value of JSON as it crosses the wire; numbers that JavaScript would round travel as texts. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A way into a YAML document: keys and indexes. */
export type Pointer = (string | number)[];

/** The path of a file or folder relative to the opened folder, with `/`; `scratch:N` for a conversation without a file. */
export type Key = string;

/** A history session, whose rows a conversation's log shows. */
export type SessionId = string;

export interface Refusal {
  /** `conflict`, `missing`, `refused`, `invalid`, `full`, `unsupported`, `bad-call`, `broken`. */
  code: string;
  text: string;
  hint?: string;
  /** More for some codes, such as `theirs` of a conflict; `scripts` names the collection whose scripts nobody has allowed. */
  more?: Json;
}

export interface Problem {
  path: Key;
  line: number;
  column: number;
  length: number;
  severity: "error" | "warning";
  /** "found ..., expected ..." in one sentence. */
  text: string;
  hint?: string;
}

/** The steps to an open connection, in their order. */
export type Stage = "token" | "dns" | "tcp" | "proxy" | "tls" | "upgrade";
