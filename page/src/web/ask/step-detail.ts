import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Completion, Key, StepModel, StepResult } from "../api.ts";
import "../code/code-editor.ts";
import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { controls } from "../ui/styles.ts";
import { runSteps } from "./conversation-actions.ts";
import { change } from "./edits.ts";
import { known } from "./known.ts";

/** One step: its YAML to edit, and what its checks found. */
@customElement("parley-step-detail")
export class StepDetail extends LitElement {
  static override styles = [controls, css`
    :host { display: block; padding: 0 10px 10px; }
    .box { border: var(--line) solid var(--line-c); border-radius: var(--radius); background: var(--bg); overflow: hidden; }
    .box:focus-within { border-color: var(--accent); }
    parley-code-editor { min-height: 62px; max-height: 260px; }
    .buttons {
      display: flex; gap: 8px; justify-content: flex-end; padding: 6px; border-top: var(--line) solid var(--line-c);
      background: var(--bg-2);
    }
    .found {
      display: grid; grid-template-columns: 16px 1fr; gap: 3px 6px; margin: 8px 2px 0; font-size: var(--t-s);
      overflow-wrap: anywhere;
    }
    .ok { color: var(--ok); }
    .no { color: var(--bad); }
    .mono { font-size: var(--t-xs); }
    dl { display: grid; grid-template-columns: max-content 1fr; gap: 1px 10px; margin: 2px 0 4px; font-size: var(--t-xs); }
    dt { color: var(--ink-3); }
    dd { margin: 0; font-family: var(--mono); }
    .link { color: var(--accent); padding: 0; }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) step!: StepModel;
  @property({ attribute: false }) result: StepResult | undefined;
  @state() private typed: string | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("step") && changed.get("step")?.text !== this.step.text && this.typed === this.step.text) {
      this.typed = undefined;
    }
  }

  override render() {
    return html`<div class="box" @keydown=${this.pressed}>
        <parley-code-editor sends language="yaml" label="The step ${this.step.verb}" .subject=${this.key + JSON.stringify(this.step.at)} .value=${this.typed ?? this.step.text.trimEnd()} .known=${known.of(this.key).value} .completes=${this.complete}
          @edit=${(event: CustomEvent<string>) => { this.typed = event.detail; }} @submit=${() => void this.save().then(() => runSteps(this.key))}></parley-code-editor>
        ${this.typed === undefined || this.typed === this.step.text.trimEnd() ? "" : html`<div class="buttons"><button class="button" @click=${() => { this.typed = undefined; }}>Discard</button>
          <button class="button primary" @click=${() => void this.save()}>Save step <kbd>Ctrl S</kbd></button></div>`}
      </div>${this.found()}`;
  }

  private found() {
    const { result } = this;
    if (!result) {
      return "";
    }
    return html`<div class="found">
      ${result.text ? html`<span class=${result.state === "passed" ? "ok" : "no"}>${result.state === "passed" ? "✓" : "✗"}</span><span>${result.text}</span>` : ""}
      ${result.checks.map((check) => html`<span class=${check.ok ? "ok" : "no"}>${check.ok ? "✓" : "✗"}</span><div><span class="mono">${check.text}</span>
        ${check.ok ? "" : html`<dl>${check.expected === undefined ? "" : html`<dt>expected</dt><dd>${check.expected}</dd>`}${check.found === undefined ? "" : html`<dt>found</dt><dd>${check.found}</dd>`}</dl>`}</div>`)}
      ${result.extracted.map((one) => html`<span class="muted">=</span><span class="mono"><span class="muted">${one.name}</span> ${one.value}</span>`)}
      ${result.messages.length > 0 ? html`<span></span><span class="muted">${result.messages.slice(0, 5).map((position) => html`<button class="link" @click=${() => this.row(position)}>message ${position + 1}</button> `)}</span>` : ""}
    </div>`;
  }

  private row(position: number): void {
    const session = app.talks.value.get(this.key)?.session;
    if (session) {
      show({ kind: "row", session, position });
    }
  }

  private pressed = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
      event.preventDefault();
      void this.save();
    }
  };

  /** Completed as a step of a file that holds nothing else. */
  private complete = async (text: string, offset: number, asked: boolean): Promise<Completion | undefined> => {
    if (!asked && !/[\w-]$/.test(text.slice(0, offset))) {
      return undefined;
    }
    const before = "url: ws://127.0.0.1\nsteps:\n  - ";
    const indented = text.replace(/\n/g, "\n    ");
    const place = before.length + text.slice(0, offset).replace(/\n/g, "\n    ").length;
    const found = await app.server.call("file.complete", { path: this.key, text: before + indented, offset: place }).catch(() => undefined);
    return found && { ...found, from: offset - (place - found.from) };
  };

  private async save(): Promise<void> {
    const text = this.typed;
    if (text !== undefined && text !== this.step.text.trimEnd()) {
      const { file } = await change("file.step", this.key, { at: this.step.at, text: `${text.trimEnd()}\n` }, `the step ${this.step.verb}`);
      this.typed = file ? undefined : this.typed;
    }
  }
}
