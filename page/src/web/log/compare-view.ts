import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { LogRow } from "../api.ts";
import { Refused } from "../server.ts";
import { app, type Spot } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count, size } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { differing, type Pair, pairs } from "./diff.ts";
import { nameOf } from "./log-row.ts";
import "./virtual-lines.ts";
import type { VirtualLines } from "./virtual-lines.ts";
import { date, delta } from "./words.ts";

/** Two messages side by side, what differs marked. */
@customElement("parley-compare-view")
export class CompareView extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template-rows: auto auto minmax(0, 1fr); height: 100%; min-height: 0; min-width: 0; }
    .bar {
      display: flex; align-items: center; gap: 8px; height: 40px; padding: 0 12px;
      border-bottom: var(--line) solid var(--line-c); font-size: var(--t-s); color: var(--ink-2); white-space: nowrap;
    }
    .bar b { color: var(--ink); font-weight: 600; }
    .heads {
      display: grid; grid-template-columns: 1fr 1fr; border-bottom: var(--line) solid var(--line-c); background: var(--bg-2);
      font-size: var(--t-s);
    }
    .heads div {
      display: flex; gap: 10px; padding: 6px 12px; min-width: 0; color: var(--ink-2); overflow: hidden; white-space: nowrap;
    }
    .heads div + div { border-left: var(--line) solid var(--line-c); }
    .heads .in { color: var(--in); }
    .heads .out { color: var(--out); }
    .heads code { font: var(--t-s) var(--mono); color: var(--ink); }
    .space { display: grid; min-height: 0; }
    .space { container: compare / inline-size; }
  `];

  @property({ attribute: false }) left!: Spot;
  @property({ attribute: false }) right!: Spot;
  @state() private rows: [LogRow, LogRow] | undefined;
  @state() private pairs: Pair[] | undefined;
  @state() private same = false;
  @state() private fault = "";
  @state() private at = -1;
  @query("parley-virtual-lines") private readonly lines!: VirtualLines | null;
  private asked = "";

  constructor() {
    super();
    new Watch(this, [app.connected]);
  }

  override willUpdate(): void {
    const wanted = JSON.stringify([this.left, this.right]);
    if (wanted !== this.asked && app.connected.value) {
      this.asked = wanted;
      void this.read(wanted);
    }
  }

  private async read(wanted: string): Promise<void> {
    const { left, right } = this;
    try {
      const [found, one, two] = await Promise.all([
        app.server.call("log.compare", { left, right }), app.server.call("log.entry", { ...left }), app.server.call("log.entry", { ...right }),
      ]);
      if (wanted === this.asked) {
        this.pairs = pairs(found.lines);
        this.same = found.same;
        this.rows = [one.row, two.row];
        this.at = -1;
        this.fault = "";
      }
    } catch (why) {
      if (wanted === this.asked) {
        this.fault = why instanceof Refused ? why.refusal.text : String(why);
        this.asked = app.connected.value ? wanted : ""; // What broke off is asked again.
      }
    }
  }

  private get changes(): number {
    return (this.pairs ?? []).reduce((most, pair) => Math.max(most, pair.change + 1), 0);
  }

  override render() {
    if (this.fault || !this.pairs || !this.rows) {
      return html`<div class="empty error">${this.fault}</div>`;
    }
    const { changes, rows: [one, two] } = this;
    return html`
      <div class="bar">
        <b>${!this.same ? count(changes, "difference") : one.s === two.s ? "The two are the same." : "The same but for white space."}</b>
        ${changes > 0 ? this.steps() : nothing}
        <span class="grow"></span>
        <span>${delta(two.t - one.t).replace(/(\d)$/, "$1 ms")} apart</span>
      </div>
      <div class="heads">${this.rows.map(head)}</div>
      <div class="space" @keydown=${this.key}>
        <parley-virtual-lines name="Differences" .count=${this.pairs.length} .line=${this.line}></parley-virtual-lines></div>`;
  }

  private steps() {
    return html`
      <button class="button" aria-label="Previous difference" title="Previous difference (Alt+↑)" @click=${() => this.go(-1)}>↑</button>
      <button class="button" aria-label="Next difference" title="Next difference (Alt+↓)" @click=${() => this.go(1)}>↓</button>
      <span class="muted">${this.at >= 0 ? `${this.at + 1} of ${this.changes}` : ""}</span>`;
  }

  private readonly line = (index: number): TemplateResult => {
    const pair = (this.pairs as Pair[])[index] as Pair;
    const { left, right, change } = pair;
    const spot = left && right && change >= 0 ? differing(left.text, right.text) : undefined;
    return html`<div class="pair ${change >= 0 && change === this.at ? "at" : ""}">
      ${half(left, change < 0 ? "" : "gone", spot && { from: spot.from, end: spot.leftEnd })}
      ${half(right, change < 0 ? "" : "come", spot && { from: spot.from, end: spot.rightEnd })}</div>`;
  };

  private go(by: number): void {
    const from = this.at < 0 && by < 0 ? 0 : this.at;
    this.at = (from + by + this.changes) % this.changes;
    this.lines?.reveal((this.pairs ?? []).findIndex((pair) => pair.change === this.at));
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey && this.changes > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.go(event.key === "ArrowDown" ? 1 : -1);
    }
  }
}

function head(row: LogRow) {
  const way = row.d === "in" ? "↓ received" : row.d === "out" && row.k !== "unsent" ? "↑ sent" : nameOf(row.k);
  return html`<div><span class=${row.d}>${way}</span><code>${date(row.t)}</code><span>${size(row.s)}</span></div>`;
}

function half(side: Pair["left"], look: string, spot: { from: number; end: number } | undefined) {
  if (!side) {
    return html`<span class="half hole"></span>`;
  }
  const { text } = side;
  const shown = spot ? html`${text.slice(0, spot.from)}<mark>${text.slice(spot.from, spot.end)}</mark>${text.slice(spot.end)}` : text;
  const title = text.length > 60 ? text.slice(0, 600) : nothing;
  return html`<span class="half ${look}" title=${title}><i class="number">${side.number}</i>${shown}</span>`;
}
