import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { SessionId } from "../api.ts";
import "../log/conversation-log.ts";
import "../log/detail-pane.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { type Pane, paneSize, sizes } from "../ui/pane-separator.ts";
import { controls } from "../ui/styles.ts";

const WIDE = 1180;
const LOW = 340;

/** The log of a session that is over, with its detail below it, or beside it where there is room; where there is little, once a row is chosen. */
@customElement("parley-log-and-detail")
export class LogAndDetail extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; min-height: 0; min-width: 0; grid-template: minmax(0, 1fr) 1px var(--detail) / minmax(0, 1fr); }
    :host([alone]) { grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
    :host([wide]) { grid-template: minmax(0, 1fr) / minmax(0, 1fr) 1px var(--detail); }
    parley-conversation-log, parley-detail-pane { min-width: 0; min-height: 0; overflow: clip; }
  `];

  @property() session: SessionId = "";
  @state() private width = 900;
  @state() private height = 700;
  private readonly sized = new ResizeObserver(([entry]) => {
    this.width = entry?.contentRect.width || this.width;
    this.height = entry?.contentRect.height || this.height;
  });

  constructor() {
    super();
    new Watch(this, [app.chosen, sizes("pane.session"), sizes("pane.session-wide")]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sized.disconnect();
  }

  private get detail(): Pane {
    return this.wide
      ? { memory: "pane.session-wide", initial: Math.round(this.width * .42), min: 320, max: this.width - 420 }
      : { memory: "pane.session", initial: Math.round(this.height * .42), min: 110, max: this.height - 160 };
  }

  private get wide(): boolean {
    return this.width >= WIDE;
  }

  override render() {
    const { wide } = this;
    const alone = !wide && this.height < LOW && !app.chosen.value.has(this.session);
    this.toggleAttribute("wide", wide);
    this.toggleAttribute("alone", alone);
    this.style.setProperty("--detail", `${paneSize(this.detail)}px`);
    return html`<parley-conversation-log .session=${this.session}></parley-conversation-log>${alone ? "" : html`
      <parley-separator trailing label=${wide ? "Width of the detail" : "Height of the detail"} orientation=${wide ? "vertical" : "horizontal"}
        .pane=${this.detail}></parley-separator>
      <parley-detail-pane .session=${this.session}></parley-detail-pane>`}`;
  }
}
