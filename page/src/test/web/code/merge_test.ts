import { type Hunk, hunks, merged, obvious, sideLines } from "../../../web/code/merge.ts";
import { same } from "../same.ts";

const told = (all: Hunk[]): string[] => all.map((one) => `${one.by}: ${one.mine.join("|")} / ${one.theirs.join("|")}`);
const settled = (all: Hunk[]): string => merged(all, all.map(obvious));

Deno.test("what one side alone has changed is settled by itself", () => {
  const all = hunks("a\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nb\nc\nD\n");
  same(told(all), ["nobody: a / a", "mine: B / b", "nobody: c / c", "theirs: d / D", "nobody:  / "]);
  same(settled(all), "a\nB\nc\nD\n");
});

Deno.test("what both have changed is to be decided, unless they changed it alike", () => {
  const all = hunks("a\nb\nc", "a\nx\nc", "a\ny\nc");
  same(told(all), ["nobody: a / a", "both: x / y", "nobody: c / c"]);
  same([merged(all, []), merged(all, [undefined, "theirs"]), obvious(all[1]!)], ["a\nx\ny\nc", "a\ny\nc", undefined]);
  same(told(hunks("a\nb", "a\nx", "a\nx")), ["nobody: a|x / a|x"]);
});

Deno.test("lines added at one end by both stand one after the other", () => {
  const all = hunks("a\n", "a\nmine", "a\ntheirs\n");
  same(told(all), ["nobody: a / a", "both: mine / theirs|"]);
  same(merged(all, [undefined, "both"]), "a\nmine\ntheirs\n");
});

Deno.test("where the text before is not known, each difference is to be decided", () => {
  const all = hunks(undefined, "a\nb\nc", "a\nc\nd");
  same(told(all), ["nobody: a / a", "both: b / ", "nobody: c / c", "both:  / d"]);
  same(merged(all, [undefined, "theirs", undefined, "theirs"]), "a\nc\nd");
});

Deno.test("mine or theirs everywhere is that text", () => {
  const [base, mine, theirs] = ["a\nb\n\nc\nd\n", "b\n\nc\nx\nd\n", "a\n\nc\nd\ne\n"];
  const all = hunks(base, mine, theirs);
  same([merged(all, all.map(() => "mine")), merged(all, all.map(() => "theirs"))], [mine, theirs]);
});

Deno.test("a side is told against the lines before", () => {
  same(sideLines(["a", "b"], ["a", "x"]), [{ text: "a", is: "kept" }, { text: "b", is: "gone" }, { text: "x", is: "new" }]);
});
