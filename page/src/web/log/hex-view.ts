import { css, html, LitElement, type TemplateResult } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { SessionId } from "../api.ts";
import { hexLine } from "../code/hex.ts";
import { controls } from "../ui/styles.ts";
import { BodyLines } from "./body-lines.ts";
import "./virtual-lines.ts";
import type { VirtualLines } from "./virtual-lines.ts";

/** The bytes of a message: offset, pairs, ASCII. */
@customElement("parley-hex-view")
export class HexView extends LitElement {
  static override styles = [controls, css`
    :host { display: grid; min-height: 0; min-width: 0; padding-top: 6px; }
    p { margin: 12px; }
    .late { font-size: var(--t-s); color: var(--ink-3); animation: late .1s .4s both; }
    @keyframes late { from { opacity: 0; } }
  `];

  @property() session: SessionId = "";
  @property({ type: Number }) position = -1;
  @query("parley-virtual-lines") private readonly lines!: VirtualLines | null;
  private body: BodyLines | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session") || changed.has("position")) {
      this.body?.close();
      this.body = this.position >= 0 ? new BodyLines(this.session, this.position, "hex", () => this.came()) : undefined;
      this.lines?.toTop();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.body?.close();
  }

  private came(): void {
    this.lines?.refresh();
    this.requestUpdate();
  }

  override render() {
    const { body } = this;
    if (body?.fault) {
      return html`<p class="error" role="alert">${body.fault}</p>`;
    }
    if (!body?.loaded) {
      return html`<p class="late" role="status">Reading the bytes…</p>`;
    }
    return body.total === 0 || body.total === 1 && body.line(0) === ""
      ? html`<p class="muted">It has no bytes.</p>`
      : html`<parley-virtual-lines name="Bytes of the message" .count=${body.total} .columns=${78} .look=${this.look} .line=${this.line}></parley-virtual-lines>`;
  }

  private readonly look = (first: number, end: number): void => this.body?.look(first, end);

  private readonly line = (index: number): TemplateResult => {
    const { offset, left, right, ascii } = hexLine(this.body?.line(index) ?? "", index);
    return html`<span class="offset">${offset}</span><span class="pairs">${left}<span class="gap"></span>${right}</span><span class="ascii">${ascii}</span>`;
  };
}
