/** Parts of a text, those that match and those between. */
export interface Part {
  text: string;
  hit: boolean;
}

const REGEX = /^\/(.+)\/([imsu]*)$/s;
/** What a condition says to be equal: the value itself stands in the row then, which it need not for `>` or `!=`. */
const EQUAL = /==\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(-?\d[\d.eE+-]*))/g;

/** What is asked for in the field of the filter. */
export type Find = { kind: "none" } | { kind: "text" } | { kind: "regex" } | { kind: "path" };

export function kindOf(find: string): Find["kind"] {
  if (find.trim() === "") {
    return "none";
  }
  return find.startsWith("$") ? "path" : REGEX.test(find) ? "regex" : "text";
}

/**
 * Tells which parts of a row to mark for what is asked: the text in any case, what the regular expression matches, the values that
 * a condition takes for equal.
 */
export function matcher(find: string): ((text: string) => Part[]) | undefined {
  const pattern = patternOf(find);
  return pattern && ((text) => split(text, pattern));
}

/** Why a regular expression cannot be read here; the server's engine may differ in rare constructs and has the last word. */
export function faultOf(find: string): string | undefined {
  const parts = REGEX.exec(find);
  try {
    return parts ? void new RegExp(parts[1] ?? "", parts[2]) : undefined;
  } catch (why) {
    return (why as Error).message.replace(/^Invalid regular expression: /, "");
  }
}

function patternOf(find: string): RegExp | undefined {
  const kind = kindOf(find);
  const sources = kind === "text" ? [escaped(find)] : kind === "path" ? equals(find) : [];
  const parts = REGEX.exec(find);
  try {
    if (parts) {
      return new RegExp(parts[1] ?? "", `${(parts[2] ?? "").replace("g", "")}g`);
    }
    return sources.length > 0 ? new RegExp(sources.join("|"), kind === "text" ? "gi" : "g") : undefined;
  } catch {
    return undefined;
  }
}

function equals(condition: string): string[] {
  const found = [...condition.matchAll(EQUAL)].map(([, double, single, number]) => number ? `(?<![\\d.])${escaped(number)}(?![\\d.])` : escaped(double ?? single ?? ""));
  return found.filter((one) => one !== "");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function split(text: string, pattern: RegExp): Part[] {
  const parts: Part[] = [];
  let at = 0;
  pattern.lastIndex = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== "") {
      parts.push({ text: text.slice(at, match.index), hit: false }, { text: match[0], hit: true });
      at = match.index + match[0].length;
    }
  }
  parts.push({ text: text.slice(at), hit: false });
  return parts.filter((part) => part.text !== "");
}
