import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import type { Key, MockState, TreeNode } from "../api.ts";
import { mockAt, mockDot, switchMock } from "../collection/environments.ts";
import { create } from "../collection/tree-actions.ts";
import { allNodes } from "../collection/tree-rows.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { placeStyles } from "./place-styles.ts";

/** All mock servers of the folder: whether they run, where, and who uses them. */
@customElement("parley-mocks")
export class MocksView extends LitElement {
  static override styles = [controls, placeStyles, css`
    ul { margin: 0; padding: 14px; list-style: none; display: grid; gap: 10px; max-width: 900px; }
    li {
      display: grid; grid-template-columns: 10px minmax(0, 1fr) auto; gap: 4px 12px; align-items: center; padding: 12px 14px;
      border: var(--line) solid var(--line-c); border-radius: 8px;
    }
    b { font-weight: 600; }
    .state { color: var(--ink-3); font-size: var(--t-s); }
    .about { grid-column: 2; color: var(--ink-3); font-size: var(--t-s); }
    code { font: var(--t-s) var(--mono); color: var(--ink-2); }
    .does { display: flex; gap: 6px; grid-row: 1 / 3; grid-column: 3; }
  `];

  constructor() {
    super();
    new Watch(this, [app.tree, app.environments, app.mocks]);
  }

  override render() {
    const mocks = allNodes(app.tree.value?.root).filter((node) => node.kind === "mock");
    return html`
      <div class="head">
        <h1>Mocks</h1>
        <span class="sub">The other side, on this machine. A mock starts with the environment that names it.</span>
        <span class="grow"></span>
        <button class="button" @click=${this.make}>${icon("add", 12)}New mock server</button>
      </div>
      <div class="body">${mocks.length === 0 ? this.none() : html`<ul>${mocks.map((mock) => this.mock(mock))}</ul>`}</div>`;
  }

  private none() {
    return html`<div class="tell">
      <b>No mock servers</b>
      <p>A mock answers by rules in a file, so that you can work without the real server.</p>
      <button class="button primary" @click=${this.make}>New mock server</button></div>`;
  }

  private mock({ path, name }: TreeNode) {
    const mock = mockAt(path);
    const running = mock?.state === "running";
    return html`<li>
      <span class="dot ${mockDot(mock)}"></span>
      <span><b>${name}</b> <span class="state ${mock?.state === "failed" ? "bad" : ""}">${mock?.state ?? "stopped"}</span></span>
      <span class="does">
        <button class="button" aria-label="${running ? "Stop" : "Start"} ${name}" @click=${() => void switchMock(path)}>
          ${running ? html`${icon("stop", 12)}Stop` : html`${icon("play", 12)}Start`}</button>
        <button class="button" aria-label="Edit ${name}" @click=${() => app.show({ kind: "file", key: path })}>Edit</button>
      </span>
      <span class="about">${this.about(path, mock)}</span></li>`;
  }

  /** Where it listens, or why it does not; its file; who uses it. */
  private about(path: Key, mock: MockState | undefined) {
    const users = app.environments.value.filter((one) => one.mock?.path === path).map((one) => one.name);
    return html`
      ${mock?.url ? html`<code>${mock.url}</code> · ${count(mock.connections, "connection")} · ` : ""}
      ${mock?.text ? html`<span class="bad">${mock.text}</span> · ` : ""}
      ${path}${users.length > 0 ? ` · used by ${users.join(", ")}` : ""}`;
  }

  private make(): void {
    void create("mock", "");
  }
}
