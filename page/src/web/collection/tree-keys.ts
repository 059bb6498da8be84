import type { CollectionTree } from "./collection-tree.ts";
import { duplicateRow, openRow, removeRow, undoLast } from "./tree-actions.ts";
import { afterDelete, type TreeRow } from "./tree-rows.ts";
import { current, renaming, setOpen, slashAt } from "./tree-state.ts";

const PAUSE = 700;

/** What keys do in the tree, as in every tree: arrows, Home, End, letters; and F2, Delete, Ctrl+D, `/` and the menu key. */
export class TreeKeys {
  private typed = "";
  private typedAt = 0;

  constructor(private readonly tree: CollectionTree) {}

  /** The focus comes: some line is chosen. */
  readonly arrive = (): void => {
    const { rows } = this.tree;
    if (!this.tree.currentRow && rows[0]) {
      current.set(rows[0].id);
    }
  };

  readonly press = (event: KeyboardEvent): void => {
    if (event.composedPath()[0] instanceof HTMLInputElement) {
      return;
    }
    if (this.done(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  private done(event: KeyboardEvent): boolean {
    const row = this.tree.currentRow;
    if (event.ctrlKey || event.metaKey) {
      return this.withControl(event.key, row);
    }
    if (event.altKey) {
      return false;
    }
    return this.move(event.key, row) || this.act(event, row) || this.seek(event.key);
  }

  private withControl(key: string, row: TreeRow | undefined): boolean {
    if (key === "d" && row) {
      void duplicateRow(row);
      return true;
    }
    if (key === "z") {
      undoLast();
      return true;
    }
    return false;
  }

  private move(key: string, row: TreeRow | undefined): boolean {
    const { rows } = this.tree;
    const at = row ? rows.indexOf(row) : -1;
    switch (key) {
      case "ArrowDown": return this.go(Math.min(rows.length - 1, at + 1));
      case "ArrowUp": return this.go(Math.max(0, at - 1));
      case "Home": return this.go(0);
      case "End": return this.go(rows.length - 1);
      case "PageDown": return this.go(Math.min(rows.length - 1, at + 15));
      case "PageUp": return this.go(Math.max(0, at - 15));
      case "ArrowRight": return row !== undefined && this.right(row, at);
      case "ArrowLeft": return row !== undefined && this.left(row);
      default: return false;
    }
  }

  private go(index: number): boolean {
    const row = this.tree.rows[index];
    if (row) {
      current.set(row.id);
    }
    return true;
  }

  private right(row: TreeRow, at: number): boolean {
    if (row.open === false) {
      setOpen(row.id, true);
      return true;
    }
    return row.open === true ? this.go(at + 1) : true;
  }

  private left(row: TreeRow): boolean {
    if (row.open) {
      setOpen(row.id, false);
    } else if (row.parent !== undefined) {
      current.set(row.parent);
    }
    return true;
  }

  private act(event: KeyboardEvent, row: TreeRow | undefined): boolean {
    if (event.key === "/") {
      slashAt.set(row?.id ?? "");
      return true;
    }
    if (!row) {
      return false;
    }
    switch (event.key) {
      case "Enter": case " ": this.enter(row); return true;
      case "F2": renaming.set(row.id); return true;
      case "Delete": void removeRow(row, afterDelete(this.tree.rows, row)); return true;
      case "ContextMenu": this.tree.openMenuHere(); return true;
      case "F10": if (event.shiftKey) this.tree.openMenuHere(); return event.shiftKey;
      default: return false;
    }
  }

  private enter(row: TreeRow): void {
    if (row.node.kind === "folder" || row.node.kind === "collection") {
      setOpen(row.id, !row.open);
    } else {
      openRow(row);
    }
  }

  private seek(letter: string): boolean {
    if (letter.length !== 1 || letter === " ") {
      return false;
    }
    const now = performance.now();
    const again = now - this.typedAt > PAUSE;
    this.typed = again ? letter.toLowerCase() : this.typed + letter.toLowerCase();
    this.typedAt = now;
    const { rows } = this.tree;
    const from = rows.findIndex((row) => row.id === current.value) + (again ? 1 : 0);
    const found = [...rows.slice(from), ...rows.slice(0, from)].find((row) => (row.message?.name ?? row.node.name).toLowerCase().startsWith(this.typed));
    if (found) {
      current.set(found.id);
    }
    return true;
  }
}
