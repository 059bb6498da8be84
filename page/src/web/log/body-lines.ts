import type { BodyForm, SessionId } from "../api.ts";
import { Refused } from "../server.ts";
import { app } from "../state/app.ts";
import { RowWindows } from "./row-windows.ts";

/** Texts up to so many lines are read whole, so that they can be folded and wrapped. */
const WHOLE = 4_000;
const AT_ONCE = 200;

/** The lines of one message in one form, of which only those are here that were looked at last. */
export class BodyLines {
  total = 0;
  /** The widest line so far, in characters. */
  columns = 0;
  how: string | undefined;
  fault: string | undefined;
  loaded = false;
  /** All lines, once they are here, of a text that is short enough. */
  all: string[] | undefined;
  private readonly windows = new RowWindows<string>();
  private busy = false;
  private wanted = { first: 0, end: AT_ONCE };
  private closed = false;
  private stop = () => {};

  constructor(readonly session: SessionId, readonly position: number, readonly form: BodyForm, private readonly changed: () => void) {
    void this.read(0, AT_ONCE);
  }

  line(index: number): string | undefined {
    return this.all?.[index] ?? this.windows.get(index);
  }

  look(first: number, end: number): void {
    this.wanted = { first, end };
    this.pump();
  }

  /** What comes late is of no use any more. */
  close(): void {
    this.closed = true;
    this.stop();
  }

  private pump(): void {
    const missing = this.busy || this.closed || this.fault || this.all ? undefined : this.windows.missing(this.wanted.first, Math.min(this.wanted.end, this.total));
    if (missing) {
      void this.read(missing.from, Math.max(missing.count, 64));
    }
  }

  private async read(from: number, count: number): Promise<void> {
    this.busy = true;
    try {
      const window = await this.window(from, count);
      this.windows.put(window.from, window.lines);
      if (!this.loaded && window.total <= WHOLE) {
        await this.readAll(window.lines);
      }
      this.loaded = true;
    } catch (why) {
      this.fail(why);
    }
    this.busy = false;
    if (!this.closed) {
      this.changed();
      this.pump();
    }
  }

  /** What broke off with the connection goes on with the next one. */
  private fail(why: unknown): void {
    this.fault = why instanceof Refused ? why.refusal.text : String(why);
    this.stop();
    if (!app.connected.value && !this.closed) {
      this.stop = app.connected.watch(() => this.again());
    }
  }

  private again(): void {
    if (app.connected.value) {
      this.stop();
      this.fault = undefined;
      void this.read(0, AT_ONCE);
    }
  }

  private async readAll(first: string[]): Promise<void> {
    const all = first.slice();
    while (all.length < this.total && !this.closed) {
      const { lines } = await this.window(all.length, 1000);
      if (lines.length === 0) {
        return;
      }
      all.push(...lines);
    }
    this.all = all;
  }

  private async window(from: number, count: number) {
    const { session, position, form } = this;
    const window = await app.server.call("log.body", { session, position, form, from, count });
    this.total = window.total;
    this.how = window.how;
    this.columns = window.lines.reduce((most, line) => Math.max(most, line.length), this.columns);
    return window;
  }
}
