import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Handshake, Stage } from "../api.ts";
import { millis } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { place } from "./place.ts";

const NAMES: Record<Stage, string> = { token: "Token", dns: "DNS", tcp: "TCP", proxy: "Proxy", tls: "TLS", upgrade: "Upgrade" };

/** How long each stage of connecting took, one after another. */
@customElement("parley-timing-bars")
export class TimingBars extends LitElement {
  static override styles = [controls, css`
    .stages {
      display: grid; grid-template-columns: max-content minmax(120px, 1fr) max-content; gap: 5px 12px; align-items: center;
      font-size: var(--t-s);
    }
    .name { color: var(--ink-2); }
    .track { position: relative; height: 16px; border-radius: 3px; background: var(--bg-2); }
    .bar { position: absolute; top: 3px; bottom: 3px; min-width: 3px; border-radius: 2px; background: var(--accent); }
    .bar.failed { background: var(--bad); }
    .took { text-align: right; font: var(--t-s) var(--mono); }
    .text { grid-column: 2 / 4; margin-top: -4px; color: var(--ink-3); font-size: var(--t-xs); overflow-wrap: anywhere; }
    .total { font-weight: 600; }
  `];

  @property({ attribute: false }) timing: Handshake["timing"] = [];
  /** The stage that failed. */
  @property() failed = "";

  override render() {
    const end = Math.max(0.001, ...this.timing.map((one) => one.start + one.millis));
    return html`<div class="stages" role="group" aria-label="Times of the stages">
      ${this.timing.map((one) => html`<span class="name">${NAMES[one.stage]}</span>
        <span class="track" aria-hidden="true"><span class="bar ${one.stage === this.failed ? "failed" : ""}" ${place({ left: `${100 * one.start / end}%`, width: `${100 * one.millis / end}%` })}></span></span>
        <span class="took">${millis(one.millis)}</span>${one.text && !/^[\d.]+ (µs|ms|s)$/.test(one.text) ? html`<span class="text">${one.text}</span>` : ""}`)}
      <span class="name">In all</span><span></span><span class="took total">${millis(end)}</span></div>`;
  }
}
