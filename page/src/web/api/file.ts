// A file as the page edits it.

import type { MessageKind, NodeKind } from "./collection.ts";
import type { Json, Key, Pointer, Problem } from "./words.ts";

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
  /** Line and column of it, and of each of its items: where its problems are told. */
  places?: [number, number][];
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
  /** Of JSON that stands in the file as a value, not as a text: `content` is that, laid out. */
  tree?: boolean;
  as?: "text" | "binary";
  compress?: boolean;
  docs?: string;
}

export type Said = string | Said[] | { [name: string]: Said };

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
  /** What it says: texts as a person writes them into a field, so that an edit `write` makes the same of them. */
  fields: Said;
  /** Of a send: the message that stands in it. */
  message?: MessageModel;
  steps?: StepModel[];
}

/** A name and what stands for it; several texts have blanks between them. */
export interface Pair {
  name: string;
  value: string;
  at?: Pointer;
  from?: string;
}

export interface ConversationModel {
  name: string;
  url: { own?: string; value: string; from: string };
  docs: string;
  tags: string[];
  tables: Record<RowTable, Row[]>;
  /** `places`: where problems with each field would be told. */
  auth: { own?: Json; kind: string; value: Record<string, string>; places?: Record<string, [number, number][]>; from: string };
  /** `url` may be `none` or `environment`; `except` has its hosts with blanks between them. */
  proxy: { own: boolean; value: { url?: string; username?: string; password?: string; except?: string }; places: [number, number][]; from: string };
  /** Certificates of one's own by hosts, inherited ones without `at`. */
  certificates: { rows: { at?: Pointer; from?: string; hosts: string; certificate?: string; key?: string; pkcs12?: string; password?: string }[] };
  /** `settings.resolve`, and the parameters of `oauth2`; inherited ones without `at`. */
  resolve: Pair[];
  parameters: Pair[];
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
  /** Puts what a person writes: JSON where it is JSON, exactly as it stands, else a text. */
  | { op: "write"; at: Pointer; text: string }
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
