import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Key } from "../api.ts";
import "../code/code-editor.ts";
import type { Completes } from "../code/editor-parts.ts";
import { icon } from "../ui/icons.ts";
import { prose } from "../ui/prose.ts";
import { controls } from "../ui/styles.ts";
import { Follow } from "./follow.ts";
import { formStyles } from "./form-styles.ts";
import { known } from "./known.ts";
import { keepSecret, plain } from "./secret-keeping.ts";

/**
 * A name and a field for it, two cells of the form's grid. Tells `typed` (with the text) as it is typed, and `done` when it is left or Enter
 * is pressed. A secret that stands there itself is masked, and can be moved to `.env`.
 */
@customElement("parley-form-field")
export class FormField extends LitElement {
  static override styles = [controls, formStyles, css`
    :host { display: contents; font-size: var(--t-s); }
    .box .plain { line-height: 0; }
    label { align-self: start; padding-top: 5px; }
    .cell { display: grid; gap: 4px; min-width: 0; }
    .shared { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; color: var(--warn); font-size: var(--t-xs); line-height: 16px; }
    .shared .icon { flex: none; } .shared span { white-space: nowrap; }
    .shared .plain { padding: 0; color: var(--accent); white-space: nowrap; }
    .wrongs { color: var(--bad); }
  `];

  @property() key: Key = "";
  @property() name = "";
  @property() label = "";
  @property() value = "";
  @property() hint = "";
  @property({ type: Boolean }) secret = false;
  /** What is wrong with it. */
  @property() fault = "";
  @property({ attribute: false }) completes: Completes | undefined;
  @state() private shown = false;
  private readonly known = new Follow(this);

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("key")) {
      this.known.to(known.of(this.key));
    }
  }

  override render() {
    const { name, label, value, secret } = this;
    const hidden = secret && plain(value);
    return html`<label>${label}</label>
      <div class="cell"><div class="box ${this.fault ? "wrong" : ""}">
        <parley-code-editor single label=${label} .subject=${this.key + name} placeholder=${this.hint} .value=${value}
          .known=${known.of(this.key).value} .completes=${this.completes} ?masked=${hidden && !this.shown}
          @edit=${(event: CustomEvent<string>) => this.tell("typed", event.detail)}
          @leave=${() => this.tell("done")} @submit=${() => this.tell("done")}></parley-code-editor>
        ${hidden ? html`<button class="plain" aria-label="Show ${label.toLowerCase()}" aria-pressed=${this.shown}
          @click=${() => (this.shown = !this.shown)}>${icon("eye")}</button>` : ""}</div>
        ${this.fault ? html`<p class="wrongs" role="alert">${prose(this.fault)}</p>` : ""}
        ${hidden ? html`<div class="shared">${icon("warning", 12)}<span>This file is shared.</span>
          <button class="plain" title="Writes it to the file .env of the collection, which git ignores, and its name here"
            @click=${() => void this.keep()}>Move it to .env</button></div>` : ""}</div>`;
  }

  private async keep(): Promise<void> {
    const written = await keepSecret(this.key, this.name, this.value);
    if (written) {
      this.tell("typed", written);
      this.tell("done");
    }
  }

  private tell(what: "typed" | "done", detail?: string): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
