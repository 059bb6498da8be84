import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key, MockState, NodeKind } from "../api.ts";
import "../ask/ask-tabs.ts";
import { mockAt, switchMock } from "../collection/environments.ts";
import { nodeAt } from "../collection/tree-rows.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { placeStyles } from "./place-styles.ts";

const WORDS: Record<NodeKind | "other", string> = {
  conversation: "conversation", mock: "mock server", environment: "environment", folder: "what all in this folder inherit", collection: "what all in this collection inherit", other: "file",
};

/** A file that is no conversation: settings of a collection or folder, a mock, any other. */
@customElement("parley-file-view")
export class FileView extends LitElement {
  static override styles = [controls, placeStyles, css`
    parley-ask-tabs { flex: 1; min-height: 0; overflow: hidden; }
    code { font: var(--t-s) var(--mono); color: var(--ink-2); }
  `];

  @property() key: Key = "";

  constructor() {
    super();
    new Watch(this, [app.tree, app.mocks, app.files]);
  }

  override render() {
    const node = nodeAt(app.tree.value?.root, this.key);
    const kind = app.files.value.get(this.key)?.kind ?? node?.kind ?? "other";
    return html`
      <div class="head">
        <h1>${node?.name ?? this.key.replace(/^.*\//, "")}</h1>
        <span class="sub">${this.key} · ${WORDS[kind]}</span>
        ${kind === "mock" ? this.mock(mockAt(this.key)) : ""}
      </div>
      <parley-ask-tabs .key=${this.key}></parley-ask-tabs>`;
  }

  private mock(mock: MockState | undefined) {
    const running = mock?.state === "running";
    return html`<span class="grow"></span>
      ${running ? html`<span class="dot connected"></span><code>${mock.url ?? ""}</code><span class="sub">${count(mock.connections, "connection")}</span>` : ""}
      <button class="button ${running ? "" : "play"}" @click=${() => void switchMock(this.key)}>
        ${running ? html`${icon("stop", 12)}Stop` : html`${icon("play", 12)}Start`}</button>`;
  }
}
