import type { Draft, Key } from "../api.ts";
import { withScripts } from "../collection/script-permission.ts";
import { app } from "../state/app.ts";
import { prompt } from "../ui/dialog.ts";
import { settled } from "./edits.ts";

/** Which connection messages go to, where a conversation has several: the first, unless another was chosen. */
export function chosenConnection(key: Key): string {
  return app.memory.at<string | null>(`connection:${key}`, null).value ?? app.talks.value.get(key)?.connections[0]?.name ?? "";
}

/** Sends a message; it connects first where nothing is connected. */
export async function send(key: Key, message: Draft, every?: number): Promise<void> {
  const connection = chosenConnection(key);
  await settled(key);
  app.memory.put(`sent:${key}`, message);
  await withScripts(() => app.server.call("talk.send", { key, message, ...(connection ? { connection } : {}), ...(every ? { every } : {}) }));
}

/** Sends again what was sent last. */
export async function sendAgain(key: Key): Promise<void> {
  const last = app.memory.at<Draft | null>(`sent:${key}`, null).value;
  if (last) {
    await send(key, last);
  } else {
    app.toast({ text: "Nothing has been sent yet.", severity: "info" });
  }
}

/** Sends a message again and again; asks how often. */
export async function sendEvery(key: Key, message: Draft): Promise<void> {
  const seconds = await prompt({ title: "Send every so often", label: "Seconds between two", value: "10", yes: "Start", text: "It goes on, also when this page is closed, until you stop it or the connection ends." });
  const millis = Math.round(Number(seconds) * 1000);
  if (seconds !== undefined && !(millis >= 1)) {
    app.toast({ text: `${seconds} is no number of seconds.`, hint: "Write a number such as 5 or 0.5.", severity: "error" });
  } else if (seconds !== undefined) {
    await send(key, message, millis);
  }
}
