import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { HistoryItem } from "../api.ts";
import { run } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { clock, count, millis, moment, size } from "../state/words.ts";
import { confirm } from "../ui/dialog.ts";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { days } from "./history-groups.ts";
import { HistorySearch } from "./history-search.ts";
import { placeStyles } from "./place-styles.ts";

/** All past sessions, by day: to find, open, compare and delete. */
@customElement("parley-history")
export class HistoryView extends LitElement {
  static override styles = [controls, placeStyles, css`
    .find { position: relative; flex: 0 1 420px; }
    .find .icon { position: absolute; left: 9px; top: 9px; color: var(--ink-3); }
    .find input { width: 100%; height: 32px; padding-left: 30px; font-size: var(--t-m); }
    .deep { display: inline-flex; align-items: center; gap: 6px; font-size: var(--t-s); color: var(--ink-2); white-space: nowrap; }
    .list { outline: none; }
    h2 { padding: 16px 16px 5px; background: var(--bg); position: sticky; top: 0; z-index: 1; }
    .item {
      display: grid;
      grid-template-columns: 18px 10px minmax(120px, 1.1fr) minmax(100px, 1.4fr) minmax(90px, 1fr) 52px 84px 84px 66px;
      gap: 10px; align-items: center; height: 32px; padding: 0 16px; cursor: default; white-space: nowrap; user-select: none;
      font-size: var(--t-s);
    }
    .item > * { overflow: hidden; text-overflow: ellipsis; }
    .item:hover { background: var(--bg-2); }
    .item.at { background: var(--bg-3); }
    .item[aria-selected="true"] { background: var(--sel); }
    .list:focus-visible { outline: none; }
    .list:focus-visible .item.at { box-shadow: inset 0 0 0 2px var(--accent); }
    .item b { font-weight: 550; font-size: var(--t-m); }
    .url, .num { font-family: var(--mono); color: var(--ink-3); }
    .num { text-align: right; font-variant-numeric: tabular-nums; font-size: var(--t-xs); }
    .end { color: var(--ink-2); }
    .live { color: var(--ok); }
    .tick {
      width: 14px; height: 14px; border: var(--line) solid var(--line-strong); border-radius: 3px; display: grid;
      place-items: center;
    }
    [aria-selected="true"] .tick { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
    .again { margin: 12px 16px 24px; }
    @container (max-width: 900px) {
      .item { grid-template-columns: 18px 10px minmax(110px, 1fr) minmax(90px, 1fr) 52px 84px; }
      .url, .took, .size { display: none; }
    }
    .body { container-type: inline-size; }
    .searching { display: inline-flex; align-items: center; gap: 8px; }
  `];

  @state() private chosen: ReadonlySet<string> = new Set();
  @state() private at = "";
  private readonly search = new HistorySearch(this);

  override render() {
    const { items, total } = this.search;
    return html`${this.head()}
      <div class="body">
        ${items === undefined ? html`<div class="tell">Reading the history…</div>` : items.length === 0 ? this.none() : this.list(items)}
        ${items && items.length < total ? html`<button class="button again" @click=${() => void this.search.load(true)}>Show more</button>` : ""}
      </div>
      ${this.foot()}`;
  }

  private head() {
    const { items, text, deep, searching, total } = this.search;
    return html`<div class="head">
      <h1>History</h1>
      <div class="find">${icon("search", 13)}<input class="field" type="search" aria-label="Search the history"
        placeholder=${deep ? "Text in messages" : "Name, address or environment"} .value=${text} @input=${this.input} @keydown=${this.fieldKey}></div>
      <label class="deep"><input type="checkbox" .checked=${deep} @change=${this.deepen}>also in messages</label>
      <span class="sub searching" role="status">${searching
        ? html`searching, ${count(total, "session")} so far <button class="button" @click=${() => void this.search.end()}>Stop</button>`
        : items ? count(total, "session") : ""}</span></div>`;
  }

  private foot() {
    const { size: some } = this.chosen;
    return html`<div class="foot">
      <button class="button" ?disabled=${some !== 1} @click=${() => this.open(this.item([...this.chosen][0] ?? ""))}>Open <kbd>↵</kbd></button>
      <button class="button" ?disabled=${some !== 2} title="Choose two" @click=${this.compare}>Compare two</button>
      <button class="button danger" ?disabled=${some === 0} @click=${() => void this.discard()}>Delete</button>
      <span class="muted">${some > 0 ? `${count(some, "session")} chosen` : ""}</span><span class="grow"></span>
      <button class="plain" @click=${() => run("options")}>How long they are kept…</button></div>`;
  }

  private none() {
    const { text, deep, searching } = this.search;
    if (searching) {
      return html`<div class="tell">Searching the messages of all sessions…</div>`;
    }
    return text
      ? html`<div class="tell"><b>Nothing found</b><p>No session ${deep ? "has a message with" : "is called"} “${text}”.</p></div>`
      : html`<div class="tell"><b>No sessions yet</b>
        <p>Each conversation that you connect is kept here with all its messages, also when the workbench is killed.</p></div>`;
  }

  private list(items: HistoryItem[]) {
    const at = items.findIndex((one) => one.session === this.at);
    const places = new Map(items.map((item, index) => [item, index]));
    return html`<div class="list" role="listbox" aria-multiselectable="true" aria-label="Sessions" tabindex="0"
        aria-activedescendant=${at < 0 ? nothing : `s${at}`} @keydown=${(event: KeyboardEvent) => this.key(event, items)}>
      ${days(items).map((day) => html`<div role="group" aria-label=${day.title}>
        <h2 role="presentation">${day.title}</h2>
        ${day.items.map((item) => this.line(item, places.get(item)!))}</div>`)}</div>`;
  }

  private line(item: HistoryItem, index: number) {
    const chosen = this.chosen.has(item.session);
    return html`<div id="s${index}" class="item ${item.session === this.at ? "at" : ""}" role="option" aria-selected=${chosen}
        @click=${(event: MouseEvent) => this.pick(event, item)} @dblclick=${() => this.open(item)}
        @contextmenu=${(event: MouseEvent) => this.menu(event, item)}>
      <span class="tick" @click=${(event: Event) => this.tick(event, item)}>${chosen ? icon("check", 10) : ""}</span>
      <span class="dot ${item.state}" title=${item.state}></span>
      <b>${item.name}</b>
      <span class="url" title=${item.url}>${item.url}</span>
      <span class="end">${ending(item)}</span>
      <span class="num">${clock(item.began)}</span>
      <span class="num took">${millis((item.ended ?? Date.now()) - item.began)}</span>
      <span class="num">${count(item.rows, "row")}</span>
      <span class="num size">${size(item.bytes)}</span></div>`;
  }

  private tick(event: Event, item: HistoryItem): void {
    event.stopPropagation();
    this.toggle(item.session);
  }

  private deepen(event: Event): void {
    this.search.look(this.search.text, (event.target as HTMLInputElement).checked);
  }

  private item(session: string): HistoryItem | undefined {
    return this.search.items?.find((one) => one.session === session);
  }

  private input(event: InputEvent): void {
    this.search.look((event.target as HTMLInputElement).value, this.search.deep);
  }

  private fieldKey(event: KeyboardEvent): void {
    if (event.key === "ArrowDown") {
      this.renderRoot.querySelector<HTMLElement>(".list")?.focus();
      event.preventDefault();
    }
  }

  private pick(event: MouseEvent, item: HistoryItem): void {
    this.at = item.session;
    if (event.ctrlKey || event.metaKey) {
      this.toggle(item.session);
    } else {
      this.chosen = new Set([item.session]);
    }
  }

  private toggle(session: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(session)) {
      chosen.add(session);
    }
    this.at = session;
    this.chosen = chosen;
  }

  private key(event: KeyboardEvent, items: HistoryItem[]): void {
    const at = items.findIndex((one) => one.session === this.at);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1, PageDown: at + 15, PageUp: at - 15 }[event.key];
    if (to !== undefined) {
      this.move(items[Math.max(0, Math.min(items.length - 1, to))], event.shiftKey);
    } else if (event.key === " ") {
      this.toggle(this.at || items[0]!.session);
    } else if (event.key === "Enter") {
      this.open(this.item(this.at));
    } else if (event.key === "Delete") {
      void this.discard();
    } else if (event.key === "a" && event.ctrlKey) {
      this.chosen = new Set(items.map((one) => one.session));
    } else {
      return;
    }
    event.preventDefault();
  }

  private move(item: HistoryItem | undefined, add: boolean): void {
    if (item) {
      this.at = item.session;
      this.chosen = new Set([...(add ? this.chosen : []), item.session]);
      void this.updateComplete.then(() => this.renderRoot.querySelector(".at")?.scrollIntoView({ block: "nearest" }));
    }
  }

  private open(item: HistoryItem | undefined): void {
    if (item) {
      app.show({ kind: "session", session: item.session, title: `${item.name} ${moment(item.began)}` });
    }
  }

  private compare(): void {
    const [right, left] = (this.search.items ?? []).filter((one) => this.chosen.has(one.session));
    if (left && right) {
      app.show({ kind: "pair", left: left.session, right: right.session });
    }
  }

  private async discard(): Promise<void> {
    const sessions = [...this.chosen].filter((session) => !this.item(session)?.live);
    if (sessions.length < this.chosen.size) {
      app.toast({ text: "A log that still goes on is not deleted.", hint: "Clear it in its conversation; then it is a past session.", severity: "warning" });
    }
    const what = sessions.length === 1 ? `the session ${this.item(sessions[0]!)?.name ?? ""}` : count(sessions.length, "session");
    const text = `${sessions.length === 1 ? "Its" : "Their"} messages are gone for good.`;
    if (sessions.length > 0 && await confirm({ title: `Delete ${what}?`, text, yes: "Delete" })) {
      await app.try(app.server.call("history.delete", { sessions }));
      await this.search.load();
      this.chosen = new Set([...this.chosen].filter((one) => this.item(one)));
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(".list")?.focus();
    }
  }

  private menu(event: MouseEvent, item: HistoryItem): void {
    event.preventDefault();
    if (!this.chosen.has(item.session)) {
      this.chosen = new Set([item.session]);
    }
    openMenu(item.name, [
      { title: "Open", key: "Enter", icon: "open", run: () => this.open(item) },
      { title: "Open its conversation", icon: "message", disabled: !item.key, run: () => app.show({ kind: "file", key: item.key }) },
      { title: "Compare two", disabled: this.chosen.size !== 2, run: () => this.compare() },
      "line",
      { title: "Delete", key: "Delete", icon: "trash", danger: true, run: () => void this.discard() },
    ], { x: event.clientX, y: event.clientY });
  }
}

/** How it ended, or that it has not. */
function ending({ live, state, text, matches }: HistoryItem) {
  const open = live && (state === "connected" || state === "connecting");
  return html`${open ? html`<span class="live">going on</span>` : text}
    ${matches ? html` · <mark>${count(matches, "match", "matches")}</mark>` : ""}`;
}
