import { chooseEnvironment, collections, environmentsOf } from "../collection/environments.ts";
import { slashCommands } from "../collection/slash.ts";
import { chosenFolder, openMessage } from "../collection/tree-actions.ts";
import { allNodes } from "../collection/tree-rows.ts";
import type { HistoryItem } from "../api.ts";
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
  const scored = [...conversations(), ...commands(), ...environments(), ...sessions(past)].flatMap((item) => score(item, wanted));
  const address = /^(wss?|https?):\/\/\S+$/.test(wanted) || /^[\w.-]+:\d+/.test(wanted) ? [{ item: scratch(wanted), found: { score: 1000, at: [] } }] : [];
  return [...address, ...scored.sort((one, other) => other.found.score - one.found.score)].slice(0, SHOWN);
}

function score(item: PaletteItem, wanted: string): PaletteRow[] {
  const age = recent.value.indexOf(item.id);
  const fresh = age < 0 ? 0 : KEPT - age;
  if (wanted === "") {
    return [{ item, found: { score: fresh * 10 + (item.group === "Conversations" ? 2 : item.group === "Environments" ? 1 : 0), at: [] } }];
  }
  const found = fuzzy(wanted, item.title);
  const beside = found ?? fuzzy(wanted, `${item.title} ${item.detail}`);
  return beside ? [{ item, found: { score: beside.score + fresh / 5 - (found ? 0 : 25) - (item.group === "History" ? 30 : 0), at: found?.at ?? [] } }] : [];
}

function conversations(): PaletteItem[] {
  return allNodes(app.tree.value?.root).filter((node) => node.kind === "conversation" || node.kind === "mock").flatMap((node) => [
    node.kind === "mock"
      ? { id: `file ${node.path}`, title: node.name, detail: node.path, group: "Mocks", icon: "mock" as const, run: () => app.show({ kind: "file", key: node.path }) }
      : { id: `file ${node.path}`, title: node.name, detail: `${node.path} · ${stateWords(app.talks.value.get(node.path))}`, group: "Conversations", dot: app.talks.value.get(node.path)?.state ?? "", run: () => app.show({ kind: "file", key: node.path }) },
    ...(node.messages ?? []).map((message) => ({
      id: `message ${node.path}#${message.index}`, title: message.name, detail: `${message.kind.toUpperCase()} message of ${node.name}`, group: "Messages", icon: "ask" as const, run: () => openMessage(node.path, message.index),
    })),
  ]);
}

function commands(): PaletteItem[] {
  return actions().filter((action) => action.id !== "palette" && (action.when?.() ?? true)).map((action) => ({
    id: `action ${action.id}`, title: action.title, detail: action.group, group: "Actions", icon: "play" as const, ...(action.keys?.[0] ? { key: action.keys[0] } : {}), run: action.run,
  }));
}

function environments(): PaletteItem[] {
  return collections().flatMap((collection) => environmentsOf(collection.path).flatMap((one) => [
    { id: `environment ${one.path}`, title: `Use environment ${one.name}`, detail: collection.name, group: "Environments", icon: "environment" as const, run: () => void chooseEnvironment(one.collection, one.name) },
    { id: `variables ${one.path}`, title: `Edit variables of ${one.name}`, detail: collection.name, group: "Environments", icon: "settings" as const, run: () => app.show({ kind: "environment", collection: one.collection, name: one.name }) },
  ]));
}

function sessions(past: HistoryItem[]): PaletteItem[] {
  return past.map((one) => ({
    id: `session ${one.session}`, title: one.name, detail: `${moment(one.began)} · ${one.text}`, group: "History", icon: "clock" as const, run: () => app.show({ kind: "session", session: one.session, title: `${one.name} ${moment(one.began)}` }),
  }));
}

function slashItems(typed: string): PaletteItem[] {
  const folder = chosenFolder();
  return slashCommands(typed).map(({ command, rest }) => ({
    id: `slash ${command.name}`, title: rest ? `${command.title}: ${rest}` : command.title, detail: folder ? `in ${folder}` : command.docs, group: "Make", icon: command.icon, key: `/${command.name}`, run: () => command.run(folder, rest),
  }));
}

function scratch(url: string): PaletteItem {
  return { id: "scratch", title: `Talk to ${url}`, detail: "A scratch conversation, without a file", group: "Address", icon: "open", run: () => void openScratch(url) };
}
