/** Bytes in a line of a dump. */
const HEX_COLUMNS = 16;

/** A line of a dump: where it begins, its bytes in pairs, and as ASCII with dots for the rest. */
export interface HexLine {
  offset: string;
  left: string;
  right: string;
  ascii: string;
}

const LINE = /^([0-9a-f]{4,16})[ :]+((?:[0-9a-f]{2} {0,2}){1,16})/i;

/** Lays out one line of hex, with or without an offset, spaces and ASCII of its own. */
export function hexLine(line: string, index: number): HexLine {
  const offset = index * HEX_COLUMNS;
  const bytes = (LINE.exec(line)?.[2] ?? line).replace(/[^0-9a-f]/gi, "").slice(0, 2 * HEX_COLUMNS).match(/../g) ?? [];
  return {
    offset: offset.toString(16).padStart(8, "0"),
    left: bytes.slice(0, 8).join(" ").padEnd(23),
    right: bytes.slice(8).join(" ").padEnd(23),
    ascii: bytes.map((pair) => printable(parseInt(pair, 16))).join(""),
  };
}

/** Lays out bytes given as hex in pairs. */
export function hexLines(hex: string): HexLine[] {
  const pairs = hex.match(/[0-9a-f]{2}/gi) ?? [];
  return Array.from({ length: Math.ceil(pairs.length / HEX_COLUMNS) }, (_, line) =>
    hexLine(pairs.slice(line * HEX_COLUMNS, (line + 1) * HEX_COLUMNS).join(""), line));
}

function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}

/** Control characters as pictures, line ends kept and shown. */
export function visible(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/[\x00-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0))).replace(/\x7f/g, "\u2421");
}
