import { fuzzy } from "../../../web/shell/fuzzy.ts";

function better(wanted: string, one: string, other: string): void {
  const [first, second] = [fuzzy(wanted, one)?.score ?? -99, fuzzy(wanted, other)?.score ?? -99];
  if (first <= second) throw new Error(`${one} (${first}) should be before ${other} (${second})`);
}

Deno.test("beginnings of words count more than letters in between", () => {
  better("ob", "Order book", "Wobble");
  better("tick", "Ticker stream", "Sticky sessions");
  better("acc", "Account events", "Place order at a cheap cost");
});

Deno.test("letters that are not there in this order are not found", () => {
  if (fuzzy("kt", "ticket") === undefined) throw new Error("kt is in ticket");
  if (fuzzy("zz", "Ticker stream") !== undefined) throw new Error("zz is not there");
});

Deno.test("the letters that were found are told", () => {
  const at = fuzzy("os", "Order stream")?.at.join();
  if (at !== "0,6") throw new Error(at);
});
