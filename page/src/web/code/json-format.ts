// Lays out JSON without reading its values: numbers, texts and `{{templates}}` stay exactly as they were written.

type Kind = "space" | "open" | "close" | "comma" | "colon" | "value" | "word";
interface Token { kind: Kind; text: string; at: number }

/** What cannot be laid out, and where. */
export class NotJson extends Error {
  constructor(readonly offset: number, text: string) {
    super(text);
  }
}

const TEMPLATE = String.raw`\{\{(?:'[^']*'|[^}'\n]|\}(?!\}))*\}\}`;

/** In this order: a template is looked for before a bracket, so `{{` only means maps where it closes as none. */
const TOKENS: [Kind, RegExp][] = [
  ["space", /\s+/y],
  ["value", new RegExp(TEMPLATE, "y")],
  ["value", new RegExp(`"(?:${TEMPLATE}|[^"\\\\\\n]|\\\\.)*"`, "y")],
  ["open", /[{[]/y],
  ["close", /[}\]]/y],
  ["comma", /,/y],
  ["colon", /:/y],
  ["word", /[^\s{}[\],:"]+/y],
];

/** Lists of plain values that are no longer than this stand in one line. */
const SHORT = 60;

/** One member a line, two spaces a level; short lists of plain values and empty maps stay on their line. */
export function format(text: string): string {
  const tokens = matched(read(text));
  let depth = 0;
  let before: Kind | undefined;
  let out = "";
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text: own } = tokens[at]!;
    const list = own === "[" ? shortList(tokens, at) : undefined;
    depth -= kind === "close" ? 1 : 0;
    out += breaks(before, kind) ? "\n" + "  ".repeat(depth) : "";
    depth += kind === "open" && !list ? 1 : 0;
    out += list?.text ?? (kind === "colon" ? ": " : own);
    before = list ? "value" : kind;
    at = list?.end ?? at;
  }
  return out;
}

/** A list that begins there, in one line, and where it ends; nothing when it is long or holds more than plain values. */
function shortList(tokens: Token[], from: number): { text: string; end: number } | undefined {
  let line = "";
  for (let at = from; line.length <= SHORT; at++) {
    const { kind, text } = tokens[at]!;
    if (kind === "open" && at > from) {
      return undefined;
    }
    line += kind === "comma" ? ", " : text;
    if (kind === "close") {
      return line.length <= SHORT ? { text: line, end: at } : undefined;
    }
  }
  return undefined;
}

function breaks(before: Kind | undefined, kind: Kind): boolean {
  return before === "comma" || (kind === "close" ? before !== "open" : before === "open");
}

/** Nothing between the tokens. */
export function minify(text: string): string {
  return matched(read(text)).map((token) => token.text).join("");
}

function read(text: string): Token[] {
  const all: Token[] = [];
  for (let at = 0; at < text.length; at += all.at(-1)!.text.length) {
    all.push(next(text, at));
  }
  return all.filter((token) => token.kind !== "space");
}

function next(text: string, at: number): Token {
  for (const [kind, shape] of TOKENS) {
    shape.lastIndex = at;
    const match = shape.exec(text);
    if (match && kind !== "word") {
      return { kind, text: match[0], at };
    }
    if (match && /^(-?\d.*|true|false|null)$/.test(match[0])) {
      return { kind: "value", text: match[0], at };
    }
    if (match) {
      throw new NotJson(at, `${place(text, at)}: found \`${match[0].slice(0, 40)}\`, expected a value`);
    }
  }
  throw new NotJson(at, `${place(text, at)}: a text in quotes is never closed`);
}

/** Only what is closed as it was opened is laid out. */
function matched(tokens: Token[]): Token[] {
  const open: string[] = [];
  for (const token of tokens) {
    if (token.kind === "open") {
      open.push(token.text);
    } else if (token.kind === "close" && open.pop() !== (token.text === "}" ? "{" : "[")) {
      throw new NotJson(token.at, `\`${token.text}\` closes nothing that is open`);
    }
  }
  if (open.length > 0) {
    throw new NotJson(0, `\`${open.at(-1)}\` is never closed`);
  }
  return tokens;
}

function place(text: string, at: number): string {
  const lines = text.slice(0, at).split("\n");
  return `Line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
