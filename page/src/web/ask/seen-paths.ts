import type { Json, Key } from "../api.ts";
import { app } from "../state/app.ts";

/** Rows that are looked through for a message, and paths that are told, at most. */
const ROWS = 60;
const PATHS = 80;
const DEPTH = 4;

/** Paths of values in the newest messages that came, or in the chosen one. */
export async function seenPaths(key: Key): Promise<string[]> {
  const session = app.talks.value.get(key)?.session;
  if (!session) {
    return [];
  }
  const total = app.talks.value.get(key)?.rows ?? 0;
  const from = Math.max(0, total - ROWS);
  const found = await app.server.call("log.rows", { session, from, count: ROWS }).catch(() => undefined);
  const came = found?.rows.filter((row) => row.k === "text" && row.d === "in") ?? [];
  const chosen = app.chosen.value.get(session);
  const some = [...came.filter((row) => row.p === chosen), ...came.reverse()].slice(0, 3);
  const drafts = await Promise.all(some.map((row) => app.server.call("log.draft", { session, position: row.p }).catch(() => undefined)));
  return [...new Set(drafts.flatMap((draft) => pathsIn(draft?.content ?? "")))].slice(0, PATHS);
}

/** Ways to the values of a JSON text. */
export function pathsIn(text: string): string[] {
  try {
    return ways(JSON.parse(text) as Json, "$", DEPTH).slice(1);
  } catch {
    return [];
  }
}

function ways(value: Json, at: string, depth: number): string[] {
  if (depth === 0 || typeof value !== "object" || value === null) {
    return [at];
  }
  const inner = Array.isArray(value) ? value.slice(0, 1).map((one): [string, Json] => ["[0]", one])
    : Object.entries(value).map(([name, one]): [string, Json] => [/^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name.replace(/[\\']/g, "\\$&")}']`, one]);
  return [at, ...inner.flatMap(([way, one]) => ways(one, at + way, depth - 1))];
}
