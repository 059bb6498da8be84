/** What a window of rows is answered with. */
export interface Window<T> {
  from: number;
  total: number;
  rows: T[];
}

const CHUNK = 64;
const KEPT = 48;

/**
 * The few windows of rows that were looked at last, of a log of any length. Rows of an index never change, until `forget`: then the
 * old ones are shown until the new ones are there, so that nothing flickers.
 */
export class RowWindows<T> {
  private chunks = new Map<number, T[]>();
  private old = new Map<number, T[]>();

  get(index: number): T | undefined {
    const chunk = Math.floor(index / CHUNK);
    return this.chunks.get(chunk)?.[index % CHUNK] ?? this.old.get(chunk)?.[index % CHUNK];
  }

  /** Takes rows in; those around the last ones stay, those looked at longest ago go. */
  put(from: number, rows: T[]): void {
    rows.forEach((row, at) => this.chunk(Math.floor((from + at) / CHUNK))[(from + at) % CHUNK] = row);
    while (this.chunks.size > KEPT) {
      this.chunks.delete(this.chunks.keys().next().value as number);
    }
    this.old.clear();
  }

  /** The rows from `first` to `end` that are not there, as one window; nothing when all are. */
  missing(first: number, end: number): { from: number; count: number } | undefined {
    let from = first;
    while (from < end && this.has(from)) {
      from++;
    }
    let to = end;
    while (to > from && this.has(to - 1)) {
      to--;
    }
    return from < to ? { from, count: to - from } : undefined;
  }

  /** Indexes mean other rows from now on. */
  forget(): void {
    if (this.chunks.size > 0) {
      this.old = this.chunks;
    }
    this.chunks = new Map();
  }

  /** How many rows are kept at most. */
  static get limit(): number {
    return CHUNK * KEPT;
  }

  get size(): number {
    return [...this.chunks.values()].reduce((sum, chunk) => sum + chunk.filter(() => true).length, 0);
  }

  private has(index: number): boolean {
    return this.chunks.get(Math.floor(index / CHUNK))?.[index % CHUNK] !== undefined;
  }

  private chunk(number: number): T[] {
    const chunk = this.chunks.get(number) ?? [];
    this.chunks.delete(number);
    this.chunks.set(number, chunk);
    return chunk;
  }
}
