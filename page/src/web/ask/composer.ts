import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key } from "../api.ts";
import { controls } from "../ui/styles.ts";

/** Writes, previews and sends messages. */
@customElement("parley-composer")
export class Composer extends LitElement {
  static override styles = [controls];

  @property() key: Key = "";

  override render() {
    return html`<div class="empty">Composer</div>`;
  }
}
