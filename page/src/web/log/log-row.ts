import { html, nothing, type TemplateResult } from "lit";
import type { LogRow, Pending, RowKind } from "../api.ts";
import { count, size } from "../state/words.ts";
import type { Part } from "./matcher.ts";
import { place } from "./place.ts";
import type { Standing } from "./retry-words.ts";
import { delta, time } from "./words.ts";

/** How a row of a kind looks, and what it is called. */
const LOOKS: Record<RowKind, { look: string; sign: string; word: string; name: string }> = {
  text: { look: "", sign: "", word: "", name: "text" },
  binary: { look: "", sign: "", word: "binary", name: "binary" },
  ping: { look: "control", sign: "○", word: "ping", name: "ping" },
  pong: { look: "control", sign: "○", word: "pong", name: "pong" },
  close: { look: "control", sign: "×", word: "close", name: "close" },
  phase: { look: "quiet", sign: "·", word: "", name: "connecting" },
  tried: { look: "quiet", sign: "·", word: "", name: "address tried" },
  secured: { look: "quiet", sign: "·", word: "", name: "TLS" },
  request: { look: "quiet", sign: "·", word: "", name: "handshake request" },
  response: { look: "quiet", sign: "·", word: "", name: "handshake response" },
  opened: { look: "event good", sign: "●", word: "opened", name: "opened" },
  refused: { look: "bad", sign: "!", word: "refused", name: "refused" },
  failed: { look: "bad", sign: "!", word: "failed", name: "failed" },
  closed: { look: "event", sign: "○", word: "closed", name: "closed" },
  notice: { look: "event", sign: "i", word: "", name: "notice" },
  retry: { look: "event", sign: "↻", word: "", name: "next try" },
  violation: { look: "bad", sign: "!", word: "violation", name: "violation" },
  frame: { look: "control", sign: "▫", word: "frame", name: "frame" },
  raw: { look: "warn", sign: "▫", word: "bytes", name: "bytes that are no frame" },
  lost: { look: "warn lost", sign: "!", word: "lost", name: "lost rows" },
  unsent: { look: "unsent", sign: "×", word: "", name: "not sent" },
};

export function nameOf(kind: RowKind): string {
  return LOOKS[kind].name;
}

/** What a row is shown with, beside itself. */
export interface Shown {
  index: number;
  y: number;
  previous?: LogRow;
  mark?: { p: number; t: number };
  chosen: boolean;
  /** 1 or 2 when it is to be compared. */
  picked: number;
  named: boolean;
  step?: string;
  /** Of a try: how it stands with it. */
  standing?: Standing;
  parts?: (text: string) => Part[];
}

/** What stands in the cells of a row. */
interface Cells {
  index: number;
  classes: string;
  styles: Record<string, string>;
  chosen: boolean;
  gutter: TemplateResult;
  time: [string, string];
  delta: string;
  arrow: string;
  says: string;
  /** The connection's name, where there are several. */
  of: string | undefined;
  text: unknown;
  size: unknown;
}

/** All rows are made by this one template, so that scrolling only changes texts. */
function cells(it: Cells): TemplateResult {
  return html`<div class="row ${it.classes} ${it.of === undefined ? "" : "named"}" role="row" id="row-${it.index}" data-index=${it.index} aria-rowindex=${it.index + 1} aria-selected=${it.chosen} ${place(it.styles)}>
    ${it.gutter}<span class="time" role="gridcell">${it.time[0]}<i> ${it.time[1]}</i></span><span class="delta" role="gridcell">${it.delta}</span><span class="arrow" role="gridcell" aria-label=${it.says}>${it.arrow}</span>${
    it.of === undefined ? nothing : html`<span class="of" role="gridcell">${it.of}</span>`}<span class="text" role="gridcell">${it.text}</span><span class="size" role="gridcell">${it.size}</span></div>`;
}

/** One row of the log. */
export function row(it: LogRow, how: Shown): TemplateResult {
  const { look, sign, name } = LOOKS[it.k];
  const { retry } = it;
  const word = retry ? `try ${retry.attempt} of ${retry.of}` : LOOKS[it.k].word; // before why, for a long reason is cut
  const text = retry ? retry.why : it.k === "opened" || it.k === "refused" ? it.x.replace(/^open · |^the server refused the handshake: /, "") : it.x;
  const direction = it.d === "in" ? "received" : it.d === "out" && it.k !== "unsent" ? "sent" : "";
  const marks = how.parts ? marked(text, how.parts) : text;
  return cells({
    index: how.index,
    classes: `${look} ${it.d} ${how.chosen ? "chosen" : ""} ${how.picked ? "picked-row" : ""}`,
    styles: { top: `${how.y}px` },
    chosen: how.chosen,
    gutter: gutter(it, how),
    time: time(it.t).split(" ") as [string, string],
    delta: since(it, how),
    arrow: sign || (it.d === "in" ? "↓" : "↑"),
    says: `${direction} ${name}`.trim(),
    of: how.named ? it.c || "main" : undefined,
    text: it.why !== undefined ? html`<s>${marks}</s><span class="word">lost: ${it.why}</span>` : word && !text.toLowerCase().startsWith(word) ? html`<span class="word">${word}</span>${marks}` : marks,
    size: how.standing ? html`<span class="standing ${how.standing.good ? "good" : ""}">${how.standing.words}</span>` : it.s > 0 || it.k === "text" || it.k === "binary" ? html`${flags(it)}${size(it.s)}` : "",
  });
}

/** A row that is still on its way from the server. */
export function loading(index: number, y: number, named: boolean): TemplateResult {
  return cells({ index, classes: "loading", styles: { top: `${y}px` }, chosen: false, gutter: NO_GUTTER, time: ["", ""], delta: "", arrow: "", says: "not read yet", of: named ? "" : undefined, text: "", size: "" });
}

/** A message that waits to be written. */
export function ghost(it: Pending, index: number, y: number, named: boolean): TemplateResult {
  return cells({
    index, classes: "ghost out", styles: { top: `${y}px` }, chosen: false, gutter: NO_GUTTER, time: ["queued", ""], delta: "", arrow: "↑", says: "queued, not written yet",
    of: named ? "" : undefined, text: it.preview, size: size(it.size),
  });
}

const NO_GUTTER = html`<span class="gutter" role="gridcell"></span>`;

function gutter(it: LogRow, how: Shown): TemplateResult {
  if (how.picked) {
    return html`<span class="gutter picked" role="gridcell" aria-label="picked to compare">${how.picked}</span>`;
  }
  if (how.mark?.p === it.p) {
    return html`<span class="gutter marked" role="gridcell" aria-label="marked, times count from here">0</span>`;
  }
  if (!how.step) {
    return NO_GUTTER;
  }
  const sign = how.step === "passed" ? "✓" : "✗";
  return html`<span class="gutter" role="gridcell">${html`<span class=${how.step} role="img" aria-label="a step with it ${how.step}">${sign}</span>`}</span>`;
}

function since(it: LogRow, { mark, previous }: Shown): string {
  if (mark) {
    return mark.p === it.p ? "0" : delta(it.t - mark.t);
  }
  return previous ? delta(it.t - previous.t) : "";
}

function flags(it: LogRow): TemplateResult | typeof nothing {
  const all = [...(it.f !== undefined && it.f > 1 ? [count(it.f, "frame")] : []), ...(it.z ? ["deflated"] : [])];
  return all.length > 0 ? html`<span class="flag">${all.join(", ")}</span>` : nothing;
}

function marked(text: string, parts: (text: string) => Part[]): (string | TemplateResult)[] {
  return parts(text).map((part) => part.hit ? html`<mark>${part.text}</mark>` : part.text);
}
