// The one description of what the page and the server say to each other: JSON over one WebSocket.
//
//   {"id":7,"call":"log.rows","with":{...}}      a call of the page
//   {"id":7,"result":{...}}                      its answer
//   {"id":7,"error":{"code":"conflict","text":"...","hint":"..."}}
//   {"event":"talk","data":{...}}                something that happened
//
// Calls of one domain, the part before the dot, are handled in the order they were made, but for those of a log that may take long: they
// hold up only calls of the same name. A test of the server holds its calls against those named here.

import type { Hit, NodeKind, ScriptSource, Tree } from "./api/collection.ts";
import type { Completion, Edit, FileState, Row, RowTable, VariableInfo } from "./api/file.ts";
import type { BodyForm, BodyWindow, DiffLine, EntryDetail, EnvironmentInfo, Environments, ExportFormat, Handshake, HistoryItem, LogQuery, LogRow, LogState, MockState, Retention, ViewState } from "./api/log.ts";
import type { Outcome, RecordedStep, Run, RunOptions, StepResult, Trial } from "./api/step.ts";
import type { Draft, KeptCookie, Preview, ProxyNow, Talk, TokenFetched } from "./api/talk.ts";
import type { Json, Key, Pointer, Problem, SessionId } from "./api/words.ts";

export type * from "./api/collection.ts";
export type * from "./api/file.ts";
export type * from "./api/log.ts";
export type * from "./api/step.ts";
export type * from "./api/talk.ts";
export type * from "./api/words.ts";

export interface Calls {
  "hello": [Record<string, never>, {
    version: string; folder: string; name: string; examples: boolean; state: Record<string, Json>;
    tree: Tree; environments: EnvironmentInfo[]; mocks: MockState[]; talks: Talk[]; runs: Run[]; verify: boolean;
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

  "environment.list": [Record<string, never>, Environments];
  "environment.choose": [{ collection: Key; name: string | null }, Environments];
  "environment.open": [{ collection: Key; name: string | null }, { variables: Row[]; secrets: Row[]; text: string; path: Key | null; problems: Problem[] }];
  "secret.put": [{ collection: Key; environment: string | null; name: string; value: string }, Record<string, never>];
  "secret.remove": [{ collection: Key; environment: string | null; name: string }, Record<string, never>];
  "secret.reveal": [{ collection: Key; environment: string | null; name: string }, { value: string }];
  "scripts.get": [{ collection: Key }, { name: string; scripts: ScriptSource[]; hash: string; allowed: boolean; changed: boolean }];
  "scripts.allow": [{ collection: Key; hash: string }, Record<string, never>];
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
  "file.proxy": [{ path: Key; version: string; value: Record<string, string> | null }, FileState];
  "file.message": [{ path: Key; version: string; index: number | null; message: Draft | null; at?: Pointer }, FileState & { index?: number }];
  "file.step": [{ path: Key; version: string; at: Pointer; text: string | null; insert?: boolean; texts?: string[] }, FileState];
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
  "talk.proxy": [{ key: Key; connection?: string }, ProxyNow];
  "cookie.list": [{ key: Key }, { cookies: KeptCookie[] }];
  "cookie.delete": [{ key: Key; name?: string; domain?: string; path?: string }, { cookies: KeptCookie[] }];
  "token.fetch": [{ key: Key; connection?: string }, TokenFetched];
  "talk.run": [{ key: Key; steps?: Pointer[] }, Record<string, never>];
  "talk.stop": [{ key: Key }, Record<string, never>];
  "talk.clear": [{ key: Key }, { session: SessionId | null }];
  "talk.verify": [{ verify: boolean }, { verify: boolean }];

  "step.try": [{ path: Key; at: Pointer; text?: string; edits?: Edit[]; session?: SessionId; position?: number }, Trial];
  "step.record": [{ key: Key; session: SessionId; from: number; to?: number; chosen?: number[] }, { steps: RecordedStep[]; more: number }];

  "run.start": [{ paths: Key[]; options?: RunOptions; only?: { path: Key; row?: string }[] }, { run: string }];
  "run.report": [{ run: string; format: "html" | "junit" | "json" | "ctrf"; show?: boolean }, { href: string; name: string }];
  "run.cancel": [{ run: string }, Record<string, never>];

  "log.state": [{ session: SessionId }, LogState];
  "log.rows": [{ session: SessionId; view?: string; from: number; count: number }, { from: number; total: number; rows: LogRow[] }];
  "log.filter": [{ session: SessionId; query: LogQuery }, ViewState];
  "log.drop": [{ view: string }, Record<string, never>];
  "log.index": [{ view: string; position: number }, { index: number }];
  "log.next": [{ session: SessionId; view?: string; query: LogQuery; from: number; forward: boolean }, { position: number | null }];
  "log.entry": [{ session: SessionId; position: number }, EntryDetail];
  "log.body": [{ session: SessionId; position: number; form: BodyForm; from: number; count: number }, BodyWindow];
  "log.draft": [{ session: SessionId; position: number }, Draft];
  "log.compare": [{ left: { session: SessionId; position: number }; right: { session: SessionId; position: number } }, { lines: DiffLine[]; same: boolean }];
  "log.save": [{ session: SessionId; position: number }, { href: string; name: string }];
  "log.export": [{ session: SessionId; view?: string; format: ExportFormat }, { href: string; name: string }];
  "log.handshake": [{ session: SessionId; position: number }, Handshake];

  "history.list": [{ text?: string; from: number; count: number }, { total: number; items: HistoryItem[] }];
  "history.search": [{ search: string; text: string }, Record<string, never>];
  "history.search.stop": [{ search: string }, Record<string, never>];
  "history.delete": [{ sessions: SessionId[] }, Record<string, never>];
  "history.retention": [{ set?: Retention }, Retention];
}

/** All events: their names and what they tell. */
export interface Events {
  "tree": Tree;
  "environments": Environments;
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
