import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import { app } from "../state/app.ts";
import type { Store } from "../state/store.ts";
import { controls } from "./styles.ts";

const STEP = 16;

/** A pane whose size can be changed: where that is kept, and between which bounds. */
export interface Pane {
  memory: string;
  initial: number;
  min: number;
  max: number;
}

/** The line between two panes: dragged, or moved by arrows, Home and End; a double click gives the first size back. */
@customElement("parley-separator")
export class PaneSeparator extends LitElement {
  static override styles = [controls, css`
    :host { display: block; position: relative; z-index: 3; background: var(--line-c); touch-action: none; outline: none; }
    :host([orientation="vertical"]) { width: 1px; cursor: col-resize; }
    :host([orientation="horizontal"]) { height: 1px; cursor: row-resize; }
    .grip { position: absolute; inset: -4px; }
    .grip::after { content: ""; position: absolute; inset: 3px; background: transparent; }
    :host(:hover) .grip::after, :host([moving]) .grip::after, :host(:focus-visible) .grip::after { background: var(--accent); }
  `];

  @property({ attribute: false }) pane: Pane = { memory: "", initial: 300, min: 160, max: 900 };
  @property() label = "";
  /** Of the line: a vertical one stands between left and right. */
  @property({ reflect: true }) orientation: "vertical" | "horizontal" = "vertical";
  /** The size belongs to the pane after the line. */
  @property({ type: Boolean }) trailing = false;

  private from = 0;
  private size = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("role", "separator");
    this.tabIndex = 0;
    this.addEventListener("pointerdown", this.grab);
    this.addEventListener("keydown", this.key);
    this.addEventListener("dblclick", () => app.memory.put(this.pane.memory, null));
  }

  override render() {
    return html`<div class="grip"></div>`;
  }

  protected override updated(): void {
    this.setAttribute("aria-orientation", this.orientation);
    this.setAttribute("aria-label", this.label);
    this.setAttribute("aria-valuenow", String(Math.round(this.value)));
    this.setAttribute("aria-valuemin", String(this.pane.min));
    this.setAttribute("aria-valuemax", String(Math.round(this.pane.max)));
  }

  /** The size of its pane. */
  get value(): number {
    return paneSize(this.pane);
  }

  private put(size: number): void {
    app.memory.put(this.pane.memory, Math.round(within(this.pane, size)));
    this.requestUpdate();
  }

  private along(event: PointerEvent): number {
    return (this.orientation === "vertical" ? event.clientX : event.clientY) * (this.trailing ? -1 : 1);
  }

  private grab = (event: PointerEvent): void => {
    this.setPointerCapture(event.pointerId);
    this.toggleAttribute("moving", true);
    this.from = this.along(event);
    this.size = this.value;
    this.addEventListener("pointermove", this.drag);
    this.addEventListener("pointerup", this.drop, { once: true });
    this.addEventListener("pointercancel", this.drop, { once: true });
    event.preventDefault();
  };

  private drag = (event: PointerEvent): void => this.put(this.size + this.along(event) - this.from);

  private drop = (): void => {
    this.toggleAttribute("moving", false);
    this.removeEventListener("pointermove", this.drag);
  };

  private key = (event: KeyboardEvent): void => {
    const [less, more] = this.orientation === "vertical" ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const way = this.trailing ? -1 : 1;
    const size = event.key === less ? this.value - STEP * way : event.key === more ? this.value + STEP * way
      : event.key === "Home" ? this.pane.min : event.key === "End" ? this.pane.max : undefined;
    if (size !== undefined && !event.altKey && !event.ctrlKey) {
      event.preventDefault();
      event.stopPropagation();
      this.put(size);
    }
  };
}

/** The size of a pane: the remembered one, within its bounds. */
export function paneSize(pane: Pane): number {
  return within(pane, sizes(pane.memory).value ?? pane.initial);
}

function within({ min, max }: Pane, size: number): number {
  return Math.min(Math.max(min, max), Math.max(min, size));
}

/** Where the size is kept, to be watched. */
export function sizes(memory: string): Store<number | null> {
  return app.memory.at<number | null>(memory, null);
}
