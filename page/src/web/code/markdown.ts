// The part of Markdown that people write in notes, as a tree; HTML in it is text.

export type Inline = { kind: "text" | "code" | "strong" | "em"; text: string } | { kind: "link"; text: string; href: string };

export type Block =
  | { kind: "heading"; level: number; text: Inline[] }
  | { kind: "paragraph" | "quote"; text: Inline[] }
  | { kind: "code"; language: string; text: string }
  | { kind: "list"; ordered: boolean; items: Inline[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] }
  | { kind: "rule" };

/** Reads Markdown. Nothing in it fails: what is not understood is a paragraph. */
export function parse(text: string): Block[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const [block, next] = block1(lines, at);
    if (block) {
      blocks.push(block);
    }
    at = next;
  }
  return blocks;
}

function block1(lines: string[], at: number): [Block | undefined, number] {
  const line = lines[at]!;
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (!line.trim()) {
    return [undefined, at + 1];
  }
  if (heading) {
    return [{ kind: "heading", level: heading[1]!.length, text: inline(heading[2]!) }, at + 1];
  }
  if (/^\s*```/.test(line)) {
    return fence(lines, at);
  }
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
    return [{ kind: "rule" }, at + 1];
  }
  if (/^\s*\|.*\|\s*$/.test(line) && /^\s*\|[\s:|-]+\|\s*$/.test(lines[at + 1] ?? "")) {
    return table(lines, at);
  }
  if (BULLET.test(line)) {
    return list(lines, at);
  }
  return paragraph(lines, at);
}

const BULLET = /^\s*([-*+]|\d+[.)])\s+/;

function fence(lines: string[], at: number): [Block, number] {
  const end = lines.findIndex((line, index) => index > at && /^\s*```\s*$/.test(line));
  const to = end < 0 ? lines.length : end;
  return [{ kind: "code", language: lines[at]!.replace(/^\s*```/, "").trim(), text: lines.slice(at + 1, to).join("\n") }, to + 1];
}

function table(lines: string[], at: number): [Block, number] {
  let to = at;
  while (/^\s*\|/.test(lines[to] ?? "")) {
    to++;
  }
  const rows = lines.slice(at, to).map((line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => inline(cell.trim())));
  return [{ kind: "table", head: rows[0]!, rows: rows.slice(2) }, to];
}

function list(lines: string[], at: number): [Block, number] {
  const items: string[] = [];
  let to = at;
  for (; to < lines.length && (BULLET.test(lines[to]!) || /^\s{2,}\S/.test(lines[to]!)); to++) {
    if (BULLET.test(lines[to]!)) {
      items.push(lines[to]!.replace(BULLET, ""));
    } else {
      items.push(`${items.pop()} ${lines[to]!.trim()}`);
    }
  }
  return [{ kind: "list", ordered: /^\s*\d/.test(lines[at]!), items: items.map(inline) }, to];
}

function paragraph(lines: string[], at: number): [Block, number] {
  let to = at + 1;
  while (to < lines.length && lines[to]!.trim() && !/^(#{1,6}\s|\s*```)/.test(lines[to]!) && !BULLET.test(lines[to]!)) {
    to++;
  }
  const quote = /^\s*>\s?/;
  const text = lines.slice(at, to);
  return [{ kind: quote.test(text[0]!) ? "quote" : "paragraph", text: inline(text.map((line) => line.replace(quote, "")).join(" ")) }, to];
}

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|__([^_]+)__|\*([^*\s][^*]*)\*|\b_([^_]+)_\b|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>()]+)/g;

function inline(text: string): Inline[] {
  const all: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, code, strong, strong2, em, em2, label, href, bare] = match;
    if (match.index > at) {
      all.push({ kind: "text", text: text.slice(at, match.index) });
    }
    all.push(
      code !== undefined ? { kind: "code", text: code }
      : strong ?? strong2 ? { kind: "strong", text: (strong ?? strong2)! }
      : em ?? em2 ? { kind: "em", text: (em ?? em2)! }
      : link(label ?? bare!, href ?? bare!));
    at = match.index + whole.length;
  }
  return at < text.length ? [...all, { kind: "text", text: text.slice(at) }] : all;
}

/** Only addresses of the web can be followed. */
function link(text: string, href: string): Inline {
  return /^https?:\/\//.test(href) ? { kind: "link", text, href } : { kind: "text", text };
}
