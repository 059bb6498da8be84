import { css, html, LitElement, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keepKeys, shown } from "../state/actions.ts";
import { icon, type IconName } from "./icons.ts";
import { controls } from "./styles.ts";

export interface MenuItem {
  title: string;
  run?: () => void;
  key?: string;
  icon?: IconName;
  /** A check or a radio before it. */
  checked?: boolean;
  danger?: boolean;
  disabled?: boolean;
  /** Said in small after the title. */
  note?: string;
  /** A class of a dot before it, such as a state. */
  dot?: string;
}

export type MenuEntry = MenuItem | "line" | { heading: string };

type Anchor = Element | { x: number; y: number };

/** A menu in the top layer: arrows, Home, End, type-ahead, Enter, Esc; gives the focus back. */
@customElement("parley-menu")
export class Menu extends LitElement {
  static override styles = [controls, css`
    :host {
      position: fixed; margin: 0; padding: 4px; inset: auto; min-width: 190px; max-width: 380px;
      max-height: calc(100vh - 16px); overflow: auto; border: var(--line) solid var(--line-strong); border-radius: 8px;
      background: var(--bg); color: var(--ink); box-shadow: var(--shadow); font-size: var(--t-s);
    }
    [role^="menuitem"] {
      display: flex; align-items: center; gap: 8px; width: 100%; min-height: 26px; padding: 2px 10px 2px 8px;
      border-radius: 4px; text-align: left; white-space: nowrap;
    }
    [role^="menuitem"]:focus { outline: none; background: var(--accent-soft); }
    [role^="menuitem"]:disabled { color: var(--ink-3); opacity: 1; }
    .lead { width: 14px; flex: none; display: grid; place-items: center; color: var(--ink-3); }
    .danger, .danger .lead { color: var(--bad); }
    .title { overflow: hidden; text-overflow: ellipsis; }
    .note { color: var(--ink-3); font-size: var(--t-xs); }
    kbd { margin-left: auto; background: none; border: 0; padding-left: 16px; }
    .note + kbd { margin-left: auto; }
    hr { border: 0; border-top: var(--line) solid var(--line-c); margin: 4px -4px; }
    h3 { margin: 0; padding: 6px 8px 2px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-3); }
  `];

  @state() entries: MenuEntry[] = [];
  label = "";
  anchor: Anchor = { x: 0, y: 0 };
  back: HTMLElement | undefined;
  private typed = "";
  private typedAt = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = "auto";
    this.setAttribute("role", "menu");
    this.setAttribute("aria-label", this.label);
    this.addEventListener("keydown", this.key);
    this.addEventListener("toggle", (event) => (event as ToggleEvent).newState === "closed" && this.remove());
  }

  override firstUpdated(): void {
    this.showPopover();
    this.place();
    this.focusAt(Math.max(0, this.items.findIndex((item) => item.ariaChecked === "true")));
  }

  override render() {
    return this.entries.map((entry) =>
      entry === "line" ? html`<hr role="separator">`
      : "heading" in entry ? html`<h3 role="presentation">${entry.heading}</h3>`
      : this.item(entry));
  }

  private item(item: MenuItem) {
    const role = item.checked === undefined ? "menuitem" : "menuitemradio";
    return html`<button role=${role} tabindex="-1" class=${item.danger ? "danger" : ""} ?disabled=${item.disabled}
        aria-checked=${item.checked === undefined ? nothing : item.checked} @click=${() => this.choose(item)} @mousemove=${this.hover}>
      <span class="lead">${item.dot !== undefined ? html`<span class="dot ${item.dot}"></span>` : item.checked ? icon("check") : item.icon ? icon(item.icon) : ""}</span>
      <span class="title">${item.title}</span>${item.note ? html`<span class="note">${item.note}</span>` : ""}
      ${item.dot !== undefined && item.checked ? icon("check") : ""}${item.key ? html`<kbd>${shown(item.key)}</kbd>` : ""}</button>`;
  }

  private get items(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")];
  }

  private get at(): number {
    return this.items.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLButtonElement);
  }

  private focusAt(index: number): void {
    const { items } = this;
    items[(index + items.length) % items.length]?.focus();
  }

  private hover = (event: Event): void => {
    const button = event.currentTarget as HTMLButtonElement;
    if ((this.renderRoot as ShadowRoot).activeElement !== button) {
      button.focus();
    }
  };

  private choose(item: MenuItem): void {
    this.close();
    item.run?.();
  }

  private close(): void {
    this.hidePopover();
    this.back?.focus();
  }

  private key = (event: KeyboardEvent): void => {
    keepKeys(event);
    switch (event.key) {
      case "ArrowDown": this.focusAt(this.at + 1); break;
      case "ArrowUp": this.focusAt(this.at - 1); break;
      case "Home": this.focusAt(0); break;
      case "End": this.focusAt(-1); break;
      case "Escape": case "Tab": this.close(); break;
      case "Enter": case " ": return;
      default: this.seek(event.key); return;
    }
    event.preventDefault();
  };

  private seek(letter: string): void {
    if (letter.length !== 1) {
      return;
    }
    const now = performance.now();
    this.typed = now - this.typedAt > 600 ? letter : this.typed + letter;
    this.typedAt = now;
    const found = this.items.find((one) => one.querySelector(".title")?.textContent?.toLowerCase().startsWith(this.typed.toLowerCase()));
    found?.focus();
  }

  private place(): void {
    const box = this.getBoundingClientRect();
    const from = this.anchor instanceof Element ? this.anchor.getBoundingClientRect() : new DOMRect(this.anchor.x, this.anchor.y, 0, 0);
    const left = Math.min(from.left, innerWidth - box.width - 8);
    const below = from.bottom + 4;
    const top = below + box.height > innerHeight - 8 ? Math.max(8, Math.min(from.top - box.height - 4, innerHeight - box.height - 8)) : below;
    this.style.setProperty("left", `${Math.max(8, left)}px`);
    this.style.setProperty("top", `${top}px`);
  }
}

/** Opens a menu at an element or a point. */
export function openMenu(label: string, entries: MenuEntry[], anchor: Anchor): void {
  const menu = new Menu();
  menu.label = label;
  menu.entries = entries;
  menu.anchor = anchor;
  menu.back = focused();
  document.body.append(menu);
}

/** The element that has the focus, through all shadow roots. */
export function focused(): HTMLElement | undefined {
  let one: Element | null = document.activeElement;
  while (one?.shadowRoot?.activeElement) {
    one = one.shadowRoot.activeElement;
  }
  return one instanceof HTMLElement && one !== document.body ? one : undefined;
}
