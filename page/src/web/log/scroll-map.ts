/** Browsers end the height of an element at 16 to 33 million pixels; above this one, the scroll bar stands for more than its pixels. */
const HIGHEST = 8_000_000;

/**
 * Where rows of one height stand in a scrolled box. `top` is the place in pixels of all rows, as if a box could be that high;
 * `scrollTop` the place in the box. They are the same until the rows need more than a box can have.
 */
export class ScrollMap {
  readonly height: number;
  readonly boxHeight: number;

  constructor(readonly rows: number, readonly rowHeight: number, readonly viewport: number, highest = HIGHEST) {
    this.height = rows * rowHeight;
    this.boxHeight = Math.min(this.height, Math.max(highest, viewport));
  }

  /** Whether a pixel of the scroll bar stands for several. */
  get scaled(): boolean {
    return this.boxHeight < this.height;
  }

  get maxTop(): number {
    return Math.max(0, this.height - this.viewport);
  }

  private get maxScroll(): number {
    return Math.max(0, this.boxHeight - this.viewport);
  }

  clamp(top: number): number {
    return Math.max(0, Math.min(top, this.maxTop));
  }

  topOf(scrollTop: number): number {
    if (!this.scaled) {
      return this.clamp(scrollTop);
    }
    return this.clamp(Math.round(scrollTop / this.maxScroll * this.maxTop));
  }

  scrollTopOf(top: number): number {
    return this.scaled ? this.clamp(top) / this.maxTop * this.maxScroll : this.clamp(top);
  }

  /** The rows that can be seen at `top`, the last one not included. */
  visible(top: number): { first: number; end: number } {
    const first = Math.max(0, Math.floor(top / this.rowHeight));
    return { first, end: Math.min(this.rows, Math.ceil((top + this.viewport) / this.rowHeight)) };
  }

  /** The nearest `top` at which a row can be seen whole, with `margin` rows around it when it has to move. */
  reveal(row: number, top: number, margin = 0): number {
    const above = row * this.rowHeight;
    const below = above + this.rowHeight - this.viewport;
    if (above < top) {
      return this.clamp(above - margin * this.rowHeight);
    }
    return below > top ? this.clamp(below + margin * this.rowHeight) : top;
  }

  center(row: number): number {
    return this.clamp(Math.round((row + 0.5) * this.rowHeight - this.viewport / 2));
  }
}
