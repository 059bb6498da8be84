import type { ExportFormat, SessionId } from "../api.ts";
import { app } from "../state/app.ts";

/** Messages up to this size are copied whole. */
const COPIED = 16 * 1024 * 1024;

/** Saves what an address gives as a file. */
export function download(href: string, name: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

/** Puts a text where it can be pasted from, and says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    app.toast({ text: `${what} copied.`, severity: "info" });
  } catch {
    app.toast({ text: "The browser does not let this page copy.", hint: "Choose the text and press Ctrl+C.", severity: "warning" });
  }
}

/** Copies the whole payload of a message. */
export async function copyMessage(session: SessionId, position: number, bytes: number): Promise<void> {
  if (bytes > COPIED) {
    app.toast({ text: "The message is too large to copy.", hint: "Save it as a file (F9).", severity: "warning" });
    return;
  }
  const saved = await app.try(app.server.call("log.save", { session, position }));
  const answer = saved && await fetch(saved.href);
  if (answer?.ok) {
    await copy(await answer.text(), "Message");
  }
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
