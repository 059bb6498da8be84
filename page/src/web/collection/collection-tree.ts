import { html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { app } from "../state/app.ts";
import { During, Watch } from "../state/store.ts";
import { stateWords } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { variables } from "../ui/variables.ts";
import { mockAt } from "./environments.ts";
import "./slash-menu.ts";
import { openRow, renameRow } from "./tree-actions.ts";
import { badgeOf } from "./tree-badge.ts";
import { TreeDrag } from "./tree-drag.ts";
import { TreeKeys } from "./tree-keys.ts";
import { treeMenu } from "./tree-menu.ts";
import { afterDelete, folderOf, treeRows, type TreeRow } from "./tree-rows.ts";
import { choose, current, isOpen, renaming, setOpen, slashAt, toggled } from "./tree-state.ts";
import { treeStyles } from "./tree-styles.ts";

const HEIGHT = 26;
const SPARE = 12;

/** Folders, conversations and saved messages. Only the lines in view are in the document. */
@customElement("parley-collection-tree")
export class CollectionTree extends LitElement {
  static override styles = [controls, treeStyles];

  @property() filter = "";
  @state() private top = 0;
  @state() private height = 900;
  rows: TreeRow[] = [];
  /** A name that was typed and refused: it is shown again. */
  private refused = "";
  private readonly keys = new TreeKeys(this);
  private readonly drag = new TreeDrag(this);
  private readonly sized = new ResizeObserver(([entry]) => (this.height = entry?.contentRect.height ?? this.height));

  constructor() {
    super();
    new Watch(this, [app.tree, app.talks, app.runs, app.tabs, app.shown, app.mocks, current, toggled, renaming, slashAt]);
    new During(this, () => [
      ...[app.shown, app.tabs].map((store) => store.watch(() => this.follow())),
      current.watch(() => void this.updateComplete.then(() => this.bringIn(current.value))),
    ]);
  }

  override firstUpdated(): void {
    this.sized.observe(this.tree);
  }

  get tree(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>("[role=tree]")!;
  }

  override focus(): void {
    this.tree.focus();
  }

  /** The line that keys act on. */
  get currentRow(): TreeRow | undefined {
    return this.rows.find((row) => row.id === current.value);
  }

  override render() {
    const root = app.tree.value?.root;
    this.rows = root ? treeRows(root, isOpen, this.filter) : [];
    const from = Math.max(0, Math.floor(this.top / HEIGHT) - SPARE);
    const until = Math.min(this.rows.length, Math.ceil((this.top + this.height) / HEIGHT) + SPARE);
    const active = this.rows.findIndex((row) => row.id === current.value);
    return html`<div class="tree" role="tree" aria-label="Collection" tabindex="0" aria-activedescendant=${active >= from && active < until ? `row${active}` : nothing}
        @keydown=${this.keys.press} @focus=${this.keys.arrive} @scroll=${this.scrolled} @contextmenu=${this.menu}
        @dragover=${this.drag.over} @dragleave=${this.drag.leave} @drop=${this.drag.drop}>
      ${slashAt.value === "" ? this.slash("", 0) : ""}
      <div class="spacer" role="none" ${variables({ height: `${from * HEIGHT}px` })}></div>
      ${this.rows.slice(from, until).map((row, index) => this.line(row, from + index))}
      <div class="spacer" role="none" ${variables({ height: `${(this.rows.length - until) * HEIGHT}px` })}></div>
      ${this.note(root !== undefined)}</div>`;
  }

  private note(loaded: boolean) {
    if (this.rows.length > 0 || slashAt.value !== undefined) {
      return "";
    }
    return html`<div class="note" role="treeitem" aria-selected="false">${!loaded ? "Reading the folder…" : this.filter ? "No name matches." : html`Nothing here yet. Press <kbd>/</kbd> to make something.`}</div>`;
  }

  private line(row: TreeRow, index: number): TemplateResult {
    const { node, message } = row;
    const talk = node.kind === "conversation" && !message ? app.talks.value.get(node.path) : undefined;
    const badge = message ? undefined : badgeOf(node, talk);
    const { place } = app;
    const shown = !message && place?.kind === "file" && place.key === node.path;
    const mock = node.kind === "mock" ? mockAt(node.path) : undefined;
    const classes = ["row", message ? "message" : node.kind, row.open ? "open" : "", shown ? "shown" : "", row.id === current.value ? "current" : "", row.id === this.drag.target ? "drop" : "", row.id === this.drag.source ? "cut" : ""];
    const said = [message?.name ?? node.name, message ? `${message.kind} message` : node.kind, mock?.state ?? "", node.kind === "conversation" && !message ? stateWords(talk) : "", badge?.said ?? ""].filter((part) => part).join(", ");
    return html`<div id="row${index}" role="treeitem" class=${classes.join(" ")} aria-label=${said} aria-level=${row.depth + 1} aria-posinset=${row.position} aria-setsize=${row.siblings}
        aria-expanded=${row.open ?? nothing} aria-selected=${row.id === current.value} draggable=${renaming.value !== row.id} ${variables({ "--depth": row.depth })} title=${node.path}
        @click=${(event: MouseEvent) => this.pick(event, row)} @dblclick=${() => message && openRow(row)} @dragstart=${(event: DragEvent) => this.drag.start(event, row)} @dragend=${this.drag.end} data-id=${row.id}>
      <span class="twist" @click=${(event: Event) => this.twist(event, row)}>${row.open === undefined ? "" : icon("chevron", 10)}</span>
      ${this.lead(row, talk?.state ?? "")}${renaming.value === row.id ? this.rename(row) : html`<span class="name">${message?.name ?? node.name}</span>`}${badge?.shown ?? ""}</div>
      ${slashAt.value === row.id ? this.slash(node.kind === "folder" || node.kind === "collection" ? node.path : folderOf(node.path), row.depth) : ""}`;
  }

  private lead(row: TreeRow, state: string) {
    const { node, message } = row;
    if (message) {
      return html`<span class="badge">${message.kind.toUpperCase()}</span>`;
    }
    if (node.kind === "mock") {
      return html`<span class="lead ${mockAt(node.path)?.state ?? ""}">${icon("mock", 13)}</span>`;
    }
    return node.kind === "conversation" ? html`<span class="lead"><span class="dot ${state}"></span></span>` : "";
  }

  private rename(row: TreeRow) {
    const name = row.message?.name ?? row.node.name;
    const done = async (event: Event): Promise<void> => {
      const typed = (event.target as HTMLInputElement).value.trim();
      if (renaming.value !== row.id) {
        return;
      }
      this.refused = "";
      renaming.set(undefined);
      if (typed && typed !== name && !await renameRow(row, typed) && event instanceof KeyboardEvent) {
        this.refused = typed;
        renaming.set(row.id);
      }
    };
    const key = (event: KeyboardEvent): void => {
      event.stopPropagation();
      if (event.key === "Escape") {
        this.refused = "";
        renaming.set(undefined);
        this.focus();
      } else if (event.key === "Enter") {
        void done(event);
        this.focus();
      }
    };
    return html`<input class="field rename" aria-label="New name" .value=${this.refused || name} @keydown=${key} @blur=${done} @click=${(event: Event) => event.stopPropagation()} @dblclick=${(event: Event) => event.stopPropagation()}>`;
  }

  private slash(folder: string, depth: number) {
    return html`<div role="treeitem" aria-label="What to make" aria-level=${depth + 1} aria-selected="false"><parley-slash-menu .folder=${folder} ${variables({ "--depth": depth })} @closed=${this.slashed}></parley-slash-menu></div>`;
  }

  private slashed(): void {
    if (slashAt.value !== undefined) {
      slashAt.set(undefined);
      this.focus();
    }
  }

  protected override updated(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>(".rename");
    if (field && !field.dataset["met"]) {
      field.dataset["met"] = "yes";
      field.focus();
      field.select();
    }
  }

  private pick(event: MouseEvent, row: TreeRow): void {
    current.set(row.id);
    if (event.detail > 1) {
      return;
    }
    if (row.node.kind === "folder" || row.node.kind === "collection") {
      setOpen(row.id, !row.open);
    } else if (!row.message) {
      openRow(row);
    }
  }

  private twist(event: Event, row: TreeRow): void {
    if (row.open !== undefined) {
      event.stopPropagation();
      setOpen(row.id, !row.open);
    }
  }

  private menu(event: MouseEvent): void {
    event.preventDefault();
    const id = (event.composedPath().find((one) => one instanceof HTMLElement && one.dataset["id"]) as HTMLElement | undefined)?.dataset["id"];
    const row = this.rows.find((one) => one.id === id);
    if (row) {
      current.set(row.id);
    }
    this.focus();
    openMenu(row ? row.message?.name ?? row.node.name : "Collection", this.menuOf(row), { x: event.clientX, y: event.clientY });
  }

  /** The menu of the chosen line, by key. */
  openMenuHere(): void {
    const index = this.rows.findIndex((row) => row.id === current.value);
    const anchor = this.renderRoot.querySelector(`#row${index} .name`) ?? this;
    openMenu(this.currentRow?.node.name ?? "Collection", this.menuOf(this.currentRow), anchor);
  }

  private menuOf(row: TreeRow | undefined) {
    return treeMenu(row, row && afterDelete(this.rows, row));
  }

  /** The line of what is shown is chosen, unless the user is in the tree. */
  private follow(): void {
    const { place } = app;
    if (place?.kind === "file" && !this.matches(":focus-within") && current.value.replace(/#\d+$/, "") !== place.key) {
      choose(place.key);
    }
  }

  private scrolled(event: Event): void {
    this.top = (event.target as HTMLElement).scrollTop;
  }

  private bringIn(id: string): void {
    const index = this.rows.findIndex((row) => row.id === id);
    const { tree } = this;
    if (index >= 0) {
      const top = index * HEIGHT;
      tree.scrollTop = Math.max(Math.min(tree.scrollTop, top), top + HEIGHT - tree.clientHeight);
    }
  }
}
