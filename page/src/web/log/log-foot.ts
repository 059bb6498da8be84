import { css, html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ExportFormat, LogState, ViewState } from "../api.ts";
import { controls } from "../ui/styles.ts";
import { count, counted, size } from "./words.ts";

const FORMATS: { format: ExportFormat; title: string; why: string }[] = [
  { format: "har", title: "HAR", why: "for browsers' tools and other clients" },
  { format: "jsonl", title: "JSON lines", why: "one row a line, for programs" },
  { format: "csv", title: "CSV", why: "for tables" },
  { format: "text", title: "Text", why: "to read or to mail" },
];

/** Where the log is, how much there is, and the way out of it. */
@customElement("parley-log-foot")
export class LogFoot extends LitElement {
  static override styles = [controls, css`
    :host { display: block; position: relative; container: foot / inline-size; }
    .foot { font-variant-numeric: tabular-nums; }
    .where { overflow: hidden; text-overflow: ellipsis; }
    .totals b { font-weight: 600; color: var(--ink); }
    .warn { color: var(--warn); }
    progress { width: 90px; height: 4px; border: 0; border-radius: 2px; background: var(--bg-3); appearance: none; overflow: hidden; }
    progress::-webkit-progress-bar { background: var(--bg-3); } progress::-webkit-progress-value { background: var(--accent); } progress::-moz-progress-bar { background: var(--accent); }
    .trouble { display: flex; gap: 8px; padding: 7px 12px; border-top: var(--line) solid var(--line-c); background: var(--bad-soft); color: var(--bad); font-size: var(--t-s); }
    .menu { position: absolute; z-index: 6; right: 10px; bottom: 38px; width: 300px; padding: 4px; border: var(--line) solid var(--line-strong); border-radius: var(--radius); background: var(--bg); box-shadow: var(--shadow); font-size: var(--t-s); }
    .menu h3 { margin: 5px 8px; font: 600 var(--t-xs) var(--font); color: var(--ink-3); }
    .menu button { display: flex; gap: 10px; width: 100%; padding: 5px 8px; border-radius: 4px; text-align: left; }
    .menu button:hover, .menu button:focus-visible { background: var(--sel); }
    .menu button b { flex: 0 0 76px; font-weight: 550; } .menu button span { color: var(--ink-3); }
    @container foot (max-width: 430px) { .less { display: none; } }
  `];

  @property({ attribute: false }) log: LogState | undefined;
  @property({ attribute: false }) filter: ViewState | undefined;
  @property({ type: Number }) shown = 0;
  @property({ type: Number }) unseen = 0;
  @property({ type: Boolean }) follow = true;
  @property({ type: Boolean }) paused = false;
  @property({ type: Boolean }) live = false;
  @property({ type: Number }) picked = 0;
  @property({ type: Boolean }) marked = false;
  @state() private open = false;

  override render() {
    const { log } = this;
    return html`
      ${log?.trouble ? html`<div class="trouble" role="alert"><span aria-hidden="true">!</span>${log.trouble}</div>` : nothing}
      <div class="foot">
        <span class="where">${this.where()}</span>
        <span class="grow"></span>
        ${this.marked && this.picked === 0 ? html`<button class="plain less" title="Count times from row to row again (M on the marked row)" @click=${() => this.tell("unmark")}>Times from the mark ×</button>` : nothing}
        ${this.picked > 0 ? this.comparing() : nothing}
        ${log ? html`<span class="totals ${this.picked ? "less" : ""}"><b>${count(this.filter ? this.filter.matches : log.rows)}</b>${this.filter ? ` of ${count(log.rows)}` : ""} ${log.rows === 1 ? "row" : "rows"}<span class="less"> · ${size(log.bytes)}${
          this.live && log.rate > 0 ? ` · ${count(Math.round(log.rate))}/s` : ""}</span>${log.behind > 0 ? html`<span class="warn" title="Rows that wait to be stored"> · ${count(log.behind)} to store</span>` : nothing}</span>` : nothing}
        <button class="button" aria-haspopup="menu" aria-expanded=${this.open} ?disabled=${!log || log.rows === 0} @mousedown=${(event: Event) => event.preventDefault()} @click=${() => (this.open = !this.open)}>Export</button>
      </div>
      ${this.open ? this.menu() : nothing}`;
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has("open") && this.open) {
      this.renderRoot.querySelector<HTMLElement>(".menu button")?.focus();
    }
  }

  private where() {
    const { filter } = this;
    if (filter && !filter.done) {
      return html`<progress aria-label="Searching" max=${Math.max(1, filter.total)} .value=${filter.scanned}></progress> ${count(filter.scanned)} of ${count(filter.total)} searched
        <button class="plain" @click=${() => this.tell("cancel")}>Cancel</button>`;
    }
    if (this.paused) {
      return html`<span class="warn">Paused</span>${this.unseen > 0 ? `, ${counted(this.unseen, "row")} waiting` : ", nothing is lost"}`;
    }
    if (!this.log || this.log.rows === 0) {
      return "";
    }
    if (!this.live) {
      return "from the history";
    }
    return this.follow ? "following the tail" : html`<button class="plain" @click=${() => this.tell("tail")}>Follow the tail <kbd>End</kbd></button>`;
  }

  private comparing() {
    return this.picked < 2
      ? html`<span>Choose a second row to compare <span class="less muted">(Shift+click or Space)</span></span><button class="plain" @click=${() => this.tell("unpick")}>Cancel</button>`
      : html`<button class="button primary" @click=${() => this.tell("compare")}>Compare the two</button><button class="plain" @click=${() => this.tell("unpick")}>Cancel</button>`;
  }

  private menu() {
    const what = this.filter ? counted(this.filter.matches, "filtered row") : counted(this.log?.rows ?? 0, "row");
    return html`<div class="menu" role="menu" aria-label="Export" @keydown=${this.key} @focusout=${this.left}>
      <h3>Export ${what}</h3>
      ${FORMATS.map(({ format, title, why }) => html`<button role="menuitem" @click=${() => this.save(format)}><b>${title}</b><span>${why}</span></button>`)}
      ${this.filter ? html`<h3>Whole log, ${counted(this.log?.rows ?? 0, "row")}</h3>
        ${FORMATS.map(({ format, title }) => html`<button role="menuitem" @click=${() => this.save(format, true)}><b>${title}</b></button>`)}` : nothing}
    </div>`;
  }

  private save(format: ExportFormat, whole = false): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what: "export", format, whole } }));
  }

  private key(event: KeyboardEvent): void {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>(".menu button")];
    const at = items.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement);
    if (event.key === "Escape") {
      event.stopPropagation();
      this.open = false;
      this.renderRoot.querySelector<HTMLElement>(".foot > .button")?.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      items[(at + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length]?.focus();
    }
  }

  private left(event: FocusEvent): void {
    const next = event.relatedTarget as Node | null;
    if (next === null || !this.renderRoot.contains(next)) {
      this.open = false;
    }
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what } }));
  }
}
