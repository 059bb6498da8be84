import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Hit } from "../api.ts";
import { app } from "../state/app.ts";
import { show } from "../state/reveal.ts";
import { count } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { openMessage } from "./tree-actions.ts";

const PAUSE = 180;
/** Characters that are shown before what was found. */
const BEFORE = 24;

/** Where the searched text stands in the files of the collection. */
@customElement("parley-search-hits")
export class SearchHits extends LitElement {
  static override styles = [controls, css`
    :host {
      display: block; max-height: 45%; overflow: auto; border-top: var(--line) solid var(--line-c); padding: 0 8px 8px;
      flex: none; scrollbar-width: thin; scrollbar-color: var(--line-strong) transparent;
    }
    h3 { margin: 0; padding: 10px 6px 4px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); }
    ul { margin: 0; padding: 0; list-style: none; }
    button { display: block; width: 100%; padding: 4px 6px; border-radius: 4px; text-align: left; }
    button:hover { background: var(--bg-3); }
    b, span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    b { font-weight: 500; font-size: var(--t-s); }
    small { color: var(--ink-3); font-weight: 400; }
    span { font: var(--t-xs) var(--mono); color: var(--ink-2); }
  `];

  @property() text = "";
  @state() private hits: Hit[] | undefined;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("text")) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.search(this.text), PAUSE) as unknown as number;
    }
  }

  private async search(text: string): Promise<void> {
    const found = await app.try(app.server.call("tree.search", { text }));
    if (text === this.text) {
      this.hits = found?.hits ?? [];
    }
  }

  override render() {
    const { hits } = this;
    const found = hits === undefined ? "Searching the files…" : hits.length === 0 ? "In no file" : `In files: ${count(hits.length, "place")}`;
    return html`<h3 aria-live="polite">${found}</h3><ul>${(hits ?? []).map((hit) => this.hit(hit))}</ul>`;
  }

  private hit(hit: Hit) {
    return html`<li><button @click=${() => this.open(hit)}>
      <b>${hit.path}${hit.line ? html`<small>:${hit.line}</small>` : ""}</b>
      <span>${this.marked(hit.text)}</span></button></li>`;
  }

  private marked(text: string) {
    const at = text.toLowerCase().indexOf(this.text.toLowerCase());
    const end = at + this.text.length;
    return at < 0 ? text : html`${text.slice(Math.max(0, at - BEFORE), at)}<mark>${text.slice(at, end)}</mark>${text.slice(end)}`;
  }

  private open(hit: Hit): void {
    if (hit.message !== undefined) {
      openMessage(hit.path, hit.message);
      return;
    }
    app.show({ kind: "file", key: hit.path });
    if (hit.line !== undefined) {
      show({ kind: "line", key: hit.path, line: hit.line });
    }
  }
}
