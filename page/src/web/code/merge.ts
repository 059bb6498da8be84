import { commonLines } from "./lines.ts";

/** A stretch of lines of a text that two have changed, each in a way of their own. */
export interface Hunk {
  /** Who changed it. Where the text before is not known, both did what differs. */
  by: "nobody" | "mine" | "theirs" | "both";
  /** The lines before, if they are known. */
  base?: string[];
  mine: string[];
  theirs: string[];
}

/** What holds of a hunk; `both` is mine, then theirs. */
export type Choice = "mine" | "theirs" | "both";

/** Where two texts that came from one differ, and where they do not, in their order. */
export function hunks(base: string | undefined, mine: string, theirs: string): Hunk[] {
  const [before, left, right] = [base?.split("\n"), mine.split("\n"), theirs.split("\n")];
  const all: Hunk[] = [];
  let [b, m, t] = [0, 0, 0];
  for (const [toB, toM, toT] of [...anchors(before, left, right), [before?.length ?? 0, left.length, right.length] as const]) {
    add(all, hunk(before?.slice(b, toB), left.slice(m, toM), right.slice(t, toT)));
    const line = left.slice(toM, toM + 1);
    add(all, { by: "nobody", ...(before ? { base: line } : {}), mine: line, theirs: line });
    [b, m, t] = [toB + 1, toM + 1, toT + 1];
  }
  return all;
}

/** Lines that all have, by their places in each. */
function anchors(base: string[] | undefined, mine: string[], theirs: string[]): [number, number, number][] {
  if (!base) {
    return commonLines(mine, theirs).map(([m, t]) => [0, m, t]);
  }
  const inTheirs = new Map(commonLines(base, theirs));
  return commonLines(base, mine).flatMap(([b, m]): [number, number, number][] => inTheirs.has(b) ? [[b, m, inTheirs.get(b)!]] : []);
}

function hunk(base: string[] | undefined, mine: string[], theirs: string[]): Hunk {
  const alike = same(mine, theirs);
  const by = alike ? "nobody" : !base ? "both" : same(base, mine) ? "theirs" : same(base, theirs) ? "mine" : "both";
  return { by, ...(base ? { base } : {}), mine, theirs };
}

function same(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at]);
}

/** What nobody changed is one stretch, however it was found. */
function add(all: Hunk[], one: Hunk): void {
  const last = all.at(-1);
  if (one.mine.length === 0 && one.theirs.length === 0) {
    return;
  }
  if (one.by === "nobody" && last?.by === "nobody") {
    all[all.length - 1] = { ...last, mine: [...last.mine, ...one.mine], theirs: [...last.theirs, ...one.theirs], ...(last.base ? { base: [...last.base, ...one.base ?? []] } : {}) };
  } else {
    all.push(one);
  }
}

/** What holds unless somebody says otherwise: the only change there is. */
export function obvious({ by }: Hunk): Choice | undefined {
  return by === "nobody" ? "mine" : by === "both" ? undefined : by;
}

/** The text that comes of it; what is not decided stands there in both ways. */
export function merged(all: Hunk[], choices: (Choice | undefined)[]): string {
  return all.flatMap((one, at) => {
    switch (one.by === "nobody" ? "mine" : choices[at] ?? "both") {
      case "mine":
        return one.mine;
      case "theirs":
        return one.theirs;
      case "both":
        return [...one.mine, ...one.theirs];
    }
  }).join("\n");
}

/** A line of one side of a hunk: it stands there, it is new, or it stood there before. */
export interface SideLine {
  text: string;
  is: "kept" | "new" | "gone";
}

/** One side of a hunk, told against the lines before. */
export function sideLines(base: string[] | undefined, side: string[]): SideLine[] {
  if (!base) {
    return side.map((text) => ({ text, is: "new" }));
  }
  const lines: SideLine[] = [];
  let [b, s] = [0, 0];
  for (const [toB, toS] of [...commonLines(base, side), [base.length, side.length] as const]) {
    lines.push(...base.slice(b, toB).map((text): SideLine => ({ text, is: "gone" })), ...side.slice(s, toS).map((text): SideLine => ({ text, is: "new" })));
    lines.push(...side.slice(toS, toS + 1).map((text): SideLine => ({ text, is: "kept" })));
    [b, s] = [toB + 1, toS + 1];
  }
  return lines;
}
