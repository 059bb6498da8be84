/** A piece of a line and what it is: a class of syntax colours, or nothing. */
export interface Token {
  text: string;
  kind: "" | "key" | "str" | "num" | "lit" | "pun" | "ctl";
}

export type Language = "json" | "xml" | "text" | "binary" | "visible";

const JSON_TOKEN = /("(?:[^"\\]|\\.)*"?)(\s*:)?|(-?\d[\d.eE+-]*)|\b(true|false|null)\b|([{}[\],:]+)|([^"\d{}[\],:\-tfn]+|.)/gs;
const XML_TOKEN = /(<!--.*?(?:-->|$)|<!\[CDATA\[.*?(?:\]\]>|$))|(<\/?[\w:.-]*|\/?>|\?>|<[?!][\w]*)|([\w:.-]+)(?==\s*["'])|("[^"<]*"?|'[^'<]*'?)(?=[\s/>?]|$)|([^<>"'\s]+|\s+|.)/gs;
/** How the server writes what cannot be seen. */
const ESCAPE = /\\(?:[nrt0]|x[0-9a-f]{2}|u[0-9a-f]{4})|\ufffd/g;

/** Lines stand alone: no token goes over the end of one, as in text that was laid out anew. */
export function tokens(line: string, language: Language): Token[] {
  switch (language) {
    case "json":
      return json(line);
    case "xml":
      return xml(line);
    case "visible":
      return visible(line);
    case "text":
    case "binary":
      return [{ text: line, kind: "" }];
  }
}

function json(line: string): Token[] {
  const all: Token[] = [];
  for (const [, string, colon, number, literal, punctuation, rest] of line.matchAll(JSON_TOKEN)) {
    if (string !== undefined) {
      push(all, string, colon === undefined ? "str" : "key");
      push(all, colon ?? "", "pun");
    } else {
      push(all, number ?? literal ?? punctuation ?? rest ?? "", number !== undefined ? "num" : literal !== undefined ? "lit" : punctuation !== undefined ? "pun" : "");
    }
  }
  return all;
}

function xml(line: string): Token[] {
  const all: Token[] = [];
  for (const [, comment, tag, attribute, value, rest] of line.matchAll(XML_TOKEN)) {
    push(all, comment ?? tag ?? attribute ?? value ?? rest ?? "", comment !== undefined ? "pun" : tag !== undefined ? "key" : attribute !== undefined ? "num" : value !== undefined ? "str" : "");
  }
  return all;
}

function visible(line: string): Token[] {
  const all: Token[] = [];
  let at = 0;
  for (const match of line.matchAll(ESCAPE)) {
    push(all, line.slice(at, match.index), "");
    push(all, match[0], "ctl");
    at = match.index + match[0].length;
  }
  push(all, line.slice(at), "");
  return all;
}

function push(all: Token[], text: string, kind: Token["kind"]): void {
  const last = all.at(-1);
  if (text === "") {
    return;
  }
  if (last?.kind === kind) {
    last.text += text;
  } else {
    all.push({ text, kind });
  }
}

/** For each line that opens something, the line that closes it, by their indentation. */
export function folds(lines: readonly string[]): Map<number, number> {
  const found = new Map<number, number>();
  const open: { line: number; indent: number }[] = [];
  lines.forEach((line, at) => {
    const indent = line.length - line.trimStart().length;
    const last = open.at(-1);
    if (last && indent <= last.indent && /^\s*(?:[\]}]|<\/)/.test(line)) {
      open.pop();
      found.set(last.line, at);
    }
    if (/(?:[[{]|<[^/!?][^<]*(?<!\/)>)\s*$/.test(line) && !/^\s*<\//.test(line)) {
      open.push({ line: at, indent });
    }
  });
  return found;
}
