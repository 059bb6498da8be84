import type { CollectionTree } from "./collection-tree.ts";
import { moveMessage, moveTo } from "./tree-actions.ts";
import { folderOf, type TreeRow } from "./tree-rows.ts";

/** Moves lines of the tree by dragging: files and folders into folders, messages within and between conversations. */
export class TreeDrag {
  source: string | undefined;
  /** The line that would take what is dragged; the collection itself is the empty one. */
  target: string | undefined;
  private dragged: TreeRow | undefined;

  constructor(private readonly tree: CollectionTree) {}

  start(event: DragEvent, row: TreeRow): void {
    this.dragged = row;
    this.source = row.id;
    event.dataTransfer?.setData("text/plain", row.node.path);
    if (event.dataTransfer) {
      event.dataTransfer.effectAllowed = "move";
    }
    this.tree.requestUpdate();
  }

  readonly over = (event: DragEvent): void => {
    const target = this.takes(event);
    if (target !== undefined) {
      event.preventDefault();
    }
    if (this.target !== target) {
      this.target = target;
      this.tree.requestUpdate();
    }
  };

  readonly leave = (event: DragEvent): void => {
    if (event.target === event.currentTarget) {
      this.target = undefined;
      this.tree.requestUpdate();
    }
  };

  readonly drop = (event: DragEvent): void => {
    event.preventDefault();
    const { dragged, tree } = this;
    const target = this.takes(event);
    const row = tree.rows.find((one) => one.id === target);
    this.end();
    if (!dragged || target === undefined) {
      return;
    }
    if (dragged.message) {
      void (row && moveMessage(dragged, row));
    } else {
      void moveTo(dragged.node.path, target);
    }
  };

  readonly end = (): void => {
    this.source = this.target = this.dragged = undefined;
    this.tree.requestUpdate();
  };

  private takes(event: DragEvent): string | undefined {
    const { dragged, tree } = this;
    const id = (event.composedPath().find((one) => one instanceof HTMLElement && one.dataset["id"] !== undefined) as HTMLElement | undefined)?.dataset["id"];
    const row = tree.rows.find((one) => one.id === id);
    if (!dragged) {
      return undefined;
    }
    if (dragged.message) {
      return row && row.id !== dragged.id && row.node.kind === "conversation" ? row.id : undefined;
    }
    const folder = !row ? "" : row.node.kind === "folder" || row.node.kind === "collection" ? row.node.path : folderOf(row.node.path);
    const into = folder === dragged.node.path || folder.startsWith(`${dragged.node.path}/`);
    return into || folder === folderOf(dragged.node.path) ? undefined : folder;
  }
}
