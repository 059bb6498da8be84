import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { CollectionTree } from "../collection/collection-tree.ts";
import "../collection/collection-tree.ts";
import "../collection/search-hits.ts";
import { chosenFolder } from "../collection/tree-actions.ts";
import { treeMenu } from "../collection/tree-menu.ts";
import { current, slashAt } from "../collection/tree-state.ts";
import { slashCommands } from "../collection/slash.ts";
import { register } from "../state/actions.ts";
import { app, type Place } from "../state/app.ts";
import { During, Watch } from "../state/store.ts";
import { icon, type IconName } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";

/** The left of the page: search, the tree, and what else there is. */
@customElement("parley-side-bar")
export class SideBar extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; flex-direction: column; height: 100%; min-height: 0; background: var(--bg-2); }
    .head { display: flex; align-items: center; gap: 2px; padding: 10px 8px 4px 12px; }
    h2 {
      flex: 1; margin: 0; font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); text-transform: uppercase;
      letter-spacing: .6px;
    }
    .head .plain { min-width: 24px; height: 22px; display: grid; place-items: center; }
    .head kbd { border: 0; background: none; font-size: var(--t-s); padding: 0; color: inherit; }
    .search { position: relative; margin: 0 8px 8px; }
    .search .icon { position: absolute; left: 8px; top: 6px; color: var(--ink-3); }
    .search input { width: 100%; padding-left: 28px; }
    .elsewhere { border-top: var(--line) solid var(--line-c); padding: 6px 8px 10px; }
    .elsewhere h2 { padding: 8px 4px 4px; }
    .elsewhere button {
      display: flex; align-items: center; gap: 9px; width: 100%; height: 26px; padding: 0 6px; border-radius: 4px;
      color: var(--ink-2);
    }
    .elsewhere button:hover { background: var(--bg-3); color: var(--ink); }
    .elsewhere button[aria-current="page"] { background: var(--sel); color: var(--ink); }
    .elsewhere .icon { color: var(--ink-3); }
    .n { margin-left: auto; font: var(--t-xs) var(--mono); color: var(--ink-3); }
    .n.bad { color: var(--bad); }
    .n.pass { color: var(--ok); }
    @media (max-height: 560px) { .elsewhere h2 { display: none; } }
  `];

  @state() private text = "";
  @state() private today: number | undefined;
  @query("parley-collection-tree") readonly tree!: CollectionTree;
  @query("input") readonly field!: HTMLInputElement;

  constructor() {
    super();
    new Watch(this, [app.tree, app.environments, app.mocks, app.runs, app.tabs, app.shown, app.greeting]);
    new During(this, () => [
      app.server.on("history", ({ changed }) => changed && void this.countToday()),
      app.greeting.watch(() => void this.countToday()),
    ]);
  }

  private async countToday(): Promise<void> {
    const midnight = new Date().setHours(0, 0, 0, 0);
    try {
      const { items } = await app.server.call("history.list", { from: 0, count: 200 });
      this.today = items.filter((item) => item.began >= midnight).length;
    } catch {
      this.today = undefined; // The count is a convenience; history itself tells what is wrong.
    }
  }

  override render() {
    return html`<div class="head"><h2>Collection</h2>
        <button class="plain" aria-label="New…" title="New… (or press / in the tree)" aria-haspopup="menu" @click=${this.add}>${icon("add")}</button>
        <button class="plain" aria-label="Slash command" title="Type what to make, such as /wss" @click=${this.slash}><kbd>/</kbd></button>
        <button class="plain" aria-label="More of the collection" title="More" aria-haspopup="menu" @click=${this.more}>
          ${icon("more")}</button></div>
      <div class="search">${icon("search", 13)}<input class="field" type="search" placeholder="Search names and contents"
        aria-label="Search the collection" .value=${this.text} @input=${this.input} @keydown=${this.key}></div>
      <parley-collection-tree .filter=${this.text}></parley-collection-tree>
      ${this.text.trim().length > 1 ? html`<parley-search-hits .text=${this.text.trim()}></parley-search-hits>` : ""}
      <nav class="elsewhere" aria-label="Elsewhere"><h2>Elsewhere</h2>
        ${this.link("History", "clock", { kind: "history" }, this.today ? html`<span class="n">today ${this.today}</span>` : "")}
        ${this.link("Mocks", "mock", { kind: "mocks" }, this.mocks())}
        ${this.link("Environments", "environment", this.environment(), "")}
        ${this.link("Runs", "run", { kind: "runs" }, this.runs())}</nav>`;
  }

  private link(title: string, sign: IconName, place: Place, note: unknown) {
    const here = app.place?.kind === place.kind || place.kind === "runs" && app.place?.kind === "run";
    return html`<button aria-current=${here ? "page" : "false"} @click=${() => app.show(place)}>${icon(sign)}${title}${note}</button>`;
  }

  private environment(): Place {
    const all = app.environments.value;
    const chosen = all.find((one) => one.chosen) ?? all[0];
    return { kind: "environment", collection: chosen?.collection ?? "", name: chosen?.name ?? null };
  }

  private mocks() {
    const running = app.mocks.value.filter((one) => one.state === "running").length;
    const failed = app.mocks.value.some((one) => one.state === "failed");
    return failed ? html`<span class="n bad">failed</span>` : running > 0 ? html`<span class="n">${running} running</span>` : "";
  }

  private runs() {
    const last = [...app.runs.value.values()].at(-1);
    if (!last) {
      return "";
    }
    const bad = last.failed + last.broken;
    return last.state === "running" ? html`<span class="n">${last.passed + bad} of ${last.total}</span>`
      : bad > 0 ? html`<span class="n bad">✗ ${bad}</span>` : html`<span class="n pass">✓ ${last.passed}</span>`;
  }

  private input(event: InputEvent): void {
    this.text = (event.target as HTMLInputElement).value;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.text) {
      this.text = "";
      event.stopPropagation();
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      event.preventDefault();
      this.tree.focus();
    }
  }

  private add(event: Event): void {
    const folder = chosenFolder();
    openMenu("New", slashCommands("/").map(({ command }) => ({
      title: command.title, icon: command.icon, key: `/${command.name}`, run: () => command.run(folder, ""),
    })), event.currentTarget as Element);
  }

  private slash(): void {
    slashAt.set(this.tree.currentRow ? current.value : "");
  }

  private more(event: Event): void {
    openMenu("Collection", treeMenu(undefined), event.currentTarget as Element);
  }
}

/** The bar, once it can be seen. */
async function bar(): Promise<SideBar | undefined> {
  const page = document.querySelector<LitElement>("parley-workbench");
  app.memory.put("side.folded", false);
  await page?.updateComplete;
  return page?.renderRoot.querySelector<SideBar>("parley-side-bar") ?? undefined;
}

register(
  { id: "tree.search", title: "Search the collection", group: "Collection", keys: ["Ctrl+Shift+F"], run: () => void bar().then((one) => one?.field.focus()) },
  { id: "tree.focus", title: "Go to the tree", group: "View", keys: ["Alt+1"], run: () => void bar().then((one) => one?.tree.focus()) },
);
