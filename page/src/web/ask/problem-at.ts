import type { Key, Problem } from "../api.ts";
import { app } from "../state/app.ts";

/** A problem as one or two sentences beside a field. */
export function sentence({ text, hint = "" }: { text: string; hint?: string | undefined }): string {
  return [text, hint].filter((part) => part !== "").map((part) => (/[.!?]$/.test(part) ? part : `${part}.`).replace(/^[a-z](?![a-z0-9]*:\/\/)/, (first) => first.toUpperCase())).join(" ");
}

/** What the check of a file says of a value at one of these places; of a quoted one it may point behind the quote. */
export function problemAt(key: Key, places: [number, number][] = []): Problem | undefined {
  const problems = app.files.value.get(key)?.problems ?? [];
  return problems.find((one) => one.path === key && places.some(([line, column]) => one.line === line && (one.column === column || one.column === column + 1)));
}
