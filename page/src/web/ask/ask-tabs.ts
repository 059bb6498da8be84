import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key } from "../api.ts";
import { controls } from "../ui/styles.ts";

/** What is asked of the server: params, headers, auth, settings, steps, the file. */
@customElement("parley-ask-tabs")
export class AskTabs extends LitElement {
  static override styles = [controls];

  @property() key: Key = "";

  override render() {
    return html`<div class="empty">AskTabs</div>`;
  }
}
