import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { number } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import "./kinds-menu.ts";
import type { Asked } from "./log-session.ts";
import { faultOf, kindOf } from "./matcher.ts";

const QUIET_MILLIS = 250;
const IDEAS = [
  { find: "subscribe", why: "rows with this text, in any case" },
  { find: "/seq\":\\d+7\\b/i", why: "rows that a regular expression matches" },
  { find: '$.type == "tick"', why: "JSON messages for which a condition holds" },
];
const WAYS = [["all", "All", "All directions"], ["out", "↑", "Sent only"], ["in", "↓", "Received only"], ["control", "control", "Pings, pongs and closes only"]] as const;

/** What a log shows: text, direction, kinds, connection; and the way to the next match. */
@customElement("parley-filter-bar")
export class FilterBar extends LitElement {
  static override styles = [controls, css`
    :host { display: block; position: relative; border-bottom: var(--line) solid var(--line-c); container: bar / inline-size; }
    .bar {
      display: flex; flex-wrap: wrap; align-items: center; gap: 7px 8px; padding: 7px 10px; font-size: var(--t-s);
      white-space: nowrap;
    }
    .find {
      position: relative; flex: 1 1 210px; display: flex; align-items: center; height: 26px;
      border: var(--line) solid var(--line-c); border-radius: var(--radius); background: var(--bg);
    }
    .find:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
    .find input:focus-visible { outline: none; }
    .find.wrong { border-color: var(--bad); box-shadow: none; }
    input {
      flex: 1; min-width: 0; height: 100%; padding: 0 6px; border: 0; background: none; font: var(--t-s) var(--mono);
      outline: none;
    }
    input::placeholder { color: var(--ink-3); font-family: var(--font); }
    .find svg { flex: none; margin-left: 8px; color: var(--ink-3); }
    .find button {
      display: grid; place-content: center; min-width: 22px; height: 20px; padding: 0 5px; margin-right: 2px;
      border-radius: 4px; color: var(--ink-2);
    }
    .find button:hover { background: var(--bg-3); color: var(--ink); }
    .find .only[aria-pressed="true"] { background: var(--accent-soft); color: var(--accent); }
    .hits { padding: 0 6px; color: var(--ink-3); font: var(--t-xs) var(--mono); }
    .segments > button { min-width: 28px; }
    .segments .out[aria-checked="true"] { color: var(--out); }
    .segments .in[aria-checked="true"] { color: var(--in); }
    .segments .control[aria-checked="true"] { color: var(--ctl); }
    .segments .paused { background: var(--warn-soft); color: var(--warn); }
    select {
      height: 26px; max-width: 120px; padding: 0 4px; border: var(--line) solid var(--line-c); border-radius: var(--radius);
      background: var(--bg); font-size: var(--t-s); color: var(--ink-2);
    }
    .fault { margin: -2px 10px 8px; color: var(--bad); font-size: var(--t-s); }
    @container bar (max-width: 640px) { .find { flex-basis: 100%; } .doing { margin-left: auto; } }
    .past {
      position: absolute; z-index: 5; left: 10px; top: 36px; width: min(460px, calc(100% - 20px)); padding: 4px;
      border: var(--line) solid var(--line-strong); border-radius: var(--radius); background: var(--bg);
      box-shadow: var(--shadow);
    }
    .past h3 { margin: 4px 8px; font: 600 var(--t-xs) var(--font); color: var(--ink-3); }
    .past button {
      display: flex; gap: 12px; width: 100%; padding: 4px 8px; border-radius: 4px; text-align: left;
      font: var(--t-s) var(--mono); overflow: hidden; white-space: nowrap;
    }
    .past button span {
      margin-left: auto; font: var(--t-s) var(--font); color: var(--ink-3); overflow: hidden; text-overflow: ellipsis;
    }
    .past button[aria-selected="true"], .past button:hover { background: var(--sel); }
  `];

  @property({ attribute: false }) asked!: Asked;
  @property({ attribute: false }) connections: string[] = [];
  @property({ attribute: false }) past: string[] = [];
  /** How many rows match, once that is known. */
  @property({ type: Number }) hits = -1;
  @property({ type: Boolean }) paused = false;
  @property({ type: Boolean }) live = false;
  @property() fault = "";
  @state() private text = "";
  @state() private open = false;
  @state() private at = -1;
  @query("input") private readonly input!: HTMLInputElement;
  private timer = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("asked") && this.asked.find !== (changed.get("asked") as Asked | undefined)?.find && this.timer === 0) {
      this.text = this.asked.find;
    }
  }

  override focus(): void {
    this.input.focus();
    this.input.select();
  }

  override render() {
    const fault = this.fault || faultOf(this.text) || "";
    return html`
      <div class="bar" role="search" aria-label="Filter of the log">
        ${this.field(fault)}${this.directions()}
        <parley-kinds-menu .kinds=${this.asked.kinds} @kinds=${(event: CustomEvent<string[]>) => this.change({ kinds: event.detail })}></parley-kinds-menu>
        ${this.connections.length > 1 ? this.connectionChoice() : nothing}
        ${this.live ? this.doing() : nothing}
      </div>
      ${fault ? html`<p class="fault" id="fault" role="alert">${fault}</p>` : nothing}
      ${this.open ? this.pastList() : nothing}`;
  }

  private field(fault: string) {
    return html`<div class="find ${fault ? "wrong" : ""}">
      ${icon("search", 13)}
      <input .value=${this.text} placeholder="Filter: text, /regex/i or $.path == value" aria-label="Filter the log"
        aria-describedby="fault" aria-invalid=${fault !== ""} spellcheck="false" autocomplete="off"
        @input=${this.typed} @keydown=${this.key} @blur=${this.left}>
      ${this.text === "" ? nothing : this.finding()}</div>`;
  }

  private directions() {
    return html`<div class="segments" role="radiogroup" aria-label="Direction">${WAYS.map(([way, label, title]) => html`
      <button role="radio" class=${way} aria-checked=${this.asked.direction === way} aria-label=${title} title=${title}
        @click=${() => this.change({ direction: way })}>${label}</button>`)}</div>`;
  }

  private doing() {
    return html`<div class="segments doing">
      <button class=${this.paused ? "paused" : ""} aria-pressed=${this.paused} title="Freeze the view; nothing is lost (Alt+P)"
        @click=${() => this.tell("pause")}>${this.paused ? "Resume" : "Pause"}</button>
      <button title="Begin a new log; this one stays in the history (Ctrl+L)" @click=${() => this.tell("clear")}>Clear</button></div>`;
  }

  private finding() {
    const { only } = this.asked;
    const does = only ? "Only matches are shown. Show all rows and mark the matches" : "All rows are shown. Show only the matches";
    return html`
      ${this.hits >= 0 ? html`<span class="hits" aria-live="polite">${number(this.hits)}</span>` : nothing}
      <button title="Previous match (Shift+F3)" aria-label="Previous match" @click=${() => this.tell("previous")}>↑</button>
      <button title="Next match (F3)" aria-label="Next match" @click=${() => this.tell("next")}>↓</button>
      <button class="only" aria-pressed=${only} title=${does} aria-label="Only matches" @click=${() => this.change({ only: !only })}>
        ${icon("filter", 12)}</button>
      <button title="Clear the filter (Esc)" aria-label="Clear the filter" @click=${() => this.use("")}>×</button>`;
  }

  private connectionChoice() {
    return html`<select aria-label="Connection" @change=${(event: Event) => this.chooseConnection((event.target as HTMLSelectElement).value)}>
      <option value="*" ?selected=${this.asked.connection === undefined}>All connections</option>
      ${this.connections.map((name) => html`<option value=${name} ?selected=${this.asked.connection === name}>${name || "main"}</option>`)}</select>`;
  }

  private pastList() {
    const ideas = this.past.length === 0;
    return html`<div class="past" role="listbox" aria-label=${ideas ? "Examples" : "Filters used before"}>
      <h3>${ideas ? "For example" : "Used before"}</h3>
      ${this.choices.map((one, at) => html`<button role="option" tabindex="-1" aria-selected=${at === this.at}
        @mousedown=${(event: Event) => this.take(event, one.find)}>${one.find}<span>${one.why}</span></button>`)}
    </div>`;
  }

  /** The field keeps the focus. */
  private take(event: Event, find: string): void {
    event.preventDefault();
    this.use(find);
  }

  private get choices(): { find: string; why: string }[] {
    return this.past.length === 0 ? IDEAS : this.past.map((find) => ({ find, why: "" }));
  }

  private chooseConnection(value: string): void {
    const { connection: _, ...rest } = this.asked;
    this.dispatchEvent(new CustomEvent("asked", { detail: value === "*" ? rest : { ...rest, connection: value } }));
  }

  private typed(): void {
    this.text = this.input.value;
    this.open = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.apply(), kindOf(this.text) === "path" ? 2 * QUIET_MILLIS : QUIET_MILLIS) as unknown as number;
  }

  private left(): void {
    this.open = false;
    this.apply();
  }

  /** Uses at once what has been typed. */
  apply(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.text !== this.asked.find && !faultOf(this.text)) {
      this.change({ find: this.text });
    }
  }

  private use(find: string): void {
    this.text = find;
    this.open = false;
    this.apply();
  }

  private key(event: KeyboardEvent): void {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      const move = key === "ArrowDown" ? 1 : -1;
      this.at = this.open ? (this.at + move + this.choices.length) % this.choices.length : 0;
      this.open = true;
    } else if (key === "Enter" && this.open && this.choices[this.at]) {
      event.preventDefault();
      this.use((this.choices[this.at] as { find: string }).find);
    } else if (key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const fresh = this.text !== this.asked.find;
      this.apply();
      this.tell(fresh ? "remember" : event.shiftKey ? "previous" : "next");
    } else if (key === "Escape" && (this.open || this.text !== "")) {
      event.preventDefault();
      event.stopPropagation();
      this.open ? (this.open = false) : this.use("");
    } else if (key === "Escape") {
      this.tell("leave");
    }
  }

  private change(part: Partial<Asked>): void {
    const direction = part.kinds && part.kinds.length > 0 && this.asked.direction === "control" ? { direction: "all" as const } : {};
    const kinds = part.direction === "control" ? { kinds: [] } : {};
    const typed = faultOf(this.text) ? {} : { find: this.text };
    this.dispatchEvent(new CustomEvent("asked", { detail: { ...this.asked, ...typed, ...direction, ...kinds, ...part } }));
  }

  private tell(what: string): void {
    this.dispatchEvent(new CustomEvent("log", { bubbles: true, composed: true, detail: { what } }));
  }
}
