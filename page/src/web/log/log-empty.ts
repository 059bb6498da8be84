import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Talk } from "../api.ts";
import { run, shown } from "../state/actions.ts";
import { prose } from "../ui/prose.ts";
import { controls } from "../ui/styles.ts";

/** What stands in the place of rows when there are none: why, and what to do. */
@customElement("parley-log-empty")
export class LogEmpty extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; place-content: center; padding: 24px; text-align: center; pointer-events: none; }
    div { display: grid; gap: 10px; justify-items: center; max-width: 46ch; color: var(--ink-2); pointer-events: auto; }
    svg { color: var(--line-strong); }
    b { font-weight: 600; color: var(--ink); }
    p { margin: 0; text-wrap: balance; font-size: var(--t-s); color: var(--ink-3); }
    ul { margin: 0; padding: 0; list-style: none; text-align: left; font-size: var(--t-s); }
    li { color: var(--bad); }
    li span { color: var(--ink-3); }
    .hint { display: block; color: var(--ink-2); }
    code { font: .95em var(--mono); }
  `];

  @property({ attribute: false }) talk: Talk | undefined;
  @property({ type: Boolean }) live = false;
  @property({ type: Boolean }) filtered = false;
  @property({ type: Boolean }) searching = false;
  /** Rows of the log, -1 while that is not known. */
  @property({ type: Number }) known = 0;
  @property() fault = "";

  override render() {
    const problems = this.talk?.problems ?? [];
    if (this.known < 0 || this.searching) {
      return nothing;
    }
    if (this.fault) {
      return html`<div><b>The filter cannot be used.</b><p>${this.fault}</p>${this.clearing()}</div>`;
    }
    if (this.filtered && this.known > 0) {
      return html`<div><b>No row matches.</b><p>New rows that match will appear here.</p>${this.clearing()}</div>`;
    }
    if (problems.length > 0) {
      return html`<div role="alert"><b>The file has to be mended before it can connect.</b>
        <ul>${problems.slice(0, 4).map((one) => html`<li>${prose(one.text)} <span>${one.path}:${one.line}</span>${one.hint ? html`<span class="hint">${prose(one.hint)}</span>` : nothing}</li>`)}</ul></div>`;
    }
    if (!this.live) {
      return html`<div><b>This session has no rows.</b><p>It ended before anything happened.</p></div>`;
    }
    return this.quiet();
  }

  private quiet() {
    const busy = this.talk?.state === "connecting";
    const open = this.talk?.state === "connected";
    return html`<div>
      <svg width="44" height="34" viewBox="0 0 44 34" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" aria-hidden="true">
        <path d="M9 26V6m0 0L4 11m5-5 5 5"/><path d="M35 8v20m0 0 5-5m-5 5-5-5"/><path d="M20 12h4M19 17h6M20 22h4" opacity=".7"/></svg>
      <b>${busy ? "Connecting…" : open ? "Connected, and silent so far." : "Nothing has been said yet."}</b>
      <p>${open ? "What is sent and what arrives will appear here." : busy ? this.talk?.connections[0]?.text ?? "" : "Connect, or write a message and send it: sending connects first."}</p>
      ${busy || open ? nothing : html`<button class="button" @click=${() => run("connect")}>Connect <kbd>${shown("F5")}</kbd></button>`}
    </div>`;
  }

  private clearing() {
    return html`<button class="button" @click=${() => this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what: "nofilter" } }))}>Clear the filter</button>`;
  }
}
