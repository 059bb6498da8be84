import { html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Head } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { controls } from "../ui/styles.ts";
import { httpStyles } from "./http-styles.ts";

/** The head of a request or of an answer, as a table or byte for byte; what is chosen holds for all of them. */
@customElement("parley-http-head")
export class HttpHead extends LitElement {
  static override styles = [controls, httpStyles];

  @property() heading = "";
  @property({ attribute: false }) head: Head = { bytes: "", headers: [], line: "" };
  private readonly bytes = app.memory.at<boolean>("handshake.bytes", false);

  constructor() {
    super();
    new Watch(this, [this.bytes]);
  }

  override render() {
    const { head, bytes } = this;
    const as = (wanted: boolean, name: string) => html`
      <button role="radio" aria-checked=${bytes.value === wanted} @click=${() => app.memory.put("handshake.bytes", wanted)}>${name}</button>`;
    return html`<section aria-label=${this.heading}>
      <h3>${this.heading}<span class="segments" role="radiogroup" aria-label="Shown as">${as(false, "Table")}${as(true, "Bytes")}</span></h3>
      ${bytes.value ? html`<pre tabindex="0">${head.bytes}</pre>` : html`
        <p class="first">${head.line}</p>
        <table>${head.headers.map(([name, value]) => html`<tr><td>${name}</td><td>${value}</td></tr>`)}</table>`}</section>`;
  }
}
