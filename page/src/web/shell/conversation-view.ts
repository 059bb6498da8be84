import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import "../ask/address-bar.ts";
import "../ask/ask-tabs.ts";
import "../ask/composer.ts";
import "../log/conversation-log.ts";
import "../log/detail-pane.ts";
import type { Key } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { controls } from "../ui/styles.ts";

/** One conversation: what is asked at the left, what is answered at the right. */
@customElement("parley-conversation-view")
export class ConversationView extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template: 52px 1fr 286px / 388px 1fr; height: 100%; min-height: 0; }
    parley-address-bar { grid-column: 1 / 3; }
  `];

  @property() key: Key = "";

  constructor() {
    super();
    new Watch(this, [app.talks]);
  }

  override render() {
    const session = app.talks.value.get(this.key)?.session ?? "";
    return html`
      <parley-address-bar .key=${this.key}></parley-address-bar>
      <parley-ask-tabs .key=${this.key}></parley-ask-tabs>
      <parley-conversation-log .key=${this.key} .session=${session}></parley-conversation-log>
      <parley-composer .key=${this.key}></parley-composer>
      <parley-detail-pane .key=${this.key} .session=${session}></parley-detail-pane>`;
  }
}
