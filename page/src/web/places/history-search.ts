import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Calls, Events, HistoryItem } from "../api.ts";
import { app } from "../state/app.ts";
import { During } from "../state/store.ts";

const PAUSE = 220;
const STEP = 100;

/** Searches of this page so far: each has a name of its own. */
let searches = 0;

/** The sessions that a history view shows: all, those whose name fits, or those with the text in their messages. */
export class HistorySearch implements ReactiveController {
  items: HistoryItem[] | undefined;
  total = 0;
  text = "";
  /** Whether messages are searched, too. */
  deep = false;
  searching = false;
  /** The search that goes on at the server. */
  private id = "";
  /** Counts what was asked for: an answer to an older question is of no use. */
  private asked = 0;
  private timer = 0;

  constructor(private readonly host: ReactiveControllerHost) {
    new During(host, () => [app.server.on("history", (event) => this.told(event)), app.greeting.watch(() => void this.load())]);
    host.addController(this);
  }

  hostConnected(): void {
    void this.load();
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    void this.end();
  }

  look(text: string, deep: boolean): void {
    this.text = text;
    this.deep = deep;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.load(), PAUSE) as unknown as number;
    this.host.requestUpdate();
  }

  /** Reads what is shown anew, at least as many as are there. */
  async load(more = false): Promise<void> {
    const asked = ++this.asked;
    await this.end();
    if (asked !== this.asked) {
      return;
    }
    if (this.deep && this.text.trim()) {
      await this.search();
      return;
    }
    const text = this.text.trim();
    const count = Math.max(STEP, this.items?.length ?? 0) + (more ? STEP : 0);
    const found = await app.try(app.server.call("history.list", { ...(text ? { text } : {}), from: 0, count }));
    if (found && asked === this.asked) {
      this.show(found);
    }
  }

  private show(found: Calls["history.list"][1]): void {
    this.items = found.items;
    this.total = found.total;
    this.host.requestUpdate();
  }

  private async search(): Promise<void> {
    const id = `search-${++searches}`;
    this.id = id; // What is found may be told before the answer comes.
    this.items = [];
    this.total = 0;
    this.searching = true;
    this.host.requestUpdate();
    const started = await app.try(app.server.call("history.search", { search: id, text: this.text.trim() }));
    if (!started && this.id === id) {
      this.id = "";
      this.searching = false;
      this.host.requestUpdate();
    }
  }

  /** Stops searching; what was found stays. */
  async end(): Promise<void> {
    const { id } = this;
    this.id = "";
    this.searching = false;
    this.host.requestUpdate();
    if (id) {
      await app.server.call("history.search.stop", { search: id }).catch(() => undefined); // It may have ended by itself.
    }
  }

  private told(event: Events["history"]): void {
    if (event.changed && !this.deep) {
      void this.load();
    }
    if (event.search !== undefined && event.search === this.id) {
      this.add(event.items ?? [], event.done ?? false);
    }
  }

  private add(fresh: HistoryItem[], done: boolean): void {
    const known = new Set(fresh.map((one) => one.session));
    this.items = [...(this.items ?? []).filter((one) => !known.has(one.session)), ...fresh].sort((one, other) => other.began - one.began);
    this.total = this.items.length;
    this.searching = !done;
    this.host.requestUpdate();
  }
}
