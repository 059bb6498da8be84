import type { LogRow } from "../api.ts";
import { RowWindows, type Window } from "./row-windows.ts";

/** A page that follows the tail asks for it this often at most: quicker than one can read, slow enough to leave keys their time. */
const TAIL_MILLIS = 60;

/** Rows that could not be read, as while the server is away, are asked for again after this time. */
const FAILED_MILLIS = 1000;

/** How a view comes by its rows, and how it tells of new ones. */
export interface Source {
  rows(from: number, count: number): Promise<Window<LogRow>>;
  changed(): void;
  failed(why: Error): void;
  now(): number;
  later(work: () => void, millis: number): void;
}

/**
 * The rows of a log as a list shows them: how many, which windows of them, following the tail, standing still, or paused. One request
 * is under way at a time, always the one that is needed now.
 *
 * ```
 *   following --scrolled up--> standing --scrolled to the end, End--> following
 *   either --pause--> paused: no more rows are shown, the server goes on --pause again--> as before
 * ```
 */
export class LogView {
  readonly windows = new RowWindows<LogRow>();
  /** Rows in the list. */
  shown = 0;
  /** Rows there are. */
  known = 0;
  paused = false;
  /** The names of connections among the rows so far. */
  readonly names = new Set<string>();
  /** Whether indexes may still mean other rows, since older matches are still being found. */
  filling = false;
  /** Rows that were there when the tail was left. */
  private left = 0;
  private following = true;
  private range = { first: 0, end: 0 };
  private page = 40;
  private busy = false;
  private asked = -Infinity;
  /** When it may ask again, after it could not be answered. */
  private resumes = -Infinity;
  private waits = false;
  private closed = false;

  constructor(private readonly source: Source) {}

  get follow(): boolean {
    return this.following && !this.paused;
  }

  /** Rows that came since the tail was left, or since the pause. */
  get unseen(): number {
    return Math.max(0, this.known - (this.paused ? this.shown : this.following ? this.known : this.left));
  }

  /** The server has this many rows now. */
  grown(known: number): void {
    if (known === this.known) {
      return;
    }
    if (this.filling) {
      this.windows.forget();
    }
    if (this.filling || this.known === 0) {
      this.left = known;
    }
    this.known = known;
    if (!this.follow && !this.paused) {
      this.shown = known;
      this.source.changed();
    }
    this.pump();
  }

  /** All matches that were there are found now, so indexes stand. */
  filled(): void {
    if (this.filling) {
      this.filling = false;
      this.windows.forget();
      this.asked = -Infinity;
      this.pump(true);
    }
  }

  /** The list shows these rows, and holds `page` rows at once. */
  look(first: number, end: number, page: number): void {
    this.range = { first, end };
    this.page = Math.max(8, page);
    this.pump();
  }

  /** Whether the list is at the end of its rows. */
  atEnd(end: boolean): void {
    if (end === this.following || this.paused) {
      return;
    }
    this.following = end;
    this.left = this.known;
    this.source.changed();
    this.pump();
  }

  pause(paused: boolean): void {
    this.paused = paused;
    if (!paused && !this.following) {
      this.shown = this.known;
    }
    this.source.changed();
    this.pump();
  }

  close(): void {
    this.closed = true;
  }

  /** Asks for what is needed now, unless an answer is still awaited. */
  private pump(again = false): void {
    if (this.busy || this.closed) {
      return;
    }
    const rest = this.resumes - this.source.now();
    if (rest > 0) {
      this.wait(rest);
      return;
    }
    const wanted = this.tail(again) ?? this.windows.missing(this.range.first, Math.min(this.range.end, this.shown));
    if (wanted) {
      this.busy = true;
      void this.ask(wanted.from, wanted.count);
    }
  }

  private tail(again: boolean): { from: number; count: number } | undefined {
    if (!this.follow || this.known === 0 || !again && this.shown === this.known && !this.filling) {
      return undefined;
    }
    const rest = this.asked + TAIL_MILLIS - this.source.now();
    if (rest > 0) {
      this.wait(rest);
      return undefined;
    }
    this.asked = this.source.now();
    const count = Math.min(this.known, this.page + 8);
    return { from: this.known - count, count };
  }

  private wait(millis: number): void {
    if (!this.waits) {
      this.waits = true;
      this.source.later(() => {
        this.waits = false;
        this.pump();
      }, millis);
    }
  }

  private async ask(from: number, count: number): Promise<void> {
    try {
      this.take(await this.source.rows(from, count));
    } catch (why) {
      this.resumes = this.source.now() + FAILED_MILLIS;
      this.source.failed(why as Error);
    } finally {
      this.busy = false;
    }
    this.pump();
  }

  private take(window: Window<LogRow>): void {
    if (this.closed) {
      return;
    }
    this.windows.put(window.from, window.rows);
    window.rows.forEach((row) => this.names.add(row.c ?? ""));
    this.known = Math.max(this.filling ? 0 : this.known, window.total);
    if (this.follow) {
      this.shown = Math.max(this.shown, Math.min(this.known, window.from + window.rows.length));
    } else if (!this.paused) {
      this.shown = this.known;
    }
    this.source.changed();
  }
}
