import { html, LitElement, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { LogRow, Pending } from "../api.ts";
import { count } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { ghost, loading, row } from "./log-row.ts";
import { listStyles, rowStyles } from "./log-styles.ts";
import type { LogView } from "./log-view.ts";
import type { Part } from "./matcher.ts";
import { place } from "./place.ts";
import { standing } from "./retry-words.ts";
import { ScrollMap } from "./scroll-map.ts";

const ROW = 24;
const AROUND = 6;
/** Rows are placed from a base that seldom changes, so that scrolling moves one element, not each row. */
const BASE = 4096;

/**
 * The rows of a log of any length: only those that can be seen exist. The layer that holds them stays where it is while the box below
 * it is scrolled, so that there is never a blank.
 */
@customElement("parley-log-list")
export class LogList extends LitElement {
  static override styles = [controls, listStyles, rowStyles];

  @property({ attribute: false }) view!: LogView;
  /** Whether more rows may come. */
  @property({ type: Boolean }) live = false;
  @property() name = "";
  @property({ attribute: false }) pending: Pending[] = [];
  @property({ attribute: false }) mark: { p: number; t: number } | undefined;
  @property({ attribute: false }) picked: LogRow[] = [];
  @property({ attribute: false }) steps: ReadonlyMap<number, string> = new Map();
  @property({ attribute: false }) parts: ((text: string) => Part[]) | undefined;
  @property({ type: Boolean }) named = false;
  /** Whether the tries that were to come were called off. */
  @property({ type: Boolean }) cancelled = false;
  /** The position of the chosen row. */
  @property({ attribute: false }) chosen: number | undefined;

  @query(".scroller") private readonly scroller!: HTMLElement;

  /** The index of the chosen row, also before the row is there. */
  cursor = -1;
  private top = 0;
  private height = 0;
  private expected = 0;
  private map = new ScrollMap(0, ROW, 0);
  private frame = 0;
  private readonly watcher = new ResizeObserver(() => this.resized());

  override firstUpdated(): void {
    this.watcher.observe(this);
    this.scroller.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.resized();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.refresh();
  }

  /** Renders anew with the next frame: at most once for each. */
  refresh(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.requestUpdate();
    });
  }

  override focus(): void {
    this.scroller?.focus({ preventScroll: true });
  }

  /** Shows a row in the middle, unless it can be seen already. */
  show(index: number): void {
    this.cursor = index;
    const seen = this.map.visible(this.top);
    if (index <= seen.first || index >= seen.end - 1) {
      this.moveTo(new ScrollMap(Math.max(this.view.shown, index + 1), ROW, this.height).center(index));
    }
    this.refresh();
  }

  /** Stays at the tail from now on. */
  jump(): void {
    this.view.atEnd(true);
    this.refresh();
  }

  /** The row at the top of what can be seen. */
  get first(): LogRow | undefined {
    return this.view.windows.get(this.map.visible(this.top).first);
  }

  get cursorRow(): LogRow | undefined {
    return this.view.windows.get(this.cursor);
  }

  override render() {
    const rows = this.view.shown + this.ghosts.length;
    this.map = new ScrollMap(rows, ROW, this.height);
    this.top = this.view.follow ? this.map.maxTop : this.map.clamp(this.top);
    const { first, end } = this.map.visible(this.top);
    const base = Math.floor(first / BASE) * BASE;
    const slots = Math.ceil(this.height / ROW) + 1;
    const indexes = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
    const unseen = this.view.follow || !this.live ? 0 : this.view.unseen;
    return html`
      <div class="scroller" tabindex="0" role="grid" aria-label=${this.name || "Log"} aria-rowcount=${rows} aria-activedescendant=${this.cursor >= first && this.cursor < end ? `row-${this.cursor}` : nothing}
          @scroll=${this.scrolled} @keydown=${this.key} @click=${this.clicked} @dblclick=${() => this.tell("open")} @contextmenu=${this.menu}>
        <div class="box" role="rowgroup" ${place({ height: `${this.map.boxHeight}px` })}>
          <div class="layer" role="presentation" ${place({ height: `${Math.max(0, this.height)}px` })}>
            <div class="rows" role="presentation" ${place({ transform: `translateY(${base * ROW - this.top}px)` })}>
              ${repeat(indexes, (index) => index % slots, (index) => this.rowAt(index, (index - base) * ROW))}
            </div>
          </div>
        </div>
      </div><div class="ring"></div>
      ${unseen > 0 ? html`<button class="tail" @click=${() => this.tell("tail")} aria-label="${count(unseen, "new row")}, jump to the tail">
        <span aria-hidden="true">↓</span>${this.view.paused ? `${count(unseen, "row")} waiting` : `${count(unseen, "new row")}`}<kbd>End</kbd></button>` : nothing}`;
  }

  /** A row that counts down is drawn anew with each second; nothing else of it changes. */
  private tick(): void {
    if (this.counting) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.refresh(), 1000 - Date.now() % 1000) as unknown as number;
    }
    this.counting = false;
  }

  override updated(): void {
    this.tick();
    const wanted = this.map.scrollTopOf(this.top);
    if (Math.abs(this.scroller.scrollTop - wanted) >= 1) {
      this.scroller.scrollTop = wanted;
    }
    this.expected = this.scroller.scrollTop;
    const { first, end } = this.map.visible(this.top);
    this.view.look(Math.max(0, first - AROUND), end + AROUND, Math.ceil(this.height / ROW));
    const row = this.cursorRow;
    if (row && row.p !== this.chosen && this.waitsForRow) {
      this.waitsForRow = false;
      this.tell("choose", row);
    }
  }

  private waitsForRow = false;
  private counting = false;
  private timer = 0;

  private get ghosts(): Pending[] {
    return this.view.follow && this.view.shown === this.view.known || this.view.known === 0 ? this.pending : [];
  }

  private rowAt(index: number, y: number) {
    const waiting = this.ghosts[index - this.view.shown];
    if (waiting) {
      return ghost(waiting, index, y, this.named);
    }
    const it = this.view.windows.get(index);
    if (!it) {
      return loading(index, y, this.named);
    }
    const previous = index > 0 ? this.view.windows.get(index - 1) : undefined;
    const step = this.steps.get(it.p);
    const said = it.k === "retry" ? standing(it, (offset) => this.view.windows.get(index + offset), Date.now(), this.cancelled) : undefined;
    this.counting ||= !!said?.counting;
    return row(it, {
      index, y, chosen: it.p === this.chosen, picked: this.picked.findIndex((one) => one.p === it.p) + 1, named: this.named,
      ...(previous ? { previous } : {}), ...(this.mark ? { mark: this.mark } : {}), ...(step ? { step } : {}), ...(said ? { standing: said } : {}), ...(this.parts ? { parts: this.parts } : {}),
    });
  }

  private resized(): void {
    const height = this.clientHeight;
    if (height !== this.height) {
      this.height = height;
      this.requestUpdate();
    }
  }

  private scrolled(): void {
    const { scrollTop } = this.scroller;
    if (Math.abs(scrollTop - this.expected) < 1) {
      return;
    }
    this.expected = scrollTop;
    this.move(this.map.topOf(scrollTop));
  }

  /** Where a pixel of the scroll bar stands for several, the wheel still moves by its own. */
  private wheel(event: WheelEvent): void {
    if (!this.map.scaled || event.ctrlKey || event.deltaY === 0) {
      return;
    }
    event.preventDefault();
    const unit = event.deltaMode === 1 ? ROW : event.deltaMode === 2 ? this.height : 1;
    this.moveTo(this.top + event.deltaY * unit);
  }

  private moveTo(top: number): void {
    this.move(this.map.clamp(top));
  }

  private move(top: number): void {
    this.top = top;
    this.view.atEnd(top >= this.map.maxTop - 1 && this.view.shown === this.view.known || this.map.maxTop === 0);
    this.refresh();
  }

  private clicked(event: MouseEvent): void {
    const target = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    if (!target) {
      return;
    }
    const index = Number(target.dataset["index"]);
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      this.tell("pick", this.view.windows.get(index));
      return;
    }
    if ((getSelection()?.toString() ?? "") === "") {
      this.choose(index);
    }
  }

  private menu(event: MouseEvent): void {
    const target = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    const row = target && this.view.windows.get(Number(target.dataset["index"]));
    if (row) {
      event.preventDefault();
      this.choose(Number(target.dataset["index"]));
      this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what: "menu", row, at: { x: event.clientX, y: event.clientY } } }));
    }
  }

  /** Makes a row the chosen one; the log stops following, so that it stays under the eyes. */
  private choose(index: number): void {
    const last = this.view.shown - 1;
    this.cursor = Math.max(0, Math.min(index, last));
    if (last < 0) {
      return;
    }
    if (this.map.maxTop > 0) {
      this.view.atEnd(false);
    }
    this.top = this.map.reveal(this.cursor, this.top);
    const row = this.cursorRow;
    this.waitsForRow = row === undefined;
    if (row) {
      this.tell("choose", row);
    }
    this.refresh();
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey && !["c", "Home", "End"].includes(event.key) || event.metaKey && event.key !== "c") {
      return;
    }
    const page = Math.max(1, Math.floor(this.height / ROW) - 1);
    const from = this.cursor >= 0 ? this.cursor : this.map.visible(this.top).first - 1;
    const moves: Record<string, () => void> = {
      ContextMenu: () => this.menuAtCursor(),
      ArrowDown: () => this.choose(this.cursor < 0 && this.view.follow ? this.view.shown - 1 : from + 1),
      ArrowUp: () => this.choose(this.cursor < 0 && this.view.follow ? this.view.shown - 1 : from - 1),
      PageDown: () => this.choose(from + page),
      PageUp: () => this.choose(from - page),
      Home: () => this.choose(0),
      End: () => this.tell("tail"),
      Enter: () => this.tell("open"),
      m: () => this.tell("mark", this.cursorRow),
      " ": () => this.tell("pick", this.cursorRow),
      Escape: () => this.tell("escape"),
    };
    const act = moves[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    } else if (event.key === "c" && (event.ctrlKey || event.metaKey) && !getSelection()?.toString()) {
      event.preventDefault();
      this.tell("copy", this.cursorRow);
    }
  }

  private menuAtCursor(): void {
    const row = this.renderRoot.querySelector(`#row-${this.cursor}`)?.getBoundingClientRect();
    if (row && this.cursorRow) {
      this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what: "menu", row: this.cursorRow, at: { x: row.left + 40, y: row.bottom } } }));
    }
  }

  private tell(what: string, row?: LogRow): void {
    this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what, row } }));
  }
}
