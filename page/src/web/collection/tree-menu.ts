import type { Key } from "../api.ts";
import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { copy } from "../ui/clipboard.ts";
import type { MenuEntry } from "../ui/menu.ts";
import { mockAt, switchMock } from "./environments.ts";
import { runWithOptions } from "../places/run-options.ts";
import { addMessage, create, duplicateRow, openRow, removeRow, runPaths, runRow } from "./tree-actions.ts";
import { folderOf, type TreeRow } from "./tree-rows.ts";
import { renaming } from "./tree-state.ts";

/** What can be done with a line of the tree; without one, with the collection itself. The line `next` is chosen when it is deleted. */
export function treeMenu(row: TreeRow | undefined, next?: string): MenuEntry[] {
  return row ? [...first(row), "line", ...common(row, next)] : ofAll();
}

function ofAll(): MenuEntry[] {
  const collection = app.tree.value?.root.kind === "collection";
  return [
    ...makeIn(""),
    "line",
    { title: "Run all tests", icon: "play", run: () => void runPaths([""]) },
    { title: "Run all tests with…", note: "tags, retries, seed", run: () => void runWithOptions([""]) },
    { title: "Settings of the collection", icon: "settings", disabled: !collection, run: () => app.show({ kind: "file", key: "parley.yaml" }) },
  ];
}

function makeIn(folder: string): MenuEntry[] {
  return [
    { title: "New WebSocket", icon: "message", key: "/wss", run: () => void create("conversation", folder) },
    { title: "New folder", icon: "folder", key: "/folder", run: () => void create("folder", folder) },
    { title: "New mock server", icon: "mock", key: "/mock", run: () => void create("mock", folder) },
    { title: "New environment", icon: "environment", key: "/env", run: () => void create("environment", folder) },
  ];
}

function first(row: TreeRow): MenuEntry[] {
  const { node, message } = row;
  if (message) {
    return [{ title: "Open in composer", key: "Enter", icon: "open", run: () => openRow(row) }];
  }
  if (node.kind === "folder" || node.kind === "collection") {
    return [...makeIn(node.path), "line",
      { title: "Run tests in here", icon: "play", run: () => void runRow(row) },
      { title: "Run tests with…", note: "tags, retries, seed", run: () => void runWithOptions([row.node.path]) },
      { title: "Settings", icon: "settings", run: () => app.show({ kind: "file", key: `${node.path}/${node.kind === "folder" ? "folder" : "parley"}.yaml` }) }];
  }
  if (node.kind === "mock") {
    return [{ title: "Open", key: "Enter", icon: "open", run: () => openRow(row) },
      mockAt(node.path)?.state === "running"
        ? { title: "Stop", icon: "stop", run: () => void switchMock(node.path) }
        : { title: "Start", icon: "play", run: () => void switchMock(node.path) }];
  }
  return [{ title: "Open", key: "Enter", icon: "open", run: () => openRow(row) },
    { title: "New client message", icon: "ask", key: "/message", run: () => void addMessage(node.path) },
    { title: "Run steps", icon: "play", disabled: !node.test, run: () => void runRow(row) },
    { title: "New WebSocket beside it", icon: "message", run: () => void create("conversation", folderOf(node.path)) }];
}

function common(row: TreeRow, next: string | undefined): MenuEntry[] {
  const { node, message } = row;
  const problems = node.errors + node.warnings;
  return [
    { title: "Rename", key: "F2", run: () => renaming.set(row.id) },
    { title: "Duplicate", icon: "duplicate", key: "Ctrl+D", run: () => void duplicateRow(row) },
    ...(message ? [] : [{ title: "Copy path", icon: "copy" as const, run: () => void copy(pathOf(node.path), "Path") }]),
    ...(problems > 0 && !message ? [{ title: "Show problems", icon: "warning" as const, run: () => problemsOf(row) }] : []),
    "line",
    { title: "Delete", icon: "trash", key: "Delete", danger: true, run: () => void removeRow(row, next) },
  ];
}

function problemsOf(row: TreeRow): void {
  app.show({ kind: "file", key: row.node.path });
  const line = app.files.value.get(row.node.path)?.problems[0]?.line ?? 1;
  show({ kind: "line", key: row.node.path, line });
}

/** The path on this machine. */
function pathOf(path: Key): string {
  const folder = app.greeting.value?.folder ?? "";
  return folder ? `${folder}/${path}` : path;
}
