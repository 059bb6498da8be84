import type { Key, SavedMessage, TreeNode } from "../api.ts";

/** One line of the tree. */
export interface TreeRow {
  /** The path; of a saved message with `#index`. */
  id: string;
  node: TreeNode;
  message?: SavedMessage;
  /** From 0. */
  depth: number;
  /** Among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
  /** Missing for what has nothing below. */
  open?: boolean;
  parent?: string;
}

type IsOpen = (id: string, byDefault: boolean) => boolean;

export function messageId(key: Key, index: number): string {
  return `${key}#${index}`;
}

/** What the tree shows below a node. Environments have a place of their own. */
export function childrenOf(node: TreeNode): TreeNode[] {
  return (node.children ?? []).filter((child) => child.kind !== "environment" && !holdsEnvironments(child));
}

function holdsEnvironments(node: TreeNode): boolean {
  return node.kind === "folder" && (node.children?.length ?? 0) > 0 && node.children!.every((child) => child.kind === "environment");
}

/** The lines of the tree from the top. With a `filter`, what matches and what leads to it, all open. */
export function treeRows(root: TreeNode, isOpen: IsOpen, filter = ""): TreeRow[] {
  const rows: TreeRow[] = [];
  const wanted = filter.trim().toLowerCase();
  add(rows, childrenOf(root).filter((node) => matches(node, wanted)), 0, undefined, isOpen, wanted);
  return rows;
}

function add(rows: TreeRow[], nodes: TreeNode[], depth: number, parent: string | undefined, isOpen: IsOpen, wanted: string): void {
  nodes.forEach((node, index) => {
    const below = childrenOf(node).filter((child) => named(node, wanted) || matches(child, wanted));
    const messages = (node.messages ?? []).filter((message) => named(node, wanted) || includes(message.name, wanted));
    const some = below.length + messages.length > 0;
    const folder = node.kind === "folder" || node.kind === "collection";
    const open = some || folder ? isOpen(node.path, folder) || wanted !== "" && !named(node, wanted) : undefined;
    rows.push({ id: node.path, node, depth, position: index + 1, siblings: nodes.length, open, parent });
    if (open) {
      add(rows, below, depth + 1, node.path, isOpen, named(node, wanted) ? "" : wanted);
      messages.forEach((message, at) => rows.push({
        id: messageId(node.path, message.index), node, message, depth: depth + 1, position: at + 1, siblings: messages.length, parent: node.path,
      }));
    }
  });
}

function matches(node: TreeNode, wanted: string): boolean {
  return named(node, wanted) || (node.messages ?? []).some((message) => includes(message.name, wanted)) || childrenOf(node).some((child) => matches(child, wanted));
}

function named(node: TreeNode, wanted: string): boolean {
  return includes(node.name, wanted);
}

function includes(text: string, wanted: string): boolean {
  return wanted === "" || text.toLowerCase().includes(wanted);
}

/** The line to choose once `row` is deleted: what takes its place, else the line above. */
export function afterDelete(rows: TreeRow[], row: TreeRow): string | undefined {
  const at = rows.indexOf(row);
  const below = rows.slice(at + 1).find((one) => one.depth <= row.depth);
  const follows = row.message && below?.message && below.parent === row.parent;
  return follows ? row.id : row.message || !below ? rows[at - 1]?.id : below.id;
}

/** The node at a path. */
export function nodeAt(root: TreeNode | undefined, path: Key): TreeNode | undefined {
  if (!root || root.path === path) {
    return root;
  }
  for (const child of root.children ?? []) {
    const found = child.path === path || path.startsWith(`${child.path}/`) || child.path === "" ? nodeAt(child, path) : undefined;
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** All nodes, a parent before its children. */
export function allNodes(root: TreeNode | undefined): TreeNode[] {
  return root ? [root, ...(root.children ?? []).flatMap(allNodes)] : [];
}

/** The folder that a path lies in. */
export function folderOf(path: Key): Key {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** The collection that a path belongs to: the innermost; of several beside each other none for what lies outside. */
export function collectionOf(root: TreeNode | undefined, path: Key): TreeNode | undefined {
  return allNodes(root)
    .filter((node) => node.kind === "collection" && (node.path === "" || path === node.path || path.startsWith(`${node.path}/`)))
    .sort((one, other) => other.path.length - one.path.length)[0];
}
