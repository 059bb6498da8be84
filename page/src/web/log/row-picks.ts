import type { LogRow, SessionId } from "../api.ts";
import { app } from "../state/app.ts";

/** Rows picked to be compared with one more, or one less: two at most. With the first one goes the chosen row, where there is one. */
export function picksWith(picks: LogRow[], row: LogRow, chosen: LogRow | undefined): LogRow[] {
  const others = picks.filter((one) => one.p !== row.p);
  if (others.length < picks.length) {
    return others;
  }
  const first = picks.length === 0 && chosen && chosen.p !== row.p ? [chosen] : others.slice(-1);
  return [...first, row];
}

/** Shows what differs between two rows, the earlier one at the left. */
export function compareRows(session: SessionId, picks: LogRow[]): boolean {
  const [left, right] = [...picks].sort((one, two) => one.p - two.p);
  if (left && right) {
    app.show({ kind: "compare", left: { session, position: left.p }, right: { session, position: right.p } });
  }
  return right !== undefined;
}
