import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CheckResult, Edit, Key, Pointer, Said, StepModel } from "../api.ts";
import { app } from "../state/app.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import "./check-rows.ts";
import { change } from "./edits.ts";
import "./pair-rows.ts";
import { cell, cellStyles, type Say } from "./step-cell.ts";
import { type Choices, fieldsOf, type StepField } from "./step-fields.ts";
import "./step-message.ts";
import { at, fieldOf } from "./step-said.ts";

/** A step in fields. Each stands in the file when it is left; what is typed is told as `typing`, so that it can be tried. */
@customElement("parley-step-form")
export class StepForm extends LitElement {
  static override styles = [controls, cellStyles, css`
    :host { display: block; container-type: inline-size; }
    .form { display: grid; grid-template-columns: 84px minmax(0, 1fr); gap: 6px 8px; padding: 8px 10px; align-items: start; }
    .label { font-size: var(--t-s); line-height: 26px; color: var(--ink-2); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .more { grid-column: 1 / 3; display: flex; flex-wrap: wrap; gap: 2px; border-top: var(--line) solid var(--line-c); padding-top: 5px; margin-top: 2px; }
    .more .plain { font-size: var(--t-xs); color: var(--ink-3); padding: 1px 5px; min-height: 24px; } .more .plain:hover { color: var(--ink); }
    .narrow { max-width: 240px; }
    @container (max-width: 430px) { .form { grid-template-columns: minmax(0, 1fr); gap: 3px; } .more { grid-column: 1; } .label { line-height: 18px; margin-top: 3px; } }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) step!: StepModel;
  @property({ attribute: false }) paths: string[] = [];
  /** What its statements would come to. */
  @property({ attribute: false }) checks: CheckResult[] = [];
  /** What is typed into fields of one line, by their places. */
  @state() private typed: Record<string, string> = {};
  /** Fields that were asked for and say nothing yet. */
  @state() private asked: string[] = [];
  private readonly typing = new Map<string, Edit[]>();
  private readonly writing = new Map<string, Promise<boolean>>();

  override render() {
    const fields = fieldsOf(this.step.verb);
    if (!fields) {
      return html`<div class="form"><span class="muted label">YAML</span><span class="muted">This step is written as YAML.</span></div>`;
    }
    const added = fields.more.filter((one) => at(this.step.fields, one.way) !== undefined || this.asked.includes(one.way.join(".")));
    return html`<div class="form">
      ${[...fields.shown, ...added].map((one) => html`<span class="label" title=${one.docs}>${one.label}</span>${this.control(one)}`)}
      <div class="more" role="group" aria-label="More of the step">${fields.more.filter((one) => !added.includes(one)).map((one) => html`<button class="plain" title=${one.docs} @click=${() => this.ask(one)}>${icon("add", 9)} ${one.label.toLowerCase()}</button>`)}</div>
    </div>`;
  }

  private ask(field: StepField): void {
    if (field.kind === "flag") {
      void this.say(field.label, [{ op: "write", at: [...this.step.at, ...field.way], text: "true" }], true);
      return;
    }
    this.asked = [...this.asked, field.way.join(".")];
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-field="${field.way.join(".")}"] parley-code-editor`)?.focus());
  }

  private control(field: StepField) {
    const said = at(this.step.fields, field.way);
    const place = [...this.step.at, ...field.way];
    switch (field.kind) {
      case "checks":
        return html`<parley-check-rows .key=${this.key} label=${field.label} .place=${place} .said=${said} ?many=${field.many} .checks=${field.many ? this.checks : []} .paths=${this.paths} .say=${this.say}></parley-check-rows>`;
      case "extract":
      case "pairs":
        return html`<parley-pair-rows .key=${this.key} label=${field.label} .place=${place} .said=${said} ?extracts=${field.kind === "extract"} .paths=${this.paths} .say=${this.say}></parley-pair-rows>`;
      case "message":
        return html`<parley-step-message .key=${this.key} .step=${this.step}></parley-step-message>`;
      case "flag":
        return html`<label><input type="checkbox" aria-label=${field.label} .checked=${said === "true"} @change=${(event: Event) => void this.say(field.label, [(event.target as HTMLInputElement).checked ? { op: "write", at: place, text: "true" } : { op: "remove", at: place }], true)}> <span class="muted">${field.docs}</span></label>`;
      case "list":
      case "text":
        return this.text(field, said, place);
    }
  }

  private text(field: StepField, said: Said | undefined, place: Pointer) {
    const list = field.kind === "list";
    const id = JSON.stringify(place);
    const own = list && Array.isArray(said) ? said.map(fieldOf).join(", ") : fieldOf(said);
    const value = this.typed[id] ?? own;
    return html`<div class=${/^(docs|if|use|name|repeat\.(until|while))$/.test(field.way.join(".")) ? "" : "narrow"} data-field=${field.way.join(".")}>${cell({
      key: this.key, label: field.label, subject: id, value, placeholder: field.placeholder, choices: this.choices(field.choices),
      edit: (text) => { this.typed = { ...this.typed, [id]: text }; void this.say(id, text === own ? [] : this.edits(field, place, text), false); },
      leave: () => void this.left(id, value === own ? [] : this.edits(field, place, value)),
    })}</div>`;
  }

  private async left(id: string, edits: Edit[]): Promise<void> {
    if (edits.length === 0 ? await this.say(id, edits, false) || true : await this.say(id, edits, true)) {
      const { [id]: _, ...others } = this.typed;
      this.typed = others;
    }
  }

  /** Without a value a part goes; the verb stays. */
  private edits({ way, kind }: StepField, place: Pointer, text: string): Edit[] {
    const own = way.length === 1 && way[0] === this.step.verb;
    if (text.trim() === "") {
      return [own ? { op: "write", at: place, text: "" } : { op: "remove", at: place }];
    }
    return kind === "list" ? [{ op: "put", at: place, value: text.split(/\s*,\s*/).filter((one) => one) }] : [{ op: "write", at: place, text }];
  }

  private choices(choices: Choices | undefined): string[] {
    const model = app.files.value.get(this.key)?.model;
    switch (choices) {
      case "connections":
        return model?.connections ?? [];
      case "messages":
        return model?.messages.map((one) => one.name) ?? [];
      case "steps":
        return [...ids(model?.steps ?? []), ...model?.messages.map((one) => one.name) ?? []];
      default:
        return choices ?? [];
    }
  }

  /** Enter writes, and so does leaving the field, which comes with it: once is enough. */
  private readonly say: Say = (id, edits, done) => {
    const what = JSON.stringify([id, edits]);
    const going = this.writing.get(what);
    if (going || !done || edits.length === 0) {
      return going ?? this.take(id, edits, false);
    }
    const writing = this.take(id, edits, true).finally(() => this.writing.delete(what));
    this.writing.set(what, writing);
    return writing;
  };

  private async take(id: string, edits: Edit[], done: boolean): Promise<boolean> {
    if (edits.length === 0) {
      this.typing.delete(id);
    } else {
      this.typing.set(id, edits);
    }
    this.tellTyping();
    if (!done) {
      return false;
    }
    const { file } = await change("file.edit", this.key, { edits }, `the step ${this.step.verb}`);
    if (this.typing.get(id) === edits) {
      this.typing.delete(id);
      this.tellTyping();
    }
    return file !== undefined;
  }

  private tellTyping(): void {
    this.dispatchEvent(new CustomEvent("typing", { detail: [...this.typing.values()].flat() }));
  }
}

function ids(steps: StepModel[]): string[] {
  return steps.flatMap((one) => [...one.id ? [one.id] : [], ...ids(one.steps ?? [])]);
}
