import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { CheckResult, Edit, Key, StepModel, Trial } from "../api.ts";
import { app, put } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { Watch } from "../state/store.ts";
import { count, number } from "../state/words.ts";
import { controls } from "../ui/styles.ts";

/** From the last letter to the question. */
const PAUSE = 200;
/** While messages stream in. */
const CALM = 1000;
/** Messages that were looked at in vain and are told, at most. */
const TOLD = 4;
/** Verbs that look at messages, or at what is known. */
const TRIED = new Set(["receive", "absent", "check"]);

/** What a step would come to as it is typed, on messages that really came. Nothing is sent, taken or waited for. */
@customElement("parley-step-trial")
export class StepTrial extends LitElement {
  static override styles = [controls, css`
    :host { display: block; font-size: var(--t-s); }
    section { max-height: 132px; overflow: auto; margin: 6px 0 0; border: var(--line) solid var(--line-c); padding: 6px 10px 8px; border-left: 3px solid var(--line-strong); background: var(--bg); box-shadow: 0 -4px 8px -4px var(--line-c); border-radius: 0 var(--radius) var(--radius) 0; }
    section.passed { border-left-color: var(--ok); } section.failed, section.broken { border-left-color: var(--bad); } section.wrong { border-left-color: var(--warn); }
    header { display: flex; gap: 6px; align-items: center; flex-wrap: wrap; color: var(--ink-3); font-size: var(--t-xs); min-height: 20px; }
    b { font-weight: 600; color: var(--ink-2); }
    .lines { display: grid; grid-template-columns: 14px minmax(0, 1fr); gap: 2px 6px; overflow-wrap: anywhere; }
    .ok { color: var(--ok); } .no { color: var(--bad); }
    .mono { font-size: var(--t-xs); line-height: 18px; }
    .found { color: var(--ink-3); }
    .link { color: var(--accent); padding: 0; }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) step!: StepModel;
  /** What is typed and not in the file: the whole step, or some fields of it. */
  @property({ attribute: false }) text: string | undefined;
  @property({ attribute: false }) edits: Edit[] | undefined;
  /** Checks that would hold are counted alone: their rows tell of each. */
  @property({ type: Boolean }) brief = false;
  @state() private trial: Trial | undefined;
  private timer = 0;
  private asked = "";
  private looked = -1;
  private turn = 0;

  constructor() {
    super();
    new Watch(this, [app.talks, app.chosen, app.files]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.timer = 0;
    this.asked = "";
  }

  /** The session of the log, while it has one. */
  private get session(): string | undefined {
    return app.talks.value.get(this.key)?.session;
  }

  private get chosen(): number | undefined {
    return app.chosen.value.get(this.session ?? "");
  }

  /** What is typed is tried after a pause; what only comes in, every so often. */
  protected override updated(_: PropertyValues<this>): void {
    const talk = app.talks.value.get(this.key);
    if (!TRIED.has(this.step.verb) || talk?.running) {
      return;
    }
    const asks = JSON.stringify([this.key, this.step.at, this.step.text, this.text, this.edits, this.session, this.chosen, app.files.value.get(this.key)?.version]);
    const rows = talk?.rows ?? 0;
    if (asks !== this.asked) {
      clearTimeout(this.timer);
      this.later(PAUSE, asks, rows);
    } else if (rows !== this.looked && this.timer === 0) {
      this.later(CALM, asks, rows);
    }
  }

  private later(millis: number, asks: string, rows: number): void {
    this.asked = asks;
    this.looked = rows;
    this.timer = setTimeout(() => void this.ask(), millis) as unknown as number;
  }

  private async ask(): Promise<void> {
    this.timer = 0;
    const { session, chosen } = this;
    const turn = ++this.turn;
    const typed = this.text === undefined ? { edits: this.edits ?? [] } : { text: this.text };
    const trial = await app.server.call("step.try", {
      path: this.key, at: this.step.at, ...typed, ...(session ? { session } : {}), ...(chosen === undefined ? {} : { position: chosen }),
    }).catch(() => undefined);
    if (this.turn === turn) {
      this.trial = trial;
      this.dispatchEvent(new CustomEvent("tried", { detail: trial?.result?.messages.length || this.step.verb === "check" ? trial?.result?.checks ?? [] : [] }));
    }
  }

  override render() {
    const { trial, step } = this;
    if (!TRIED.has(step.verb) || !trial) {
      return nothing;
    }
    if (trial.wrong) {
      return html`<section class="wrong" role="status"><header><b>Not run yet</b> cannot be tried</header>${trial.wrong}</section>`;
    }
    if (!this.session && step.verb !== "check") {
      return html`<section role="status"><header><b>Not run yet</b></header><span class="muted">Once messages have come, you see here what it would find in them.</span></section>`;
    }
    return trial.result ? this.result(trial.result) : nothing;
  }

  private result({ state, text, checks, extracted, messages, saw }: NonNullable<Trial["result"]>) {
    const told = this.brief ? checks.filter((one) => !one.ok) : checks;
    const hold = checks.length - told.length;
    const missed = saw.filter((one) => one.why !== undefined);
    return html`<section class=${state} role="status" aria-label="What it would come to">
      <header><b>${state === "passed" ? "Would pass" : state === "skipped" ? "Would be skipped" : "Would fail"}</b>${messages.length > 0 ? html` on ${this.rows(messages)}${this.step.verb === "receive" ? this.which(messages) : ""}` : ""}${hold > 0 ? html`<span>· ${count(hold, "check holds", "checks hold")}</span>` : ""}</header>
      <div class="lines">
        ${text && state !== "passed" && checks.every((one) => one.ok) ? html`<span class="no">✗</span><span>${text}</span>` : ""}
        ${told.map((one) => line(one))}
        ${extracted.map(({ name, value }) => html`<span class="muted">=</span><span class="mono">${name} <span class="found">${value}</span></span>`)}
        ${messages.length === 0 ? missed.slice(-TOLD).reverse().map((one) => html`<span class="muted">·</span><span class="mono">${this.link(one.position)} <span class="found">${one.why}</span></span>`) : ""}
      </div></section>`;
  }

  private which(messages: number[]) {
    return messages.length === 1 ? messages[0] === this.chosen ? ", the chosen message" : ", the latest that matches" : "";
  }

  private rows(messages: number[]) {
    return messages.length > 1 ? html`${count(messages.length, "message")}` : html`${this.link(messages[0]!)}`;
  }

  private link(position: number) {
    return html`<button class="link" @click=${() => this.go(position)}>#${number(position + 1)}</button>`;
  }

  private go(position: number): void {
    const { session } = this;
    if (session) {
      put(app.chosen, session, position);
      show({ kind: "row", session, position });
    }
  }
}

function line({ ok, text, expected, found }: CheckResult) {
  return html`<span class=${ok ? "ok" : "no"} role="img" aria-label=${ok ? "holds" : "does not hold"}>${ok ? "✓" : "✗"}</span>
    <span class="mono">${text}${ok ? html` <span class="found">${found ?? ""}</span>` : html`<br><span class="found">expected</span> ${expected ?? ""} <span class="found">found</span> ${found ?? ""}`}</span>`;
}
