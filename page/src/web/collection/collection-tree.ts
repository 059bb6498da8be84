import { html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { controls } from "../ui/styles.ts";

/** Folders, conversations and saved messages. */
@customElement("parley-collection-tree")
export class CollectionTree extends LitElement {
  static override styles = [controls];

  constructor() {
    super();
    new Watch(this, [app.tree]);
  }

  override render() {
    return html`<div class="empty">${app.tree.value?.root.name ?? "…"}</div>`;
  }
}
