/** Letters of `text` that `wanted` found, and how well: higher is better; nothing where it is not in it. */
export interface Found {
  score: number;
  at: number[];
}

const START = 12;
const WORD = 9;
const NEXT = 6;

/** Finds the letters of `wanted` in `text` in their order: runs and beginnings of words count most. */
export function fuzzy(wanted: string, text: string): Found | undefined {
  const low = text.toLowerCase();
  const letters = wanted.toLowerCase().replaceAll(" ", "");
  const whole = low.indexOf(wanted.toLowerCase());
  if (wanted !== "" && whole >= 0) {
    const begins = bonus(low, whole);
    return { score: (begins > 0 ? 40 : 4) + letters.length * NEXT + begins - text.length / 50, at: letters.split("").map((_, index) => whole + index) };
  }
  const at: number[] = [];
  let score = 0;
  for (const letter of letters) {
    const from = (at.at(-1) ?? -1) + 1;
    const next = best(low, letter, from);
    if (next < 0) {
      return undefined;
    }
    score += next === from && at.length > 0 ? NEXT : bonus(low, next) - Math.min(6, (next - from) / 4);
    at.push(next);
  }
  return { score: score - text.length / 50, at };
}

/** The next place of a letter: right after, or at the beginning of a word, or anywhere. */
function best(low: string, letter: string, from: number): number {
  if (low[from] === letter) {
    return from;
  }
  for (let index = low.indexOf(letter, from); index >= 0; index = low.indexOf(letter, index + 1)) {
    if (bonus(low, index) > 0) {
      return index;
    }
  }
  return low.indexOf(letter, from);
}

function bonus(low: string, index: number): number {
  return index === 0 ? START : /[\s/._:#-]/.test(low[index - 1] ?? "") ? WORD : 0;
}
