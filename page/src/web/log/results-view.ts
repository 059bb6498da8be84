import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CheckResult, Key, Outcome, SessionId, StepResult, StepState } from "../api.ts";
import { app, put } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { count, millis, number } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { diffLines } from "./diff.ts";
import { laidOut } from "./http-body.ts";
import { place } from "./place.ts";
import { resultsStyles } from "./results-styles.ts";

const SIGNS: Record<StepState, string> = { waiting: "·", running: "▸", passed: "✓", failed: "✗", broken: "!", skipped: "–" };
const OUTCOMES: Record<Outcome["result"], string> = { passed: "Passed", failed: "Failed", broken: "Broken", cancelled: "Cancelled" };
const SHORT = 60;
/** Messages that are told of a step, and links to rows beside it, at most. */
const SAWN = 12;
const LINKS = 4;

/** What became of each step, beside the messages that it sent and matched. */
@customElement("parley-results-view")
export class ResultsView extends LitElement {
  static override styles = [controls, resultsStyles];

  @property() session: SessionId = "";
  /** The file of the steps, where that is not in view. */
  @property() path: Key = "";
  @property({ attribute: false }) results: StepResult[] = [];
  @property({ attribute: false }) outcome: Outcome | undefined;
  @property({ type: Boolean }) running = false;
  /** Whether the steps can be run from here. */
  @property({ type: Boolean }) runnable = false;
  /** The position of the chosen row, whose step is told apart. */
  @property({ attribute: false }) chosen: number | undefined;
  /** Steps that the user opened or closed; else those that failed are open. */
  @state() private turned: ReadonlyMap<string, boolean> = new Map();

  override render() {
    if (this.results.length === 0) {
      return html`<div class="empty"><span>${this.runnable ? "The steps have not run yet." : "No steps ran in this session."}</span>
        ${this.runnable ? html`<button class="button play" @click=${() => this.run()}>Run the steps</button>` : nothing}</div>`;
    }
    return html`${this.summary()}<div class="steps" role="list" aria-label="Steps">${this.results.map((step) => this.step(step))}</div>`;
  }

  private summary() {
    const passed = this.results.filter((one) => one.state === "passed").length;
    const { outcome } = this;
    const done = outcome && !this.running;
    return html`<div class="sum" role="status">
      <b class=${done ? outcome.result : ""}>${done ? OUTCOMES[outcome.result] : "Running…"}</b>
      <span>${number(passed)} of ${count(this.results.length, "step")} passed${done ? `, ${millis(outcome.millis)}` : ""}</span>
      <span class="why muted" title=${outcome?.text ?? ""}>${done ? outcome.text ?? "" : ""}</span><span class="grow"></span>
      ${this.runnable ? html`<button class="button" ?disabled=${this.running} @click=${() => this.run()}>Run again</button>` : nothing}</div>`;
  }

  private step(it: StepResult) {
    const more = it.checks.length + it.extracted.length + it.saw.length > 0 || it.text !== undefined;
    const open = more && (this.turned.get(it.id) ?? (it.state === "failed" || it.state === "broken"));
    return html`<div class="step ${it.state}" role="listitem">
      <div class="line" ${place({ "padding-left": `${8 + it.depth * 18}px` })}>
        <span class="twist ${open ? "" : "shut"}" aria-hidden="true">${more ? "▾" : ""}</span>
        <span class="sign ${it.state}" role="img" aria-label=${it.state}>${SIGNS[it.state]}</span>
        ${more ? html`<button class="title" aria-expanded=${open} @click=${() => this.turn(it.id, !open)}>${it.title}</button>`
          : html`<span class="title">${it.title}</span>`}
        ${this.rows(it)}
        <span class="took">${it.millis === undefined ? "" : millis(it.millis)}</span></div>
      ${open ? this.more(it) : nothing}</div>`;
  }

  private rows({ messages, line, path }: StepResult) {
    const further = messages.length - LINKS;
    return html`<span class="rows">${messages.slice(0, LINKS).map((one) => this.link(one))}${
      further > 0 ? html`<span class="took">${number(further)} more</span>` : nothing}${
      this.path ? lineButton(path ?? this.path, line, path !== undefined) : nothing}</span>`;
  }

  private more(it: StepResult) {
    return html`<div class="more">
      ${it.text ? html`<p class="text">${it.text}</p>` : nothing}
      ${it.checks.map((one) => check(one))}
      ${it.extracted.length > 0 ? extracted(it) : nothing}
      ${it.saw.length > 0 ? this.saw(it) : nothing}</div>`;
  }

  private saw({ saw }: StepResult) {
    return html`<div>
      <h5>Looked at ${count(saw.length, "message")}</h5>
      <div class="saw">${saw.slice(0, SAWN).map(({ position, why }) => html`
        <span>${this.link(position)}</span><span class=${why ? "not" : "was"}>${why ?? "this was it"}</span>`)}</div>
      ${saw.length > SAWN ? html`<p class="muted">and ${number(saw.length - SAWN)} more</p>` : nothing}</div>`;
  }

  private link(position: number): TemplateResult {
    return html`<button class="to" aria-label="Show row ${number(position + 1)}" title="Show this row" @click=${() => put(app.chosen, this.session, position)}>${number(position + 1)}</button>`;
  }

  private turn(id: string, open: boolean): void {
    this.turned = new Map(this.turned).set(id, open);
  }

  private run(): void {
    this.dispatchEvent(new CustomEvent("run", { bubbles: true, composed: true }));
  }
}

/** Of another file than the conversation's, its name is told. */
function lineButton(key: Key, line: number, elsewhere: boolean) {
  const says = elsewhere ? `${key.slice(key.lastIndexOf("/") + 1)}:${line}` : `line ${line}`;
  return html`<button class="to" title="Show this step in its file" aria-label="Show ${says}" @click=${() => showStep(key, line)}>${says}</button>`;
}

function showStep(key: Key, line: number): void {
  app.show({ kind: "file", key });
  show({ kind: "line", key, line });
}

function extracted({ extracted }: StepResult) {
  return html`<div>
    <h5>Taken out</h5>
    <dl class="values">${extracted.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div>`;
}

function check(it: CheckResult) {
  const [look, says, sign] = it.ok ? ["passed", "holds", "✓"] : ["failed", "does not hold", "✗"];
  return html`<div class="check">
    <span class="sign ${look}" role="img" aria-label=${says}>${sign}</span><code>${it.text}</code>${it.ok ? nothing : difference(it)}</div>`;
}

/** Long ones line by line. */
function difference({ expected, found }: CheckResult) {
  const both = `${expected ?? ""}${found ?? ""}`;
  const long = both.length >= 2 * SHORT || both.includes("\n");
  return expected !== undefined && found !== undefined && long ? lines(expected, found) : values(expected, found);
}

function values(expected: string | undefined, found: string | undefined) {
  return expected === undefined && found === undefined ? nothing : html`<dl class="found">
    ${expected === undefined ? nothing : html`<dt>expected</dt><dd class="expected">${expected}</dd>`}
    ${found === undefined ? nothing : html`<dt>found</dt><dd class="got">${found}</dd>`}</dl>`;
}

function lines(expected: string, found: string) {
  const all = diffLines(laidOut(expected).split("\n"), laidOut(found).split("\n"));
  const sign = { left: "+ ", right: "− ", both: "  " };
  return html`<div class="diff" tabindex="0" role="group" aria-label="Expected and found"
    ><h4><span class="e">+ expected</span> &nbsp; <span class="f">− found</span></h4>${
    all.map(({ side, text }) => html`<div class=${side}>${sign[side]}${text}</div>`)}</div>`;
}
