import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { ExportFormat, Key, LogRow, SessionId, StepResult, Talk } from "../api.ts";
import { run } from "../state/actions.ts";
import { app, drop, put } from "../state/app.ts";
import { reveal } from "../state/reveal.ts";
import { During, Watch } from "../state/store.ts";
import { number } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { openMenu } from "../ui/menu.ts";
import { copyMessage, exportLog } from "./content.ts";
import { rowChosen } from "./detail-keys.ts";
import "../ask/recording-bar.ts";
import "./filter-bar.ts";
import type { FilterBar } from "./filter-bar.ts";
import "./log-empty.ts";
import "./log-foot.ts";
import { type Doing, leave, use } from "./log-keys.ts";
import "./log-list.ts";
import type { LogList } from "./log-list.ts";
import { type Asked, LogSession, NOTHING_ASKED, queryOf } from "./log-session.ts";
import { matcher } from "./matcher.ts";
import { pastFilters, rememberFilter } from "./past-filters.ts";
import { rowMenu } from "./row-menu.ts";
import { compareRows, picksWith } from "./row-picks.ts";
import { StepOutcomes } from "./step-outcomes.ts";

const NO_RESULTS: StepResult[] = [];

/** What a part of the log wants to be done, with what it is about. */
interface Wanted {
  what: string;
  row?: LogRow;
  format?: ExportFormat;
  whole?: boolean;
  at?: { x: number; y: number };
}

/** What happened in a conversation, row by row, as it happens; or what happened in a session of the history. */
@customElement("parley-conversation-log")
export class ConversationLog extends LitElement implements Doing {
  static override styles = [controls, css`
    :host {
      display: grid; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr); min-width: 0; min-height: 0;
      background: var(--bg);
    }
    .middle { position: relative; min-height: 0; }
    parley-log-list, parley-log-empty { position: absolute; inset: 0; }
  `];

  /** Of the conversation that it belongs to; empty for a session of history. */
  @property() key: Key = "";
  /** The history session whose rows it shows; empty before the first. */
  @property() session: SessionId = "";

  @state() private asked: Asked = NOTHING_ASKED;
  @state() private mark: { p: number; t: number } | undefined;
  @state() private picked: LogRow[] = [];
  @query("parley-log-list") private readonly list!: LogList | null;
  @query("parley-filter-bar") private readonly bar!: FilterBar;
  private log: LogSession | undefined;
  private anchor: number | undefined;
  private told: number | undefined;
  /** Whether the chosen row was chosen elsewhere, and is to be brought into view. */
  private wished = false;
  private memoryOf = "";
  private readonly outcomes = new StepOutcomes();

  constructor() {
    super();
    new Watch(this, [app.talks, app.chosen, reveal, pastFilters]);
    new During(this, () => [app.connected.watch(() => this.reopen())]);
    this.addEventListener("log", (event) => {
      event.stopPropagation();
      this.on((event as CustomEvent).detail);
    });
    this.addEventListener("focusin", () => use(this));
  }

  get live(): boolean {
    return this.key !== "";
  }

  private get talk(): Talk | undefined {
    return app.talks.value.get(this.key);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    use(this);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leave(this);
    this.closeLog();
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("key") || this.memoryOf !== this.key) {
      this.memoryOf = this.key;
      this.asked = this.live ? app.memory.at<Asked>(`filter:${this.key}`, NOTHING_ASKED).value : NOTHING_ASKED;
    }
    if (this.log?.id !== this.session || !this.log) {
      this.open();
    }
    this.takeWish();
    const chosen = app.chosen.value.get(this.session);
    if (chosen !== undefined && chosen !== this.told) {
      this.told = chosen;
      this.anchor = chosen;
      this.wished = true;
      void this.reveal();
    }
  }

  /** Another part of the page may want a row to be shown. */
  private takeWish(): void {
    const wish = reveal.value;
    if (wish?.kind === "row" && wish.session === this.session) {
      reveal.set(undefined);
      put(app.chosen, this.session, wish.position);
    }
  }

  private open(): void {
    this.closeLog();
    this.mark = undefined;
    this.picked = [];
    this.told = undefined;
    if (this.session) {
      this.log = new LogSession(this.session, this.live, () => this.changed());
      void this.log.ask(queryOf(this.asked));
    }
  }

  private closeLog(): void {
    this.log?.close();
    this.log = undefined;
  }

  private reopen(): void {
    if (app.connected.value && this.isConnected) {
      this.closeLog();
      this.requestUpdate();
    }
  }

  private changed(): void {
    this.list?.refresh();
    this.requestUpdate();
    void this.reveal();
  }

  override render() {
    const { log, talk, asked } = this;
    const rows = log?.view.shown ?? 0;
    const names = [...new Set([...(talk?.connections ?? []).map((one) => one.name), ...log?.view.names ?? []])];
    const waits = log !== undefined && (talk?.pending.length ?? 0) > 0;
    return html`
      <div>${this.live ? html`<parley-recording-bar .key=${this.key}></parley-recording-bar>` : nothing}
      <parley-filter-bar .asked=${asked} .connections=${names} .past=${pastFilters.value} .fault=${log?.fault ?? ""}
        .live=${this.live} .paused=${log?.view.paused ?? false} .hits=${log?.filter && asked.find ? log.filter.matches : -1}
        @asked=${(event: CustomEvent<Asked>) => this.ask(event.detail)}></parley-filter-bar></div>
      <div class="middle">
        ${log ? this.rows(log, names.length > 1) : nothing}
        ${rows === 0 && !waits ? this.none() : nothing}
      </div>
      <parley-log-foot .log=${log?.log} .filter=${log?.filter} .shown=${rows} .unseen=${log?.view.unseen ?? 0}
        .follow=${log?.view.follow ?? true} .paused=${log?.view.paused ?? false} .live=${this.live}
        .picked=${this.picked.length} .marked=${this.mark !== undefined}></parley-log-foot>`;
  }

  private rows(log: LogSession, named: boolean) {
    const { talk } = this;
    return html`<parley-log-list .view=${log.view} .live=${this.live} .cancelled=${talk?.connections.some((one) => one.state === "cancelled") ?? false} .name=${talk ? `Log of ${talk.name}` : "Log"}
      .pending=${log.filtered ? [] : talk?.pending ?? []} .mark=${this.mark} .picked=${this.picked} .named=${named}
      .steps=${this.outcomes.of(talk?.results ?? NO_RESULTS)} .parts=${matcher(this.asked.find)}
      .chosen=${app.chosen.value.get(this.session)}></parley-log-list>`;
  }

  private none() {
    const { log } = this;
    return html`<parley-log-empty .talk=${this.talk} .live=${this.live} .filtered=${log?.filtered ?? false}
      .searching=${log?.filter ? !log.filter.done : false} .known=${log?.log?.rows ?? (log ? -1 : 0)}
      .fault=${log?.fault ?? ""}></parley-log-empty>`;
  }

  private ask(asked: Asked): void {
    this.anchor = app.chosen.value.get(this.session) ?? (this.log?.view.follow ? undefined : this.list?.first?.p);
    this.asked = asked;
    if (this.live) {
      app.memory.put(`filter:${this.key}`, asked);
    }
    void this.log?.ask(queryOf(asked));
  }

  /** Brings the row that was looked at under the eyes again, once it is known where it stands. */
  private async reveal(): Promise<void> {
    const { anchor, log } = this;
    if (anchor === undefined || !log || log.filter && !log.filter.done) {
      return;
    }
    this.anchor = undefined;
    const index = await log.indexOf(anchor);
    if (index === undefined || log !== this.log) {
      return;
    }
    await this.updateComplete;
    if (this.wished) {
      this.wished = false;
      void this.tellWhenHidden(log, index, anchor);
    }
    if (anchor === app.chosen.value.get(this.session) && index < log.view.known - 1) {
      log.view.atEnd(false);
    }
    this.list?.show(index);
  }

  /** A row that was asked for from elsewhere, such as a result, may not pass the filter. */
  private async tellWhenHidden(log: LogSession, index: number, position: number): Promise<void> {
    if (log.filter && position === app.chosen.value.get(this.session) && (await log.positionAt(index)) !== position) {
      const action = { title: "Show all rows", run: () => this.ask(NOTHING_ASKED) };
      app.toast({ text: `Row ${number(position + 1)} does not pass the filter.`, severity: "info", action });
    }
  }

  private on({ what, row, format, whole, at }: Wanted): void {
    const { log } = this;
    const acts: Record<string, () => void> = {
      choose: () => this.choose(row),
      open: () => run("pane.detail"),
      copy: () => row && void copyMessage(this.session, row.p, row.s),
      mark: () => this.mark = row && row.p !== this.mark?.p ? { p: row.p, t: row.t } : undefined,
      unmark: () => this.mark = undefined,
      pick: () => row && this.pick(row),
      unpick: () => this.picked = [],
      escape: () => this.picked.length > 0 ? this.picked = [] : this.choose(undefined),
      compare: () => this.showDifference(),
      export: () => format && log && void exportLog(this.session, format, whole ? undefined : log.filter?.view),
      tail: () => this.tail(),
      pause: () => this.pause(),
      clear: () => this.clear(),
      next: () => this.next(true),
      previous: () => this.next(false),
      cancel: () => this.ask({ ...this.asked, find: "" }),
      nofilter: () => this.ask(NOTHING_ASKED),
      remember: () => log?.fault ?? rememberFilter(this.asked.find),
      leave: () => this.list?.focus(),
      menu: () => row && at && this.menu(row, at),
    };
    acts[what]?.();
  }

  private menu(row: LogRow, at: { x: number; y: number }): void {
    openMenu("Row", rowMenu(row, {
      key: this.key,
      session: this.session,
      marked: this.mark?.p === row.p,
      second: this.picked.length === 1 && this.picked[0]?.p !== row.p,
      picked: this.picked[0]?.p,
      filtered: this.log?.filtered ?? false,
      mark: () => this.on({ what: "mark", row }),
      pick: () => this.pickOrCompare(row),
      only: () => this.ask({ ...this.asked, direction: "all", kinds: [row.k] }),
      all: () => this.ask(NOTHING_ASKED),
    }), at);
  }

  private pickOrCompare(row: LogRow): void {
    this.pick(row);
    if (this.picked.length === 2) {
      this.showDifference();
    }
  }

  private choose(row: LogRow | undefined): void {
    this.told = row?.p;
    if (row) {
      rowChosen();
      put(app.chosen, this.session, row.p);
    } else {
      drop(app.chosen, this.session);
    }
  }

  private pick(row: LogRow): void {
    const at = this.list?.cursorRow;
    this.picked = picksWith(this.picked, row, at?.p === app.chosen.value.get(this.session) ? at : undefined);
  }

  private showDifference(): void {
    this.picked = compareRows(this.session, this.picked) ? [] : this.picked;
  }

  // ---- what keys do

  tail(): void {
    if (this.log?.view.paused) {
      this.log.view.pause(false);
    }
    this.list?.jump();
  }

  pause(): void {
    this.log?.view.pause(!this.log.view.paused);
  }

  clear(): void {
    void app.try(app.server.call("talk.clear", { key: this.key }));
  }

  find(): void {
    this.bar.focus();
  }

  async next(forward: boolean): Promise<void> {
    this.bar.apply();
    const { log } = this;
    if (!log || this.asked.find.trim() === "") {
      this.find();
      return;
    }
    rememberFilter(log.fault ? "" : this.asked.find);
    const from = app.chosen.value.get(this.session) ?? this.list?.first?.p ?? -1;
    const found = await log.next(queryOf(this.asked, true), from, forward);
    if (log !== this.log) {
      return; // Another log is shown by now.
    }
    if (found === undefined) {
      app.toast({ text: forward ? "No match below this row." : "No match above this row.", severity: "info" });
    } else {
      put(app.chosen, this.session, found);
    }
  }

  markChosen(): void {
    this.on({ what: "mark", ...(this.list?.cursorRow ? { row: this.list.cursorRow } : {}) });
  }

  compare(): void {
    this.picked.length === 2 ? this.showDifference() : this.list?.cursorRow && this.pick(this.list.cursorRow);
  }
}
