/** A line of a dump: the offset, sixteen bytes in two groups, and what can be read of them. */
export interface HexLine {
  offset: string;
  bytes: string;
  text: string;
}

/** Lays out bytes given as hex in pairs. */
export function hexLines(hex: string): HexLine[] {
  const pairs = hex.match(/[0-9a-f]{2}/gi) ?? [];
  const lines: HexLine[] = [];
  for (let at = 0; at < pairs.length; at += 16) {
    const some = pairs.slice(at, at + 16);
    lines.push({
      offset: at.toString(16).padStart(6, "0"),
      bytes: [some.slice(0, 8).join(" "), some.slice(8).join(" ")].filter((one) => one).join("  "),
      text: some.map((pair) => readable(parseInt(pair, 16))).join(""),
    });
  }
  return lines;
}

function readable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}

/** Control characters as pictures, line ends kept and shown. */
export function visible(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/[\x00-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0))).replace(/\x7f/g, "\u2421");
}
