import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/styles.ts";

/** All about one row: the message, its frames, the handshake, the results of steps. */
@customElement("parley-detail-pane")
export class DetailPane extends LitElement {
  static override styles = [controls];

  /** Of the conversation that it belongs to; empty for a session of history. */
  @property() key = "";
  /** The history session whose rows it shows; empty before the first. */
  @property() session = "";

  override render() {
    return html`<div class="empty">DetailPane</div>`;
  }
}
