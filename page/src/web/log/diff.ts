import type { DiffLine } from "../api.ts";

/** Texts with more lines are told apart as wholes: the table of the exact way would grow with their product. */
const LONGEST = 600;

/** The lines of two texts, side by side in their order: the same, only left, only right. */
export function diffLines(left: readonly string[], right: readonly string[]): DiffLine[] {
  let from = 0;
  while (from < left.length && from < right.length && left[from] === right[from]) {
    from++;
  }
  let end = 0;
  while (end < left.length - from && end < right.length - from && left[left.length - 1 - end] === right[right.length - 1 - end]) {
    end++;
  }
  const all: DiffLine[] = left.slice(0, from).map((text, at) => ({ side: "both", left: at + 1, right: at + 1, text }));
  middle(left, right, from, left.length - end, right.length - end, all);
  for (let at = end; at > 0; at--) {
    all.push({ side: "both", left: left.length - at + 1, right: right.length - at + 1, text: left[left.length - at] as string });
  }
  return all;
}

function middle(left: readonly string[], right: readonly string[], from: number, leftEnd: number, rightEnd: number, all: DiffLine[]): void {
  const common = leftEnd - from > LONGEST || rightEnd - from > LONGEST ? () => 0 : table(left, right, from, leftEnd, rightEnd);
  let l = from;
  let r = from;
  while (l < leftEnd || r < rightEnd) {
    if (l < leftEnd && r < rightEnd && left[l] === right[r]) {
      all.push({ side: "both", left: l + 1, right: r + 1, text: left[l] as string });
      l++;
      r++;
    } else if (l < leftEnd && (r === rightEnd || common(l + 1, r) >= common(l, r + 1))) {
      all.push({ side: "left", left: l + 1, text: left[l++] as string });
    } else {
      all.push({ side: "right", right: r + 1, text: right[r++] as string });
    }
  }
}

/** How many lines the rests from `l` and `r` have in common. */
function table(left: readonly string[], right: readonly string[], from: number, leftEnd: number, rightEnd: number): (l: number, r: number) => number {
  const width = rightEnd - from + 1;
  const cells = new Uint16Array((leftEnd - from + 1) * width);
  const at = (l: number, r: number) => (l - from) * width + (r - from);
  for (let l = leftEnd - 1; l >= from; l--) {
    for (let r = rightEnd - 1; r >= from; r--) {
      cells[at(l, r)] = left[l] === right[r] ? (cells[at(l + 1, r + 1)] as number) + 1 : Math.max(cells[at(l + 1, r)] as number, cells[at(l, r + 1)] as number);
    }
  }
  return (l, r) => cells[at(l, r)] as number;
}

/** A line of a comparison side by side; `index` is that of the change it belongs to, -1 for none. */
export interface Pair {
  left?: { number: number; text: string };
  right?: { number: number; text: string };
  change: number;
}

/** Puts what only one side has beside what only the other has. */
export function pairs(lines: readonly DiffLine[]): Pair[] {
  const all: Pair[] = [];
  let change = -1;
  for (let at = 0; at < lines.length;) {
    const line = lines[at] as DiffLine;
    if (line.side === "both") {
      all.push({ left: { number: line.left ?? 0, text: line.text }, right: { number: line.right ?? 0, text: line.text }, change: -1 });
      at++;
      continue;
    }
    change++;
    const lefts: DiffLine[] = [];
    const rights: DiffLine[] = [];
    for (; at < lines.length && lines[at]?.side !== "both"; at++) {
      (lines[at]?.side === "left" ? lefts : rights).push(lines[at] as DiffLine);
    }
    for (let row = 0; row < Math.max(lefts.length, rights.length); row++) {
      const [left, right] = [lefts[row], rights[row]];
      all.push({ ...(left ? { left: { number: left.left ?? 0, text: left.text } } : {}), ...(right ? { right: { number: right.right ?? 0, text: right.text } } : {}), change });
    }
  }
  return all;
}

/** Where two texts differ: after their common beginning and before their common end. */
export function differing(left: string, right: string): { from: number; leftEnd: number; rightEnd: number } {
  let from = 0;
  while (from < left.length && from < right.length && left[from] === right[from]) {
    from++;
  }
  let end = 0;
  while (end < left.length - from && end < right.length - from && left[left.length - 1 - end] === right[right.length - 1 - end]) {
    end++;
  }
  return { from, leftEnd: left.length - end, rightEnd: right.length - end };
}
