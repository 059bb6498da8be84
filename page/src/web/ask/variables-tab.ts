import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Key, Row, VariableInfo } from "../api.ts";
import { controls } from "../ui/styles.ts";
import { Follow } from "./follow.ts";
import { known } from "./known.ts";
import "./row-table.ts";

/** More variables than one sees at a glance. */
const MANY = 12;

/** The variables of a conversation, and all that hold in it with where they come from. */
@customElement("parley-variables-tab")
export class VariablesTab extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    .find { padding: 6px 8px; border-bottom: var(--line) solid var(--line-c); }
    .find .field { width: 100%; }
    .all { display: grid; grid-template-columns: minmax(110px, 40%) 1fr; font-size: var(--t-s); }
    .all > div {
      padding: 4px 12px; border-bottom: var(--line) solid var(--line-c); min-width: 0; overflow: hidden;
      text-overflow: ellipsis; font-family: var(--mono); line-height: 18px;
    }
    small {
      display: block; font: var(--t-xs)/14px var(--font); color: var(--ink-3); white-space: nowrap; overflow: hidden;
      text-overflow: ellipsis;
    }
    details { border-top: 0; }
    summary {
      padding: 9px 12px 7px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-2); cursor: pointer;
      background: var(--bg-2); border-bottom: var(--line) solid var(--line-c);
    }
    p { margin: 0; padding: 8px 12px; color: var(--ink-3); font-size: var(--t-xs); line-height: 18px; }
    code { font-family: var(--mono); }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) rows: Row[] = [];
  @state() private find = "";
  private readonly known = new Follow(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.find = "";
      this.known.to(known.of(this.key));
    }
  }

  override render() {
    const { variables = [], dynamic = [] } = known.of(this.key).value ?? {};
    const find = this.find.toLowerCase();
    return html`
      <parley-row-table table="variables" word="variable" .key=${this.key} .rows=${this.rows.filter((one) => one.at)}></parley-row-table>
      <details open>
        <summary>All that hold here, ${variables.length}</summary>
        ${variables.length > MANY ? this.field() : ""}
        <div class="all">${variables.filter((one) => one.name.toLowerCase().includes(find)).map(line)}</div>
      </details>
      <details>
        <summary>Made anew each time, ${dynamic.length}</summary>
        <p>${dynamic.map((name) => html`<code>${name}</code> `)}</p>
      </details>`;
  }

  private field() {
    return html`<div class="find"><input class="field" aria-label="Find a variable" placeholder="Find" .value=${this.find}
      @input=${(event: Event) => (this.find = (event.target as HTMLInputElement).value)}></div>`;
  }
}

function line({ name, value, secret, from }: VariableInfo) {
  return html`<div title=${name}>${name}</div>
    <div title=${secret ? "a secret" : value ?? ""}>${
      secret ? "••••••" : value ?? html`<span class="muted">no value yet</span>`}<small>${from}</small></div>`;
}
