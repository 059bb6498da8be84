import type { ExportFormat, SessionId } from "../api.ts";
import { app } from "../state/app.ts";
import { copy } from "../ui/clipboard.ts";

/** Messages up to this size are copied whole. */
const COPIED = 16 * 1024 * 1024;

/** Saves what an address gives as a file. */
function download(href: string, name: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Copies the whole payload of a message. */
export async function copyMessage(session: SessionId, position: number, bytes: number): Promise<void> {
  if (bytes > COPIED) {
    app.toast({ text: "The message is too large to copy.", hint: "Save it as a file (F9).", severity: "warning" });
    return;
  }
  const text = await messageText(session, position);
  if (text !== undefined) {
    await copy(text, "Message");
  }
}

/** The whole payload of a message; why it cannot be read is told. */
export async function messageText(session: SessionId, position: number): Promise<string | undefined> {
  const saved = await app.try(app.server.call("log.save", { session, position }));
  const answer = saved && await fetch(saved.href).catch(() => undefined);
  if (answer?.ok) {
    return await answer.text();
  }
  if (saved) {
    app.toast({ text: "The message cannot be read.", hint: "The workbench's server does not answer; try again.", severity: "error" });
  }
  return undefined;
}

export async function saveMessage(session: SessionId, position: number): Promise<void> {
  const saved = await app.try(app.server.call("log.save", { session, position }));
  if (saved) {
    download(saved.href, saved.name);
  }
}

export async function exportLog(session: SessionId, format: ExportFormat, view?: string): Promise<void> {
  const saved = await app.try(app.server.call("log.export", { session, format, ...(view ? { view } : {}) }));
  if (saved) {
    download(saved.href, saved.name);
  }
}
