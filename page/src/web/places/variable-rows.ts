import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Key, Row } from "../api.ts";
import { change, undo } from "../ask/edits.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { sheetStyles } from "./sheet-styles.ts";

/** The variables of an environment: own ones to edit, those of the collection below them, to override. Says `changed` when the file has. */
@customElement("parley-variable-rows")
export class VariableRows extends LitElement {
  static override styles = [controls, sheetStyles, css`:host { display: block; }`];

  @property() path: Key = "";
  @property({ attribute: false }) rows: Row[] = [];

  override render() {
    return html`<div class="sheet" role="group" aria-label="Variables" @keydown=${this.key}>
      ${repeat(this.rows.filter((row) => row.at), (_, index) => index, (row) => this.line(row))}
      ${this.fresh()}
      ${this.rows.filter((row) => !row.at).map((row) => this.inherited(row))}</div>`;
  }

  private line(row: Row) {
    const { name, value, enabled } = row;
    return html`<div class="line" role="group" aria-label="Variable ${name}">
      <input aria-label="Name of ${name}" spellcheck="false" .value=${name}
        @change=${(event: Event) => this.write(row, { name: textOf(event), value })}>
      <input class=${enabled ? "" : "off"} aria-label="Value of ${name}" spellcheck="false" .value=${value}
        @change=${(event: Event) => this.write(row, { name, value: textOf(event) })}>
      <span class="does">
        <button class="plain" aria-label="Delete ${name}" title="Delete" @click=${() => this.write(row, null)}>${icon("close", 12)}</button>
      </span></div>`;
  }

  private fresh() {
    return html`<form class="line" aria-label="New variable" @submit=${this.submit} @focusout=${this.left} @paste=${this.paste}>
      <input name="name" aria-label="Name of new variable" placeholder="name" spellcheck="false" autocomplete="off">
      <input name="value" aria-label="Value of new variable" placeholder="value, or paste many lines" spellcheck="false" autocomplete="off">
      <span class="does"><button class="plain" aria-label="Add variable" title="Add">${icon("add", 12)}</button></span></form>`;
  }

  private inherited({ name, value, from, hidden }: Row) {
    const look = hidden ? "hidden" : "";
    return html`<div class="line inherited">
      <span class=${look}>${name}</span><span class=${look} title=${value}>${value}</span>
      <span class="does from">${hidden ? "overridden" : html`from ${from}
        <button class="plain" aria-label="Override ${name}" @click=${() => void this.add(name, value)}>Override</button>`}</span></div>`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    this.take(event.target as HTMLFormElement, true);
  }

  private left(event: FocusEvent): void {
    const form = event.currentTarget as HTMLFormElement;
    if (!form.contains(event.relatedTarget as Node | null)) {
      this.take(form, false);
    }
  }

  private take(form: HTMLFormElement, again: boolean): void {
    const [name, value] = [...form.querySelectorAll("input")].map((field) => field.value.trim());
    if (!name) {
      return;
    }
    void this.add(name, value ?? "").then((added) => added && form.reset());
    if (again) {
      form.querySelector("input")?.focus();
    }
  }

  private paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.trim().includes("\n")) {
      event.preventDefault();
      void this.done(change("file.paste", this.path, { table: "variables", text }, "pasted variables"));
    }
  }

  private add(name: string, value: string): Promise<boolean> {
    const given = { table: "variables" as const, row: { name, value, enabled: true } };
    return this.done(change("file.row", this.path, given, `the variable ${name}`));
  }

  private write(row: Row, to: { name: string; value: string } | null): void {
    const given = { table: "variables" as const, at: row.at!, row: to && { ...to, enabled: row.enabled } };
    void this.done(change("file.row", this.path, given, `the variable ${row.name}`));
  }

  private key(event: KeyboardEvent): void {
    const field = event.composedPath()[0];
    const typing = field instanceof HTMLInputElement && field.value !== field.defaultValue;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !typing) {
      event.preventDefault();
      void undo(this.path, event.shiftKey).then(() => this.told());
    }
  }

  private async done(changing: Promise<{ refusal?: unknown }>): Promise<boolean> {
    const { refusal } = await changing;
    this.told();
    return !refusal;
  }

  private told(): void {
    this.dispatchEvent(new Event("changed"));
  }
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}
