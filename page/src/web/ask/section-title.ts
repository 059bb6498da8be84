import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/styles.ts";

/** A quiet heading over a part of a tab. */
@customElement("parley-section-title")
export class SectionTitle extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    h3 {
      margin: 0; padding: 8px 12px 5px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-2);
      background: var(--bg-2); border-bottom: var(--line) solid var(--line-c);
    }
  `];

  @property() heading = "";

  override render() {
    return html`<h3>${this.heading}</h3>`;
  }
}
