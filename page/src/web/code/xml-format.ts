// Lays out XML by its tags only; texts, attributes and comments stay as they were written.

const PART = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!(?:[^>[]|\[[^\]]*\])*>|<\/[^>]*>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/g;

/** One tag a line, two spaces a level; an element with only text in it stays on its line. */
export function format(text: string): string {
  const parts = read(text);
  const lines: string[] = [];
  let depth = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (part.startsWith("</")) {
      depth = Math.max(0, depth - 1);
    }
    const inline = opens(part) && parts[at + 1]?.startsWith("</") ? 1 : opens(part) && isText(parts[at + 1]) && parts[at + 2]?.startsWith("</") ? 2 : 0;
    lines.push("  ".repeat(depth) + parts.slice(at, at + inline + 1).join(""));
    at += inline;
    if (opens(part) && inline === 0) {
      depth++;
    }
  }
  return lines.join("\n");
}

/** No space between tags. */
export function minify(text: string): string {
  return read(text).join("");
}

function read(text: string): string[] {
  const parts = text.match(PART) ?? [];
  if (parts.join("").length !== text.length) {
    throw new Error("A `<` is never closed.");
  }
  return parts.map((part) => part.startsWith("<") ? part : part.trim()).filter((part) => part);
}

function opens(part: string): boolean {
  return part.startsWith("<") && !/^<[/!?]/.test(part) && !part.endsWith("/>");
}

function isText(part: string | undefined): boolean {
  return part !== undefined && !part.startsWith("<");
}
