import type { StepResult } from "../api.ts";

/** The outcome of steps at the rows that they sent or matched; made anew only where the results are others. */
export class StepOutcomes {
  private made: StepResult[] = [];
  private rows: ReadonlyMap<number, string> = new Map();

  of(results: StepResult[]): ReadonlyMap<number, string> {
    if (results !== this.made) {
      this.made = results;
      const done = results.filter(({ state }) => state === "passed" || state === "failed" || state === "broken");
      this.rows = new Map(done.flatMap(({ messages, state }) => messages.map((position) => [position, state] as const)));
    }
    return this.rows;
  }
}
