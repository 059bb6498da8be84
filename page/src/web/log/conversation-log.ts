import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { controls } from "../ui/styles.ts";

/** What happened in a conversation, row by row. */
@customElement("parley-conversation-log")
export class ConversationLog extends LitElement {
  static override styles = [controls];

  /** Of the conversation that it belongs to; empty for a session of history. */
  @property() key = "";
  /** The history session whose rows it shows; empty before the first. */
  @property() session = "";

  override render() {
    return html`<div class="empty">ConversationLog</div>`;
  }
}
