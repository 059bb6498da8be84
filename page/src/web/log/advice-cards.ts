import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Advice, Key } from "../api.ts";
import { prose } from "../ui/prose.ts";
import { controls } from "../ui/styles.ts";
import "./advice-card.ts";

/** A card for each thing that is explained, and one for all that may help besides. */
@customElement("parley-advice-cards")
export class AdviceCards extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; gap: 8px; }
    .advice { margin: 0; border-left-color: var(--accent); background: var(--accent-soft); }
    p, ul { margin: 0; }
    ul { padding-left: 18px; }
    li { margin-top: 2px; }
  `];

  @property({ attribute: false }) all: Advice[] = [];
  /** The file that the fixes change; empty when there is none. */
  @property() key: Key = "";

  override render() {
    const hints = this.all.filter((one) => one.text === "" && one.fixes.length === 0);
    const explained = this.all.filter((one) => !hints.includes(one));
    return html`
      ${explained.map((one) => html`<parley-advice-card .advice=${one} .key=${this.key}></parley-advice-card>`)}
      ${hints.length > 0 ? html`<div class="advice" role="note"><b>What may help</b>
        ${hints.length === 1 ? hints.map((one) => html`<p>${prose(one.title)}</p>`) : html`<ul>${hints.map((one) => html`<li>${prose(one.title)}</li>`)}</ul>`}</div>` : nothing}`;
  }
}
