import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { chosenConnection } from "./sending.ts";

/** Which connection messages go to; nothing where there is only one. */
@customElement("parley-connection-chooser")
export class ConnectionChooser extends LitElement {
  static override styles = [controls, css`.plain { font-size: var(--t-s); }`];

  @property() key: Key = "";

  constructor() {
    super();
    new Watch(this, [app.talks, app.files]);
  }

  private get names(): string[] {
    const live = app.talks.value.get(this.key)?.connections.map((one) => one.name) ?? [];
    const said = app.files.value.get(this.key)?.model?.connections ?? [];
    return [...new Set(["", ...live, ...said])];
  }

  override render() {
    const chosen = chosenConnection(this.key) || "main";
    return this.names.length < 2 ? "" : html`<button class="plain" aria-haspopup="menu" aria-label="To the connection ${chosen}" title="Which connection it goes to" @click=${this.choose}>to ${chosen} ${icon("down", 10)}</button>`;
  }

  private choose = (event: Event): void => {
    const live = app.talks.value.get(this.key)?.connections ?? [];
    openMenu("Connections", this.names.map((name) => ({
      title: name || "main", checked: name === chosenConnection(this.key), dot: live.find((one) => one.name === name)?.state ?? "",
      run: () => {
        app.memory.put(`connection:${this.key}`, name);
        this.requestUpdate();
      },
    })), event.currentTarget as Element);
  };
}
