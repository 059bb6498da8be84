import { chooseEnvironment, collections, environmentsOf } from "../collection/environments.ts";
import { slashCommands } from "../collection/slash.ts";
import { chosenFolder, openMessage } from "../collection/tree-actions.ts";
import { allNodes } from "../collection/tree-rows.ts";
import type { HistoryItem, TreeNode } from "../api.ts";
import { actions } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { openScratch } from "../state/tabs.ts";
import { moment, stateWords } from "../state/words.ts";
import type { IconName } from "../ui/icons.ts";
import { fuzzy, type Found } from "./fuzzy.ts";

/** Something to go to or to do. */
export interface PaletteItem {
  id: string;
  title: string;
  /** Where it is, or what it belongs to. */
  detail: string;
  group: string;
  icon?: IconName;
  dot?: string;
  key?: string;
  run: () => void;
}

export interface PaletteRow {
  item: PaletteItem;
  found: Found;
}

export const recent = app.memory.at<string[]>("recent", []);
const KEPT = 30;
const SHOWN = 60;
/** What comes first where nothing is typed. */
const FIRST: Record<string, number> = { Conversations: 2, Environments: 1 };

/** Notes that it was chosen; recent ones come first. */
export function remember(item: PaletteItem): void {
  app.memory.put("recent", [item.id, ...recent.value.filter((id) => id !== item.id)].slice(0, KEPT));
}

/** What fits to the typed text, the best first. */
export function paletteRows(typed: string, past: HistoryItem[]): PaletteRow[] {
  if (typed.startsWith("/")) {
    return slashItems(typed).map((item) => ({ item, found: { score: 0, at: [] } }));
  }
  const wanted = typed.trim();
  const isAddress = /^(wss?|https?):\/\/\S+$/.test(wanted) || /^[\w.-]+:\d+/.test(wanted);
  const address = isAddress ? [{ item: scratch(wanted), found: { score: 1000, at: [] } }] : [];
  const scored = [...conversations(), ...commands(), ...environments(), ...sessions(past)].flatMap((item) => score(item, wanted));
  return [...address, ...scored.sort((one, other) => other.found.score - one.found.score)].slice(0, SHOWN);
}

function score(item: PaletteItem, wanted: string): PaletteRow[] {
  const age = recent.value.indexOf(item.id);
  const fresh = age < 0 ? 0 : KEPT - age;
  if (wanted === "") {
    return [{ item, found: { score: fresh * 10 + (FIRST[item.group] ?? 0), at: [] } }];
  }
  const found = fuzzy(wanted, item.title);
  const beside = found ?? fuzzy(wanted, `${item.title} ${item.detail}`);
  if (!beside) {
    return [];
  }
  const late = (found ? 0 : 25) + (item.group === "History" ? 30 : 0);
  return [{ item, found: { score: beside.score + fresh / 5 - late, at: found?.at ?? [] } }];
}

function conversations(): PaletteItem[] {
  return allNodes(app.tree.value?.root)
    .filter((node) => node.kind === "conversation" || node.kind === "mock")
    .flatMap((node) => [node.kind === "mock" ? mock(node) : conversation(node), ...messages(node)]);
}

function mock({ path, name }: TreeNode): PaletteItem {
  return { id: `file ${path}`, title: name, detail: path, group: "Mocks", icon: "mock", run: () => app.show({ kind: "file", key: path }) };
}

function conversation({ path, name }: TreeNode): PaletteItem {
  const talk = app.talks.value.get(path);
  return {
    id: `file ${path}`, title: name, detail: `${path} · ${stateWords(talk)}`, group: "Conversations", dot: talk?.state ?? "",
    run: () => app.show({ kind: "file", key: path }),
  };
}

function messages({ path, name, messages }: TreeNode): PaletteItem[] {
  return (messages ?? []).map((message) => ({
    id: `message ${path}#${message.index}`, title: message.name, detail: `${message.kind.toUpperCase()} message of ${name}`,
    group: "Messages", icon: "ask", run: () => openMessage(path, message.index),
  }));
}

function commands(): PaletteItem[] {
  const possible = actions().filter((action) => action.id !== "palette" && (action.when?.() ?? true));
  return possible.map(({ id, title, group, keys, local, run }) => {
    const key = keys?.[0] ?? local;
    return { id: `action ${id}`, title, detail: group, group: "Actions", icon: "play", ...(key ? { key } : {}), run };
  });
}

function environments(): PaletteItem[] {
  return collections().flatMap((of) => environmentsOf(of.path).flatMap(({ path, name, collection }): PaletteItem[] => [
    {
      id: `environment ${path}`, title: `Use environment ${name}`, detail: of.name, group: "Environments", icon: "environment",
      run: () => void chooseEnvironment(collection, name),
    },
    {
      id: `variables ${path}`, title: `Edit variables of ${name}`, detail: of.name, group: "Environments", icon: "settings",
      run: () => app.show({ kind: "environment", collection, name }),
    },
  ]));
}

function sessions(past: HistoryItem[]): PaletteItem[] {
  return past.map(({ session, name, began, text }) => ({
    id: `session ${session}`, title: name, detail: `${moment(began)} · ${text}`, group: "History", icon: "clock",
    run: () => app.show({ kind: "session", session, title: `${name} ${moment(began)}` }),
  }));
}

function slashItems(typed: string): PaletteItem[] {
  const folder = chosenFolder();
  return slashCommands(typed).map(({ command, rest }) => ({
    id: `slash ${command.name}`, title: rest ? `${command.title}: ${rest}` : command.title, detail: folder ? `in ${folder}` : command.docs,
    group: "Make", icon: command.icon, key: `/${command.name}`, run: () => command.run(folder, rest),
  }));
}

function scratch(url: string): PaletteItem {
  const detail = "A scratch conversation, without a file";
  return { id: "scratch", title: `Talk to ${url}`, detail, group: "Address", icon: "open", run: () => void openScratch(url) };
}
