import { html, nothing, type TemplateResult } from "lit";
import type { LogRow, Pending, RowKind } from "../api.ts";
import type { Part } from "./matcher.ts";
import { place } from "./place.ts";
import { counted, delta, size, time } from "./words.ts";

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
  violation: { look: "bad", sign: "!", word: "violation", name: "violation" },
  frame: { look: "control", sign: "▫", word: "frame", name: "frame" },
  raw: { look: "warn", sign: "▫", word: "bytes", name: "bytes that are no frame" },
  lost: { look: "warn lost", sign: "!", word: "lost", name: "lost rows" },
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
  parts?: (text: string) => Part[];
}

/** One row of the log. */
export function row(it: LogRow, how: Shown): TemplateResult {
  const { look, sign, word, name } = LOOKS[it.k];
  const text = it.k === "opened" || it.k === "refused" ? it.x.replace(/^open · |^the server refused the handshake: /, "") : it.x;
  const direction = it.d === "in" ? "received" : it.d === "out" ? "sent" : "";
  const arrow = sign || (it.d === "in" ? "↓" : "↑");
  const classes = `row ${look} ${it.d} ${how.chosen ? "chosen" : ""} ${how.picked ? "picked-row" : ""} ${how.named ? "named" : ""}`;
  return html`<div class=${classes} role="row" id="row-${how.index}" data-index=${how.index} aria-rowindex=${how.index + 1} aria-selected=${how.chosen} ${place({ top: `${how.y}px` })}>
    ${gutter(it, how)}
    ${clock(it.t)}
    <span class="delta" role="gridcell">${since(it, how)}</span>
    <span class="arrow" role="gridcell" aria-label=${`${direction} ${name}`.trim()}>${arrow}</span>
    ${how.named ? html`<span class="of" role="gridcell">${it.c || "main"}</span>` : nothing}
    <span class="text" role="gridcell">${word && !text.toLowerCase().startsWith(word) ? html`<span class="word">${word}</span>` : nothing}${how.parts ? marked(text, how.parts) : text}</span>
    <span class="size" role="gridcell">${flags(it)}${it.s > 0 || it.k === "text" || it.k === "binary" ? size(it.s) : ""}</span>
  </div>`;
}

function gutter(it: LogRow, how: Shown): TemplateResult {
  if (how.picked) {
    return html`<span class="gutter picked" role="gridcell" aria-label="picked to compare">${how.picked}</span>`;
  }
  if (how.mark?.p === it.p) {
    return html`<span class="gutter marked" role="gridcell" aria-label="marked, times count from here">0</span>`;
  }
  const sign = how.step === "passed" ? "✓" : "✗";
  return html`<span class="gutter" role="gridcell">${how.step ? html`<span class=${how.step} role="img" aria-label="a step with it ${how.step}">${sign}</span>` : nothing}</span>`;
}

function clock(micros: number): TemplateResult {
  const [whole, rest] = time(micros).split(" ");
  return html`<span class="time" role="gridcell">${whole}<i> ${rest}</i></span>`;
}

function since(it: LogRow, { mark, previous }: Shown): string {
  if (mark) {
    return mark.p === it.p ? "0" : delta(it.t - mark.t);
  }
  return previous ? delta(it.t - previous.t) : "";
}

function flags(it: LogRow): TemplateResult | typeof nothing {
  const all = [...(it.f !== undefined && it.f > 1 ? [counted(it.f, "frame")] : []), ...(it.z ? ["deflated"] : [])];
  return all.length > 0 ? html`<span class="flag">${all.join(", ")}</span>` : nothing;
}

function marked(text: string, parts: (text: string) => Part[]): (string | TemplateResult)[] {
  return parts(text).map((part) => part.hit ? html`<mark>${part.text}</mark>` : part.text);
}

/** A row that is still on its way from the server. */
export function loading(index: number, y: number): TemplateResult {
  return html`<div class="row loading" role="row" aria-rowindex=${index + 1} aria-busy="true" data-index=${index} ${place({ top: `${y}px`, "--guess": `${30 + index * 37 % 45}%` })}>
    <span></span><span class="time"></span><span class="delta"></span><span class="arrow"></span><span class="text"></span><span class="size"></span></div>`;
}

/** A message that waits to be written. */
export function ghost(it: Pending, index: number, y: number): TemplateResult {
  return html`<div class="row ghost out" role="row" aria-rowindex=${index + 1} ${place({ top: `${y}px` })}>
    <span class="gutter" role="gridcell"></span>
    <span class="time" role="gridcell">queued</span><span class="delta" role="gridcell"></span>
    <span class="arrow" role="gridcell" aria-label="queued, not written yet">↑</span>
    <span class="text" role="gridcell">${it.preview}</span><span class="size" role="gridcell">${size(it.size)}</span></div>`;
}
