import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Calls, EnvironmentInfo, Key, MockState, Problem } from "../api.ts";
import { ensureOpen } from "../ask/edits.ts";
import { chooseEnvironment, environmentsOf, mockDot, switchMock } from "../collection/environments.ts";
import { create, environmentName } from "../collection/tree-actions.ts";
import { nodeAt } from "../collection/tree-rows.ts";
import { Refused } from "../server.ts";
import { app } from "../state/app.ts";
import { show as reveal } from "../state/reveal.ts";
import { During, Watch } from "../state/store.ts";
import { replace, follow } from "../state/tabs.ts";
import { prompt } from "../ui/dialog.ts";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { placeStyles } from "./place-styles.ts";
import "./secret-rows.ts";
import "./variable-rows.ts";

/** What all environments of a collection share. */
const ALL = "Collection variables";

type Sheet = Calls["environment.open"][1];

/** The environments of a collection: which there are, the variables and the secrets of one, and what is wrong with it. */
@customElement("parley-environment-editor")
export class EnvironmentEditor extends LitElement {
  static override styles = [controls, placeStyles, css`
    .split { flex: 1; display: grid; grid-template-columns: minmax(170px, 232px) 1px minmax(0, 1fr); min-height: 0; }
    .split > i { background: var(--line-c); }
    .list { overflow: auto; padding: 10px 8px; background: var(--bg-2); }
    .list h2 { padding: 4px 6px 6px; }
    .list button {
      display: flex; align-items: center; gap: 8px; width: 100%; height: 28px; padding: 0 8px; border-radius: 4px;
      color: var(--ink-2);
    }
    .list button:hover { background: var(--bg-3); }
    .list button[aria-current="true"] { background: var(--sel); color: var(--ink); }
    .list .used { margin-left: auto; font-size: var(--t-xs); color: var(--ink-3); }
    .list .icon { color: var(--ink-3); flex: none; }
    .list .new { margin-top: 8px; color: var(--ink-3); }
    .list span.name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .page { max-width: 940px; padding: 18px 20px 40px; display: grid; gap: 22px; }
    section { display: grid; gap: 8px; }
    section p { margin: 0; color: var(--ink-3); font-size: var(--t-s); }
    section p code { font-family: var(--mono); }
    .problem {
      display: flex; gap: 10px; align-items: flex-start; padding: 9px 12px; border-radius: var(--radius);
      background: var(--bad-soft); font-size: var(--t-s); text-align: left; width: 100%;
    }
    .problem .icon { color: var(--bad); flex: none; margin-top: 2px; }
    .problem code { font-family: var(--mono); color: var(--ink-2); }
    .mock { display: flex; align-items: center; gap: 10px; font-size: var(--t-s); color: var(--ink-2); }
    .mock code { font-family: var(--mono); }
  `];

  @property() collection: Key = "";
  @property({ attribute: false }) name: string | null = null;
  @state() private sheet: Sheet | undefined;
  /** Why there is none, such as that it was deleted. */
  @state() private fault = "";
  private asked = 0;

  constructor() {
    super();
    new Watch(this, [app.environments, app.tree]);
    new During(this, () => [app.files, app.tree, app.environments, app.greeting].map((store) => store.watch(() => void this.load())));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private async load(): Promise<void> {
    const asked = ++this.asked;
    await Promise.resolve();
    if (asked !== this.asked || !app.connected.value) {
      return;
    }
    try {
      const sheet = await app.server.call("environment.open", { collection: this.collection, name: this.name });
      this.take(asked, sheet, "");
    } catch (why) {
      this.take(asked, this.sheet, why instanceof Refused && app.connected.value ? why.refusal.text : "");
    }
  }

  /** What was read before stays while the server is away. */
  private take(asked: number, sheet: Sheet | undefined, fault: string): void {
    if (asked === this.asked) {
      this.sheet = sheet;
      this.fault = fault;
      ensureOpen(sheet?.path ?? "");
    }
  }

  override render() {
    const all = environmentsOf(this.collection);
    return html`<div class="split">
      <nav class="list" aria-label="Environments">
        <h2>${nodeAt(app.tree.value?.root, this.collection)?.name ?? "Collection"}</h2>
        ${this.link(null, icon("file", 13), false)}
        ${all.map((one) => this.link(one.name, one.mock ? html`<span class="dot ${mockDot(one.mock)}"></span>` : icon("environment", 13), one.chosen))}
        <button class="new" @click=${() => void this.make()}>${icon("add", 13)}New environment</button>
      </nav>
      <i></i>
      <div class="body">${this.page(all.find((one) => one.name === this.name))}</div></div>`;
  }

  private link(name: string | null, sign: TemplateResult<1 | 2>, used: boolean) {
    return html`<button aria-current=${name === this.name} @click=${() => this.go(name)}>
      ${sign}<span class="name">${name ?? ALL}</span>${used ? html`<span class="used">in use</span>` : ""}</button>`;
  }

  private go(name: string | null): void {
    replace({ kind: "environment", collection: this.collection, name: this.name }, { kind: "environment", collection: this.collection, name });
  }

  private page(info: EnvironmentInfo | undefined) {
    const { sheet } = this;
    if (this.fault || !sheet) {
      return html`<div class="tell" role="status">${this.fault || "Reading the environment…"}</div>`;
    }
    return html`${this.head(sheet, info)}
      <div class="page">
        ${sheet.problems.map((problem) => this.problem(problem))}
        ${info?.mock ? this.mock(info.mock) : ""}
        ${this.variables(sheet)}
        ${this.secrets(sheet)}
      </div>`;
  }

  private head({ path }: Sheet, info: EnvironmentInfo | undefined) {
    return html`<div class="head">
      <h1>${this.name ?? ALL}</h1><span class="sub">${path ?? ""}</span><span class="grow"></span>
      ${info ? html`<button class="button" ?disabled=${info.chosen} @click=${() => void chooseEnvironment(this.collection, info.name)}>
        ${info.chosen ? "In use" : "Use"}</button>` : ""}
      ${path ? html`<button class="button" @click=${() => app.show({ kind: "file", key: path })}>Open the file</button>` : ""}
      ${info ? html`<button class="plain" aria-label="More of ${info.name}" aria-haspopup="menu" @click=${(event: Event) => this.more(event, info)}>
        ${icon("more")}</button>` : ""}</div>`;
  }

  private problem({ path, line, text, hint }: Problem) {
    const show = (): void => {
      app.show({ kind: "file", key: path });
      reveal({ kind: "line", key: path, line });
    };
    return html`<button class="problem" @click=${show}>${icon("warning")}<span>${text} ${hint ?? ""} <code>line ${line}</code></span></button>`;
  }

  private mock(mock: MockState) {
    return html`<div class="mock">
      <span class="dot ${mockDot(mock)}"></span>
      <span>Mock ${mock.state}${mock.url ? html` at <code>${mock.url}</code>` : ""}${mock.text ? `: ${mock.text}` : ""}</span>
      <button class="button" @click=${() => void switchMock(mock.path)}>${mock.state === "running" ? "Stop" : "Start"}</button></div>`;
  }

  private variables({ path, variables }: Sheet) {
    return html`<section>
      <h2>Variables</h2>
      ${path ? html`<parley-variable-rows .path=${path} .rows=${variables} @changed=${() => void this.load()}></parley-variable-rows>`
        : html`<p>The collection has no file yet.</p>`}
      <p>Use them anywhere as <code>{{name}}</code>. What stands nearer wins: message, conversation, environment, folder, collection.</p></section>`;
  }

  private secrets({ secrets }: Sheet) {
    return html`<section>
      <h2>Secrets</h2>
      <parley-secret-rows .collection=${this.collection} .name=${this.name} .rows=${secrets} @changed=${() => void this.load()}></parley-secret-rows>
      <p>Kept in <code>${this.name === null ? ".env" : `.env.${this.name}`}</code>, which stays out of git.
        Use them as <code>{{env.NAME}}</code>; logs and reports show dots.</p></section>`;
  }

  private more(event: Event, info: EnvironmentInfo): void {
    openMenu(info.name, [
      { title: "Rename…", run: () => void this.rename(info) },
      { title: "Duplicate", icon: "duplicate", run: () => void app.try(app.server.call("tree.duplicate", { path: info.path })) },
      "line",
      { title: "Delete", icon: "trash", danger: true, run: () => void this.discard(info) },
    ], event.currentTarget as Element);
  }

  private async make(): Promise<void> {
    const name = await prompt({ title: "New environment", label: "Name", yes: "Create", text: "Such as local, staging or production." });
    if (name?.trim()) {
      await create("environment", this.collection, { name: name.trim() });
    }
  }

  private async rename(info: EnvironmentInfo): Promise<void> {
    const name = await prompt({ title: `Rename ${info.name}`, label: "Name", value: info.name, yes: "Rename" });
    const renamed = name?.trim() ? await app.try(app.server.call("tree.rename", { path: info.path, name: name.trim() })) : undefined;
    if (renamed) {
      follow(info.path, renamed.path);
      this.go(environmentName(renamed.path));
    }
  }

  private async discard(info: EnvironmentInfo): Promise<void> {
    const gone = await app.try(app.server.call("tree.delete", { path: info.path }));
    if (gone) {
      this.go(null);
      const back = () => void app.try(app.server.call("tree.undelete", { undo: gone.undo }));
      app.toast({ text: `Deleted the environment ${info.name}.`, severity: "info", action: { title: "Undo", run: back } });
    }
  }
}
