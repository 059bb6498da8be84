import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Calls, Key, RecordedStep, SessionId } from "../api.ts";
import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { count, number } from "../state/words.ts";
import { openDialog } from "../ui/dialog.ts";
import { controls } from "../ui/styles.ts";
import { change, offerUndo, opened } from "./edits.ts";

/** Rows of a log, of which steps are made. */
export interface Recorded {
  key: Key;
  session: SessionId;
  from: number;
  to?: number;
  /** Positions that were chosen beforehand, beside those that a person sent. */
  chosen?: number[];
  /** Only these, whatever else there is. */
  alone?: boolean;
}

const SIGNS: Record<RecordedStep["kind"], string> = { sent: "↑", received: "↓", ping: "●", close: "×", connect: "⇄" };

/** The steps that rows of a log would be, to be looked at before they are written. */
@customElement("parley-recorded-steps")
export class RecordedSteps extends LitElement {
  static override styles = [controls, css`
    :host { display: block; min-height: 120px; }
    p { margin: 0 0 8px; color: var(--ink-2); font-size: var(--t-s); }
    ol { list-style: none; margin: 0; padding: 0; border: var(--line) solid var(--line-c); border-radius: var(--radius); max-height: 56vh; overflow: auto; }
    li { border-bottom: var(--line) solid var(--line-c); padding: 4px 8px; } li:last-child { border: 0; }
    label { display: grid; grid-template-columns: 18px 16px minmax(0, 1fr) auto; gap: 6px; align-items: center; min-height: 24px; font-size: var(--t-s); }
    .sign { font-family: var(--mono); text-align: center; } .sent .sign { color: var(--out); } .received .sign { color: var(--in); } .ping .sign, .close .sign { color: var(--ctl); }
    .title { font-family: var(--mono); font-size: var(--t-xs); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; } .off .title { color: var(--ink-3); }
    .position { color: var(--ink-3); font: var(--t-xs) var(--mono); }
    pre { margin: 0 0 2px 46px; padding: 4px 8px; border-radius: 4px; background: var(--bg-2); font: var(--t-xs)/16px var(--mono); overflow-x: auto; }
  `];

  @property({ attribute: false }) recorded!: Recorded;
  @state() private steps: RecordedStep[] | undefined;
  @state() private more = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look(this.recorded.alone ? this.recorded.chosen : undefined).then(() => this.withChosen());
  }

  /** What is made of those that are chosen. */
  get texts(): string[] {
    return (this.steps ?? []).flatMap((one) => one.text === undefined ? [] : [one.text]);
  }

  private async withChosen(): Promise<void> {
    const { chosen = [], alone } = this.recorded;
    const own = this.chosen();
    if (!alone && chosen.some((one) => !own.includes(one))) {
      await this.look([...own, ...chosen]);
    }
  }

  private chosen(): number[] {
    return (this.steps ?? []).filter((one) => one.chosen).map((one) => one.position);
  }

  private async look(chosen: number[] | undefined): Promise<void> {
    const { key, session, from, to } = this.recorded;
    const given: Calls["step.record"][0] = { key, session, from, ...(to === undefined ? {} : { to }), ...(chosen ? { chosen } : {}) };
    const found = await app.try(app.server.call("step.record", given));
    if (found) {
      this.steps = found.steps;
      this.more = found.more;
      this.dispatchEvent(new CustomEvent("made"));
    }
  }

  override render() {
    const { steps } = this;
    if (!steps) {
      return html`<p>Reading…</p>`;
    }
    return steps.length === 0
      ? html`<p>Nothing was said here that could be a step.</p>`
      : html`<p>What you did is chosen, and what answers it. Choose the messages that you expect, too; values that differ each time are left out.</p>
        <ol aria-label="Steps to add">${steps.map((one) => this.row(one))}</ol>${this.more > 0 ? html`<p>${number(this.more)} more messages came that are not shown.</p>` : ""}`;
  }

  private row(step: RecordedStep) {
    return html`<li class="${step.kind} ${step.chosen ? "" : "off"}"><label>
        <input type="checkbox" .checked=${step.chosen} aria-label="${step.kind} ${step.title || "the connection"}" @change=${() => void this.turn(step)}>
        <span class="sign" aria-hidden="true">${SIGNS[step.kind]}</span><span class="title">${step.title || (step.kind === "connect" ? "the connection opens" : step.kind)}</span><span class="position">#${number(step.position + 1)}</span></label>
      ${step.text === undefined ? "" : html`<pre>${step.text}</pre>`}</li>`;
  }

  private async turn({ position, chosen }: RecordedStep): Promise<void> {
    const others = this.chosen().filter((one) => one !== position);
    await this.look(chosen ? others : [...others, position]);
  }
}

/** Shows the steps that rows would be, and adds those that are chosen to the end of the file. */
export async function reviewSteps(recorded: Recorded): Promise<boolean> {
  let texts: string[] | undefined;
  await openDialog((close) => {
    const list = (event: Event) => (event.target as HTMLElement).closest("parley-dialog")!.querySelector<RecordedSteps>("parley-recorded-steps")!;
    const told = (event: Event): void => {
      const button = (event.target as HTMLElement).closest("parley-dialog")!.querySelector<HTMLButtonElement>(".primary")!;
      const made = list(event).texts.length;
      button.disabled = made === 0;
      button.textContent = made === 0 ? "Add" : `Add ${count(made, "step")}`;
    };
    return html`<parley-dialog class="wide" heading="Steps of what was said">
      <parley-recorded-steps .recorded=${recorded} @made=${told}></parley-recorded-steps>
      <div slot="foot"><button class="button" @click=${close}>Cancel</button>
        <button class="button primary" @click=${(event: Event) => { texts = list(event).texts; close(); }}>Add</button></div></parley-dialog>`;
  });
  return texts !== undefined && await add(recorded.key, texts);
}

async function add(key: Key, texts: string[]): Promise<boolean> {
  const file = await opened(key);
  if (!file) {
    return false;
  }
  const end = file.model?.steps.length ?? 0;
  const made = await change("file.step", key, { at: ["steps", end], text: null, texts }, count(texts.length, "step"));
  if (made.file) {
    show({ kind: "tab", key, tab: "steps" });
    offerUndo(`${count(texts.length, "step is", "steps are")} added to the end.`, made.file);
  }
  return made.file !== undefined;
}
