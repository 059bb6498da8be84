import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { RowKind } from "../api.ts";
import { controls } from "../ui/styles.ts";

const GROUPS: { title: string; kinds: [RowKind, string][] }[] = [
  { title: "Messages", kinds: [["text", "Text"], ["binary", "Binary"]] },
  { title: "Control", kinds: [["ping", "Ping"], ["pong", "Pong"], ["close", "Close"]] },
  {
    title: "Connection",
    kinds: [["opened", "Opened"], ["refused", "Refused"], ["failed", "Failed"], ["closed", "Closed"], ["retry", "Tries"], ["phase", "Stages"], ["tried", "Addresses"], ["secured", "TLS"], ["request", "Request"], ["response", "Response"]],
  },
  { title: "Trouble", kinds: [["violation", "Violations"], ["unsent", "Not sent"], ["notice", "Notices"], ["lost", "Lost rows"]] },
  { title: "Wire", kinds: [["frame", "Single frames"], ["raw", "Bytes that are no frame"]] },
];

/** Chooses the kinds of rows to show. */
@customElement("parley-kinds-menu")
export class KindsMenu extends LitElement {
  static override styles = [controls, css`
    :host { position: relative; display: inline-block; }
    .button { font-weight: 400; color: var(--ink-2); border-color: var(--line-c); }
    .button.set { color: var(--accent); border-color: var(--accent); }
    .menu {
      position: absolute; z-index: 6; right: 0; top: 30px; width: 330px; padding: 8px; display: grid; gap: 10px;
      border: var(--line) solid var(--line-strong); border-radius: var(--radius); background: var(--bg);
      box-shadow: var(--shadow); white-space: normal;
    }
    fieldset { margin: 0; padding: 0; border: 0; display: flex; flex-wrap: wrap; gap: 4px; }
    legend { padding: 0 0 4px; font: 600 var(--t-xs) var(--font); color: var(--ink-3); }
    .kind {
      padding: 2px 9px; border: var(--line) solid var(--line-c); border-radius: 11px; font-size: var(--t-s);
      color: var(--ink-2);
    }
    .kind:hover { background: var(--bg-3); }
    .kind[aria-pressed="true"] { border-color: var(--accent); background: var(--accent-soft); color: var(--accent); }
  `];

  @property({ attribute: false }) kinds: string[] = [];
  @state() private open = false;

  override render() {
    const chosen = this.kinds.length;
    return html`
      <button class="button ${chosen ? "set" : ""}" aria-haspopup="true" aria-expanded=${this.open} title="Kinds of rows"
          @mousedown=${(event: Event) => event.preventDefault()} @click=${() => (this.open = !this.open)} @keydown=${this.key}>
        Kinds${chosen ? html` ${chosen}` : nothing} <span aria-hidden="true">▾</span></button>
      ${this.open ? this.menu() : nothing}`;
  }

  private menu() {
    return html`<div class="menu" role="group" aria-label="Kinds of rows" @keydown=${this.key} @focusout=${this.left}>
      ${GROUPS.map(({ title, kinds }) => html`<fieldset><legend>${title}</legend>${kinds.map(([kind, name]) => html`
        <button class="kind" aria-pressed=${this.kinds.includes(kind)} @click=${() => this.toggle(kind)}>${name}</button>`)}</fieldset>`)}
      <button class="plain" ?disabled=${this.kinds.length === 0} @click=${() => this.tell([])}>All kinds</button></div>`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has("open") && this.open) {
      this.renderRoot.querySelector<HTMLElement>(".kind")?.focus();
    }
  }

  private toggle(kind: RowKind): void {
    this.tell(this.kinds.includes(kind) ? this.kinds.filter((one) => one !== kind) : [...this.kinds, kind]);
  }

  private tell(kinds: string[]): void {
    this.dispatchEvent(new CustomEvent("kinds", { detail: kinds }));
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.open) {
      event.stopPropagation();
      this.open = false;
      this.renderRoot.querySelector<HTMLElement>(".button")?.focus();
    }
  }

  private left(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (next === null || !this.renderRoot.contains(next)) {
      this.open = false;
    }
  }
}
