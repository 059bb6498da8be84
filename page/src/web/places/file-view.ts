import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key, NodeKind } from "../api.ts";
import "../ask/ask-tabs.ts";
import { nodeAt } from "../collection/tree-rows.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { mockAt } from "./mocks-view.ts";
import { placeStyles } from "./place-styles.ts";

const WORDS: Record<NodeKind | "other", string> = {
  conversation: "conversation", mock: "mock server", environment: "environment", folder: "what all in this folder inherit", collection: "what all in this collection inherit", other: "file",
};

/** A file that is no conversation: settings of a collection or folder, a mock, any other. */
@customElement("parley-file-view")
export class FileView extends LitElement {
  static override styles = [controls, placeStyles, css`parley-ask-tabs { flex: 1; min-height: 0; overflow: hidden; } code { font: var(--t-s) var(--mono); color: var(--ink-2); }`];

  @property() key: Key = "";

  constructor() {
    super();
    new Watch(this, [app.tree, app.environments, app.files]);
  }

  override render() {
    const node = nodeAt(app.tree.value?.root, this.key);
    const file = app.files.value.get(this.key);
    const kind = file?.kind ?? node?.kind ?? "other";
    const mock = kind === "mock" ? mockAt(this.key) : undefined;
    return html`<div class="head"><h1>${node?.name ?? this.key.replace(/^.*\//, "")}</h1><span class="sub">${this.key} · ${WORDS[kind]}</span>${kind === "mock" ? this.mock(mock?.state === "running", mock?.url, mock?.connections ?? 0) : ""}</div>
      <parley-ask-tabs .key=${this.key}></parley-ask-tabs>`;
  }

  private mock(running: boolean, url: string | undefined, connections: number) {
    return html`<span class="grow"></span>${running ? html`<span class="dot connected"></span><code>${url ?? ""}</code><span class="sub">${count(connections, "connection")}</span>` : ""}
      ${running ? html`<button class="button" @click=${() => void app.try(app.server.call("mock.stop", { path: this.key }))}>${icon("stop", 12)}Stop</button>`
        : html`<button class="button play" @click=${() => void app.try(app.server.call("mock.start", { path: this.key }))}>${icon("play", 12)}Start</button>`}`;
  }
}
