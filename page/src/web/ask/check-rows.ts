import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CheckResult, Key, Pointer, Said } from "../api.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { cell, cellStyles, type Say } from "./step-cell.ts";
import { type CheckRow, checkRows, newCheck, newExpression, operandOf, operatorEdits, OPERATORS, subjectEdits, SUBJECTS } from "./step-said.ts";

type Comparison = CheckRow & { kind: "comparison" };

/** Statements about messages, each in a row: a subject, how it is compared, and with what; or an expression. */
@customElement("parley-check-rows")
export class CheckRows extends LitElement {
  static override styles = [controls, cellStyles, css`
    :host { display: block; min-width: 0; }
    .row { display: grid; grid-template-columns: minmax(70px, 34%) 108px minmax(50px, 1fr) 14px 24px; gap: 4px; align-items: start; }
    .row.wide { grid-template-columns: minmax(0, 1fr) 14px 24px; }
    .mark { line-height: 26px; text-align: center; font-weight: 700; } .mark.ok { color: var(--ok); } .mark.no { color: var(--bad); }
    .found { grid-column: 1 / -1; font: var(--t-xs)/14px var(--mono); color: var(--bad); overflow-wrap: anywhere; padding: 0 2px 3px; }
    code { font: var(--t-xs)/26px var(--mono); color: var(--ink-2); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  `];

  @property() key: Key = "";
  @property() label = "";
  /** Where they stand. */
  @property({ attribute: false }) place: Pointer = [];
  @property({ attribute: false }) said: Said | undefined;
  /** A list of them, not one map. */
  @property({ type: Boolean }) many = false;
  /** Paths of values in a message that came. */
  @property({ attribute: false }) paths: string[] = [];
  /** What they would come to, in their order. */
  @property({ attribute: false }) checks: CheckResult[] = [];
  @property({ attribute: false }) say!: Say;
  /** What is typed, by rows. */
  @state() private typed: Record<string, string> = {};
  /** A new one, while it is written. */
  @state() private fresh: { subject: string; operator: string; text: string } | { expression: string } | undefined;

  private busy = false;

  override render() {
    const rows = checkRows(this.said, this.place);
    const alone = !this.many && typeof this.said === "string" && this.said !== "";
    return html`<div class="rows" role="group" aria-label=${this.label}>
      ${rows.map((row, index) => this.row(row, this.checkOf(index, rows.length)))}
      ${this.fresh ? this.freshRow(this.fresh, this.checkOf(rows.length, rows.length)) : ""}
      ${alone || this.fresh ? "" : html`<div class="adders">
        <button class="plain" @click=${() => this.begin({ subject: "", operator: "equals", text: "" })}>${icon("add", 10)} ${rows.length === 0 ? `Add to ${this.label.toLowerCase()}` : "Add"}</button>
        ${this.many || rows.length === 0 ? html`<button class="plain" title="Such as size($.items) > 0 && $.total <= 12.50" @click=${() => this.begin({ expression: "" })}>${icon("add", 10)} Expression</button>` : ""}</div>`}
    </div>`;
  }

  private begin(fresh: NonNullable<typeof this.fresh>): void {
    this.fresh = fresh;
    void this.updateComplete.then(() => [...this.renderRoot.querySelectorAll<HTMLElement>(".fresh parley-code-editor")][0]?.focus());
  }

  /** What is told of one of them, when each is told of. */
  private checkOf(index: number, rows: number): CheckResult | undefined {
    return this.checks.length === rows || this.checks.length === rows + 1 ? this.checks[index] : undefined;
  }

  private row(row: CheckRow, check: CheckResult | undefined) {
    switch (row.kind) {
      case "comparison":
        return this.comparison(row, check);
      case "expression":
        return html`<div class="row wide">${this.text(row, "Expression", "$.total > 0")}${mark(check)}${this.leaveOut(row)}${found(check)}</div>`;
      case "other":
        return html`<div class="row wide"><code title="Edit it as YAML">${row.text}</code>${mark(check)}${this.leaveOut(row)}${found(check)}</div>`;
    }
  }

  private comparison(row: Comparison, check: CheckResult | undefined) {
    const id = `${JSON.stringify(row.at)}/subject`;
    const subject = this.typed[id] ?? row.subject;
    const subjectSaid = (done: boolean) => subject && subject !== row.subject ? this.tell(id, subjectEdits(row, subject), done) : this.drop(id);
    return html`<div class="row">
      ${cell({ key: this.key, label: "Subject", subject: id, value: subject, choices: this.subjects, edit: (text) => { this.type(id, text); void this.say(id, text ? subjectEdits(row, text) : [], false); }, leave: () => void subjectSaid(true) })}
      ${row.operator === "" ? html`<code>file or schema</code>` : this.operators(row.operator, (operator) => void this.say(`${id}/op`, operatorEdits(row, operator), true))}
      ${truth(row.operator) ? this.truths(row.text, (text) => void this.say(id, [{ op: "write", at: row.at, text }], true)) : this.text(row, "Value", "")}
      ${mark(check)}${this.leaveOut(row)}${found(check)}</div>`;
  }

  private text(row: Exclude<CheckRow, { kind: "other" }>, label: string, placeholder: string) {
    const id = JSON.stringify(row.at);
    const value = this.typed[id] ?? row.text;
    const edits = (text: string) => text === row.text ? [] : [{ op: "write" as const, at: row.at, text }];
    return cell({
      key: this.key, label, subject: id, value, placeholder,
      edit: (text) => { this.type(id, text); void this.say(id, edits(text), false); },
      leave: () => void (value === row.text ? this.drop(id) : this.tell(id, edits(value), true)),
    });
  }

  private freshRow(fresh: NonNullable<typeof this.fresh>, check: CheckResult | undefined) {
    if ("expression" in fresh) {
      return html`<div class="row wide fresh">${cell({
        key: this.key, label: "Expression", subject: "fresh", value: fresh.expression, placeholder: "size($.items) > 0",
        edit: (expression) => this.write({ expression }, false), leave: () => this.finish(),
      })}${mark(check)}${this.giveUp()}${found(check)}</div>`;
    }
    return html`<div class="row fresh">
      ${cell({ key: this.key, label: "Subject", subject: "fresh/subject", value: fresh.subject, placeholder: "$.type", choices: this.subjects, edit: (subject) => this.write({ ...fresh, subject }, false), leave: () => {} })}
      ${this.operators(fresh.operator, (operator) => this.write({ ...fresh, operator, text: operandOf(operator, fresh.text) }, truth(operator) && fresh.subject !== ""))}
      ${truth(fresh.operator) ? this.truths(fresh.text, (text) => this.write({ ...fresh, text }, true))
        : cell({ key: this.key, label: "Value", subject: "fresh/value", value: fresh.text, placeholder: "value", edit: (text) => this.write({ ...fresh, text }, false), leave: () => this.finish() })}
      ${mark(check)}${this.giveUp()}${found(check)}</div>`;
  }

  /** Once: a field that is written goes, and is left by that. */
  private finish(): void {
    if (this.fresh && !this.busy) {
      this.write(this.fresh, true);
    }
  }

  private write(fresh: NonNullable<typeof this.fresh>, done: boolean): void {
    this.fresh = fresh;
    const { said, place, many } = this;
    const edits = "expression" in fresh
      ? fresh.expression ? newExpression(said, place, many, fresh.expression) : []
      : fresh.subject ? newCheck(said, place, many, fresh.subject, fresh.operator, fresh.text) : [];
    const whole = done && edits.length > 0 && ("expression" in fresh || fresh.text !== "");
    if (!done || whole) {
      this.busy = whole;
      void this.say(`fresh${JSON.stringify(place)}`, edits, whole).then((written) => {
        this.busy = false;
        this.fresh = written ? undefined : this.fresh;
      });
    }
  }

  private giveUp() {
    return html`<button class="plain delete" aria-label="Do not add it" @click=${() => { this.fresh = undefined; void this.say(`fresh${JSON.stringify(this.place)}`, [], false); }}>${icon("close", 10)}</button>`;
  }

  private get subjects(): string[] {
    return [...this.paths, ...SUBJECTS];
  }

  private operators(chosen: string, choose: (operator: string) => void) {
    return html`<select class="field" aria-label="Operator" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${[...OPERATORS, ...(OPERATORS.includes(chosen) ? [] : [chosen])].map((one) => html`<option value=${one} .selected=${one === chosen}>${one.replaceAll("-", " ")}</option>`)}</select>`;
  }

  private truths(chosen: string, choose: (text: string) => void) {
    return html`<select class="field" aria-label="Value" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${["true", "false"].map((one) => html`<option value=${one} .selected=${one === (chosen || "true")}>${one === "true" ? "yes" : "no"}</option>`)}</select>`;
  }

  private leaveOut(row: CheckRow) {
    return html`<button class="plain delete" aria-label="Remove ${row.kind === "comparison" ? row.subject : row.text}" @click=${() => void this.say(JSON.stringify(row.at), [{ op: "remove", at: row.at }], true)}>${icon("close", 10)}</button>`;
  }

  private type(id: string, text: string): void {
    this.typed = { ...this.typed, [id]: text };
  }

  private async drop(id: string): Promise<void> {
    const { [id]: _, ...others } = this.typed;
    this.typed = others;
    await this.say(id, [], false);
  }

  private async tell(id: string, edits: Parameters<Say>[1], done: boolean): Promise<void> {
    if (await this.say(id, edits, done)) {
      const { [id]: _, ...others } = this.typed;
      this.typed = others;
    }
  }
}

function mark(check: CheckResult | undefined) {
  return check ? html`<span class="mark ${check.ok ? "ok" : "no"}" role="img" aria-label=${check.ok ? "would hold" : "would not hold"} title=${check.ok ? `found ${check.found ?? ""}` : ""}>${check.ok ? "✓" : "✗"}</span>` : html`<span></span>`;
}

function found(check: CheckResult | undefined) {
  return check && !check.ok ? html`<span class="found">found ${check.found ?? ""}</span>` : "";
}

function truth(operator: string): boolean {
  return operator === "exists" || operator === "empty";
}
