import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key } from "../api.ts";
import { controls } from "../ui/styles.ts";

/** The address, the state, and what connects, ends and runs. */
@customElement("parley-address-bar")
export class AddressBar extends LitElement {
  static override styles = [controls];

  @property() key: Key = "";

  override render() {
    return html`<div class="empty">AddressBar</div>`;
  }
}
