import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { chooseEnvironment, chosenIn, collections, environmentsOf, mockDot, shownCollection, switchMock } from "../collection/environments.ts";
import { collectionOf } from "../collection/tree-rows.ts";
import { create } from "../collection/tree-actions.ts";
import { choose } from "../collection/tree-state.ts";
import { run, shown } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { openMenu, type MenuEntry } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { setTheme, theme, type Theme } from "./theme.ts";
import { toggleVerification } from "./verification.ts";

const THEMES: { theme: Theme; title: string; icon: "system" | "light" | "dark" }[] = [
  { theme: "system", title: "As the system", icon: "system" },
  { theme: "light", title: "Light", icon: "light" },
  { theme: "dark", title: "Dark", icon: "dark" },
];

/** The top of the page: the collection, the palette, the environment, the safety of connections, the theme, the menu. */
@customElement("parley-top-bar")
export class TopBar extends LitElement {
  static override styles = [controls, css`
    :host {
      display: grid; grid-template-columns: minmax(0, 1fr) minmax(180px, 360px) minmax(0, 1fr); align-items: center;
      gap: 12px; height: 100%; padding: 0 10px 0 12px; background: var(--bg-2);
    }
    .left, .right { display: flex; align-items: center; gap: 8px; min-width: 0; }
    .right { justify-content: flex-end; }
    .brand { margin: 0; font-weight: 650; letter-spacing: .2px; font-size: var(--t-l); }
    .brand i { font-style: normal; color: var(--accent); }
    .name {
      display: inline-flex; align-items: center; gap: 5px; min-width: 0; padding: 3px 7px; border-radius: 4px;
      color: var(--ink-2);
    }
    .name:hover { background: var(--bg-3); }
    .name span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .palette {
      display: flex; align-items: center; gap: 8px; width: 100%; height: 28px; padding: 0 6px 0 10px;
      border: var(--line) solid var(--line-c); border-radius: var(--radius); background: var(--bg); color: var(--ink-3);
      font-size: var(--t-s);
    }
    .palette:hover { border-color: var(--line-strong); }
    .palette span { flex: 1; text-align: left; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .chip { white-space: nowrap; }
    .chip.env { min-width: 0; }
    .chip.env > span:not(.dot) { overflow: hidden; text-overflow: ellipsis; }
    .chip.off { color: var(--bad); border-color: var(--bad); background: var(--bad-soft); font-weight: 600; }
    .square {
      width: 28px; height: 26px; display: grid; place-items: center; border-radius: var(--radius); color: var(--ink-2);
      flex: none;
    }
    .square:hover { background: var(--bg-3); color: var(--ink); }
    @media (max-width: 1100px) {
      .mock, .verified { display: none; }
      :host { grid-template-columns: minmax(0, 1fr) minmax(160px, 300px) minmax(0, 1.2fr); }
    }
    @media (max-width: 760px) {
      :host { grid-template-columns: minmax(0, 1fr) 120px auto; }
      .palette kbd { display: none; }
    }
  `];

  constructor() {
    super();
    new Watch(this, [app.greeting, app.tree, app.environments, app.verify, app.tabs, app.shown, theme]);
  }

  override render() {
    const root = app.tree.value?.root;
    const { place } = app;
    const of = place?.kind === "file" ? collectionOf(root, place.key) : collections().length === 1 ? collections()[0] : undefined;
    return html`
      <div class="left">
        <button class="square" aria-label="Show or hide the tree" title="Show or hide the tree (Ctrl B)" @click=${() => run("side.fold")}>
          ${icon("side", 15)}</button>
        <h1 class="brand">par<i>ley</i></h1>
        ${this.collection(of?.name ?? root?.name ?? app.greeting.value?.name ?? "")}
      </div>
      <button class="palette" aria-keyshortcuts="Control+K" @click=${() => run("palette")}>
        ${icon("search", 13)}<span>Go to conversation, message, action</span><kbd aria-hidden="true">${shown("Ctrl+K")}</kbd></button>
      <div class="right">
        ${this.environment()}${this.verification()}
        <button class="square" aria-haspopup="menu" aria-label="Theme" title="Theme" @click=${this.openThemes}>
          ${icon(THEMES.find((one) => one.theme === theme.value)?.icon ?? "system", 15)}</button>
        <button class="square" aria-haspopup="menu" aria-label="Menu" title="Menu" @click=${this.openMenu}>${icon("menu", 15)}</button>
      </div>`;
  }

  private collection(name: string) {
    return html`<button class="name" aria-haspopup="menu" aria-label="Collection ${name}" title=${app.greeting.value?.folder ?? ""}
      @click=${this.openCollections}><span>${name}</span>${icon("down", 11)}</button>`;
  }

  private environment() {
    const chosen = chosenIn(shownCollection());
    const mock = chosen?.mock;
    const words = mock ? ` (mock ${mock.state})` : "";
    return html`<button class="chip env" aria-haspopup="menu" aria-label=${chosen ? `env: ${chosen.name}${words}` : "No environment"}
        title="Environment (F7, F8)" @click=${this.openEnvironments}>
      ${mock ? html`<span class="dot ${mockDot(mock)}"></span>` : icon("environment", 13)}
      <span>${chosen ? html`env: ${chosen.name}<span class="mock">${words}</span>` : "No environment"}</span></button>`;
  }

  private verification() {
    return app.verify.value
      ? html`<button class="chip" aria-label="TLS verified" aria-pressed="true" title="Certificates are verified. Press to turn that off."
        @click=${toggleVerification}>${icon("lock", 13)}<span class="verified">TLS verified</span></button>`
      : html`<button class="chip off" aria-label="TLS not verified" aria-pressed="false"
        title="Certificates are not verified. Press to turn that on." @click=${toggleVerification}>${icon("unlock", 13)}TLS not verified</button>`;
  }

  private openEnvironments(event: Event): void {
    const collection = shownCollection();
    const all = environmentsOf(collection);
    const chosen = chosenIn(collection);
    const of = collections().length > 1 ? collections().find((one) => one.path === collection) : undefined;
    const entries: MenuEntry[] = [
      ...(of ? [{ heading: of.name }] : []),
      { title: "No environment", checked: !chosen, run: () => void chooseEnvironment(collection, null) },
      ...all.map((one) => ({
        title: one.name, checked: one.chosen, ...(one.mock ? { note: `mock ${one.mock.state}` } : {}),
        run: () => void chooseEnvironment(collection, one.name),
      })),
      "line",
      ...(chosen?.mock ? [this.mockEntry(chosen.mock)] : []),
      { title: "Edit variables…", icon: "settings", run: () => app.show({ kind: "environment", collection, name: chosen?.name ?? null }) },
      { title: "New environment", icon: "add", key: "/env", run: () => void create("environment", collection) },
      "line",
      { title: "Previous", key: "F7", run: () => run("environment.previous") },
      { title: "Next", key: "F8", run: () => run("environment.next") },
    ];
    openMenu("Environment", entries, event.currentTarget as Element);
  }

  private mockEntry(mock: { path: string; state: string }): MenuEntry {
    return mock.state === "running"
      ? { title: "Stop the mock", icon: "stop", run: () => void switchMock(mock.path) }
      : { title: "Start the mock", icon: "play", run: () => void switchMock(mock.path) };
  }

  private openCollections(event: Event): void {
    const all = collections();
    openMenu("Collections", [
      { heading: app.greeting.value?.folder ?? "" },
      ...all.map((one) => ({ title: one.name, icon: "folder" as const, run: () => choose(one.path) })),
      "line",
      { title: "New collection", icon: "add", key: "/collection", run: () => void create("collection", "") },
    ], event.currentTarget as Element);
  }

  private openThemes(event: Event): void {
    const entries = THEMES.map((one) => ({ title: one.title, icon: one.icon, checked: theme.value === one.theme, run: () => setTheme(one.theme) }));
    openMenu("Theme", entries, event.currentTarget as Element);
  }

  private openMenu(event: Event): void {
    openMenu("Menu", [
      { title: "Options…", icon: "settings", key: "Ctrl+,", run: () => run("options") },
      { title: "Verify TLS certificates", checked: app.verify.value, run: () => void toggleVerification() },
      "line",
      { title: "Keys", icon: "help", key: "F1", run: () => run("help") },
      { title: "About Parley", run: () => run("about") },
    ], event.currentTarget as Element);
  }
}
