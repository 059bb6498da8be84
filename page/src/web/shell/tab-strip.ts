import { css, html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { register } from "../state/actions.ts";
import { app, type Place } from "../state/app.ts";
import { During, Watch } from "../state/store.ts";
import { closeTabs, moveTab, openScratch, step } from "../state/tabs.ts";
import { seenRows, unread } from "../state/unread.ts";
import { number } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { openMenu, type MenuEntry } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import { faceOf } from "./places.ts";

const MIDDLE = 1;
/** More unread rows than that are not counted out. */
const MANY = 9999;

/** The open conversations and other places. Closing a tab leaves its conversation as it is. */
@customElement("parley-tab-strip")
export class TabStrip extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; height: 36px; border-bottom: var(--line) solid var(--line-c); background: var(--bg-2); min-width: 0; }
    .tabs { display: flex; min-width: 0; overflow-x: auto; scrollbar-width: none; }
    [role="tab"] {
      display: flex; align-items: center; gap: 8px; flex: none; max-width: 230px; min-width: 0; padding: 0 8px 0 14px;
      border-right: var(--line) solid var(--line-c); color: var(--ink-2); font-size: var(--t-s); cursor: default;
      user-select: none; position: relative;
    }
    [role="tab"]:hover { background: var(--bg-3); }
    [role="tab"][aria-selected="true"] { background: var(--bg); color: var(--ink); box-shadow: inset 0 2px 0 var(--accent); }
    [role="tab"].before { box-shadow: inset 2px 0 0 var(--accent); }
    [role="tab"] > .icon { color: var(--ink-3); flex: none; }
    .title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .scratch .title { font-style: italic; }
    .unread {
      background: var(--accent-soft); color: var(--accent); font: 600 var(--t-2xs)/16px var(--mono); border-radius: 8px;
      padding: 0 6px; flex: none;
    }
    .close {
      width: 18px; height: 18px; display: grid; place-items: center; border-radius: 4px; color: var(--ink-3);
      visibility: hidden; flex: none;
    }
    [role="tab"]:hover .close, [aria-selected="true"] .close { visibility: visible; }
    .close:hover { background: var(--line-c); color: var(--ink); }
    .more { display: flex; flex: none; }
    .more button { width: 36px; display: grid; place-items: center; color: var(--ink-2); }
    .more button:hover { background: var(--bg-3); color: var(--ink); }
  `];

  @state() private overflows = false;
  private dragged = -1;
  @state() private over = -1;
  /** What the shown tab had the last time that it was brought in. */
  private room = "";

  constructor() {
    super();
    new Watch(this, [app.tabs, app.shown, app.talks, app.tree, app.runs, seenRows]);
    new During(this, () => [app.shown.watch(() => void this.updateComplete.then(() => this.bringIn())), this.sizes()]);
  }

  private sizes(): () => void {
    const sized = new ResizeObserver(() => this.measure());
    sized.observe(this);
    return () => sized.disconnect();
  }

  protected override updated(): void {
    this.measure();
    const width = this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")?.offsetWidth ?? 0;
    const room = `${width} of ${this.strip?.clientWidth ?? 0}`;
    if (room !== this.room) {
      this.room = room;
      this.bringIn(); // A name that comes later may be longer than what stood there.
    }
  }

  private measure(): void {
    const { strip } = this;
    this.overflows = strip !== null && strip.scrollWidth > strip.clientWidth + 1;
  }

  private get strip(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".tabs");
  }

  private bringIn(): void {
    this.renderRoot.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  override render() {
    return html`
      <div class="tabs" role="tablist" aria-label="Open conversations" @keydown=${this.key} @wheel=${this.wheel}>
        ${app.tabs.value.map((place, index) => this.tab(place, index))}
      </div>
      <div class="more">
        <button aria-label="New scratch conversation" title="New scratch conversation (Alt N)" @click=${() => void openScratch()}>
          ${icon("add")}</button>
        ${this.overflows ? html`<button aria-label="All tabs" title="All tabs" aria-haspopup="menu" @click=${this.all}>${icon("down")}</button>` : ""}
      </div>`;
  }

  private tab(place: Place, index: number) {
    const face = faceOf(place);
    const selected = index === app.shown.value;
    const news = place.kind === "file" && !selected ? unread(place.key) : 0;
    const name = [face.title, face.words, news > 0 ? `${number(news)} unread` : ""].filter((part) => part).join(", ");
    const scratch = place.kind === "file" && place.key.startsWith("scratch:");
    return html`<div role="tab" class="${scratch ? "scratch" : ""} ${index === this.over ? "before" : ""}" draggable="true"
        aria-selected=${selected} tabindex=${selected ? 0 : -1} aria-label=${name} title=${face.hint}
        @click=${() => this.show(index)}
        @mousedown=${(event: MouseEvent) => event.button === MIDDLE && event.preventDefault()}
        @auxclick=${(event: MouseEvent) => event.button === MIDDLE && app.close(index)}
        @contextmenu=${(event: MouseEvent) => this.menu(event, index)}
        @dragstart=${(event: DragEvent) => this.start(event, index)}
        @dragover=${(event: DragEvent) => this.hover(event, index)}
        @drop=${(event: DragEvent) => this.drop(event, index)}
        @dragend=${() => (this.dragged = this.over = -1)}>
      ${face.state !== undefined ? html`<span class="dot ${face.state}"></span>` : face.icon ? icon(face.icon, 13) : ""}
      <span class="title">${face.title}</span>
      ${news > 0 ? html`<span class="unread">${news > MANY ? `${MANY}+` : number(news)}</span>` : ""}
      <span class="close" aria-hidden="true" title="Close (Alt W)" @click=${(event: Event) => this.close(event, index)}>${icon("close", 11)}</span>
    </div>`;
  }

  private show(index: number): void {
    app.memory.put("shown", index);
  }

  private close(event: Event, index: number): void {
    event.stopPropagation();
    app.close(index);
  }

  private key(event: KeyboardEvent): void {
    const { length } = app.tabs.value;
    const at = app.shown.value;
    const to = { ArrowRight: (at + 1) % length, ArrowLeft: (at + length - 1) % length, Home: 0, End: length - 1 }[event.key];
    if (event.key === "Delete") {
      app.close(at);
    } else if (to === undefined || event.ctrlKey || event.altKey) {
      return;
    } else if (event.shiftKey) {
      moveTab(at, to);
    } else {
      this.show(to);
    }
    event.preventDefault();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>("[aria-selected=true]")?.focus());
  }

  private wheel(event: WheelEvent): void {
    this.strip!.scrollLeft += event.deltaY;
  }

  private start(event: DragEvent, index: number): void {
    this.dragged = index;
    event.dataTransfer?.setData("text/plain", faceOf(app.tabs.value[index]!).title);
  }

  private hover(event: DragEvent, index: number): void {
    if (this.dragged >= 0) {
      event.preventDefault();
      this.over = index;
    }
  }

  private drop(event: DragEvent, index: number): void {
    event.preventDefault();
    moveTab(this.dragged, index);
    this.dragged = this.over = -1;
  }

  private all(event: Event): void {
    openMenu("All tabs", app.tabs.value.map((place, index) => {
      const face = faceOf(place);
      const dot = face.state === undefined ? {} : { dot: face.state };
      return { title: face.title, checked: index === app.shown.value, ...dot, run: () => this.show(index) };
    }), event.currentTarget as Element);
  }

  private menu(event: MouseEvent, index: number): void {
    event.preventDefault();
    const entries: MenuEntry[] = [
      { title: "Close", key: "Alt+W", icon: "close", run: () => app.close(index) },
      { title: "Close the others", run: () => closeTabs((_, at) => at !== index) },
      { title: "Close those to the right", run: () => closeTabs((_, at) => at > index) },
      "line",
      { title: "Close all", run: () => closeTabs(() => true) },
    ];
    openMenu("Tab", entries, { x: event.clientX, y: event.clientY });
  }
}

register(
  { id: "tab.close", title: "Close the tab", group: "View", keys: ["Alt+W"], when: () => app.place !== undefined, run: () => app.close(app.shown.value) },
  { id: "tab.next", title: "Next tab", group: "View", keys: ["Alt+ArrowRight", "Ctrl+PageDown"], run: () => step(1) },
  { id: "tab.previous", title: "Previous tab", group: "View", keys: ["Alt+ArrowLeft", "Ctrl+PageUp"], run: () => step(-1) },
  { id: "scratch.new", title: "New scratch conversation", group: "Conversation", keys: ["Alt+N"], run: () => void openScratch() },
);
