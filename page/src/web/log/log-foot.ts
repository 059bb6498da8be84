import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ExportFormat, LogState, ViewState } from "../api.ts";
import { count, number, size } from "../state/words.ts";
import { type MenuEntry, openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";

const FORMATS: { format: ExportFormat; title: string; why: string }[] = [
  { format: "har", title: "HAR", why: "for browsers' tools and other clients" },
  { format: "jsonl", title: "JSON lines", why: "one row a line, for programs" },
  { format: "csv", title: "CSV", why: "for tables" },
  { format: "text", title: "Text", why: "to read or to mail" },
];

/** Rows that wait to be stored are only told when they are more than the store takes at a time. */
const BEHIND = 20_000;

/** Where the log is, how much there is, and the way out of it. */
@customElement("parley-log-foot")
export class LogFoot extends LitElement {
  static override styles = [controls, css`
    :host { display: block; position: relative; container: foot / inline-size; }
    .foot { font-variant-numeric: tabular-nums; }
    .where .plain { margin-left: -6px; }
    .where { overflow: hidden; text-overflow: ellipsis; }
    .totals b { font-weight: 600; color: var(--ink); }
    .warn { color: var(--warn); }
    progress { width: 90px; height: 4px; border: 0; border-radius: 2px; background: var(--bg-3); appearance: none; overflow: hidden; }
    progress::-webkit-progress-bar { background: var(--bg-3); }
    progress::-webkit-progress-value { background: var(--accent); }
    progress::-moz-progress-bar { background: var(--accent); }
    .trouble {
      display: flex; gap: 8px; padding: 7px 12px; border-top: var(--line) solid var(--line-c); background: var(--bad-soft);
      color: var(--bad); font-size: var(--t-s);
    }
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

  override render() {
    const { log } = this;
    return html`
      ${log?.trouble ? html`<div class="trouble" role="alert"><span aria-hidden="true">!</span>${log.trouble}</div>` : nothing}
      <div class="foot">
        <span class="where">${this.where()}</span>
        <span class="grow"></span>
        ${this.marked && this.picked === 0 ? this.unmarking() : nothing}
        ${this.picked > 0 ? this.comparing() : nothing}
        ${log ? this.totals(log) : nothing}
        <button class="button" aria-haspopup="menu" ?disabled=${!log || log.rows === 0}
          @click=${(event: Event) => this.menu(event.currentTarget as Element)}>Export</button>
      </div>`;
  }

  private unmarking() {
    return html`<button class="plain less" title="Count times from row to row again (M on the marked row)"
      @click=${() => this.tell("unmark")}>Times from the mark ×</button>`;
  }

  private totals({ rows, bytes, rate, behind }: LogState) {
    const { filter } = this;
    const speed = this.live && rate > 0 ? ` · ${number(Math.round(rate))}/s` : "";
    const waiting = html`<span class="warn" title="Rows that wait to be stored"> · ${number(behind)} to store</span>`;
    return html`<span class="totals ${this.picked ? "less" : ""}"
      ><b>${number(filter ? filter.matches : rows)}</b>${filter ? ` of ${number(rows)}` : ""} ${rows === 1 ? "row" : "rows"}<span
      class="less"> · ${size(bytes)}${speed}</span>${behind > BEHIND ? waiting : nothing}</span>`;
  }

  private where() {
    const { filter } = this;
    if (filter && !filter.done) {
      return html`<progress aria-label="Searching" max=${Math.max(1, filter.total)} .value=${filter.scanned}></progress>
        ${number(filter.scanned)} of ${number(filter.total)} searched
        <button class="plain" @click=${() => this.tell("cancel")}>Cancel</button>`;
    }
    if (this.paused) {
      return html`<span class="warn">Paused</span>${this.unseen > 0 ? `, ${count(this.unseen, "row")} waiting` : ", nothing is lost"}`;
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
    return html`${this.picked < 2
      ? html`<span>Choose a second row to compare <span class="less muted">(Shift+click or Space)</span></span>`
      : html`<button class="button primary" @click=${() => this.tell("compare")}>Compare the two</button>`}
      <button class="plain" @click=${() => this.tell("unpick")}>Cancel</button>`;
  }

  private menu(button: Element): void {
    const entries = (heading: string, whole: boolean): MenuEntry[] => [
      { heading }, ...FORMATS.map(({ format, title, why }) => ({ title, note: why, run: () => this.save(format, whole) })),
    ];
    const rows = count(this.log?.rows ?? 0, "row");
    openMenu("Export", this.filter
      ? [...entries(`Export ${count(this.filter.matches, "filtered row")}`, false), "line", ...entries(`The whole log, ${rows}`, true)]
      : entries(`Export ${rows}`, true), button);
  }

  private save(format: ExportFormat, whole: boolean): void {
    this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what: "export", format, whole } }));
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what } }));
  }
}
