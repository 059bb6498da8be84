import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import type { MessageTab } from "./drafts.ts";

/** What is wanted of a tab. */
export type TabWish =
  | { wish: "show" | "delete" | "duplicate" | "save"; id: string }
  | { wish: "rename"; id: string; name: string }
  | { wish: "move"; id: string; to: number }
  | { wish: "add" };

/** The messages of the composer as tabs: F2 renames, Alt+arrows and dragging move, Delete deletes. */
@customElement("parley-message-tabs")
export class MessageTabs extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; min-width: 0; border-bottom: var(--line) solid var(--line-c); flex: none; }
    .subtabs { box-shadow: none; flex: 0 1 auto; min-width: 0; padding-right: 0; }
    [role="tab"] { display: inline-flex; align-items: center; gap: 6px; max-width: 180px; }
    .title { overflow: hidden; text-overflow: ellipsis; }
    .edited { width: 6px; height: 6px; border-radius: 50%; background: var(--accent); flex: none; }
    .drop { box-shadow: -2px 0 0 var(--accent); }
    input { width: 130px; height: 20px; padding: 0 4px; border: var(--line) solid var(--accent); border-radius: 3px; background: var(--bg); font-size: var(--t-s); }
    .plain { margin: 6px 0 0 2px; padding: 5px 7px; height: 26px; line-height: 0; align-self: start; }
  `];

  @property({ attribute: false }) tabs: MessageTab[] = [];
  @property() shown = "";
  @state() private renaming = "";
  @state() private over = "";
  @query("input") private readonly field!: HTMLInputElement | null;
  private dragged = "";

  protected override updated(changed: PropertyValues): void {
    if (changed.has("renaming") && this.field) {
      this.field.select();
    }
    if (changed.has("shown")) {
      this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  override render() {
    return html`<div class="subtabs" role="tablist" aria-label="Messages" @keydown=${this.pressed}>${this.tabs.map((tab) => this.tab(tab))}</div>
      <button class="plain" aria-label="New message" title="New message" @click=${() => this.tell({ wish: "add" })}>${icon("add")}</button><span class="grow"></span>`;
  }

  private tab(tab: MessageTab) {
    if (tab.id === this.renaming) {
      return html`<span role="tab" aria-selected="true"><input aria-label="Name of the message" .value=${tab.index === undefined && !tab.draft.name ? "" : tab.title} placeholder="name" @keydown=${this.naming} @blur=${this.named}></span>`;
    }
    return html`<button role="tab" data-tab=${tab.id} class=${this.over === tab.id ? "drop" : ""} aria-selected=${tab.id === this.shown} tabindex=${tab.id === this.shown ? 0 : -1} title="${tab.title}${tab.edited ? ", not saved" : ""}" draggable=${tab.index !== undefined}
      @click=${() => this.tell({ wish: "show", id: tab.id })} @dblclick=${() => this.rename(tab.id)} @contextmenu=${(event: MouseEvent) => this.menu(event, tab)}
      @dragstart=${() => { this.dragged = tab.id; }} @dragover=${(event: Event) => this.drags(event, tab)} @dragleave=${() => { this.over = ""; }} @drop=${() => this.drop(tab)} @dragend=${() => { this.dragged = this.over = ""; }}>
      <span class="title">${tab.title}</span>${tab.edited ? html`<span class="edited" role="img" aria-label="not saved"></span>` : ""}</button>`;
  }

  private drags(event: Event, tab: MessageTab): void {
    if (this.dragged && tab.index !== undefined) {
      event.preventDefault();
      this.over = tab.id;
    }
  }

  private drop(tab: MessageTab): void {
    if (this.dragged && this.dragged !== tab.id && tab.index !== undefined) {
      this.tell({ wish: "move", id: this.dragged, to: tab.index });
    }
    this.dragged = "";
    this.over = "";
  }

  rename(id: string): void {
    this.renaming = id;
  }

  private menu(event: MouseEvent, tab: MessageTab): void {
    event.preventDefault();
    openMenu(`Message ${tab.title}`, [
      { title: "Save", key: "Ctrl+S", disabled: !tab.edited, run: () => this.tell({ wish: "save", id: tab.id }) },
      { title: "Rename", key: "F2", run: () => this.rename(tab.id) },
      { title: "Duplicate", icon: "duplicate", run: () => this.tell({ wish: "duplicate", id: tab.id }) },
      { title: "Move left", disabled: !tab.index, run: () => this.move(tab, -1) },
      { title: "Move right", disabled: tab.index === undefined, run: () => this.move(tab, 1) },
      "line",
      { title: "Delete", icon: "trash", danger: true, run: () => this.tell({ wish: "delete", id: tab.id }) },
    ], { x: event.clientX, y: event.clientY });
  }

  private move(tab: MessageTab, by: number): void {
    const to = (tab.index ?? -2) + by;
    if (to >= 0 && this.tabs.some((one) => one.index === to)) {
      this.tell({ wish: "move", id: tab.id, to });
    }
  }

  private pressed = (event: KeyboardEvent): void => {
    const at = this.tabs.findIndex((one) => one.id === this.shown);
    const tab = this.tabs[at];
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!tab || this.renaming) {
      return;
    }
    if (by !== 0 && event.altKey) {
      this.move(tab, by);
    } else if (by !== 0) {
      this.show(this.tabs[(at + by + this.tabs.length) % this.tabs.length]!.id);
    } else if (event.key === "F2") {
      this.rename(tab.id);
    } else if (event.key === "Delete") {
      this.tell({ wish: "delete", id: tab.id });
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  private show(id: string): void {
    this.tell({ wish: "show", id });
    void this.updateComplete.then(() => this.updateComplete).then(() => this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  }

  private naming = (event: KeyboardEvent): void => {
    if (event.key === "Enter") {
      this.named();
    } else if (event.key === "Escape") {
      this.renaming = "";
    }
    event.stopPropagation();
  };

  private named = (): void => {
    const id = this.renaming;
    const name = this.field?.value.trim() ?? "";
    this.renaming = "";
    if (id && name && name !== this.tabs.find((one) => one.id === id)?.title) {
      this.tell({ wish: "rename", id, name });
    }
  };

  private tell(wish: TabWish): void {
    this.dispatchEvent(new CustomEvent("wish", { detail: wish }));
  }
}
