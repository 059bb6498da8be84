import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import type { MenuEntry } from "../ui/menu.ts";
import { addMessage, create, duplicateRow, openRow, removeRow, runRow } from "./tree-actions.ts";
import { folderOf, type TreeRow } from "./tree-rows.ts";
import { renaming } from "./tree-state.ts";

/** What can be done with a line of the tree; without one, with the collection itself. */
export function treeMenu(row: TreeRow | undefined): MenuEntry[] {
  if (!row) {
    return [...makeIn(""), "line", { title: "Run all tests", icon: "play", run: () => void runAll() }, { title: "Settings of the collection", icon: "settings", run: () => app.show({ kind: "file", key: rootFile() }) }];
  }
  return [...first(row), "line", ...common(row)];
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
      { title: "Settings", icon: "settings", run: () => app.show({ kind: "file", key: `${node.path}/${node.kind === "folder" ? "folder" : "parley"}.yaml` }) }];
  }
  if (node.kind === "mock") {
    return [{ title: "Open", key: "Enter", icon: "open", run: () => openRow(row) },
      { title: "Start", icon: "play", run: () => void app.try(app.server.call("mock.start", { path: node.path })) },
      { title: "Stop", icon: "stop", run: () => void app.try(app.server.call("mock.stop", { path: node.path })) }];
  }
  return [{ title: "Open", key: "Enter", icon: "open", run: () => openRow(row) },
    { title: "New client message", icon: "ask", key: "/message", run: () => void addMessage(node.path) },
    { title: "Run steps", icon: "play", disabled: !node.test, run: () => void runRow(row) },
    { title: "New WebSocket beside it", icon: "message", run: () => void create("conversation", folderOf(node.path)) }];
}

function common(row: TreeRow): MenuEntry[] {
  const { node, message } = row;
  const problems = node.errors + node.warnings;
  return [
    { title: "Rename", key: "F2", run: () => renaming.set(row.id) },
    { title: "Duplicate", icon: "duplicate", key: "Ctrl+D", run: () => void duplicateRow(row) },
    ...(message ? [] : [{ title: "Copy path", icon: "copy" as const, run: () => void copy(node.path) }]),
    ...(problems > 0 && !message ? [{ title: "Show problems", icon: "warning" as const, run: () => problemsOf(row) }] : []),
    "line",
    { title: "Delete", icon: "trash", key: "Delete", danger: true, run: () => void removeRow(row) },
  ];
}

function problemsOf(row: TreeRow): void {
  app.show({ kind: "file", key: row.node.path });
  const line = app.files.value.get(row.node.path)?.problems[0]?.line ?? 1;
  show({ kind: "line", key: row.node.path, line });
}

async function copy(path: string): Promise<void> {
  const folder = app.greeting.value?.folder ?? "";
  await navigator.clipboard.writeText(folder ? `${folder}/${path}` : path);
  app.toast({ text: "The path is copied.", severity: "info" });
}

async function runAll(): Promise<void> {
  const started = await app.try(app.server.call("run.start", { paths: [""] }));
  if (started) {
    app.show({ kind: "run", run: started.run });
  }
}

function rootFile(): string {
  return "parley.yaml";
}
