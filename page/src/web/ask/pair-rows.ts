import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Edit, Key, Pointer, Said } from "../api.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { cell, cellStyles, type Say } from "./step-cell.ts";
import { fieldOf, pairs } from "./step-said.ts";

/** How a value is taken out of a message; an expression is said by itself. */
const WAYS = ["expression", "jsonpath", "regex", "header", "xpath", "css"];
/** Keys of a loop that are no item. */
const NO_ITEMS = new Set(["steps"]);

/** Names and what they stand for: variables, or with `extracts` values that are taken out of a message. */
@customElement("parley-pair-rows")
export class PairRows extends LitElement {
  static override styles = [controls, cellStyles, css`
    :host { display: block; min-width: 0; }
    .row { display: grid; grid-template-columns: minmax(70px, 34%) minmax(0, 1fr) 24px; gap: 4px; align-items: start; }
    .extracts .row { grid-template-columns: minmax(70px, 26%) 92px minmax(50px, 1fr) minmax(50px, 20%) 24px; }
  `];

  @property() key: Key = "";
  @property() label = "";
  @property({ attribute: false }) place: Pointer = [];
  @property({ attribute: false }) said: Said | undefined;
  @property({ type: Boolean }) extracts = false;
  @property({ attribute: false }) paths: string[] = [];
  @property({ attribute: false }) say!: Say;
  @state() private typed: Record<string, string> = {};
  @state() private fresh: { name: string; text: string } | undefined;

  private busy = false;

  override render() {
    const all = pairs(this.said).filter(([name]) => !NO_ITEMS.has(name));
    return html`<div class="rows ${this.extracts ? "extracts" : ""}" role="group" aria-label=${this.label}>
      ${all.map(([name, said]) => this.row(name, said))}${this.fresh ? this.freshRow(this.fresh) : html`<div class="adders">
        <button class="plain" @click=${this.begin}>${icon("add", 10)} ${all.length === 0 ? `Add to ${this.label.toLowerCase()}` : "Add"}</button></div>`}</div>`;
  }

  private begin = (): void => {
    this.fresh = { name: "", text: "" };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".fresh parley-code-editor")?.focus());
  };

  private row(name: string, said: Said) {
    const at = [...this.place, name];
    const parts = pairs(said);
    const way = this.extracts ? parts.find(([one]) => WAYS.includes(one)) : undefined;
    const valueAt = way ? [...at, way[0]] : at;
    return html`<div class="row">
      ${this.cell("Name", [...at, "#name"], name, (text) => text === "" ? [] : [{ op: "rename", at, to: text }])}
      ${this.extracts ? this.ways(at, way?.[0] ?? "expression", fieldOf(way ? way[1] : said)) : ""}
      ${this.cell("Value", valueAt, fieldOf(way ? way[1] : said), (text) => [{ op: "write", at: valueAt, text }], this.extracts ? this.paths : [])}
      ${this.extracts ? this.defaults(at, parts, said) : ""}
      <button class="plain delete" aria-label="Remove ${name}" @click=${() => void this.say(JSON.stringify(at), [{ op: "remove", at }], true)}>${icon("close", 10)}</button></div>`;
  }

  private ways(at: Pointer, way: string, text: string) {
    const choose = (to: string): Edit[] => to === "expression"
      ? [{ op: "write", at, text }]
      : way === "expression" ? [{ op: "put", at, value: {} }, { op: "write", at: [...at, to], text }] : [{ op: "rename", at: [...at, way], to }];
    return html`<select class="field" aria-label="How" @change=${(event: Event) => void this.say(JSON.stringify(at), choose((event.target as HTMLSelectElement).value), true)}>
      ${WAYS.map((one) => html`<option value=${one} .selected=${one === way}>${one}</option>`)}</select>`;
  }

  /** What stands in where nothing is found. */
  private defaults(at: Pointer, parts: [string, Said][], said: Said) {
    const place = [...at, "default"];
    const own = parts.find(([one]) => one === "default");
    const begin: Edit[] = typeof said === "string" ? [{ op: "put", at, value: {} }, { op: "write", at: [...at, "expression"], text: said }] : [];
    return this.cell("Default", place, own ? fieldOf(own[1]) : "", (text) => text === "" ? own ? [{ op: "remove", at: place }] : [] : [...begin, { op: "write", at: place, text }], [], "default");
  }

  private cell(label: string, at: Pointer, own: string, edits: (text: string) => Edit[], choices: string[] = [], placeholder = "") {
    const id = JSON.stringify(at);
    const value = this.typed[id] ?? own;
    return cell({
      key: this.key, label, subject: id, value, choices, placeholder,
      edit: (text) => { this.typed = { ...this.typed, [id]: text }; void this.say(id, text === own ? [] : edits(text), false); },
      leave: () => void this.done(id, value === own ? [] : edits(value)),
    });
  }

  private async done(id: string, edits: Edit[]): Promise<void> {
    if (edits.length === 0 || await this.say(id, edits, true)) {
      const { [id]: _, ...others } = this.typed;
      this.typed = others;
    }
  }

  private freshRow(fresh: { name: string; text: string }) {
    return html`<div class="row fresh">
      ${cell({ key: this.key, label: "Name", subject: "fresh/name", value: fresh.name, placeholder: "name", edit: (name) => this.write({ ...fresh, name }, false), leave: () => {} })}
      ${this.extracts ? html`<span></span>` : ""}
      ${cell({ key: this.key, label: "Value", subject: "fresh/value", value: fresh.text, placeholder: this.extracts ? "$.id" : "value", choices: this.paths, edit: (text) => this.write({ ...fresh, text }, false), leave: () => this.finish() })}
      ${this.extracts ? html`<span></span>` : ""}
      <button class="plain delete" aria-label="Do not add it" @click=${() => { this.fresh = undefined; void this.say(`fresh${JSON.stringify(this.place)}`, [], false); }}>${icon("close", 10)}</button></div>`;
  }

  /** Once: a field that is written goes, and is left by that. */
  private finish(): void {
    if (this.fresh && !this.busy) {
      this.write(this.fresh, true);
    }
  }

  private write(fresh: { name: string; text: string }, done: boolean): void {
    this.fresh = fresh;
    const whole = fresh.name !== "" && fresh.text !== "";
    const edits: Edit[] = whole ? [{ op: "write", at: [...this.place, fresh.name], text: fresh.text }] : [];
    if (!done || whole) {
      this.busy = done;
      void this.say(`fresh${JSON.stringify(this.place)}`, edits, done).then((written) => {
        this.busy = false;
        this.fresh = written ? undefined : this.fresh;
      });
    }
  }
}
