import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { controls } from "../ui/styles.ts";
import { place } from "./place.ts";
import { ScrollMap } from "./scroll-map.ts";
import { lineStyles, syntaxStyles } from "./syntax-styles.ts";

/** Lines of one height of which only those exist that can be seen: a message of 16 MiB costs what a screen costs. */
@customElement("parley-virtual-lines")
export class VirtualLines extends LitElement {
  static override styles = [controls, syntaxStyles, lineStyles, css`
    :host { display: block; position: relative; min-height: 0; }
    .scroller {
      position: absolute; inset: 0; overflow: auto; overflow-anchor: none; scrollbar-color: var(--line-strong) transparent;
      font: var(--t-s)/var(--line-height, 19px) var(--mono);
    }
    .scroller:focus-visible { outline: none; }
    .ring { position: absolute; inset: 0; z-index: 2; pointer-events: none; }
    .scroller:focus-visible + .ring { box-shadow: inset 0 0 0 2px var(--accent); }
    .box { position: relative; min-width: 100%; min-height: 100%; }
    .layer { position: sticky; top: 0; overflow: hidden; contain: layout paint; }
    .lines { position: absolute; left: 0; top: 0; min-width: 100%; width: max-content; }
    .line { position: absolute; left: 0; min-width: 100%; width: max-content; height: var(--line-height, 19px); white-space: pre; }
  `];

  @property({ type: Number }) count = 0;
  @property({ type: Number }) lineHeight = 19;
  /** The widest line, in characters of the typeface. */
  @property({ type: Number }) columns = 0;
  /** A line, or nothing while it is not there. */
  @property({ attribute: false }) line: (index: number) => TemplateResult | typeof nothing = () => nothing;
  /** Told which lines are looked at. */
  @property({ attribute: false }) look: (first: number, end: number) => void = () => {};
  @property() name = "";
  @property() listRole = "document";
  @property() active = "";

  @query(".scroller") private readonly scroller!: HTMLElement;
  private top = 0;
  private height = 0;
  private expected = 0;
  private map = new ScrollMap(0, 19, 0);
  private frame = 0;
  private readonly watcher = new ResizeObserver(() => this.resized());

  override firstUpdated(): void {
    this.watcher.observe(this);
    this.scroller.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.resized();
  }

  refresh(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.requestUpdate();
    });
  }

  override focus(): void {
    this.scroller.focus({ preventScroll: true });
  }

  toTop(): void {
    this.top = 0;
    this.requestUpdate();
  }

  reveal(index: number): void {
    this.top = this.map.reveal(index, this.top, 1);
    this.refresh();
  }

  override render() {
    this.map = new ScrollMap(this.count, this.lineHeight, this.height);
    this.top = this.map.clamp(this.top);
    const { first, end } = this.map.visible(this.top);
    const slots = Math.ceil(this.height / this.lineHeight) + 1;
    const indexes = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
    const width = `max(100%, calc(${this.columns}ch + 80px))`;
    return html`<div class="scroller" tabindex="0" role=${this.listRole} aria-label=${this.name} aria-activedescendant=${this.active || nothing} @scroll=${this.scrolled}>
      <div class="box" role="presentation" ${place({ height: `${this.map.boxHeight}px`, width })}>
        <div class="layer" role="presentation" ${place({ height: `${this.height}px` })}>
          <div class="lines" role="presentation" ${place({ transform: `translateY(${first * this.lineHeight - this.top}px)`, "--line-height": `${this.lineHeight}px` })}>
            ${repeat(indexes, (index) => index % slots, (index) => html`<div class="line" role="presentation" ${place({ top: `${(index - first) * this.lineHeight}px` })}>${this.line(index)}</div>`)}
          </div>
        </div>
      </div>
    </div><div class="ring"></div>`;
  }

  override updated(): void {
    const wanted = this.map.scrollTopOf(this.top);
    if (Math.abs(this.scroller.scrollTop - wanted) >= 1) {
      this.scroller.scrollTop = wanted;
    }
    this.expected = this.scroller.scrollTop;
    const { first, end } = this.map.visible(this.top);
    this.look(Math.max(0, first - 8), Math.min(this.count, end + 8));
  }

  private resized(): void {
    if (this.clientHeight !== this.height) {
      this.height = this.clientHeight;
      this.requestUpdate();
    }
  }

  private scrolled(): void {
    const { scrollTop } = this.scroller;
    if (Math.abs(scrollTop - this.expected) >= 1) {
      this.expected = scrollTop;
      this.top = this.map.topOf(scrollTop);
      this.refresh();
    }
  }

  private wheel(event: WheelEvent): void {
    if (this.map.scaled && !event.ctrlKey && !event.shiftKey && event.deltaY !== 0) {
      event.preventDefault();
      this.top = this.map.clamp(this.top + event.deltaY * (event.deltaMode === 1 ? this.lineHeight : 1));
      this.refresh();
    }
  }
}
