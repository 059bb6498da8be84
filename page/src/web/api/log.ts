// The log, its rows, handshakes, the history and environments.

import type { Advice, ConnectionState } from "./talk.ts";
import type { Key, SessionId, Stage } from "./words.ts";

export type RowKind =
  | "text" | "binary" | "ping" | "pong" | "close" | "opened" | "refused" | "failed" | "closed" | "notice" | "violation"
  | "phase" | "tried" | "secured" | "request" | "response" | "frame" | "raw" | "lost" | "unsent" | "retry";

export interface LogRow {
  /** The position, from 0. */
  p: number;
  /** Microseconds since the epoch. */
  t: number;
  /** `in`, `out` or nothing. */
  d: "in" | "out" | "";
  k: RowKind;
  /** The connection's name. */
  c?: string;
  /** Payload bytes, and bytes on the wire. */
  s: number;
  w: number;
  /** The first line or so, control characters made visible. */
  x: string;
  /** Of a message that was never written: why. */
  why?: string;
  /** Which try comes, of how many, when in milliseconds since the epoch, and why. */
  retry?: { attempt: number; of: number; due: number; why: string };
  /** Compressed, fragmented. */
  z?: boolean;
  f?: number;
}

export interface LogQuery {
  /** Text, `/regex/i`, or a condition that begins with `$`, such as `$.symbol == "EURUSD"`. */
  find?: string;
  direction?: "in" | "out";
  /** All when missing. */
  kinds?: RowKind[];
  connection?: string;
}

export interface LogState {
  session: SessionId;
  rows: number;
  bytes: number;
  rate: number;
  /** Rows that wait to be stored. */
  behind: number;
  /** What keeps it from being stored, such as a full disk. */
  trouble?: string;
}

export interface ViewState {
  view: string;
  session: SessionId;
  matches: number;
  scanned: number;
  total: number;
  done: boolean;
}

export type BodyForm = "pretty" | "text" | "visible" | "hex" | "base64" | "decoded";

export interface EntryDetail {
  row: LogRow;
  /** Forms that make sense for it, the best first. */
  forms: BodyForm[];
  language: "json" | "xml" | "text" | "binary";
  facts: { name: string; value: string }[];
  frames: FrameRow[];
  /** Of a received message: the one that was sent last before it on its connection, unless that was opened since. */
  sent?: LogRow;
  /** Of a close row, a violation and the like: all that is known, in sentences. */
  text?: string;
  advice: Advice[];
}

export interface FrameRow {
  fin: boolean;
  rsv: string;
  opcode: number;
  name: string;
  masked: boolean;
  mask?: string;
  /** Payload bytes, and header bytes. */
  length: number;
  header: number;
}

/** A window of lines of a body in one form; lines longer than 10,000 characters are cut. */
export interface BodyWindow {
  form: BodyForm;
  from: number;
  lines: string[];
  /** All lines of it. */
  total: number;
  /** Decoded forms say how: `gzip`, `base64`, `gzip, JSON`. */
  how?: string;
}

export interface Handshake {
  state: "opened" | "refused" | "failed";
  url: string;
  /** As sent and as received, byte for byte, control characters other than line ends made visible. */
  request?: Head;
  response?: Head & { status: number };
  body?: Body;
  tls?: Tls;
  /** The answers before the last one that another request followed. */
  hops: Hop[];
  /** How the proxy was passed, or was not. */
  tunnel?: { proxy: string; variable?: string; request?: Head; response?: Head; body?: Body; tls?: Tls };
  /** The token that the request carried, or the answer of a server that gave none. */
  token?: TokenInfo;
  extensions: string[];
  subprotocol?: string;
  timing: { stage: Stage; start: number; millis: number; text: string }[];
  tries: { address: string; text: string; millis?: number }[];
  findings: { severity: string; text: string; section?: string }[];
  stage?: Stage;
  failure?: string;
  exception?: string;
  advice: Advice[];
}

export interface TokenInfo {
  url: string;
  /** In milliseconds since the epoch. */
  expires?: number;
  reused: boolean;
  /** What the server answered in place of one. */
  response?: Head;
  body?: Body;
}

/** The head of a request or an answer. */
export interface Head {
  bytes: string;
  headers: [string, string][];
  line: string;
}

export interface Body {
  text: string;
  hex: string;
  size: number;
  end: string;
  type: string;
}

export interface Tls {
  version: string;
  cipher: string;
  name: string;
  alpn?: string;
  /** Whom our certificate names, when the server asked for one. */
  shown?: string;
  verified: boolean;
  /** Whether its public key is one that was asked for. */
  pinned: boolean;
  chain: Certificate[];
}

/** An answer that was no end: a redirect that was followed, or a question for credentials that were at hand. */
export interface Hop {
  url: string;
  reason: "redirect" | "challenge";
  request: Head;
  response: Head;
  body?: Body;
}

export interface Certificate {
  subject: string;
  issuer: string;
  names: string[];
  from: string;
  until: string;
  fingerprint: string;
  fault?: string;
}

export interface DiffLine {
  side: "both" | "left" | "right";
  left?: number;
  right?: number;
  text: string;
}

export type ExportFormat = "har" | "jsonl" | "csv" | "text";

export interface HistoryItem {
  session: SessionId;
  key: Key;
  name: string;
  url: string;
  environment?: string;
  began: number;
  ended?: number;
  rows: number;
  bytes: number;
  /** How it ended, in a line. */
  text: string;
  state: ConnectionState;
  live: boolean;
  matches?: number;
}

export interface Retention {
  days: number | null;
  sessions: number | null;
  megabytes: number | null;
}

export interface EnvironmentInfo {
  name: string;
  path: Key;
  /** The folder of the collection that it belongs to. */
  collection: Key;
  chosen: boolean;
  mock?: MockState;
}

/** All environments of all collections, and all mocks, also those that no environment names. */
export interface Environments {
  all: EnvironmentInfo[];
  mocks: MockState[];
}

export interface MockState {
  path: Key;
  state: "stopped" | "running" | "failed";
  url?: string;
  text?: string;
  connections: number;
}
