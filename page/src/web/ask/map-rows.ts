import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Edit, Key, Pair, Pointer } from "../api.ts";
import "../code/code-editor.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import { known } from "./known.ts";
import { rowStyles } from "./row-styles.ts";

/** What is typed into a row and not written yet. */
type Typed = { name?: string; value?: string };

/** A small map of the file: names, and what stands for each. A row is written once it has both. */
@customElement("parley-map-rows")
export class MapRows extends LitElement {
  static override styles = [controls, rowStyles, css`
    :host { display: block; }
    .row { grid-template-columns: minmax(88px, 45%) 1fr 26px; padding-left: 8px; }
    .fault { color: var(--bad); font-size: var(--t-xs); padding: 2px 12px; display: flex; gap: 5px; align-items: start; }
    .said { grid-column: 1 / 4; }
  `];

  @property() key: Key = "";
  /** What a row is called: `address`. */
  @property() word = "";
  /** Where the map stands. */
  @property({ attribute: false }) at: Pointer = [];
  @property({ attribute: false }) rows: Pair[] = [];
  /** What a new row may be. */
  @property({ attribute: false }) hints: [string, string] = ["name", "value"];
  /** Several texts, with commas or blanks between them. */
  @property({ type: Boolean }) lists = false;
  @state() private typed: Record<string, Typed> = {};
  @state() private fault = "";

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = {};
      this.fault = "";
    }
  }

  override render() {
    return html`<div role="group" aria-label="${this.word} rows">
      ${this.rows.map((row) => this.row(row.name, row))}${this.row("", { name: "", value: "" })}</div>
      ${this.fault ? html`<div class="fault" role="alert">${icon("warning", 12)}<span>${this.fault}</span></div>` : ""}`;
  }

  private row(id: string, row: Pair) {
    const { name = row.name, value = row.value } = this.typed[id] ?? {};
    const title = id === "" ? `new ${this.word}` : `${this.word} ${row.name}`;
    return html`<div class="row ${row.from ? "inherited" : "own"}" role="group" aria-label=${title}>
      <div class="name">${this.cell(id, "name", `Name of ${title}`, name, this.hints[0])}</div>
      <div class="cell">${this.cell(id, "value", `Value of ${title}`, value, this.hints[1])}</div>
      ${row.at ? html`<button class="plain delete" aria-label="Delete ${title}" @click=${() => void this.put([{ op: "remove", at: row.at! }])}>${icon("close", 12)}</button>` : html`<span></span>`}
      ${row.from ? html`<div class="from said">from ${row.from}</div>` : ""}</div>`;
  }

  private cell(id: string, part: keyof Typed, label: string, value: string, hint: string) {
    return html`<parley-code-editor single label=${label} .subject="${this.key}/${this.at.join()}/${id}/${part}" placeholder=${id === "" ? hint : ""} .value=${value}
      .known=${known.of(this.key).value} @edit=${(event: CustomEvent<string>) => (this.typed = { ...this.typed, [id]: { ...this.typed[id], [part]: event.detail.trim() } })}
      @leave=${() => void this.commit(id)} @submit=${() => void this.commit(id)}></parley-code-editor>`;
  }

  private async commit(id: string): Promise<void> {
    const typed = this.typed[id];
    const row = this.rows.find((one) => one.name === id);
    const edits = typed ? changes(this.at, row, typed, this.lists) : [];
    if (!typed || edits.length > 0 && !await this.put(edits)) {
      return;
    }
    if (this.typed[id] === typed && (edits.length > 0 || row)) {
      const { [id]: _, ...others } = this.typed;
      this.typed = others;
    }
  }

  private async put(edits: Edit[]): Promise<boolean> {
    const { refusal } = await change("file.edit", this.key, { edits }, `${this.word} rows`, { quiet: true });
    this.fault = refusal ? `${refusal.text} ${refusal.hint ?? ""}`.trim() : "";
    return !refusal;
  }
}

/** What it takes to make a row say what was typed; nothing before it has a name and a value. */
export function changes(map: Pointer, row: Pair | undefined, typed: Typed, lists: boolean): Edit[] {
  const name = typed.name ?? row?.name ?? "";
  const value = typed.value ?? row?.value ?? "";
  if (name === "" || value === "" || name === row?.name && value === row.value) {
    return [];
  }
  const put: Edit[] = value === row?.value && row.at ? [] : [{ op: "put", at: [...map, name], value: said(value, lists) }];
  return row?.at && name !== row.name ? [{ op: "rename", at: row.at, to: name }, ...put] : put;
}

function said(value: string, lists: boolean): string | string[] {
  const all = value.split(/[,\s]+/).filter((one) => one !== "");
  return lists && all.length > 1 ? all : value;
}
