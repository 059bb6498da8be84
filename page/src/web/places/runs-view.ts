import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import type { Run } from "../api.ts";
import { runPaths } from "../collection/tree-actions.ts";
import { runWithOptions } from "./run-options.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count, millis } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { placeStyles } from "./place-styles.ts";

/** The test runs since the workbench was started. */
@customElement("parley-runs")
export class RunsView extends LitElement {
  static override styles = [controls, placeStyles, css`
    ul { margin: 0; padding: 8px; list-style: none; }
    li button {
      display: grid; grid-template-columns: 18px minmax(120px, 1fr) auto auto; gap: 14px; align-items: center; width: 100%;
      height: 36px; padding: 0 10px; border-radius: var(--radius); text-align: left;
    }
    li button:hover { background: var(--bg-2); }
    b { font-weight: 550; }
    .num { font: var(--t-s) var(--mono); color: var(--ink-3); }
  `];

  constructor() {
    super();
    new Watch(this, [app.runs]);
  }

  override render() {
    const runs = [...app.runs.value.values()].reverse();
    const all = html`<button class="button play" @click=${() => void runPaths([""])}>${icon("play", 12)}Run all tests</button>`;
    return html`
      <div class="head">
        <h1>Runs</h1>
        <span class="sub">Tests of whole folders. Right-click a folder in the tree to run only what is in it.</span>
        <span class="grow"></span>${runs.length > 0 ? html`<button class="button" @click=${() => void runWithOptions([""])}>Run with…</button>${all}` : ""}
      </div>
      <div class="body">${runs.length > 0 ? html`<ul>${runs.map((run) => this.line(run))}</ul>` : html`
        <div class="tell">
          <b>No runs yet</b>
          <p>A conversation with steps is a test. Run them all, or a folder, and see each step with what it found.</p>
          ${all}
        </div>`}</div>`;
  }

  private line(run: Run) {
    const bad = run.failed + run.broken;
    const [look, sign] = run.state === "passed" ? ["pass", "✓"] : run.state === "running" ? ["", "…"] : ["bad", "✗"];
    return html`<li><button @click=${() => app.show({ kind: "run", run: run.id })}>
      <span class=${look}>${sign}</span>
      <b>${run.title}</b>
      <span class="num">${run.passed} of ${count(run.total, "test")} passed${bad > 0 ? `, ${bad} failed` : ""}</span>
      <span class="num">${millis(run.millis)}</span></button></li>`;
  }
}
