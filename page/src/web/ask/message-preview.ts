import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Preview } from "../api.ts";
import { hexLines, visible } from "../code/hex.ts";
import { size } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";

/** What will be sent, byte for byte, with the values of variables as they would be now. */
@customElement("parley-message-preview")
export class MessagePreview extends LitElement {
  static override styles = [controls, css`
    :host {
      display: flex; flex-direction: column; min-height: 0; border-top: var(--line) solid var(--line-c);
      background: var(--bg-2);
    }
    header { display: flex; align-items: center; gap: 8px; padding: 4px 10px; font-size: var(--t-xs); color: var(--ink-2); flex: none; }
    pre { margin: 0; padding: 4px 12px 8px; overflow: auto; flex: 1; font: var(--t-s)/18px var(--mono); }
    .text { white-space: pre-wrap; overflow-wrap: anywhere; }
    .offset, .side { color: var(--ink-3); }
    .side { margin-left: 14px; }
    .problem { display: flex; gap: 6px; padding: 5px 10px; color: var(--bad); font-size: var(--t-s); }
    .problem .muted { display: block; }
    .segments { font-size: var(--t-xs); }
    .segments > button { padding: 1px 7px; }
  `];

  @property({ attribute: false }) preview: Preview | undefined;
  @state() private hex = false;

  override render() {
    const { preview } = this;
    if (!preview) {
      return html`<header>Nothing to show yet.</header>`;
    }
    const { kind, problems, size: bytes, hex, text } = preview;
    const asHex = this.hex || text === undefined;
    return html`
      <header>
        <b>${kind === "nothing" ? "Nothing can go out" : `Goes out as ${kind}, ${size(bytes)}`}</b>
        <span class="grow"></span>${text === undefined ? "" : this.choice(asHex)}
      </header>
      ${problems.map(problem)}
      ${bytes === 0 || problems.length > 0 && !hex ? "" : asHex ? dump(preview) : plain(preview)}`;
  }

  private choice(asHex: boolean) {
    return html`<span class="segments" role="group" aria-label="Preview">
      <button aria-pressed=${!asHex} @click=${() => (this.hex = false)}>Text</button>
      <button aria-pressed=${asHex} @click=${() => (this.hex = true)}>Hex</button></span>`;
  }
}

function problem({ text, hint }: Preview["problems"][number]) {
  return html`<div class="problem" role="alert">${icon("warning")}
    <span>${text}${hint ? html`<span class="muted">${hint}</span>` : ""}</span></div>`;
}

function dump({ hex, truncated }: Preview) {
  const lines = hexLines(hex).map(({ offset, left, right, ascii }) =>
    html`<div><span class="offset">${offset}</span>  ${left}  ${right}<span class="side">${ascii}</span></div>`);
  return html`<pre tabindex="0" aria-label="Bytes that will be sent">${lines}${
    truncated ? html`<div class="muted">… and more</div>` : ""}</pre>`;
}

function plain({ text, truncated }: Preview) {
  return html`<pre class="text" tabindex="0" aria-label="Text that will be sent">${visible(text ?? "")}${
    truncated ? html`<span class="muted">… and more</span>` : ""}</pre>`;
}
