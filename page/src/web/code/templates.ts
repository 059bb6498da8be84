/** A `{{...}}` in a text: where it stands, and the names that it needs a value for. */
export interface Template {
  from: number;
  to: number;
  /** What stands between the braces. */
  inner: string;
  names: string[];
}

const WORDS = new Set(["true", "false", "null", "and", "or", "not", "in"]);

/** All templates of a text. `\{{` is just two braces. */
export function templates(text: string): Template[] {
  const found: Template[] = [];
  let at = text.indexOf("{{");
  while (at >= 0) {
    const end = closing(text, at + 2);
    if (text[at - 1] === "\\" || end < 0) {
      at = text.indexOf("{{", at + 2);
      continue;
    }
    const inner = text.slice(at + 2, end);
    found.push({ from: at, to: end + 2, inner, names: names(inner) });
    at = text.indexOf("{{", end + 2);
  }
  return found;
}

/** Where the `}}` of a template stands; braces in quotes do not count. */
function closing(text: string, from: number): number {
  let quote = "";
  for (let at = from; at < text.length - 1; at++) {
    const c = text[at]!;
    if (c === "\n") {
      return -1;
    }
    if (quote) {
      quote = c === quote ? "" : quote;
    } else if (c === "'") {
      quote = c;
    } else if (c === "}" && text[at + 1] === "}") {
      return at;
    }
  }
  return -1;
}

/** The names of variables in an expression: no texts, paths, functions or members. */
export function names(expression: string): string[] {
  const plain = expression.replace(/'[^']*'|"[^"]*"/g, " ").replace(/\$(?=[.[])[\w.[\]*@?()'"-]*/g, " ");
  const all: string[] = [];
  for (const match of plain.matchAll(/(\$?[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)*)(\s*\()?/g)) {
    const name = match[1]!;
    const before = plain[match.index - 1];
    const number = before !== undefined && /[\w.]/.test(before);
    if (!match[2] && !number && !WORDS.has(name)) {
      all.push(name);
    }
  }
  return all;
}

/** Where a name is being typed: after `{{` with nothing closed yet. */
export function typing(text: string, offset: number): { from: number; open: boolean } | undefined {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const match = /\{\{[^{}\n]*?([$\w.-]*)$/.exec(before);
  return match ? { from: offset - match[1]!.length, open: !/^[^{\n]*?\}\}/.test(text.slice(offset)) } : undefined;
}

/** What a page knows of variables. */
export interface Known {
  variables: { name: string; value?: string; secret?: boolean; from: string }[];
  dynamic: string[];
}

export type Lookup = { kind: "variable"; value?: string; from: string; secret?: boolean } | { kind: "dynamic" } | { kind: "unknown"; near?: string };

/** What a name stands for. Members of a value, such as `user.name`, are looked up by the longest known beginning. */
export function lookup(known: Known, name: string): Lookup {
  if (known.dynamic.includes(name)) {
    return { kind: "dynamic" };
  }
  for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1)) {
    const one = known.variables.find((variable) => variable.name === name.slice(0, end));
    if (one) {
      return { kind: "variable", value: end === name.length ? one.value : undefined, from: one.from, secret: one.secret };
    }
  }
  if (/^(path|request|connection|answer|\$)(\.|$)/.test(name) || name.startsWith("$.")) {
    return { kind: "dynamic" };
  }
  return { kind: "unknown", near: nearest(name, [...known.variables.map((one) => one.name), ...known.dynamic]) };
}

function nearest(name: string, all: string[]): string | undefined {
  const scored = all.map((one) => ({ one, far: distance(name.toLowerCase(), one.toLowerCase()) })).sort((a, b) => a.far - b.far);
  return scored[0] && scored[0].far <= Math.max(1, name.length / 3) ? scored[0].one : undefined;
}

/** How many letters differ (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
