// The one description of what the page and the server say to each other: JSON over one WebSocket.
//
//   {"id":7,"call":"log.rows","with":{...}}      a call of the page
//   {"id":7,"result":{...}}                      its answer
//   {"id":7,"error":{"code":"conflict","text":"...","hint":"..."}}
//   {"event":"talk","data":{...}}                something that happened
//
// Calls of one domain, the part before the dot, are handled in the order they were made, but for those of a log that may take long: they
// hold up only calls of the same name. A test of the server holds its calls against those named here.

// ---- words used in many places

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
  /** More for some codes, such as `theirs` of a conflict. */
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

// ---- the collection

export type NodeKind = "folder" | "collection" | "conversation" | "mock" | "environment";

export interface TreeNode {
  kind: NodeKind;
  path: Key;
  /** What people call it: `name:` or the file's name. */
  name: string;
  errors: number;
  warnings: number;
  /** Of conversations: whether they have steps. */
  test?: boolean;
  messages?: SavedMessage[];
  children?: TreeNode[];
}

export interface SavedMessage {
  index: number;
  name: string;
  kind: MessageKind;
}

export type MessageKind = "text" | "json" | "xml" | "hex" | "base64" | "file" | "ping" | "close" | "frame" | "bytes";

export interface Tree {
  root: TreeNode;
  /** Set when the folder has vanished or cannot be read; the tree is then the last one seen. */
  trouble?: string;
}

export interface Hit {
  path: Key;
  /** Of a saved message in it. */
  message?: number;
  line?: number;
  text: string;
}

// ---- a file as the page edits it

/** One row of a table: own ones can be edited at `at`, inherited ones say where they come from. */
export interface Row {
  name: string;
  value: string;
  enabled: boolean;
  at?: Pointer;
  /** "parley.yaml:4", "folder.yaml:2", "environments/local.yaml:3". */
  from?: string;
  /** An own row of the same name hides it. */
  hidden?: boolean;
  secret?: boolean;
}

export type RowTable = "params" | "headers" | "cookies" | "path" | "variables";

export interface Setting {
  /** `connect-timeout`, `reconnect.attempts`, `tls.verify`, `compression.client-max-window-bits`... */
  name: string;
  own?: string;
  /** What holds, inherited or by default. */
  value: string;
  from: string;
  docs: string;
  /** What may be said: `duration`, `size`, `boolean`, `number`, `text`, `list`, `file`, or the words themselves. */
  type: string | string[];
}

export interface MessageModel {
  index: number;
  name: string;
  kind: MessageKind;
  /** As it stands in the file: text, JSON text, XML, hex, base64, a path; of a close `CODE REASON`. */
  content: string;
  as?: "text" | "binary";
  compress?: boolean;
  docs?: string;
}

export interface StepModel {
  at: Pointer;
  line: number;
  /** The last line of it. */
  end: number;
  verb: string;
  title: string;
  id?: string;
  on?: string;
  /** Its own YAML, dedented. */
  text: string;
  steps?: StepModel[];
}

export interface ConversationModel {
  name: string;
  url: { own?: string; value: string; from: string };
  docs: string;
  tags: string[];
  tables: Record<RowTable, Row[]>;
  auth: { own?: Json; kind: string; value: Record<string, string>; from: string };
  subprotocols: { own?: string[]; value: string[]; from: string };
  settings: Setting[];
  messages: MessageModel[];
  steps: StepModel[];
  connections: string[];
}

export interface FileState {
  path: Key;
  kind: NodeKind | "other";
  /** Changes with each change of the bytes on disk. */
  version: string;
  text: string;
  problems: Problem[];
  /** Of conversations (also of broken ones, as far as they can be read), collections, folders, environments. */
  model?: ConversationModel;
  undo: boolean;
  redo: boolean;
  /** The file is gone from disk. */
  gone?: boolean;
}

export type Edit =
  | { op: "put"; at: Pointer; value: Json }
  | { op: "add"; at: Pointer; value: Json }
  | { op: "insert"; at: Pointer; value: Json }
  | { op: "move"; at: Pointer; to: number }
  | { op: "remove"; at: Pointer }
  | { op: "rename"; at: Pointer; to: string };

export interface Completion {
  from: number;
  options: { label: string; detail?: string; info?: string; apply?: string; kind: "key" | "value" | "variable" | "header" | "file" }[];
}

export interface VariableInfo {
  name: string;
  /** Missing for one that has no value yet; dots for a secret. */
  value?: string;
  secret?: boolean;
  from: string;
}

// ---- a live conversation

export type ConnectionState =
  | "disconnected" | "connecting" | "connected" | "closing" | "closed" | "failed" | "refused" | "cancelled";

export interface LiveConnection {
  /** Empty for the main one. */
  name: string;
  state: ConnectionState;
  /** While connecting. */
  phase?: "dns" | "tcp" | "tls" | "upgrade";
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
  facts?: { protocol?: string; subprotocol?: string; compression?: string; tls?: string; certificate?: string };
  /** Milliseconds of each stage of the last attempt. */
  timing?: { dns?: number; tcp?: number; tls?: number; upgrade?: number; total?: number };
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
  fixes: { text: string; /** A change of the file that does it. */ edits?: Edit[] }[];
}

/** What is in the composer. */
export interface Draft {
  kind: MessageKind;
  content: string;
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

// ---- steps and tests

export type StepState = "waiting" | "running" | "passed" | "failed" | "broken" | "skipped";

export interface CheckResult {
  ok: boolean;
  text: string;
  expected?: string;
  found?: string;
}

export interface StepResult {
  /** The step's place, as in `StepModel.at`, with `#N` for rounds of a loop. */
  id: string;
  at: Pointer;
  line: number;
  depth: number;
  verb: string;
  title: string;
  state: StepState;
  millis?: number;
  /** Why it failed, was skipped or broke. */
  text?: string;
  checks: CheckResult[];
  extracted: { name: string; value: string }[];
  /** What a receive looked at: positions in the log, and why each was not it. */
  saw: { position: number; why?: string }[];
  /** Positions of the messages that it matched or sent. */
  messages: number[];
}

export interface Outcome {
  result: "passed" | "failed" | "broken" | "cancelled";
  text?: string;
  millis: number;
}

export interface RunCase {
  path: Key;
  name: string;
  /** A data row. */
  row?: string;
  state: StepState;
  millis?: number;
  text?: string;
  session?: SessionId;
  steps: StepResult[];
}

export interface Run {
  id: string;
  title: string;
  state: "running" | "passed" | "failed" | "broken" | "cancelled";
  cases: RunCase[];
  passed: number;
  failed: number;
  broken: number;
  total: number;
  millis: number;
}

// ---- the log

export type RowKind =
  | "text" | "binary" | "ping" | "pong" | "close" | "opened" | "refused" | "failed" | "closed" | "notice" | "violation"
  | "phase" | "tried" | "secured" | "request" | "response" | "frame" | "raw" | "lost";

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
  request?: { bytes: string; headers: [string, string][]; line: string };
  response?: { bytes: string; headers: [string, string][]; line: string; status: number };
  body?: { text: string; hex: string; size: number; end: string; type: string };
  tls?: { version: string; cipher: string; name: string; alpn?: string; verified: boolean; chain: Certificate[] };
  extensions: string[];
  subprotocol?: string;
  timing: { stage: "dns" | "tcp" | "tls" | "upgrade"; start: number; millis: number; text: string }[];
  tries: { address: string; text: string; millis?: number }[];
  findings: { severity: string; text: string; section?: string }[];
  stage?: string;
  failure?: string;
  exception?: string;
  advice: Advice[];
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

export interface MockState {
  path: Key;
  state: "stopped" | "running" | "failed";
  url?: string;
  text?: string;
  connections: number;
}

// ---- all calls: what they take, what they give

export interface Calls {
  "hello": [Record<string, never>, {
    version: string; folder: string; name: string; examples: boolean; state: Record<string, Json>;
    tree: Tree; environments: EnvironmentInfo[]; talks: Talk[]; runs: Run[]; verify: boolean;
  }];
  "state.put": [{ key: string; value: Json }, Record<string, never>];

  "tree.get": [Record<string, never>, Tree];
  "tree.create": [{ kind: NodeKind; folder: Key; name?: string; url?: string; text?: string }, { path: Key }];
  "tree.rename": [{ path: Key; name: string }, { path: Key }];
  "tree.move": [{ path: Key; folder: Key }, { path: Key }];
  "tree.duplicate": [{ path: Key }, { path: Key }];
  "tree.delete": [{ path: Key }, { undo: string; name: string }];
  "tree.undelete": [{ undo: string }, { path: Key }];
  "tree.search": [{ text: string }, { hits: Hit[] }];

  "environment.list": [Record<string, never>, { all: EnvironmentInfo[] }];
  "environment.choose": [{ collection: Key; name: string | null }, { all: EnvironmentInfo[] }];
  "environment.open": [{ collection: Key; name: string | null }, { variables: Row[]; secrets: Row[]; text: string; path: Key | null; problems: Problem[] }];
  "secret.put": [{ collection: Key; environment: string | null; name: string; value: string }, Record<string, never>];
  "secret.remove": [{ collection: Key; environment: string | null; name: string }, Record<string, never>];
  "secret.reveal": [{ collection: Key; environment: string | null; name: string }, { value: string }];
  "variables.get": [{ key: Key }, { variables: VariableInfo[]; dynamic: string[] }];
  "mock.start": [{ path: Key }, { mock: MockState }];
  "mock.stop": [{ path: Key }, { mock: MockState }];

  "file.open": [{ path: Key }, FileState];
  "file.close": [{ path: Key }, Record<string, never>];
  "file.edit": [{ path: Key; version: string; edits: Edit[] }, FileState];
  "file.row": [{ path: Key; version: string; table: RowTable; at?: Pointer; row: { name: string; value: string; enabled: boolean } | null }, FileState];
  "file.paste": [{ path: Key; version: string; table: RowTable; text: string }, FileState];
  "file.set": [{ path: Key; version: string; name: string; value: string | null }, FileState];
  "file.auth": [{ path: Key; version: string; kind: string | null; value: Record<string, string> }, FileState];
  "file.message": [{ path: Key; version: string; index: number | null; message: Draft | null }, FileState & { index?: number }];
  "file.step": [{ path: Key; version: string; at: Pointer; text: string | null; insert?: boolean }, FileState];
  "file.assert": [{ path: Key; version: string; session: SessionId; position: number; pointer: string }, FileState & { at?: Pointer }];
  "file.write": [{ path: Key; version: string; text: string }, FileState];
  "file.undo": [{ path: Key }, FileState];
  "file.redo": [{ path: Key }, FileState];
  "file.format": [{ path: Key; version: string }, FileState];
  "file.check": [{ path: Key; text: string }, { problems: Problem[] }];
  "file.complete": [{ path: Key; text: string; offset: number }, Completion];

  "scratch.create": [{ url: string }, { key: Key }];
  "scratch.save": [{ key: Key; folder: Key; name: string }, { path: Key }];
  "scratch.discard": [{ key: Key }, Record<string, never>];

  "talk.get": [{ key: Key }, Talk];
  "talk.connect": [{ key: Key; connection?: string }, Record<string, never>];
  "talk.cancel": [{ key: Key; connection?: string }, Record<string, never>];
  "talk.disconnect": [{ key: Key; connection?: string; code?: number; reason?: string }, Record<string, never>];
  "talk.send": [{ key: Key; message: Draft; connection?: string; every?: number }, { ticket: number }];
  "talk.repeat.stop": [{ key: Key }, Record<string, never>];
  "talk.preview": [{ key: Key; message: Draft; connection?: string }, Preview];
  "talk.run": [{ key: Key }, Record<string, never>];
  "talk.stop": [{ key: Key }, Record<string, never>];
  "talk.clear": [{ key: Key }, { session: SessionId | null }];
  "talk.verify": [{ verify: boolean }, { verify: boolean }];

  "run.start": [{ paths: Key[] }, { run: string }];
  "run.cancel": [{ run: string }, Record<string, never>];

  "log.state": [{ session: SessionId }, LogState];
  "log.rows": [{ session: SessionId; view?: string; from: number; count: number }, { from: number; total: number; rows: LogRow[] }];
  "log.filter": [{ session: SessionId; query: LogQuery }, ViewState];
  "log.drop": [{ view: string }, Record<string, never>];
  "log.index": [{ view: string; position: number }, { index: number }];
  "log.next": [{ session: SessionId; view?: string; query: LogQuery; from: number; forward: boolean }, { position: number | null }];
  "log.entry": [{ session: SessionId; position: number }, EntryDetail];
  "log.body": [{ session: SessionId; position: number; form: BodyForm; from: number; count: number }, BodyWindow];
  "log.value": [{ session: SessionId; position: number; pointer: string }, { text: string }];
  "log.draft": [{ session: SessionId; position: number }, Draft];
  "log.compare": [{ left: { session: SessionId; position: number }; right: { session: SessionId; position: number } }, { lines: DiffLine[]; same: boolean }];
  "log.save": [{ session: SessionId; position: number }, { href: string; name: string }];
  "log.export": [{ session: SessionId; view?: string; format: ExportFormat }, { href: string; name: string }];
  "log.handshake": [{ session: SessionId; position: number }, Handshake];

  "history.list": [{ text?: string; from: number; count: number }, { total: number; items: HistoryItem[] }];
  "history.search": [{ text: string }, { search: string }];
  "history.search.stop": [{ search: string }, Record<string, never>];
  "history.delete": [{ sessions: SessionId[] }, Record<string, never>];
  "history.retention": [{ set?: Retention }, Retention];
}

/** All events: their names and what they tell. */
export interface Events {
  "tree": Tree;
  "environments": { all: EnvironmentInfo[] };
  /** A file that the page has open has changed, whoever changed it. */
  "file": FileState;
  "talk": Talk;
  "talk.gone": { key: Key };
  "results": { key: Key; results: StepResult[]; outcome?: Outcome; running: boolean };
  "log": LogState;
  "view": ViewState;
  "run": Run;
  "history": { search?: string; items?: HistoryItem[]; done?: boolean; changed?: boolean };
  "state": { key: string; value: Json };
  "notice": { text: string; severity: "info" | "warning" | "error" };
  "verify": { verify: boolean };
}

export type CallName = keyof Calls;
export type EventName = keyof Events;
