import type { LogRow } from "../../../web/api.ts";
import { picksWith } from "../../../web/log/row-picks.ts";
import { StepOutcomes } from "../../../web/log/step-outcomes.ts";
import { same } from "../same.ts";

const row = (p: number) => ({ p }) as LogRow;
const places = (rows: LogRow[]) => rows.map((one) => one.p);

Deno.test("two rows are picked at most, the older pick goes", () => {
  same(places(picksWith([], row(7), undefined)), [7]);
  same(places(picksWith([], row(7), row(3))), [3, 7]);
  same(places(picksWith([row(3), row(7)], row(9), row(9))), [7, 9]);
  same(places(picksWith([row(3), row(7)], row(7), undefined)), [3]);
});

Deno.test("rows say what became of the steps that sent or matched them", () => {
  const outcomes = new StepOutcomes();
  const results = [{ state: "passed", messages: [1, 2] }, { state: "skipped", messages: [3] }, { state: "failed", messages: [2] }] as never;
  same([...outcomes.of(results)], [[1, "passed"], [2, "failed"]]);
  same(outcomes.of(results) === outcomes.of(results), true);
});
