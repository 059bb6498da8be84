import type { Key } from "../api.ts";
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

export const COMMANDS: SlashCommand[] = [
  { name: "wss", also: ["ws", "websocket", "conversation"], title: "New WebSocket", docs: "A conversation in this folder", icon: "message", run: (folder, rest) => void create("conversation", folder, named(rest)) },
  { name: "folder", also: ["dir"], title: "New folder", docs: "Folders nest, and pass on what they say", icon: "folder", run: (folder, rest) => void create("folder", folder, named(rest)) },
  { name: "message", also: ["msg"], title: "New client message", docs: "In the conversation that is shown", icon: "ask", run: (_, rest) => newMessage(rest) },
  { name: "env", also: ["environment"], title: "New environment", docs: "Variables for one place to run against", icon: "environment", run: (folder, rest) => void create("environment", folder, named(rest)) },
  { name: "mock", also: ["server"], title: "New mock server", docs: "The other side, answering by rules", icon: "mock", run: (folder, rest) => void create("mock", folder, named(rest)) },
  { name: "collection", also: [], title: "New collection", docs: "A folder with its own environments", icon: "file", run: (folder, rest) => void create("collection", folder, named(rest)) },
  { name: "scratch", also: ["try"], title: "New scratch conversation", docs: "Without a file until you save it", icon: "open", run: (_, rest) => void openScratch(rest) },
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
