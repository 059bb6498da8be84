import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import "./collection/collection-tree.ts";
import "./shell/conversation-view.ts";
import { press } from "./state/actions.ts";
import { app } from "./state/app.ts";
import { Watch } from "./state/store.ts";
import { controls } from "./ui/styles.ts";

/** The whole page. */
@customElement("parley-workbench")
export class Workbench extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; grid-template: var(--bar) 1fr 26px / 264px 1fr; height: 100vh; }
    header { grid-column: 1 / 3; border-bottom: var(--line) solid var(--line-c); background: var(--bg-2); }
    nav { border-right: var(--line) solid var(--line-c); background: var(--bg-2); min-height: 0; }
    main { min-width: 0; min-height: 0; }
    footer { grid-column: 1 / 3; border-top: var(--line) solid var(--line-c); background: var(--bg-2); }
  `];

  constructor() {
    super();
    new Watch(this, [app.greeting, app.tabs, app.shown]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", press);
    app.start();
  }

  protected override updated(): void {
    this.toggleAttribute("ready", app.greeting.value !== undefined);
  }

  override render() {
    const place = app.place;
    return html`
      <header></header>
      <nav><parley-collection-tree></parley-collection-tree></nav>
      <main>${place?.kind === "file" ? html`<parley-conversation-view .key=${place.key}></parley-conversation-view>` : ""}</main>
      <footer></footer>`;
  }
}
