import type { LogQuery, LogRow, LogState, SessionId, ViewState } from "../api.ts";
import { Refused } from "../server.ts";
import { app, put } from "../state/app.ts";
import { LogView } from "./log-view.ts";

const CONTROL = ["ping", "pong", "close"] as const;

/** What the bar above a log asks for, kept for each conversation. */
export interface Asked {
  find: string;
  /** Whether only rows that match are shown; else all are, and matches are marked. */
  only: boolean;
  direction: "all" | "in" | "out" | "control";
  kinds: string[];
  connection?: string;
}

export const NOTHING_ASKED: Asked = { find: "", only: true, direction: "all", kinds: [] };

/** What the server is asked for. */
export function queryOf(asked: Asked, find = asked.only): LogQuery {
  const query: LogQuery = {};
  if (find && asked.find.trim() !== "") {
    query.find = asked.find;
  }
  if (asked.direction === "in" || asked.direction === "out") {
    query.direction = asked.direction;
  }
  const kinds = asked.direction === "control" ? [...CONTROL] : asked.kinds as LogRow["k"][];
  if (kinds.length > 0) {
    query.kinds = kinds;
  }
  if (asked.connection !== undefined) {
    query.connection = asked.connection;
  }
  return query;
}

/** One log and the filter over it, as long as it is shown. */
export class LogSession {
  view: LogView;
  /** The filter's progress, when there is a filter. */
  filter: ViewState | undefined;
  /** Why the filter cannot be used. */
  fault: string | undefined;
  private query = "{}";
  private asking = 0;
  private stops: (() => void)[] = [];

  /** A log that still grows opens at its tail, one of the past at its beginning. */
  constructor(readonly id: SessionId, live: boolean, private readonly changed: () => void) {
    this.view = this.open(undefined);
    this.view.atEnd(live);
    this.stops = [app.logs.watch(() => this.grown()), app.views.watch(() => this.progress())];
    void this.state();
  }

  get log(): LogState | undefined {
    return app.logs.value.get(this.id);
  }

  get filtered(): boolean {
    return this.query !== "{}";
  }

  close(): void {
    this.stops.forEach((stop) => stop());
    this.view.close();
    this.drop();
  }

  /** Shows the rows that pass `query`; the old ones stay until the new ones begin to come. */
  async ask(query: LogQuery): Promise<void> {
    const text = JSON.stringify(query);
    if (text === this.query) {
      return;
    }
    this.query = text;
    const number = ++this.asking;
    try {
      const state = text === "{}" ? undefined : await app.server.call("log.filter", { session: this.id, query });
      if (number === this.asking) {
        this.fault = undefined;
        this.use(state);
      } else if (state) {
        void app.server.call("log.drop", { view: state.view }).catch(() => undefined);
      }
    } catch (why) {
      if (number === this.asking) {
        this.query = "";
        this.fault = why instanceof Refused ? why.refusal.text + (why.refusal.hint ? ` ${why.refusal.hint}` : "") : String(why);
        this.changed();
      }
    }
  }

  /** The position of the next row that matches. */
  async next(query: LogQuery, from: number, forward: boolean): Promise<number | undefined> {
    const view = this.filter?.view;
    const found = await app.try(app.server.call("log.next", { session: this.id, ...(view ? { view } : {}), query, from, forward }));
    return found?.position ?? undefined;
  }

  /** Where the row of a position stands in the list. */
  async indexOf(position: number): Promise<number | undefined> {
    if (!this.filter) {
      return position;
    }
    const found = await app.try(app.server.call("log.index", { view: this.filter.view, position }));
    return found?.index;
  }

  /** The position of the row at an index of the list. */
  async positionAt(index: number): Promise<number | undefined> {
    const view = this.filter?.view;
    const rows = await app.server.call("log.rows", { session: this.id, ...(view ? { view } : {}), from: index, count: 1 }).catch(() => undefined);
    return rows?.rows[0]?.p;
  }

  private use(state: ViewState | undefined): void {
    const { follow, paused } = this.view;
    this.view.close();
    this.drop();
    this.filter = state;
    this.view = this.open(state);
    if (!follow && !paused) {
      this.view.atEnd(false);
    }
    this.grown();
    if (state) {
      const known = app.views.value.get(state.view);
      put(app.views, state.view, known && known.scanned > state.scanned ? { ...known } : state);
    }
    this.changed();
  }

  private open(state: ViewState | undefined): LogView {
    const place = { session: this.id, ...(state ? { view: state.view } : {}) };
    const view = new LogView({
      rows: (from, count) => app.server.call("log.rows", { ...place, from, count }),
      changed: () => this.changed(),
      failed: () => this.changed(),
      now: () => performance.now(),
      later: (work, millis) => void setTimeout(work, millis),
    });
    view.filling = state !== undefined && !state.done;
    return view;
  }

  private drop(): void {
    if (this.filter) {
      const { view } = this.filter;
      app.views.update((all) => new Map([...all].filter(([one]) => one !== view)));
      void app.server.call("log.drop", { view }).catch(() => undefined);
      this.filter = undefined;
    }
  }

  private async state(): Promise<void> {
    const log = await app.server.call("log.state", { session: this.id }).catch(() => undefined);
    if (log && log.rows >= (this.log?.rows ?? 0)) { // Events that came meanwhile know better.
      put(app.logs, log.session, log);
    }
  }

  private grown(): void {
    if (this.log && !this.filter) {
      this.view.grown(this.log.rows);
    }
    this.changed();
  }

  private progress(): void {
    const state = this.filter && app.views.value.get(this.filter.view);
    if (!state || state === this.filter) {
      return;
    }
    this.filter = state;
    this.view.grown(state.matches);
    if (state.done) {
      this.view.filled();
    }
    this.changed();
  }
}
