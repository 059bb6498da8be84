import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Key, LiveConnection } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { controls } from "../ui/styles.ts";
import { stateWords } from "./connection-words.ts";

/** Whether it is connected, in a dot and in words, with the time that runs. */
@customElement("parley-connection-state")
export class ConnectionStateWords extends LitElement {
  static override styles = [controls, css`
    :host {
      display: inline-flex; align-items: center; gap: 7px; font-size: var(--t-s); color: var(--ink-2); white-space: nowrap;
      font-variant-numeric: tabular-nums; min-width: 0;
    }
    .words { overflow: hidden; text-overflow: ellipsis; }
    .connected { color: var(--ok); }
    .connecting, .closing { color: var(--warn); }
    .failed, .refused { color: var(--bad); }
    .words.connecting, .words.closing { color: var(--ink-2); }
    @media (prefers-reduced-motion: no-preference) {
      .dot.connecting { animation: pulse 1s ease-in-out infinite alternate; }
      @keyframes pulse { to { opacity: .35; } }
    }
  `];

  @property() key: Key = "";
  private timer: number | undefined;

  constructor() {
    super();
    new Watch(this, [app.talks]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.tick(false);
  }

  private get first(): LiveConnection | undefined {
    return app.talks.value.get(this.key)?.connections[0];
  }

  override render() {
    const { first } = this;
    const words = stateWords(first, Date.now());
    const state = first?.retry ? "connecting" : first?.state ?? "disconnected";
    this.tick(state === "connected" || first?.retry !== undefined);
    return html`<span class="dot ${state}"></span><span class="words ${state}" role="status" aria-live=${state === "connected" ? "off" : "polite"} title=${first?.text ?? words}>${words}</span>`;
  }

  /** Each second, while there is a time to tell. */
  private tick(wanted: boolean): void {
    if (wanted && this.timer === undefined) {
      this.timer = setInterval(() => this.requestUpdate(), 1000) as unknown as number;
    } else if (!wanted) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }
}
