import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Completion, ConversationModel, Edit, Key } from "../api.ts";
import "../code/code-editor.ts";
import type { CodeEditor } from "../code/code-editor.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import { known } from "./known.ts";
import { rowStyles } from "./row-styles.ts";

const COMMON = [
  "chat", "graphql-transport-ws", "graphql-ws", "mqtt", "ocpp1.6", "ocpp2.0.1", "ocpp2.1", "soap", "stomp", "v10.stomp", "v11.stomp",
  "v12.stomp", "wamp.2.json", "wamp.2.msgpack", "xmpp", "sip", "graphql",
];

/** The subprotocols that are offered, the best first. */
@customElement("parley-subprotocols-form")
export class SubprotocolsForm extends LitElement {
  static override styles = [controls, rowStyles, css`
    :host { display: block; }
    .row { grid-template-columns: 34px 1fr 78px; }
    .place { text-align: right; padding-right: 8px; color: var(--ink-3); line-height: 22px; font: var(--t-xs)/22px var(--mono); }
    .buttons { display: flex; justify-content: flex-end; }
    .buttons .plain { height: 22px; padding: 0 4px; opacity: 0; }
    .row:hover .plain, .row:focus-within .plain { opacity: 1; }
    p { margin: 0; padding: 10px 12px; color: var(--ink-3); font-size: var(--t-xs); }
    .up { transform: rotate(180deg); }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) subprotocols: ConversationModel["subprotocols"] = { value: [], from: "" };
  @state() private typed: { at: number; text: string } | undefined;
  /** What is on its way into the file. */
  private writing: { at: number; text: string } | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = undefined;
    }
  }

  override render() {
    const { own, value, from } = this.subprotocols;
    const rows = own ?? value;
    return html`<div role="group" aria-label="Subprotocols">
        ${rows.map((name, at) => this.row(name, at, rows))}
        ${this.row("", rows.length, rows)}
      </div>
      <p>The server answers with one of them, or with none.
        ${own === undefined && value.length > 0 ? html`These are inherited from ${from}; a name typed here replaces them.` : ""}</p>`;
  }

  private row(name: string, at: number, rows: string[]) {
    const fresh = at === rows.length;
    const inherited = this.subprotocols.own === undefined && !fresh;
    return html`<div class="row ${inherited ? "inherited" : ""}" role="group" aria-label=${fresh ? "new subprotocol" : `subprotocol ${name}`}
        @keydown=${(event: KeyboardEvent) => this.pressed(event, at)}>
      <span class="place">${fresh ? "" : at + 1}</span>
      <parley-code-editor single label=${fresh ? "New subprotocol" : `Subprotocol ${at + 1}`} .subject="${this.key}:${at}:${rows.length}"
        placeholder=${fresh ? "name, or several with commas" : ""} .value=${this.typed?.at === at ? this.typed.text : name}
        .known=${known.of(this.key).value} .completes=${(text: string) => completion(text, rows)}
        @edit=${(event: CustomEvent<string>) => (this.typed = { at, text: event.detail })}
        @leave=${() => void this.commit(at)} @submit=${() => void this.commit(at, true)}></parley-code-editor>
      <span class="buttons">${fresh ? "" : this.buttons(name, at, rows)}</span>
    </div>`;
  }

  private buttons(name: string, at: number, rows: string[]) {
    return html`
      <button class="plain" ?disabled=${at === 0} aria-label="Move ${name} up" title="Up (Alt+↑)" @click=${() => this.move(at, -1)}>
        <span class="up">${icon("down", 12)}</span></button>
      <button class="plain" ?disabled=${at === rows.length - 1} aria-label="Move ${name} down" title="Down (Alt+↓)" @click=${() => this.move(at, 1)}>
        ${icon("down", 12)}</button>
      <button class="plain" aria-label="Delete ${name}" title="Delete" @click=${() => this.put(rows.filter((_, index) => index !== at))}>
        ${icon("close", 12)}</button>`;
  }

  private get rows(): string[] {
    return this.subprotocols.own ?? this.subprotocols.value;
  }

  private async commit(at: number, further = false): Promise<void> {
    const { typed, rows } = this;
    if (typed?.at !== at || typed === this.writing) {
      return;
    }
    const names = typed.text.split(/[\s,]+/).filter((one) => one);
    const next = [...(at === rows.length && this.subprotocols.own === undefined ? [] : rows)];
    next.splice(at, 1, ...names);
    this.writing = typed;
    const { refusal } = names.join() === (rows[at] ?? "") ? {} : await this.put(next);
    this.writing = undefined;
    if (refusal) {
      return; // What was typed stays, and why it was refused is told.
    }
    this.typed = this.typed === typed ? undefined : this.typed;
    if (further) {
      await this.updateComplete;
      [...this.renderRoot.querySelectorAll<CodeEditor>("parley-code-editor")].at(-1)?.focus();
    }
  }

  private pressed(event: KeyboardEvent, at: number): void {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      void this.move(at, event.key === "ArrowUp" ? -1 : 1);
    }
  }

  private async move(at: number, by: number): Promise<void> {
    const next = [...this.rows];
    const [one] = next.splice(at, 1);
    if (one !== undefined && at + by >= 0 && at + by <= next.length) {
      next.splice(at + by, 0, one);
      await this.put(next);
    }
  }

  private put(names: string[]) {
    const edits: Edit[] = names.length > 0 ? [{ op: "put", at: ["subprotocols"], value: names }] : [{ op: "remove", at: ["subprotocols"] }];
    return change("file.edit", this.key, { edits }, `subprotocols: ${names.join(", ")}`);
  }
}

/** Common ones that are not offered yet. */
function completion(text: string, rows: string[]): Completion {
  const others = COMMON.filter((one) => one !== text && !rows.includes(one));
  return { from: 0, options: others.map((label) => ({ label, kind: "value" })) };
}
