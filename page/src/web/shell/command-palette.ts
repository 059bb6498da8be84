import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { HistoryItem } from "../api.ts";
import { keepKeys, register, shown } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { icon } from "../ui/icons.ts";
import { focused } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { paletteRows, remember, type PaletteRow } from "./palette-items.ts";

const NONE = html`<li class="none" role="option" aria-selected="false">
  Nothing is called that. An address such as wss://… opens a scratch conversation.</li>`;

/** Goes to anything and does anything: type some letters of it. */
@customElement("parley-palette")
export class CommandPalette extends LitElement {
  static override styles = [controls, css`
    dialog {
      width: min(620px, calc(100vw - 40px)); margin: 52px auto auto; padding: 0;
      border: var(--line) solid var(--line-strong); border-radius: 10px; background: var(--bg); color: var(--ink);
      box-shadow: var(--shadow); overflow: hidden;
    }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: var(--shade); }
    .ask {
      display: flex; align-items: center; gap: 10px; padding: 0 14px; border-bottom: var(--line) solid var(--line-c);
      color: var(--ink-3);
    }
    input { flex: 1; height: 44px; border: 0; background: none; font-size: var(--t-l); color: var(--ink); outline: none; }
    input:focus-visible { outline: none; }
    input::placeholder { color: var(--ink-3); }
    ul { margin: 0; padding: 6px; list-style: none; max-height: min(430px, calc(100vh - 180px)); overflow: auto; }
    .item {
      display: flex; align-items: center; gap: 9px; height: 30px; padding: 0 8px; border-radius: 5px; cursor: default;
      white-space: nowrap;
    }
    .item[aria-selected="true"] { background: var(--accent-soft); }
    .lead { width: 16px; flex: none; display: grid; place-items: center; color: var(--ink-3); }
    .title { flex: 0 1 auto; overflow: hidden; text-overflow: ellipsis; }
    .title b { font-weight: 650; color: var(--accent); }
    .detail { flex: 1; min-width: 40px; overflow: hidden; text-overflow: ellipsis; color: var(--ink-3); font-size: var(--t-s); }
    [aria-selected="true"] .detail { color: var(--ink-2); }
    .none { padding: 22px; text-align: center; color: var(--ink-3); }
    .foot-note {
      display: flex; gap: 16px; padding: 7px 14px; border-top: var(--line) solid var(--line-c); background: var(--bg-2);
      font-size: var(--t-xs); color: var(--ink-3);
    }
  `];

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  @query("input") private readonly field!: HTMLInputElement;
  @state() private isOpen = false;
  @state() private typed = "";
  @state() private at = 0;
  @state() private past: HistoryItem[] = [];
  private back: HTMLElement | undefined;

  open(typed = ""): void {
    this.back = focused();
    this.typed = typed;
    this.at = 0;
    this.isOpen = true;
    this.field.value = typed;
    this.dialog.showModal();
    this.field.focus();
    void this.recall();
  }

  /** Gives the focus back at once: what is done then may take it elsewhere. */
  private end(): void {
    this.dialog.close();
    this.isOpen = false;
    this.back?.focus();
    this.back = undefined;
  }

  private async recall(): Promise<void> {
    try {
      this.past = (await app.server.call("history.list", { from: 0, count: 50 })).items.filter((one) => !one.live);
    } catch {
      this.past = []; // The palette is of use without history.
    }
  }

  override render() {
    const rows = this.isOpen ? paletteRows(this.typed, this.past) : [];
    return html`<dialog aria-label="Palette" @close=${this.end} @click=${(event: Event) => event.target === this.dialog && this.end()}>
      <div class="ask">
        ${icon("search", 15)}
        <input role="combobox" aria-label="Go to conversation, message, action" placeholder="Go to conversation, message, action; / makes something"
          aria-expanded="true" aria-controls="found" aria-activedescendant="i${this.at}" autocomplete="off" spellcheck="false"
          @input=${this.input} @keydown=${(event: KeyboardEvent) => this.key(event, rows)}>
      </div>
      <ul id="found" role="listbox" aria-label="Found">${rows.length === 0 ? NONE : rows.map((row, index) => this.row(row, index, rows))}</ul>
      <div class="foot-note">
        <span><kbd>↑</kbd> <kbd>↓</kbd> choose</span><span><kbd>↵</kbd> open</span><span><kbd>/</kbd> make</span><span><kbd>Esc</kbd> close</span>
      </div></dialog>`;
  }

  private row({ item, found }: PaletteRow, index: number, rows: PaletteRow[]) {
    return html`<li id="i${index}" class="item" role="option" aria-selected=${index === this.at}
        @mousemove=${() => this.at !== index && (this.at = index)} @click=${() => this.choose(rows, index)}>
      <span class="lead">${item.dot !== undefined ? html`<span class="dot ${item.dot}"></span>` : item.icon ? icon(item.icon) : ""}</span>
      <span class="title">${marked(item.title, found.at)}</span>
      <span class="detail">${item.detail}</span>
      ${item.key ? html`<kbd>${shown(item.key)}</kbd>` : ""}</li>`;
  }

  protected override updated(): void {
    this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  private input(): void {
    this.typed = this.field.value;
    this.at = 0;
  }

  private key(event: KeyboardEvent, rows: PaletteRow[]): void {
    keepKeys(event);
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const last = rows.length - 1;
      const around = this.at + by < 0 ? last : this.at + by > last ? 0 : this.at + by;
      this.at = Math.max(0, Math.abs(by) > 1 ? Math.min(last, this.at + by) : around);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.choose(rows, this.at);
    } else if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.end();
    }
  }

  private choose(rows: PaletteRow[], index: number): void {
    const item = rows[index]?.item;
    if (item) {
      this.end();
      remember(item);
      item.run();
    }
  }
}

function marked(text: string, at: number[]) {
  return at.length === 0 ? text : [...text].map((letter, index) => (at.includes(index) ? html`<b>${letter}</b>` : letter));
}

register({
  id: "palette", title: "Go to conversation, message, action", group: "View", keys: ["Ctrl+K"],
  run: () => (document.querySelector("parley-workbench")?.shadowRoot?.querySelector("parley-palette") as CommandPalette | null)?.open(),
});
