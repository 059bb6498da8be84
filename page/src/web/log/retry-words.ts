import type { LogRow } from "../api.ts";
import { long } from "../state/words.ts";

/** How far behind a retry its outcome is looked for. */
const AHEAD = 60;

const OUTCOMES: Partial<Record<LogRow["k"], string>> = { opened: "connected", refused: "refused", failed: "failed" };

/** How it stands with a try that a row announces. */
export interface Standing {
  words: string;
  good?: boolean;
  /** Whether the words change with time. */
  counting: boolean;
}

/** Counts down to the try, then says what came of it: the next outcome of its connection. `next` gives the rows behind it. */
export function standing(row: LogRow, next: (offset: number) => LogRow | undefined, now: number, cancelled = false): Standing {
  const outcome = following(row, next) ?? (cancelled && !next(1) ? "cancelled" : undefined);
  if (outcome) {
    return { words: outcome, good: outcome === "connected", counting: false };
  }
  const left = (row.retry?.due ?? 0) - now;
  return left > 0 ? { words: `in ${long(Math.ceil(left / 1000))}`, counting: true } : { words: "", counting: false };
}

function following(row: LogRow, next: (offset: number) => LogRow | undefined): string | undefined {
  for (let offset = 1; offset <= AHEAD; offset++) {
    const other = next(offset);
    if (!other || other.k === "retry" && other.c === row.c) {
      return undefined;
    }
    if (other.c === row.c && OUTCOMES[other.k]) {
      return OUTCOMES[other.k];
    }
  }
  return undefined;
}
