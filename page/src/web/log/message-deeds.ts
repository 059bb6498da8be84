import type { Key, SessionId } from "../api.ts";
import { change, offerUndo, opened } from "../ask/edits.ts";
import { withScripts } from "../collection/script-permission.ts";
import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";

/** Makes a saved message of what went over the wire, and shows it in the composer. */
export async function useAsMessage(key: Key, session: SessionId, position: number): Promise<void> {
  const draft = await app.try(app.server.call("log.draft", { session, position }));
  if (!draft || !await opened(key)) {
    return;
  }
  const { file } = await change("file.message", key, { index: null, message: draft }, "Use as message");
  if (file) {
    const index = file.index ?? (file.model?.messages.length ?? 1) - 1;
    show({ kind: "message", key, index });
    offerUndo(`${file.model?.messages[index]?.name ?? "The message"} is a saved message now.`, file);
  }
}

/** Sends the same again. */
export async function sendAgain(key: Key, session: SessionId, position: number): Promise<void> {
  const message = await app.try(app.server.call("log.draft", { session, position }));
  if (message) {
    await withScripts(() => app.server.call("talk.send", { key, message }));
  }
}

/** Adds a check that the value at `pointer` is what it is in this message. */
export async function assertValue(key: Key, session: SessionId, position: number, pointer: string): Promise<void> {
  const { file } = await opened(key) ? await change("file.assert", key, { session, position, pointer }, "Assert this value") : {};
  if (file) {
    show({ kind: "tab", key, tab: "steps" });
    offerUndo(`The steps check ${pointer} now.`, file);
  }
}
