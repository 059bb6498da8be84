import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../ask/address-bar.ts";
import "../ask/ask-tabs.ts";
import "../ask/composer.ts";
import "../log/conversation-log.ts";
import "../log/detail-pane.ts";
import type { Key } from "../api.ts";
import { app } from "../state/app.ts";
import { register } from "../state/actions.ts";
import { Watch } from "../state/store.ts";
import { type Pane, paneSize, sizes } from "../ui/pane-separator.ts";
import { controls } from "../ui/styles.ts";

const WIDE = 1480;
const NARROW = 620;
const LOW = 420;
const PANES = ["ask", "log", "detail"] as const;
type Part = (typeof PANES)[number];
const TITLES: Record<Part, string> = { ask: "Request", log: "Log", detail: "Detail" };

const shown = app.memory.at<Part>("pane.shown", "ask");

/**
 * One conversation: what is asked at the left, with the composer below; what is answered at the right, with the detail below it, beside
 * it on a large screen. Where there is no room for them side by side, the three are tabs.
 */
@customElement("parley-conversation-view")
export class ConversationView extends LitElement {
  static override styles = [controls, css`
    :host {
      display: grid; height: 100%; min-height: 0; min-width: 0; overflow: clip;
      grid-template: 52px minmax(0, 1fr) 1px var(--detail-height) / var(--ask-width) 1px minmax(0, 1fr);
      grid-template-areas: "address address address" "ask s1 log" "ask s1 s2" "ask s1 detail";
    }
    :host([layout="wide"]) {
      grid-template: 52px minmax(0, 1fr) / var(--ask-width) 1px minmax(0, 1fr) 1px var(--detail-width);
      grid-template-areas: "address address address address address" "ask s1 log s2 detail";
    }
    :host([layout="narrow"]) {
      grid-template: 52px 32px minmax(0, 1fr) / minmax(0, 1fr); grid-template-areas: "address" "panes" "pane";
    }
    parley-address-bar { grid-area: address; border-bottom: var(--line) solid var(--line-c); min-width: 0; }
    .ask {
      grid-area: ask; display: grid; grid-template: minmax(0, 1fr) 1px var(--composer-height) / minmax(0, 1fr);
      min-height: 0; min-width: 0;
    }
    parley-ask-tabs, parley-composer, parley-conversation-log, parley-detail-pane { min-width: 0; min-height: 0; overflow: clip; }
    parley-conversation-log { grid-area: log; }
    parley-detail-pane { grid-area: detail; }
    .s1 { grid-area: s1; }
    .s2 { grid-area: s2; }
    .panes { grid-area: panes; }
    :host([layout="narrow"]) .ask, :host([layout="narrow"]) parley-conversation-log, :host([layout="narrow"]) parley-detail-pane {
      grid-area: pane;
    }
    :host([layout="narrow"]) :is(.s1, .s2), [data-away] { display: none !important; }
    .panes {
      display: flex; gap: 2px; padding: 0 8px; border-bottom: var(--line) solid var(--line-c); background: var(--bg-2);
      font-size: var(--t-s);
    }
    .panes button { padding: 0 10px; border-bottom: 2px solid transparent; margin-bottom: -1px; color: var(--ink-2); }
    .panes button[aria-selected="true"] { color: var(--ink); border-color: var(--accent); }
  `];

  @property() key: Key = "";
  @state() private width = 1100;
  @state() private height = 760;
  private readonly sized = new ResizeObserver(([entry]) => this.measure(entry));

  constructor() {
    super();
    new Watch(this, [app.talks, shown, ...["ask", "composer", "detail", "detail-wide"].map((name) => sizes(`pane.${name}`))]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
  }

  private measure(entry: ResizeObserverEntry | undefined): void {
    if (entry && entry.contentRect.width > 0) {
      this.width = entry.contentRect.width;
      this.height = entry.contentRect.height;
    }
  }

  private get layout(): "wide" | "laptop" | "narrow" {
    return this.width >= WIDE ? "wide" : this.width >= NARROW ? "laptop" : "narrow";
  }

  private get ask(): Pane {
    const wide = this.layout === "wide";
    const initial = Math.round(Math.min(520, Math.max(320, this.width * (wide ? .235 : .33))));
    return { memory: "pane.ask", initial, min: 240, max: Math.max(260, this.width - (wide ? 800 : 360)) };
  }

  private get composer(): Pane {
    return { memory: "pane.composer", initial: Math.round((this.height - 52) * .46), min: 120, max: Math.max(160, this.height - 180) };
  }

  private get detail(): Pane {
    if (this.layout === "wide") {
      const initial = Math.round(Math.min(640, Math.max(380, this.width * .26)));
      return { memory: "pane.detail-wide", initial, min: 300, max: Math.max(320, this.width - 760) };
    }
    const initial = Math.round(Math.max(LOW / 2, (this.height - 52) * .4));
    return { memory: "pane.detail", initial, min: 110, max: Math.max(140, this.height - 200) };
  }

  protected override willUpdate(): void {
    this.setAttribute("layout", this.layout);
    this.style.setProperty("--ask-width", `${paneSize(this.ask)}px`);
    this.style.setProperty("--composer-height", `${paneSize(this.composer)}px`);
    this.style.setProperty("--detail-height", `${paneSize(this.detail)}px`);
    this.style.setProperty("--detail-width", `${paneSize(this.detail)}px`);
  }

  override render() {
    const session = app.talks.value.get(this.key)?.session ?? "";
    const wide = this.layout === "wide";
    return html`
      <parley-address-bar .key=${this.key}></parley-address-bar>
      ${this.layout === "narrow" ? this.tabs() : ""}
      <div class="ask" ?data-away=${this.away("ask")}>
        <parley-ask-tabs .key=${this.key}></parley-ask-tabs>
        <parley-separator label="Height of the composer" orientation="horizontal" trailing .pane=${this.composer}></parley-separator>
        <parley-composer .key=${this.key}></parley-composer>
      </div>
      <parley-separator class="s1" label="Width of the request" .pane=${this.ask}></parley-separator>
      <parley-conversation-log .key=${this.key} .session=${session} ?data-away=${this.away("log")}></parley-conversation-log>
      <parley-separator class="s2" label=${wide ? "Width of the detail" : "Height of the detail"} orientation=${wide ? "vertical" : "horizontal"}
        trailing .pane=${this.detail}></parley-separator>
      <parley-detail-pane .key=${this.key} .session=${session} ?data-away=${this.away("detail")}></parley-detail-pane>`;
  }

  private away(one: Part): boolean {
    return this.layout === "narrow" && shown.value !== one;
  }

  private tabs() {
    return html`<div class="panes" role="tablist" aria-label="Panes" @keydown=${this.turn}>${PANES.map((one) => html`
      <button role="tab" aria-selected=${shown.value === one} tabindex=${shown.value === one ? 0 : -1}
        @click=${() => app.memory.put("pane.shown", one)}>${TITLES[one]}</button>`)}</div>`;
  }

  private turn(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by !== undefined && !event.altKey) {
      event.preventDefault();
      const next = PANES[(PANES.indexOf(shown.value) + by + PANES.length) % PANES.length]!;
      app.memory.put("pane.shown", next);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".panes [aria-selected=true]")?.focus());
    }
  }
}

/** Brings one of the panes of the conversation in view and gives it the focus. */
function go(one: Part, element: string): void {
  app.memory.put("pane.shown", one);
  const place = document.querySelector("parley-workbench")?.shadowRoot?.querySelector("parley-place");
  const view = place?.shadowRoot?.querySelector<ConversationView>("parley-conversation-view");
  void view?.updateComplete.then(() => focusFirst(view.renderRoot.querySelector(element)));
}

const TAKES_FOCUS = ['[contenteditable="true"]', '[role="tab"][aria-selected="true"]', '[tabindex="0"]', 'input:not([tabindex="-1"])', 'button:not([tabindex="-1"])'];

/** Gives the focus to the text that is written in it, else to its chosen tab, else to anything that takes it. */
function focusFirst(element: Element | null): void {
  const all = element ? within(element) : [];
  TAKES_FOCUS.some((selector) => {
    const found = all.find((one) => one.matches(selector) && one.checkVisibility());
    found?.focus();
    return found !== undefined;
  });
}

/** All elements in it, through shadow roots. */
function within(element: Element): HTMLElement[] {
  return [...(element.shadowRoot ?? element).querySelectorAll<HTMLElement>("*")].flatMap((one) => [one, ...(one.shadowRoot ? within(one) : [])]);
}

const open = (): boolean => app.place?.kind === "file";
register(
  { id: "pane.ask", title: "Go to the request", group: "View", keys: ["Alt+2"], when: open, run: () => go("ask", "parley-ask-tabs") },
  { id: "pane.composer", title: "Go to the composer", group: "View", keys: ["Alt+3"], when: open, run: () => go("ask", "parley-composer") },
  { id: "pane.log", title: "Go to the log", group: "View", keys: ["Alt+4"], when: open, run: () => go("log", "parley-conversation-log") },
  { id: "pane.detail", title: "Go to the detail", group: "View", keys: ["Alt+5"], when: open, run: () => go("detail", "parley-detail-pane") },
);
