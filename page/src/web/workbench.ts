import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import "./shell/command-palette.ts";
import "./shell/help.ts";
import "./shell/open-files.ts";
import "./shell/options.ts";
import { faceOf } from "./shell/places.ts";
import "./shell/place-view.ts";
import "./shell/scratch-tabs.ts";
import "./shell/side-bar.ts";
import "./shell/status-bar.ts";
import "./shell/tab-strip.ts";
import "./shell/top-bar.ts";
import { press, register } from "./state/actions.ts";
import { app } from "./state/app.ts";
import { During, Watch } from "./state/store.ts";
import { paneSize, sizes } from "./ui/pane-separator.ts";
import { controls } from "./ui/styles.ts";
import "./ui/toasts.ts";
import { variables } from "./ui/variables.ts";

const folded = app.memory.at<boolean>("side.folded", false);
const SIDE = { memory: "pane.side", min: 180, max: 560 };

/** The whole page. */
@customElement("parley-workbench")
export class Workbench extends LitElement {
  static override styles = [controls, css`
    :host { display: block; height: 100vh; }
    .frame { display: grid; height: 100%; grid-template: var(--bar) minmax(0, 1fr) 26px / var(--side) 1px minmax(0, 1fr); }
    .frame.folded { grid-template-columns: 0 0 minmax(0, 1fr); }
    .folded :is(parley-side-bar, .edge) { display: none; }
    header { grid-area: 1 / 1 / 2 / 4; border-bottom: var(--line) solid var(--line-c); }
    aside { display: contents; }
    parley-side-bar { grid-area: 2 / 1; min-width: 0; }
    .edge { grid-area: 2 / 2; }
    main {
      grid-area: 2 / 3; display: grid; grid-template-rows: auto auto minmax(0, 1fr); min-width: 0; min-height: 0;
      background: var(--bg);
    }
    parley-tab-strip { grid-row: 1; }
    .troubles { grid-row: 2; }
    parley-place { grid-row: 3; }
    footer { grid-area: 3 / 1 / 4 / 4; border-top: var(--line) solid var(--line-c); }
    .lost {
      display: flex; align-items: center; gap: 10px; padding: 7px 14px; background: var(--warn-soft);
      border-bottom: var(--line) solid var(--line-c); font-size: var(--t-s);
    }
    .lost.bad { background: var(--bad-soft); }
  `];

  constructor() {
    super();
    new Watch(this, [app.greeting, app.connected, app.tabs, app.shown, app.tree, app.memory.trouble, folded, sizes(SIDE.memory)]);
    new During(this, () => [listen("keydown", press), listen("resize", () => this.requestUpdate())]);
    app.start();
  }

  protected override updated(): void {
    this.toggleAttribute("ready", app.greeting.value !== undefined);
    document.title = [app.place && faceOf(app.place).title, app.tree.value?.root.name, "Parley"].filter((part) => part).join(" · ");
  }

  override render() {
    const side = { ...SIDE, initial: innerWidth < 1200 ? 216 : innerWidth > 2200 ? 320 : 264 };
    return html`
      <div class="frame ${folded.value ? "folded" : ""}" ${variables({ "--side": `${paneSize(side)}px` })}>
        <header><parley-top-bar></parley-top-bar></header>
        <aside aria-label="Collection">
          <parley-side-bar></parley-side-bar>
          <parley-separator class="edge" label="Width of the tree" .pane=${side}></parley-separator>
        </aside>
        <main>
          ${app.tabs.value.length > 0 ? html`<parley-tab-strip></parley-tab-strip>` : ""}
          ${this.trouble()}
          <parley-place></parley-place>
        </main>
        <footer><parley-status-bar></parley-status-bar></footer>
      </div>
      <parley-palette></parley-palette>
      <parley-toasts></parley-toasts>`;
  }

  private trouble() {
    if (app.greeting.value && !app.connected.value) {
      return html`<div class="lost" role="alert">The workbench's server does not answer.
        Start it again with <span class="mono">parley ui</span>; this page goes on by itself.</div>`;
    }
    const { trouble } = app.tree.value ?? {};
    const kept = app.memory.trouble.value;
    return html`${trouble ? html`<div class="lost bad" role="alert">${trouble}</div>` : ""}
      ${kept ? html`<div class="lost bad" role="alert"><span>${kept.text} It is tried again until it can; before that, a restart forgets open tabs and what is typed.</span></div>` : ""}`;
  }
}

function listen<E extends "keydown" | "resize">(event: E, listener: (event: WindowEventMap[E]) => void): () => void {
  addEventListener(event, listener);
  return () => removeEventListener(event, listener);
}

register({ id: "side.fold", title: "Show or hide the tree", group: "View", keys: ["Ctrl+B"], run: () => app.memory.put("side.folded", !folded.value) });
