import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { FileState, Key } from "../api.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { type Reveal, reveal } from "../state/reveal.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { content } from "./ask-content.ts";
import { ensureOpen, undo } from "./edits.ts";
import type { FileTab } from "./file-tab.ts";
import { Follow } from "./follow.ts";
import { fitting, type Tab, tabsOf } from "./tabs.ts";

/** The room that undo and redo take. */
const TOOLS = 48;

let shown: AskTabs | undefined;

const TITLES = [
  "Params", "Headers", "Cookies", "Auth", "Subprotocols", "Compression", "Proxy", "TLS", "Settings", "Variables", "Steps", "Docs", "File",
];

register(...TITLES.map((title) => ({
  id: `tab-${title.toLowerCase()}`, title: `Show ${title}`, group: "View" as const,
  when: () => shown !== undefined, run: () => shown!.choose(title.toLowerCase()),
})));

/** What is asked of the server: params, headers, auth, settings, steps, the file. */
@customElement("parley-ask-tabs")
export class AskTabs extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; flex-direction: column; min-height: 0; min-width: 0; height: 100%; background: var(--bg); }
    .strip { position: relative; display: flex; align-items: flex-start; border-bottom: var(--line) solid var(--line-c); flex: none; }
    .subtabs { flex: 1; min-width: 0; box-shadow: none; overflow: hidden; }
    .subtabs .away { visibility: hidden; position: absolute; }
    .subtabs em.bad, .red { color: var(--bad); }
    .tools { display: flex; padding: 6px 6px 0 0; }
    .tools .plain { padding: 6px 5px; line-height: 0; }
    .tools .plain:disabled { opacity: .35; }
    .tools .plain:disabled:hover { background: none; }
    .panel { flex: 1; min-height: 0; overflow: auto; }
    .fault {
      display: flex; align-items: start; gap: 7px; width: 100%; text-align: left; padding: 6px 10px; font-size: var(--t-s);
      background: var(--bad-soft); border-bottom: var(--line) solid var(--line-c); flex: none;
    }
    .fault .icon { color: var(--bad); flex: none; margin-top: 2px; }
    .fault u { color: var(--accent); text-decoration: none; white-space: nowrap; margin-left: auto; }
  `];

  @property() key: Key = "";
  /** The tabs that there is room for. */
  @state() private shown: string[] = [];
  @query(".subtabs") private readonly strip!: HTMLElement | null;
  private readonly kept = new Follow(this);
  private readonly sizes = new ResizeObserver(() => this.measure());

  constructor() {
    super();
    new Watch(this, [app.files, app.unopened, app.talks, app.connected, reveal]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    shown = this;
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown = shown === this ? undefined : shown;
    this.sizes.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.kept.to(this.memory);
    }
    ensureOpen(this.key);
  }

  protected override updated(): void {
    this.measure();
    const wanted = reveal.value;
    if (wanted && "key" in wanted && wanted.key === this.key && this.file) {
      void this.bring(wanted);
    }
  }

  private async bring(wanted: Reveal): Promise<void> {
    if (wanted.kind === "tab") {
      reveal.set(undefined);
      this.choose(wanted.tab);
    } else if (wanted.kind === "line") {
      reveal.set(undefined);
      this.choose("file");
      await this.updateComplete;
      await this.renderRoot.querySelector<FileTab>("parley-file-tab")?.reveal(wanted.line);
    }
  }

  choose(id: string): void {
    app.memory.put(`ask:${this.key}`, id);
  }

  private get memory() {
    return app.memory.at<string>(`ask:${this.key}`, "");
  }

  private get file(): FileState | undefined {
    return app.files.value.get(this.key);
  }

  override render() {
    const { file } = this;
    if (!file) {
      return this.waiting();
    }
    const tabs = tabsOf(file);
    const chosen = tabs.find((one) => one.id === this.memory.value) ?? tabs.find((one) => one.first) ?? tabs[0]!;
    const visible = new Set(tabs.filter((one) => one === chosen || this.shown.includes(one.id)));
    return html`
      <div class="strip">
        <div class="subtabs" role="tablist" aria-label="What is asked" @keydown=${(event: KeyboardEvent) => this.pressed(event, tabs, chosen)}>
          ${tabs.map((tab) => this.tab(tab, tab === chosen, visible.has(tab)))}
        </div>
        <div class="tools">
          <button class="plain" aria-haspopup="menu" aria-label="All tabs" title="All tabs" ?hidden=${visible.size === tabs.length}
            @click=${(event: Event) => this.all(event, tabs, chosen)}>${icon("more")}</button>
          <button class="plain" aria-label="Undo" title="Undo the last change of the file (Ctrl+Z)" ?disabled=${!file.undo}
            @click=${() => void undo(this.key, false)}>${icon("undo")}</button>
          <button class="plain" aria-label="Redo" title="Do it again (Ctrl+Shift+Z)" ?disabled=${!file.redo}
            @click=${() => void undo(this.key, true)}>${icon("redo")}</button>
        </div>
      </div>
      ${this.fault(file, chosen)}
      <div class="panel" role="tabpanel" id="panel" aria-label=${chosen.title} tabindex="-1">${content(chosen.id, this.key, file)}</div>`;
  }

  private waiting() {
    const why = app.unopened.value.get(this.key);
    return why
      ? html`<div class="empty" role="alert"><span class="error">${why.text}</span>${why.hint ?? ""}
          <button class="button" @click=${() => app.close(app.shown.value)}>Close the tab</button></div>`
      : html`<div class="empty">${app.connected.value ? "Reading…" : "The workbench's server does not answer."}</div>`;
  }

  private tab({ id, title, count, red, bad }: Tab, chosen: boolean, visible: boolean) {
    const name = count ? `${title}, ${count === "•" ? "set" : count}` : title;
    return html`<button role="tab" id="tab-${id}" class=${visible ? "" : "away"} aria-selected=${chosen} aria-controls="panel"
      tabindex=${chosen ? 0 : -1} aria-hidden=${visible ? nothing : "true"} aria-label=${name} @click=${() => this.choose(id)}
      ><span class=${red ? "red" : ""}>${title}</span>${count ? html`<em class=${bad ? "bad" : ""}>${count}</em>` : ""}</button>`;
  }

  /** Shows those that there is room for, the chosen one and the most used first. */
  private measure(): void {
    const tabs = [...this.strip?.querySelectorAll<HTMLElement>("[role=tab]") ?? []];
    const width = this.getBoundingClientRect().width - 16 - TOOLS;
    const widths = new Map(tabs.map((one) => [one.id.slice(4), one.getBoundingClientRect().width + 2]));
    const chosen = tabs.find((one) => one.ariaSelected === "true")?.id.slice(4);
    const shown = fitting(widths, chosen, width);
    if (shown.join() !== this.shown.join()) {
      this.shown = shown;
    }
  }

  private all(event: Event, tabs: Tab[], chosen: Tab): void {
    const entries = tabs.map((tab) => ({ title: tab.title, note: tab.count, checked: tab === chosen, run: () => this.choose(tab.id) }));
    openMenu("Tabs", entries, event.currentTarget as Element);
  }

  private pressed(event: KeyboardEvent, tabs: Tab[], chosen: Tab): void {
    const { length } = tabs;
    const at = tabs.indexOf(chosen);
    const to = { ArrowRight: (at + 1) % length, ArrowLeft: (at + length - 1) % length, Home: 0, End: length - 1 }[event.key];
    const tab = to === undefined || event.altKey || event.ctrlKey ? undefined : tabs[to];
    if (tab) {
      event.preventDefault();
      this.choose(tab.id);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus());
    }
  }

  private fault(file: FileState, chosen: Tab) {
    const all = [...file.problems, ...app.talks.value.get(this.key)?.problems ?? []];
    const places = new Map(all.filter((one) => one.severity === "error" && one.path === this.key).map((one) => [`${one.line}:${one.column} ${one.text}`, one]));
    const errors = [...places.values()]; // A check and a refused connect may say the same.
    const [first] = errors;
    if (!first || chosen.id === "file") {
      return "";
    }
    return html`<button class="fault" @click=${() => void this.bring({ kind: "line", key: this.key, line: first.line })}>
      ${icon("warning")}
      <span>Line ${first.line}: ${first.text}${errors.length > 1 ? html` <span class="muted">and ${errors.length - 1} more</span>` : ""}</span>
      <u>Show</u></button>`;
  }
}
