import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../log/compare-view.ts";
import type { Spot } from "../state/app.ts";
import { controls } from "../ui/styles.ts";
import { placeStyles } from "./place-styles.ts";

/** Two messages side by side, in a tab. */
@customElement("parley-compare-place")
export class ComparePlace extends LitElement {
  static override styles = [controls, placeStyles];

  @property({ attribute: false }) left!: Spot;
  @property({ attribute: false }) right!: Spot;

  override render() {
    return html`<parley-compare-view .left=${this.left} .right=${this.right}></parley-compare-view>`;
  }
}
