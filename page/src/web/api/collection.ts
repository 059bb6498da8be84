// The collection: its tree, and what is found in it.

import type { Key } from "./words.ts";

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

/** JavaScript of a collection, as text to be read. */
export interface ScriptSource {
  /** Where it stands, or where its file is named. */
  path: Key;
  line: number;
  /** Its own file, as it is named there. */
  file?: string;
  text: string;
}

export interface Hit {
  path: Key;
  /** Of a saved message in it. */
  message?: number;
  line?: number;
  text: string;
}
