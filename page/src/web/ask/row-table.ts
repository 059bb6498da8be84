import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Key, Row, RowTable } from "../api.ts";
import "../code/code-editor.ts";
import type { CodeEditor } from "../code/code-editor.ts";
import type { Completes } from "../code/editor-parts.ts";
import { isRows, rowLines } from "../code/header-names.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import { Follow } from "./follow.ts";
import { known } from "./known.ts";
import { RowDrag } from "./row-drag.ts";
import { dragStyles, rowStyles } from "./row-styles.ts";

type Typed = { name?: string; value?: string };
type Given = { name: string; value: string; enabled: boolean };

/** Where rows come from that stand in the address itself. */
export const ADDRESS = "the address";

/** Names and values of one table of a file: own ones to edit, inherited ones to override by typing. */
@customElement("parley-row-table")
export class RowTableView extends LitElement {
  static override styles = [controls, rowStyles, dragStyles, css`:host { display: block; }`];

  @property() key: Key = "";
  @property() table: RowTable = "headers";
  @property({ attribute: false }) rows: Row[] = [];
  /** Of one row: `header`. */
  @property() word = "header";
  @property() hint = "value, or paste lines";
  @property({ attribute: false }) completesName: Completes | undefined;
  @property({ attribute: false }) completesValue: (name: string) => Completes | undefined = () => undefined;
  /** Changes a row that stands elsewhere than in this table, such as in the address; answers nothing for other rows. */
  @property({ attribute: false }) rewrites: (row: Row, given: Given | null) => Promise<{ refusal?: unknown }> | undefined = () => undefined;
  /** Names cannot be chosen, such as those of path parameters. */
  @property({ type: Boolean }) fixed = false;
  @state() private typed = new Map<string, Typed>();
  private fresh = 0;
  /** Rows on their way into the file. */
  private readonly writing = new Set<string>();
  private readonly known = new Follow(this);
  private readonly drag = new RowDrag(this, (_, row) => this.placeOf(row), (row, to) => void this.move(row, to));

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = new Map();
      this.known.to(known.of(this.key));
    }
  }

  override render() {
    const rows = [...this.rows].sort((a, b) => Number(a.at !== undefined) - Number(b.at !== undefined));
    return html`<div role="group" aria-label="${this.word}s" @dragenter=${this.drag.over} @dragover=${this.drag.over} @dragleave=${this.drag.leave} @drop=${this.drag.drop}>
      ${repeat(rows, (row, at) => identity(row, at), (row, at) => this.row(row, at))}
      ${this.fixed ? "" : this.row(undefined)}
    </div>`;
  }

  private row(row: Row | undefined, at = 0) {
    const id = row ? identity(row, at) : `new:${this.fresh}`;
    const own = row?.at !== undefined || row?.from === ADDRESS;
    const typed = this.typed.get(id) ?? {};
    const named = row?.name ? `${this.word} ${row.name}` : `new ${this.word}`;
    const masked = !!row?.secret && own && !row.value.includes("{{");
    return html`<div class="row ${own || !row ? "own" : "inherited"} ${row && (!row.enabled || row.hidden) ? "off" : ""} ${this.drag.look(id)}" role="group" aria-label=${named} data-row=${id}
        @focusout=${(event: FocusEvent) => this.left(event, id, row)} @keydown=${(event: KeyboardEvent) => this.pressed(event, id, row)}>
      ${row?.at && this.movable.length > 1 ? this.drag.handle(id) : ""}
      ${row && this.table !== "variables" ? html`<button class="switch" role="switch" aria-checked=${row.enabled} aria-label="Send ${row.name}" title=${row.enabled ? "On: switch it off" : "Off: switch it on"}
        @click=${() => this.write(row, { name: row.name, value: row.value, enabled: !row.enabled })}>${row.enabled ? icon("check", 12) : "·"}</button>` : html`<span></span>`}
      <parley-code-editor single class="name" label="Name of ${named}" .subject=${id} ?readonly=${this.fixed || (!!row && !own)} placeholder=${row ? "" : "name"}
        .value=${typed.name ?? row?.name ?? ""} .completes=${this.completesName} .known=${known.of(this.key).value}
        @edit=${(event: CustomEvent<string>) => this.type(id, { name: event.detail })} @submit=${() => void this.commit(id, row, true)} @pasted=${this.pasted}></parley-code-editor>
      <div class="cell"><parley-code-editor single label="Value of ${named}" .subject=${id} placeholder=${row ? row.hidden ? "" : "no value" : this.hint} ?masked=${masked}
        .value=${typed.value ?? row?.value ?? ""} .completes=${this.completesValue(typed.name ?? row?.name ?? "")} .known=${known.of(this.key).value}
        @edit=${(event: CustomEvent<string>) => this.type(id, { value: event.detail })} @submit=${() => void this.commit(id, row, true)} @pasted=${row ? nothing : this.pasted}></parley-code-editor>
        ${row && !row.at ? html`<div class="from">${row.hidden ? `overridden, was from ${row.from}` : `from ${row.from}`}</div>` : ""}</div>
      ${own ? html`<button class="plain delete" aria-label="Delete ${named}" title="Delete" @click=${() => void this.discard(id, row!)}>${icon("close", 12)}</button>` : html`<span></span>`}
    </div>`;
  }

  private type(id: string, part: Typed): void {
    this.typed = new Map(this.typed).set(id, { ...this.typed.get(id), ...part });
  }

  private left(event: FocusEvent, id: string, row: Row | undefined): void {
    if (!(event.currentTarget as HTMLElement).contains(event.relatedTarget as Node | null)) {
      void this.commit(id, row, false);
    }
  }

  /** Puts what was typed into the file; Enter goes on to a new row. */
  private async commit(id: string, row: Row | undefined, further: boolean): Promise<void> {
    const { key } = this;
    const typed = this.typed.get(id);
    const name = (typed?.name ?? row?.name ?? "").trim();
    const value = typed?.value ?? row?.value ?? "";
    if (this.writing.has(id)) {
      return;
    }
    if (typed && name && (name !== row?.name || value !== row.value)) {
      this.writing.add(id);
      const changed = await this.write(row, { name, value, enabled: row?.enabled ?? true }).finally(() => this.writing.delete(id));
      if (changed.refusal || key !== this.key || row && this.typed.get(id) !== typed) {
        return;
      }
    } else if (typed && !row && value) {
      return;
    }
    this.typed.delete(id);
    this.fresh += !row && typed ? 1 : 0;
    this.requestUpdate();
    if (further) {
      await this.updateComplete;
      this.renderRoot.querySelector<CodeEditor>(`.row:last-child .name`)?.focus();
    }
  }

  private write(row: Row | undefined, given: Given | null): Promise<{ refusal?: unknown }> {
    const elsewhere = row && this.rewrites(row, given);
    if (elsewhere) {
      return elsewhere;
    }
    const name = given?.name ?? row?.name ?? "";
    return change("file.row", this.key, { table: this.table, ...(row?.at ? { at: row.at } : {}), row: given }, `${given ? "" : "no "}${this.word} ${name}${given ? `: ${given.value}` : ""}`);
  }

  /** Deletes a row; the one in its place takes the focus. */
  private async discard(id: string, row: Row): Promise<void> {
    const place = this.elements.findIndex((one) => one.dataset["row"] === id);
    await this.write(row, null);
    await this.updateComplete;
    const next = this.elements[place];
    (next?.querySelector<HTMLElement>(".delete") ?? next?.querySelector<CodeEditor>("parley-code-editor"))?.focus();
  }

  private get elements(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[data-row]")];
  }

  private pasted = (event: CustomEvent<string>): void => {
    if (isRows(event.detail)) {
      event.preventDefault();
      void change("file.paste", this.key, { table: this.table, text: rowLines(event.detail) }, `pasted ${this.word}s`);
    }
  };

  private pressed(event: KeyboardEvent, id: string, row: Row | undefined): void {
    if (row?.at && event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      event.stopPropagation();
      void this.move(id, this.placeOf(id)! + (event.key === "ArrowUp" ? -1 : 1));
    }
  }

  /** Rows of the file, which have an order there. */
  private get movable(): Row[] {
    return this.rows.filter((one) => one.at);
  }

  private placeOf(id: string): number | undefined {
    const place = this.movable.findIndex((one) => identity(one, 0) === id);
    return place < 0 ? undefined : place;
  }

  /** Moves a row; the field that had the focus in it has it where it stands then. */
  private async move(id: string, to: number): Promise<void> {
    const at = this.movable[this.placeOf(id)!]?.at;
    const field = this.fieldsOf(id).findIndex((one) => one.matches(":focus-within"));
    if (at && to >= 0 && to < this.movable.length) {
      await change("file.edit", this.key, { edits: [{ op: "move", at, to }] }, "another order");
      await this.updateComplete;
      this.fieldsOf(identity(this.movable[to]!, 0))[field]?.focus();
    }
  }

  private fieldsOf(id: string): CodeEditor[] {
    const row = this.elements.find((one) => one.dataset["row"] === id);
    return [...row?.querySelectorAll<CodeEditor>("parley-code-editor") ?? []];
  }
}

function identity(row: Row, at: number): string {
  return row.at ? JSON.stringify(row.at) : `${row.from}:${row.from === ADDRESS ? at : row.name}`;
}
