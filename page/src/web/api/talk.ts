// A live conversation.

import type { MessageKind } from "./collection.ts";
import type { Edit, RowTable } from "./file.ts";
import type { TokenInfo } from "./log.ts";
import type { Outcome, StepResult } from "./step.ts";
import type { Key, Problem, SessionId, Stage } from "./words.ts";

export type ConnectionState =
  | "disconnected" | "connecting" | "connected" | "closing" | "closed" | "failed" | "refused" | "cancelled";

export interface LiveConnection {
  /** Empty for the main one. */
  name: string;
  state: ConnectionState;
  /** While connecting. */
  phase?: Stage;
  /** What the phase is about, such as an address. */
  subject?: string;
  /** One line: `Connected`, `401 Unauthorized`, `Closed by the server: 1000 bye`. */
  text: string;
  /** Milliseconds since the epoch at which this state began. */
  since: number;
  url?: string;
  code?: number;
  reason?: string;
  by?: "server" | "client" | "network";
  /** The facts for the status bar. */
  facts?: {
    protocol?: string; subprotocol?: string; compression?: string; tls?: string; certificate?: string;
    /** The proxy that it goes through, without user and password: `http://proxy:3128`. */
    proxy?: string;
    /** When the token that it was opened with expires, in milliseconds since the epoch. */
    token?: number;
  };
  /** Milliseconds of each stage of the last attempt. */
  timing?: Partial<Record<Stage | "total", number>>;
  pingMillis?: number;
  /** Whether TLS is verified on it. */
  verified: boolean;
  /** The position of the row that tells of its last attempt. */
  handshake?: number;
  /** When a lost connection is tried again: the try's number and the time. */
  retry?: { attempt: number; of: number; at: number };
}

/** A message given to a connection and not yet written. */
export interface Pending {
  ticket: number;
  preview: string;
  size: number;
  since: number;
}

export interface Talk {
  key: Key;
  name: string;
  state: ConnectionState;
  connections: LiveConnection[];
  session?: SessionId;
  rows: number;
  bytes: number;
  /** Messages of the last second. */
  rate: number;
  pending: Pending[];
  /** A send that is done every so often. */
  repeating?: { every: number; sent: number; name: string };
  running: boolean;
  /** The steps' last outcome. In events only where it has changed: `results` tells of it. */
  results?: StepResult[];
  outcome?: Outcome;
  /** Why it cannot connect: problems of the file. */
  problems?: Problem[];
  /** What the state means and what to do, from the explanations. */
  advice?: Advice[];
}

export interface Advice {
  title: string;
  text: string;
  severity: "info" | "warning" | "error";
  fixes: Fix[];
}

/** What may help: words, or a change of the file, too, which is said in one of the three ways. */
export interface Fix {
  text: string;
  edits?: Edit[];
  /** A setting, for `file.set`. */
  set?: { name: string; value: string };
  /** A row that takes the place of one of the same name, for `file.row`. */
  row?: { table: RowTable; name: string; value: string };
}

/** What is in the composer. */
export interface Draft {
  kind: MessageKind;
  content: string;
  /** Of JSON: it is a value of the file, laid out for people; it is sent compact, `"{{n}}"` as what the variable is. */
  tree?: boolean;
  as?: "text" | "binary";
  compress?: boolean;
  name?: string;
}

export interface Preview {
  /** `text`, `binary`, `ping`, `close`... as it goes on the wire. */
  kind: string;
  size: number;
  /** Of texts. */
  text?: string;
  /** The first bytes, as hex in pairs. */
  hex: string;
  truncated: boolean;
  problems: { text: string; hint?: string }[];
}

/** Which way a connection would go now, and why. */
export interface ProxyNow {
  /**
   * `proxy`: by one, which `variable` names unless the file does. Straight: the file says `none`; its `except` has the host; `no-proxy`
   * of the environment has it; it is `this-machine`; the environment is `unset`; the address is a `socket`. Not at all: the variable is
   * `unreadable`, or what the file says is `faulty`.
   */
  why: "proxy" | "none" | "except" | "no-proxy" | "this-machine" | "unset" | "socket" | "unreadable" | "faulty";
  host?: string;
  proxy?: string;
  variable?: string;
  text?: string;
}

/** A token that is at hand now; or why there is none, and the answer of the server, if it gave one. */
export interface TokenFetched {
  token?: TokenInfo;
  text?: string;
}

/** A cookie that a server has set; long values are cut. */
export interface KeptCookie {
  name: string;
  value: string;
  domain: string;
  /** It goes to the domain alone, not to names below it. */
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: string;
  /** In milliseconds since the epoch; missing for one that lasts as long as the workbench. */
  expires?: number;
}
