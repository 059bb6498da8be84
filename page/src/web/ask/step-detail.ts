import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CheckResult, Completion, Edit, Key, StepModel, StepResult } from "../api.ts";
import "../code/code-editor.ts";
import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import type { Store } from "../state/store.ts";
import { count } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { runSteps } from "./conversation-actions.ts";
import { change } from "./edits.ts";
import { Follow } from "./follow.ts";
import { known } from "./known.ts";
import { seenPaths } from "./seen-paths.ts";
import { stepInFile } from "./step-completion.ts";
import { fieldsOf } from "./step-fields.ts";
import "./step-form.ts";
import "./step-trial.ts";

/** What is typed into steps, by their places, and the step that each was made from. */
type Drafts = Record<string, { of: string; text: string }>;

/** Links to messages beside a step, at most. */
const MOST = 5;

/** How steps are edited: the last choice holds for all. */
const viewing = app.memory.at<"form" | "yaml">("step-view", "form");

/** One step: in fields or as YAML, what it would come to as it is typed, and what it came to. */
@customElement("parley-step-detail")
export class StepDetail extends LitElement {
  static override styles = [controls, css`
    :host { display: block; padding: 0 10px 10px; }
    .box { border: var(--line) solid var(--line-c); border-radius: var(--radius); background: var(--bg); overflow: hidden; }
    .box:focus-within { border-color: var(--accent); }
    parley-step-trial { position: sticky; bottom: 0; z-index: 1; }
    parley-code-editor { min-height: 62px; max-height: 260px; }
    .views { display: flex; align-items: center; gap: 6px; padding: 5px 6px 5px 8px; border-bottom: var(--line) solid var(--line-c); background: var(--bg-2); font-size: var(--t-xs); }
    .views .segments { font-size: var(--t-xs); } .views .segments > button { padding: 1px 8px; }
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
  /** What is typed into fields and does not stand in the file yet. */
  @state() private fields: Edit[] = [];
  @state() private paths: string[] = [];
  /** What statements would come to. */
  @state() private checks: CheckResult[] = [];
  private readonly kept = new Follow(this);
  /** The step that is typed into here. */
  private typing = "";

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.kept.to(this.memory, viewing);
      void this.look();
    }
    if (changed.has("step") && JSON.stringify(changed.get("step")?.at) !== this.place) {
      this.fields = [];
      this.checks = [];
    }
  }

  /** What there is in messages that came. */
  private async look(): Promise<void> {
    this.paths = await seenPaths(this.key);
  }

  private get memory(): Store<Drafts> {
    return app.memory.at<Drafts>(`steps:${this.key}`, {});
  }

  private get place(): string {
    return JSON.stringify(this.step.at);
  }

  /** What is typed and not yet in the file, unless the step there had become another one before it was opened. */
  private get typed(): string | undefined {
    const draft = this.memory.value[this.place];
    return draft?.of === this.step.text || this.typing === this.place ? draft?.text : undefined;
  }

  private type(text: string | undefined): void {
    const { [this.place]: _, ...others } = this.memory.value;
    this.typing = this.place;
    const same = text === undefined || text === this.step.text.trimEnd();
    app.memory.put(`steps:${this.key}`, same ? others : { ...others, [this.place]: { of: this.step.text, text } });
  }

  override render() {
    const form = fieldsOf(this.step.verb) !== undefined && viewing.value === "form" && this.typed === undefined;
    return html`<div class="box" @keydown=${this.pressed}>
        ${this.views(form)}
        ${form ? html`<parley-step-form .key=${this.key} .step=${this.step} .paths=${this.paths} .checks=${this.checks} @typing=${(event: CustomEvent<Edit[]>) => { this.fields = event.detail; }}></parley-step-form>` : this.yaml()}
      </div>
      <parley-step-trial ?brief=${form} .key=${this.key} .step=${this.step} .text=${form ? undefined : this.typed} .edits=${form ? this.fields : undefined} @tried=${(event: CustomEvent<CheckResult[]>) => { this.checks = event.detail; }}></parley-step-trial>
      ${this.result ? this.found(this.result) : ""}`;
  }

  private views(form: boolean) {
    const turn = (to: "form" | "yaml") => app.memory.put("step-view", to);
    return html`<div class="views">${fieldsOf(this.step.verb) === undefined ? "" : html`<span class="segments" role="radiogroup" aria-label="How to edit the step">
        <button role="radio" aria-checked=${form} ?disabled=${this.typed !== undefined} title=${this.typed === undefined ? "" : "Save or discard the YAML first"} @click=${() => turn("form")}>Fields</button
        ><button role="radio" aria-checked=${!form} @click=${() => turn("yaml")}>YAML</button></span>`}
      <span class="grow"></span>
      <button class="plain" title="Runs this step alone, on what is open" @click=${() => void this.run()}>Run this step</button></div>`;
  }

  private yaml() {
    return html`<parley-code-editor sends language="yaml" label="The step ${this.step.verb}" .subject=${this.key + this.place}
          .value=${this.typed ?? this.step.text.trimEnd()} .known=${known.of(this.key).value} .completes=${this.complete}
          @edit=${(event: CustomEvent<string>) => this.type(event.detail)}
          @submit=${() => void this.save().then(() => runSteps(this.key))}></parley-code-editor>
        ${this.typed === undefined ? "" : html`<div class="buttons">
          <button class="button" @click=${() => this.type(undefined)}>Discard</button>
          <button class="button primary" @click=${() => void this.save()}>Save step <kbd>Ctrl S</kbd></button></div>`}`;
  }

  private async run(): Promise<void> {
    await this.save();
    await runSteps(this.key, [this.step.at]);
  }

  private found({ state, text, checks, extracted, messages, saw, left = 0 }: StepResult) {
    const rejected = saw.filter((one) => one.why !== undefined);
    return html`<div class="found">
      ${text ? html`${sign(state === "passed")}<span>${text}</span>` : ""}
      ${checks.map((check) => html`${sign(check.ok)}<div><span class="mono">${check.text}</span>${check.ok ? "" : difference(check)}</div>`)}
      ${extracted.map(({ name, value }) => html`<span class="muted">=</span><span class="mono"><span class="muted">${name}</span> ${value}</span>`)}
      ${messages.length > 0 ? html`<span></span><span class="muted">${saw.length > 0 ? "took " : ""}${messages.slice(0, MOST).map((one) => this.link(one))}</span>` : ""}
      ${rejected.slice(0, MOST).map(({ position, why }) => html`<span></span><span class="muted">rejected ${this.link(position)} ${why}</span>`)}
      ${left > 0 ? html`<span></span><span class="muted">left ${count(left, "message")} in the inbox</span>` : ""}
    </div>`;
  }

  private link(position: number) {
    return html`<button class="link" @click=${() => this.row(position)}>message ${position + 1}</button> `;
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

  /** Completed where it stands in the file. */
  private complete = async (text: string, offset: number, asked: boolean): Promise<Completion | undefined> => {
    if (!asked && !/[\w-]$/.test(text.slice(0, offset))) {
      return undefined;
    }
    const whole = stepInFile(app.files.value.get(this.key)?.text ?? "", this.step, text, offset);
    const found = await app.server.call("file.complete", { path: this.key, text: whole.text, offset: whole.offset }).catch(() => undefined);
    return found && { ...found, from: offset - (whole.offset - found.from) };
  };

  private async save(): Promise<void> {
    const { typed: text, place, key } = this;
    if (text === undefined) {
      return;
    }
    const { file } = await change("file.step", key, { at: this.step.at, text: `${text.trimEnd()}\n` }, `the step ${this.step.verb}`);
    const { [place]: draft, ...others } = app.memory.at<Drafts>(`steps:${key}`, {}).value;
    if (file && draft?.text === text) {
      app.memory.put(`steps:${key}`, others);
    }
  }
}

function sign(ok: boolean) {
  return html`<span class=${ok ? "ok" : "no"}>${ok ? "✓" : "✗"}</span>`;
}

function difference({ expected, found }: CheckResult) {
  return html`<dl>
    ${expected === undefined ? "" : html`<dt>expected</dt><dd>${expected}</dd>`}
    ${found === undefined ? "" : html`<dt>found</dt><dd>${found}</dd>`}</dl>`;
}
