import { html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Key, Pointer, StepModel, Talk } from "../api.ts";
import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { Watch } from "../state/store.ts";
import { millis } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { type MenuEntry, openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { variables } from "../ui/variables.ts";
import { runSteps, stopSteps } from "./conversation-actions.ts";
import { change, offerUndo } from "./edits.ts";
import { STEP_TEMPLATES } from "./file-templates.ts";
import { Follow } from "./follow.ts";
import { record, recordingOf, review } from "./recording.ts";
import "./step-detail.ts";
import { glyph, placeOf, type StepRow, stepRows } from "./step-rows.ts";
import { RowDrag } from "./row-drag.ts";
import { dragStyles } from "./row-styles.ts";
import { stepStyles } from "./step-styles.ts";

/** The steps of a conversation, in order, with what came of them in place. */
@customElement("parley-steps-tab")
export class StepsTab extends LitElement {
  static override styles = [controls, stepStyles, dragStyles];

  @property() key: Key = "";
  @property({ attribute: false }) steps: StepModel[] = [];
  @state() private open = "";
  private readonly following = new Follow(this);
  private readonly drag = new RowDrag(this, placeIn, (row, to) => void this.move(JSON.parse(row) as Pointer, to));

  constructor() {
    super();
    new Watch(this, [app.talks]);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.open = "";
      this.following.to(recordingOf(this.key));
    }
  }

  override render() {
    const talk = app.talks.value.get(this.key);
    if (this.steps.length === 0) {
      return html`<div class="empty"><div>Steps make this conversation a test:<br>what is sent, what must come back, and in which order.</div>
        <button class="button" aria-haspopup="menu" @click=${(event: Event) => this.add(event, ["steps", 0])}>${icon("add", 12)} Add a step</button>${this.recorder()}</div>`;
    }
    const rows = stepRows(this.steps, talk?.results ?? []);
    return html`
      <div class="list"><div role="list" aria-label="Steps" @keydown=${this.pressed} @dragenter=${this.drag.over} @dragover=${this.drag.over} @dragleave=${this.drag.leave} @drop=${this.drag.drop}>${repeat(rows, (row) => row.id, (row) => this.row(row))}</div>
        <button class="adder" aria-haspopup="menu" @click=${(event: Event) => this.add(event, ["steps", this.steps.length])}>${icon("add", 12)} Add a step</button></div>
      <div class="foot">${this.outcome(talk)}<span class="grow"></span>
        ${this.recorder()}
        ${talk?.running ? html`<button class="button" @click=${() => void stopSteps(this.key)}>${icon("stop", 12)} Stop</button>` : html`<button class="button" @click=${() => void runSteps(this.key)}><span class="go">${icon("play", 12)}</span> Run <kbd>Ctrl ↵</kbd></button>`}</div>`;
  }

  private recorder() {
    return recordingOf(this.key).value ? html`<button class="button" @click=${() => void review(this.key)}><i class="dot failed"></i> Review</button>`
      : html`<button class="button" title="What you do by hand from now on becomes steps (Alt+R)" @click=${() => record(this.key)}><i class="dot failed"></i> Record</button>`;
  }

  private outcome(talk: Talk | undefined) {
    if (talk?.running) {
      return html`<span role="status">Running…</span>`;
    }
    const { outcome } = talk ?? {};
    return outcome ? html`<span role="status" class="outcome ${outcome.result}"><b>${outcome.result}</b> in ${millis(outcome.millis)}</span>` : html`<span class="muted">not run yet</span>`;
  }

  private row(row: StepRow) {
    const { step, id, state } = row;
    const open = this.open === id;
    return html`<div class="step ${state ?? ""} ${open ? "open" : ""} ${this.drag.look(id)}" role="listitem" ${variables({ "--depth": row.depth })} data-row=${id}>
      ${this.drag.handle(id)}
      <button class="head" aria-expanded=${open} aria-label="${step.verb} ${step.title}${state ? `, ${state}` : ""}" @click=${() => { this.open = open ? "" : id; }}>
        <span class="glyph" aria-hidden="true">${glyph(state)}</span><span class="verb">${step.verb}</span>
        <span class="title">${step.title === step.verb ? "" : step.title}${step.on ? html` <span class="muted">on ${step.on}</span>` : ""}</span>
        ${step.id ? html`<span class="id">${step.id}</span>` : ""}${row.rounds > 1 ? html`<span class="rounds">×${row.rounds}</span>` : ""}
        <span class="time">${row.result?.millis === undefined ? "" : millis(row.result.millis)}</span>
      </button>
      <button class="plain line" title="Show line ${step.line} in File" aria-label="Line ${step.line} in File" @click=${() => show({ kind: "line", key: this.key, line: step.line })}>${step.line}</button>
      <button class="plain" aria-haspopup="menu" aria-label="More for ${step.verb} ${step.title}" @click=${(event: Event) => this.more(event, step)}>${icon("more", 12)}</button>
      ${row.result?.text && (state === "failed" || state === "broken") && !open ? html`<div class="why">${row.result.text}</div>` : ""}
      ${open ? html`<parley-step-detail .key=${this.key} .step=${step} .result=${row.result} @done=${() => { this.open = ""; }}></parley-step-detail>` : ""}
    </div>`;
  }

  private add(event: Event, at: Pointer): void {
    openMenu("Add a step", STEP_TEMPLATES.map((one) => ({ title: one.verb, note: one.title, run: () => void this.insert(at, one.text, one.verb) })), event.currentTarget as Element);
  }

  private async insert(at: Pointer, text: string, words: string): Promise<void> {
    const { file } = await change("file.step", this.key, { at, text, insert: true }, `a step ${words}`);
    if (file) {
      this.open = ""; // What is being typed at this place is of the step that has moved on.
      await this.updateComplete;
      this.open = JSON.stringify(at);
    }
  }

  private more(event: Event, step: StepModel): void {
    const { index } = placeOf(step.at);
    openMenu(`Step ${step.verb}`, [
      { title: "Run this step", icon: "play", run: () => void runSteps(this.key, [step.at]) },
      { title: "Run from here", run: () => void runSteps(this.key, this.from(step.at)) },
      "line",
      { title: "Move up", key: "Alt+↑", disabled: index === 0, run: () => void this.move(step.at, index - 1) },
      { title: "Move down", key: "Alt+↓", run: () => void this.move(step.at, index + 1) },
      { title: "Duplicate", icon: "duplicate", key: "Ctrl+D", run: () => this.duplicate(step) },
      { title: "Add a step after", icon: "add", key: "/", run: () => this.addAfter(step.at) },
      ...this.insides(step),
      { title: "Show in File", icon: "file", run: () => show({ kind: "line", key: this.key, line: step.line }) },
      "line",
      { title: "Delete", icon: "trash", key: "Delete", danger: true, run: () => void this.leaveOut(step.at) },
    ], event.currentTarget as Element);
  }

  /** A step and those after it in its list; of one that stands in another, what comes after that is done, too. */
  private from(at: Pointer): Pointer[] {
    const places: Pointer[] = [];
    for (let place = at; place.length > 1; place = around(place)) {
      const { list, index } = placeOf(place);
      const length = listLength(this.steps, list);
      for (let next = place === at ? index : index + 1; next < length; next++) {
        places.push([...list, next]);
      }
    }
    return places;
  }

  /** Steps that go into it. */
  private insides({ at, verb, steps = [] }: StepModel): MenuEntry[] {
    const lists: [string, Pointer][] = verb === "group" ? [["Add a step inside", [...at, "group"]], ["Add a step to finally", [...at, "finally"]]]
      : verb === "for-each" ? [["Add a step inside", [...at, "for-each", "steps"]]]
      : verb === "parallel" ? [...new Set(steps.map((one) => one.at[at.length + 1] as number))].map((strand): [string, Pointer] => [`Add a step to strand ${strand + 1}`, [...at, "parallel", strand]]) : [];
    const strand: MenuEntry[] = verb === "parallel"
      ? [{ title: "Add a strand", run: () => void change("file.edit", this.key, { edits: [{ op: "add", at: [...at, "parallel"], value: [{ wait: "100ms" }] }] }, "a strand") }] : [];
    return [...lists.map(([title, list]) => ({ title, run: () => this.addAt([...list, listLength(this.steps, list)], at) })), ...strand];
  }

  private addAfter(at: Pointer): void {
    const { list, index } = placeOf(at);
    this.addAt([...list, index + 1], at);
  }

  /** Asks which, at the row of a step, once the menu before is gone. */
  private addAt(place: Pointer, row: Pointer): void {
    setTimeout(() => this.add({ currentTarget: this.rowOf(row) } as unknown as Event, place));
  }

  private duplicate(step: StepModel): void {
    const { list, index } = placeOf(step.at);
    void this.insert([...list, index + 1], withoutId(step.text), step.verb);
  }

  private rowOf(at: Pointer): HTMLElement | undefined {
    return [...this.renderRoot.querySelectorAll<HTMLElement>(".step")].find((one) => one.dataset["row"] === JSON.stringify(at));
  }

  private pressed = (event: KeyboardEvent): void => {
    const head = event.composedPath()[0] as HTMLElement;
    const row = head.closest<HTMLElement>(".step");
    if (!row || !head.classList.contains("head")) {
      return;
    }
    const at = JSON.parse(row.dataset["row"]!) as Pointer;
    const heads = [...this.renderRoot.querySelectorAll<HTMLElement>(".head")];
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) {
      event.preventDefault();
      void (event.altKey ? this.move(at, placeOf(at).index + by) : heads[heads.indexOf(head) + by]?.focus());
    } else if (event.key === "Delete") {
      void this.leaveOut(at);
    } else if (event.key === "/") {
      event.preventDefault();
      this.addAfter(at);
    } else if (event.key.toLowerCase() === "d" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      const row = stepRows(this.steps, []).find((one) => one.id === JSON.stringify(at));
      if (row) {
        this.duplicate(row.step);
      }
    }
  };

  private async move(at: Pointer, to: number): Promise<void> {
    const { list, index } = placeOf(at);
    const focused = this.rowOf(at)?.contains(this.shadowRoot!.activeElement);
    if (typeof index === "number" && to >= 0) {
      const { file } = await change("file.edit", this.key, { edits: [{ op: "move", at, to }] }, "another order of steps");
      this.open = file ? "" : this.open;
      await this.updateComplete;
      if (file && focused) {
        this.rowOf([...list, to])?.querySelector<HTMLElement>(".head")?.focus();
      }
    }
  }

  private async leaveOut(at: Pointer): Promise<void> {
    const { file } = await change("file.edit", this.key, { edits: [{ op: "remove", at }] }, "a step less");
    if (file) {
      this.open = "";
      offerUndo("The step is deleted.", file);
    }
  }
}

/** The place of the step that a step stands in; nothing around the first steps. */
function around(at: Pointer): Pointer {
  const part = at.findLastIndex((one, index) => typeof one === "number" && index < at.length - 1 && typeof at[index + 1] === "string");
  return part < 0 ? [] : at.slice(0, part + 1);
}

function listLength(steps: StepModel[], list: Pointer): number {
  const way = JSON.stringify(list);
  return stepRows(steps, []).filter((one) => JSON.stringify(placeOf(one.step.at).list) === way).length;
}

/** An id names one step only. */
function withoutId(text: string): string {
  return text.replace(/^id:.*\n?/m, "");
}

/** Which one of the list of `dragged` a step is, or stands in. */
function placeIn(dragged: string, row: string): number | undefined {
  const { list } = placeOf(JSON.parse(dragged) as Pointer);
  const at = JSON.parse(row) as Pointer;
  return list.every((part, depth) => part === at[depth]) ? at[list.length] as number | undefined : undefined;
}
