import type { Key, NodeKind } from "../api.ts";
import { app } from "../state/app.ts";
import { openScratch } from "../state/tabs.ts";
import type { IconName } from "../ui/icons.ts";
import { addMessage, create } from "./tree-actions.ts";

/** What can be made by typing its name after a slash, in the tree, the palette or an empty file. */
export interface SlashCommand {
  name: string;
  also: string[];
  title: string;
  docs: string;
  icon: IconName;
  /** `rest` is what was typed after the name: a name, or an address. */
  run: (folder: Key, rest: string) => void;
}

function named(rest: string): { name?: string; url?: string } {
  const url = rest.split(" ").find((word) => /^(wss?|https?):\/\//.test(word));
  const name = rest.replace(url ?? "", "").trim();
  return { ...(name ? { name } : url ? { name: url.replace(/^\w+:\/\//, "").replace(/[/?#].*$/, "") } : {}), ...(url ? { url } : {}) };
}

/** Makes something of a kind in a folder. */
const makes = (kind: NodeKind) => (folder: Key, rest: string): void => void create(kind, folder, named(rest));

const COMMANDS: SlashCommand[] = [
  {
    name: "wss", also: ["ws", "websocket", "conversation"], icon: "message",
    title: "New WebSocket", docs: "A conversation in this folder", run: makes("conversation"),
  },
  {
    name: "folder", also: ["dir"], icon: "folder",
    title: "New folder", docs: "Folders nest, and pass on what they say", run: makes("folder"),
  },
  {
    name: "message", also: ["msg"], icon: "ask",
    title: "New client message", docs: "In the conversation that is shown", run: (_, rest) => newMessage(rest),
  },
  {
    name: "env", also: ["environment"], icon: "environment",
    title: "New environment", docs: "Variables for one place to run against", run: makes("environment"),
  },
  {
    name: "mock", also: ["server"], icon: "mock",
    title: "New mock server", docs: "The other side, answering by rules", run: makes("mock"),
  },
  {
    name: "collection", also: [], icon: "file",
    title: "New collection", docs: "A folder with its own environments", run: makes("collection"),
  },
  {
    name: "scratch", also: ["try"], icon: "open",
    title: "New scratch conversation", docs: "Without a file until you save it", run: (_, rest) => void openScratch(rest),
  },
];

function newMessage(name: string): void {
  const { place } = app;
  if (place?.kind === "file" && !place.key.startsWith("scratch:")) {
    void addMessage(place.key, { kind: "json", content: "{}", name: name || "New message" });
  } else {
    app.toast({ text: "A message belongs to a conversation.", hint: "Open the conversation first.", severity: "warning" });
  }
}

/** The commands for what was typed, such as `/ws` or `/wss Ticker wss://feed.example`, the best first. */
export function slashCommands(typed: string): { command: SlashCommand; rest: string }[] {
  const [word = "", ...rest] = typed.replace(/^\//, "").trimStart().split(" ");
  const wanted = word.toLowerCase();
  const rank = (command: SlashCommand): number => {
    const names = [command.name, ...command.also];
    return names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : command.title.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return COMMANDS.filter((command) => rank(command) < 3).sort((one, other) => rank(one) - rank(other))
    .map((command) => ({ command, rest: rest.join(" ").trim() }));
}
