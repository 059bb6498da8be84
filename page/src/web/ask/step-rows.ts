import type { Pointer, StepModel, StepResult, StepState } from "../api.ts";

/** A step as a row of the list: how deep it stands, and what came of it. */
export interface StepRow {
  step: StepModel;
  id: string;
  depth: number;
  /** Of the last round. */
  result?: StepResult;
  /** How often it was done. */
  rounds: number;
  /** The state over all rounds: one that failed is told. */
  state?: StepState;
}

/** Steps in the order of the file, with the results of the last run beside them. */
export function stepRows(steps: StepModel[], results: StepResult[]): StepRow[] {
  const found = new Map<string, StepResult[]>();
  for (const result of results) {
    const id = JSON.stringify(result.at);
    found.set(id, [...found.get(id) ?? [], result]);
  }
  const all: StepRow[] = [];
  const walk = (some: StepModel[], depth: number): void => some.forEach((step) => {
    const id = JSON.stringify(step.at);
    const rounds = found.get(id) ?? [];
    const bad = rounds.find((one) => one.state === "failed" || one.state === "broken");
    all.push({ step, id, depth, result: bad ?? rounds.at(-1), rounds: rounds.length, state: (bad ?? rounds.at(-1))?.state });
    walk(step.steps ?? [], depth + 1);
  });
  walk(steps, 0);
  return all;
}

/** A step's list, and its place there. */
export function placeOf(at: Pointer): { list: Pointer; index: number } {
  return { list: at.slice(0, -1), index: at.at(-1) as number };
}

const GLYPHS: Record<StepState, string> = { waiting: "·", running: "◌", passed: "✓", failed: "✗", broken: "!", skipped: "–" };

export function glyph(state: StepState | undefined): string {
  return state ? GLYPHS[state] : "";
}
