import { app } from "../state/app.ts";

/** Puts a text where it can be pasted from, and says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    app.toast({ text: `${what} copied.`, severity: "info" });
  } catch {
    app.toast({ text: "The browser does not let this page copy.", hint: "Choose the text and press Ctrl+C.", severity: "warning" });
  }
}
