import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FrameRow, LogRow } from "../api.ts";
import { count, number, size } from "../state/words.ts";
import { controls } from "../ui/styles.ts";

/** The frames that carried a message, bit by bit. */
@customElement("parley-frames-view")
export class FramesView extends LitElement {
  static override styles = [controls, css`
    :host { display: block; overflow: auto; min-height: 0; }
    p.sum {
      display: flex; max-width: none; flex-wrap: wrap; gap: 4px 22px; margin: 0; padding: 10px 14px; color: var(--ink-2);
      border-bottom: var(--line) solid var(--line-c);
    }
    .sum b { font: 600 var(--t-s) var(--mono); color: var(--ink); }
    table { width: 100%; border-collapse: collapse; font: var(--t-s) var(--mono); white-space: nowrap; }
    th {
      position: sticky; top: 0; padding: 5px 10px; background: var(--bg); text-align: left;
      font: 600 var(--t-xs) var(--font); color: var(--ink-3); box-shadow: inset 0 -1px var(--line-c);
    }
    td { padding: 4px 10px; border-bottom: var(--line) solid var(--line-c); }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    th.n { text-align: right; }
    .bit {
      display: inline-grid; place-content: center; width: 15px; height: 16px; margin-right: 2px; border-radius: 3px;
      background: var(--bg-3); color: var(--ink-3); font-size: var(--t-xs);
    }
    .bit.on { background: var(--accent-soft); color: var(--accent); font-weight: 700; }
    .op { color: var(--ink-3); margin-left: 7px; }
    p { margin: 14px; color: var(--ink-3); font-size: var(--t-s); max-width: 60ch; }
  `];

  @property({ attribute: false }) frames: FrameRow[] = [];
  @property({ attribute: false }) row!: LogRow;

  override render() {
    const { frames, row } = this;
    if (frames.length === 0) {
      return html`<p>No frame carried this row: it tells of the connection, not of something that was sent over it.</p>`;
    }
    const headers = frames.reduce((sum, frame) => sum + frame.header, 0);
    const payload = frames.reduce((sum, frame) => sum + frame.length, 0);
    const wire = row.s === payload ? nothing : html`, on the wire <b>${size(payload)}</b>${row.z ? ratio(row.s, payload) : nothing}`;
    return html`
      <p class="sum">
        <span><b>${count(frames.length, "frame")}</b></span>
        <span>payload <b>${size(row.s)}</b>${wire}</span>
        <span>headers <b>${size(headers)}</b></span>
        <span>in all <b>${size(payload + headers)}</b></span>
      </p>
      <table aria-label="Frames">
        <thead><tr>
          <th class="n">#</th><th>FIN</th><th>RSV 1 2 3</th><th>Opcode</th><th>Mask</th>
          <th class="n">Header</th><th class="n">Payload</th><th class="n">Wire</th>
        </tr></thead>
        <tbody>${frames.map(line)}</tbody>
      </table>`;
  }
}

function line({ fin, rsv, opcode, name, masked, mask, header, length }: FrameRow, at: number) {
  return html`<tr>
    <td class="n muted">${at + 1}</td>
    <td>${bit(fin)}</td>
    <td>${[...rsv].map((one) => bit(one === "1"))}</td>
    <td>${name}<span class="op">0x${opcode.toString(16).toUpperCase()}</span></td>
    <td>${masked ? mask ?? "yes" : html`<span class="muted">none</span>`}</td>
    <td class="n">${header}</td><td class="n">${number(length)}</td><td class="n">${number(length + header)}</td></tr>`;
}

function bit(on: boolean) {
  return html`<span class="bit ${on ? "on" : ""}">${on ? 1 : 0}</span>`;
}

function ratio(raw: number, wire: number): string {
  return raw > 0 ? `, ${Math.round(100 * wire / raw)} % of it` : "";
}
