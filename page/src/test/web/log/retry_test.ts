import type { LogRow, RowKind } from "../../../web/api.ts";
import { standing } from "../../../web/log/retry-words.ts";
import { same } from "../same.ts";

const row = (k: RowKind, c = "", due?: number): LogRow => ({ p: 0, t: 0, d: "", k, c, s: 0, w: 0, x: "", ...(due === undefined ? {} : { retry: { attempt: 1, of: 2, due, why: "" } }) });

Deno.test("a try counts down, then says what came of it", () => {
  const retry = row("retry", "", 10_000);
  const after = (...rows: LogRow[]) => (offset: number) => rows[offset - 1];
  same(standing(retry, after(), 6_500).words, "in 4 s");
  same(standing(retry, after(), 6_500, true), { words: "cancelled", good: false, counting: false });
  same(standing(retry, after(row("phase")), 9_999).words, "in 1 s");
  same(standing(retry, after(row("phase")), 10_000).words, "");
  same(standing(retry, after(row("phase"), row("opened", "bob"), row("failed")), 11_000).words, "failed");
  same(standing(retry, after(row("opened")), 11_000), { words: "connected", good: true, counting: false });
  same(standing(retry, after(row("retry"), row("opened")), 11_000).words, "");
});
