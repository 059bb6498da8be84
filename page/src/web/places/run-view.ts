import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Outcome, Run, RunCase, StepState } from "../api.ts";
import { runPaths } from "../collection/tree-actions.ts";
import "../log/results-view.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count, millis } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { paneSize, sizes } from "../ui/pane-separator.ts";
import { controls } from "../ui/styles.ts";
import { variables } from "../ui/variables.ts";
import "./log-and-detail.ts";
import { placeStyles } from "./place-styles.ts";
import { reportMenu } from "./run-report.ts";

const SIGNS: Record<StepState, string> = { waiting: "·", running: "…", passed: "✓", failed: "✗", broken: "!", skipped: "–" };
const WORDS: Record<Run["state"], string> = { running: "Running", passed: "Passed", failed: "Failed", broken: "Broken", cancelled: "Cancelled" };

/** The run of a folder: its tests, and of the chosen one the steps beside the messages that they sent and matched. */
@customElement("parley-run")
export class RunView extends LitElement {
  static override styles = [controls, placeStyles, css`
    .split { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(200px, 26%) 1px minmax(0, 1fr); }
    .split > i { background: var(--line-c); }
    .cases { overflow: auto; margin: 0; padding: 6px; outline: none; min-height: 0; }
    .case {
      display: grid; grid-template-columns: 16px minmax(0, 1fr) auto; gap: 1px 8px; align-items: center; padding: 5px 8px;
      border-radius: var(--radius); cursor: default;
    }
    .case:hover { background: var(--bg-2); }
    .case[aria-selected="true"] { background: var(--sel); }
    .cases:focus-visible { outline: none; }
    .cases:focus-visible [aria-selected="true"] { box-shadow: inset 0 0 0 2px var(--accent); }
    .case b { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .case small {
      grid-column: 2 / 4; color: var(--ink-3); font-size: var(--t-xs); overflow: hidden; text-overflow: ellipsis;
      white-space: nowrap;
    }
    .cases h2 { display: flex; gap: 8px; padding: 8px 8px 2px; text-transform: none; letter-spacing: 0; font-family: var(--mono); }
    .flaky { color: var(--warn); font: 600 var(--t-2xs)/16px var(--mono); }
    .num { font: var(--t-xs) var(--mono); color: var(--ink-3); }
    .sign { text-align: center; font-weight: 600; color: var(--ink-3); }
    .sign.passed { color: var(--ok); }
    .sign.failed, .sign.broken { color: var(--bad); }
    .sign.running { color: var(--warn); }
    .one { display: grid; grid-template-rows: auto var(--steps) 1px minmax(0, 1fr); min-height: 0; min-width: 0; }
    .scroll { overflow: auto; min-height: 0; }
    parley-log-and-detail { min-height: 0; }
    .title {
      display: flex; align-items: center; gap: 8px; height: 38px; padding: 0 14px;
      border-bottom: var(--line) solid var(--line-c);
    }
    .title b { font-weight: 600; }
    .bar { height: 3px; flex: none; background: var(--bg-3); display: flex; }
    .bar i { width: var(--part); }
    .bar .p { background: var(--ok); }
    .bar .f { background: var(--bad); }
    .state { font-weight: 600; }
  `];

  @property() run = "";
  @state() private chosen = -1;

  constructor() {
    super();
    new Watch(this, [app.runs, app.chosen, sizes("pane.steps")]);
  }

  override render() {
    const run = app.runs.value.get(this.run);
    if (!run) {
      return this.gone();
    }
    const at = this.chosen >= 0 ? this.chosen : Math.max(0, run.cases.findIndex(isBad));
    const one = run.cases[at];
    return html`${this.heading(run)}${bar(run)}
      <div class="split">
        <div class="cases" role="listbox" aria-label="Tests" tabindex="0" aria-activedescendant="c${at}"
            @keydown=${(event: KeyboardEvent) => this.key(event, at, run.cases.length)}>
          ${folders(run.cases).map(({ folder, cases }) => html`<div role="group" aria-label=${folder || "here"}>
            <h2 role="presentation">${folder || "./"}<span class="num">${cases.filter(([one]) => one.state === "passed").length}/${cases.length}</span></h2>
            ${cases.map(([each, index]) => this.case(each, index, index === at))}</div>`)}
        </div>
        <i></i>
        ${one ? this.detail(one) : html`<div class="tell">No tests</div>`}
      </div>`;
  }

  private gone() {
    return html`<div class="tell">
      <b>This run is gone</b>
      <p>Runs are kept until the workbench ends. The messages of its tests are in the history.</p>
      <button class="button" @click=${() => app.show({ kind: "history" })}>Open the history</button></div>`;
  }

  private heading(run: Run) {
    const bad = run.failed + run.broken;
    const look = run.state === "passed" ? "pass" : run.state === "running" ? "warn" : "bad";
    return html`<div class="head">
      <span class="state ${look}" role="status">${WORDS[run.state]}</span>
      <h1>${run.title}</h1>
      <span class="sub">${run.passed} of ${count(run.total, "test")} passed${bad > 0 ? `, ${bad} failed` : ""}${run.flaky > 0 ? `, ${run.flaky} flaky` : ""}${run.skipped > 0 ? `, ${run.skipped} skipped` : ""} · ${millis(run.millis)}</span>
      <span class="sub num" title="With the same seed the random values are the same again">seed ${run.seed}</span>
      <span class="grow"></span>
      ${run.state === "running" ? cancel(run) : again(run, bad)}</div>`;
  }

  private case(one: RunCase, index: number, at: boolean) {
    return html`<div id="c${index}" class="case" role="option" aria-selected=${at} aria-label="${one.name}${one.row ? ` ${one.row}` : ""}, ${one.flaky ? "flaky" : one.state}"
        @click=${() => (this.chosen = index)} @dblclick=${() => app.show({ kind: "file", key: one.path })}>
      <span class="sign ${one.state}">${SIGNS[one.state]}</span>
      <b>${one.name}${one.row ? ` · ${one.row}` : ""}</b>
      <span class="num">${one.flaky ? html`<span class="flaky" title="It passed when it was run again">flaky</span> ` : ""}${(one.tries ?? 1) > 1 ? `try ${one.tries} · ` : ""}${one.millis === undefined ? "" : millis(one.millis)}</span>
      <small>${one.text ?? one.path}</small></div>`;
  }

  private detail(one: RunCase) {
    const steps = { memory: "pane.steps", initial: Math.round(innerHeight * .32), min: 90, max: Math.round(innerHeight * .6) };
    return html`<div class="one" ${variables({ "--steps": `${paneSize(steps)}px` })}>
      <div class="title">
        <b>${one.name}</b><span class="sub muted">${one.path}</span><span class="grow"></span>
        <button class="button" @click=${() => void runPaths([one.path], undefined, [only(one)])}>${icon("play", 12)}Run this test</button>
        <button class="button" @click=${() => app.show({ kind: "file", key: one.path })}>Open the conversation</button>
      </div>
      <div class="scroll">
        <parley-results-view .path=${one.path} .session=${one.session ?? ""} .results=${one.steps} .outcome=${outcomeOf(one)}
          .running=${one.state === "running"} .chosen=${app.chosen.value.get(one.session ?? "")}></parley-results-view>
      </div>
      <parley-separator label="Height of the steps" orientation="horizontal" .pane=${steps}></parley-separator>
      ${one.session ? html`<parley-log-and-detail .session=${one.session}></parley-log-and-detail>`
        : html`<div class="tell">${one.text ?? "Nothing was sent."}</div>`}</div>`;
  }

  private key(event: KeyboardEvent, at: number, length: number): void {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.chosen = Math.max(0, Math.min(length - 1, to));
    }
  }
}

function isBad({ state }: RunCase): boolean {
  return state === "failed" || state === "broken";
}

function outcomeOf({ state, millis = 0, text }: RunCase): Outcome | undefined {
  return state === "passed" || state === "failed" || state === "broken" ? { result: state, millis, ...(text ? { text } : {}) } : undefined;
}

/** How much of it has passed, and how much has not. */
function bar({ passed, failed, broken, total }: Run) {
  const part = (some: number) => variables({ "--part": `${100 * some / Math.max(1, total)}%` });
  return html`<div class="bar" role="presentation"><i class="p" ${part(passed)}></i><i class="f" ${part(failed + broken)}></i></div>`;
}

function cancel({ id }: Run) {
  return html`<button class="button" @click=${() => void app.try(app.server.call("run.cancel", { run: id }))}>${icon("stop", 12)}Stop</button>`;
}

function only({ path, row }: RunCase): { path: string; row?: string } {
  return { path, ...(row ? { row } : {}) };
}

function again(run: Run, bad: number) {
  const start = (some: RunCase[]) => void runPaths([...new Set(some.map((one) => one.path))], undefined, some.map(only));
  const report = (event: Event) => openMenu("Report", reportMenu(run), event.currentTarget as Element);
  return html`
    <button class="button" aria-haspopup="menu" @click=${report}>Report ${icon("down", 10)}</button>
    <button class="button" ?disabled=${bad === 0} @click=${() => start(run.cases.filter(isBad))}>Run the failed</button>
    <button class="button play" @click=${() => start(run.cases)}>${icon("play", 12)}Run again</button>`;
}

/** Tests below the folders that they stand in, each with its place in the list. */
function folders(cases: RunCase[]): { folder: string; cases: [RunCase, number][] }[] {
  const all = new Map<string, [RunCase, number][]>();
  cases.forEach((one, index) => {
    const folder = one.path.slice(0, Math.max(0, one.path.lastIndexOf("/")));
    all.set(folder, [...all.get(folder) ?? [], [one, index]]);
  });
  return [...all].map(([folder, some]) => ({ folder, cases: some }));
}
