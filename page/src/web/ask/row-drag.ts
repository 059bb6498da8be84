import { html, type ReactiveControllerHost, type TemplateResult } from "lit";
import { icon } from "../ui/icons.ts";

/** Of rows only: editors below take texts that are dropped on them. */
const TYPE = "application/x-parley-row";

/** Where the dragged row would stand: its place then, and the line that shows it. */
interface Gap {
  to: number;
  row: string;
  edge: "above" | "below";
}

/**
 * Moves rows of a list by their handles, within the list that they stand in. A line shows where the row would go; Escape, or letting go
 * elsewhere, leaves all as it is. Elements of rows say which they are in `data-row`, in the order of the list.
 */
export class RowDrag {
  private dragged: string | undefined;
  private gap: Gap | undefined;

  /**
   * @param place which one of the list of `dragged` a row is, or stands in; nothing for rows of other lists
   * @param move moves a row so that it is that one
   */
  constructor(
    private readonly host: ReactiveControllerHost & { renderRoot: ParentNode },
    private readonly place: (dragged: string, row: string) => number | undefined,
    private readonly move: (dragged: string, to: number) => void,
  ) {}

  /** The handle of a row. Those who do not drag have keys. */
  handle(row: string): TemplateResult {
    return html`<span class="grip" draggable="true" aria-hidden="true" title="Drag to move (Alt+↑, Alt+↓)" @dragstart=${(event: DragEvent) => this.start(event, row)} @dragend=${this.end}>${icon("grip", 12)}</span>`;
  }

  /** The classes that a row has while one is dragged. */
  look(row: string): string {
    return `${row === this.dragged ? "dragged" : ""} ${row === this.gap?.row ? `line-${this.gap.edge}` : ""}`.trim();
  }

  private start(event: DragEvent, row: string): void {
    const element = this.rows.find((one) => one.dataset["row"] === row);
    if (element && event.dataTransfer) {
      const box = element.getBoundingClientRect();
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData(TYPE, row);
      event.dataTransfer.setDragImage(element, event.clientX - box.left, event.clientY - box.top);
      event.stopPropagation();
      this.dragged = row;
      this.host.requestUpdate();
    }
  }

  readonly over = (event: DragEvent): void => {
    if (this.dragged !== undefined) {
      event.preventDefault();
      this.show(this.gapAt(this.dragged, event.clientY));
    }
  };

  /** It is told of each element in the list, too: where the pointer is says whether the list was left. */
  readonly leave = (event: DragEvent): void => {
    const { left, right, top, bottom } = (event.currentTarget as Element).getBoundingClientRect();
    if (event.clientX <= left || event.clientX >= right || event.clientY <= top || event.clientY >= bottom) {
      this.show(undefined);
    }
  };

  readonly drop = (event: DragEvent): void => {
    const { dragged, gap } = this;
    if (dragged !== undefined) {
      event.preventDefault();
      this.end();
      if (gap) {
        this.move(dragged, gap.to);
      }
    }
  };

  private readonly end = (): void => {
    this.dragged = undefined;
    this.show(undefined);
    this.host.requestUpdate();
  };

  private show(gap: Gap | undefined): void {
    if (gap?.row !== this.gap?.row || gap?.edge !== this.gap?.edge || gap?.to !== this.gap?.to) {
      this.gap = gap;
      this.host.requestUpdate();
    }
  }

  private get rows(): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>("[data-row]")];
  }

  /** Nothing where the row stands already. */
  private gapAt(dragged: string, y: number): Gap | undefined {
    const blocks = this.blocks(dragged);
    const from = this.place(dragged, dragged)!;
    const before = blocks.filter((one) => (one.top + one.bottom) / 2 < y).length;
    const to = before > from ? before - 1 : before;
    if (to === from) {
      return undefined;
    }
    const next = blocks[before];
    return next ? { to, row: next.first, edge: "above" } : { to, row: blocks.at(-1)!.last, edge: "below" };
  }

  /** Each row of the list with those that stand in it. */
  private blocks(dragged: string): { first: string; last: string; top: number; bottom: number }[] {
    const all: { first: string; last: string; top: number; bottom: number }[] = [];
    for (const element of this.rows) {
      const row = element.dataset["row"]!;
      const place = this.place(dragged, row);
      const { top, bottom } = element.getBoundingClientRect();
      if (place !== undefined) {
        all[place] = { first: all[place]?.first ?? row, last: row, top: all[place]?.top ?? top, bottom };
      }
    }
    return all;
  }
}
