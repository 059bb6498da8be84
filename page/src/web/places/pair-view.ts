import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { HistoryItem, SessionId } from "../api.ts";
import "../log/compare-view.ts";
import "../log/conversation-log.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count, day, moment } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { placeStyles } from "./place-styles.ts";
import { findSession } from "./session-view.ts";

/** Two sessions side by side; below them, what differs between the row chosen in each. */
@customElement("parley-pair")
export class PairView extends LitElement {
  static override styles = [controls, placeStyles, css`
    .logs { display: grid; grid-template-columns: minmax(0, 1fr) 1px minmax(0, 1fr); flex: 1; min-height: 0; } .logs > i { background: var(--line-c); }
    section { display: flex; flex-direction: column; min-height: 0; min-width: 0; } .head { min-height: 40px; } .head h1 { font-size: var(--t-m); } parley-conversation-log { flex: 1; min-height: 0; overflow: hidden; }
    .below { height: 40%; min-height: 0; border-top: var(--line) solid var(--line-strong); } .waiting { height: 44px; } .tell { height: 100%; padding: 0; }
  `];

  @property() left: SessionId = "";
  @property() right: SessionId = "";
  @state() private items: (HistoryItem | undefined)[] = [];

  constructor() {
    super();
    new Watch(this, [app.chosen]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void Promise.all([findSession(this.left), findSession(this.right)]).then((items) => (this.items = items));
  }

  override render() {
    const [left, right] = [this.left, this.right].map((session) => ({ session, position: app.chosen.value.get(session) }));
    const both = left?.position !== undefined && right?.position !== undefined;
    return html`<div class="logs">${this.side(this.left, this.items[0])}<i></i>${this.side(this.right, this.items[1])}</div>
      <div class="below ${both ? "" : "waiting"}">${both ? html`<parley-compare-view .left=${left} .right=${right}></parley-compare-view>` : html`<div class="tell"><p>Choose a row in each to see what differs.</p></div>`}</div>`;
  }

  private side(session: SessionId, item: HistoryItem | undefined) {
    return html`<section aria-label=${item ? `${item.name} of ${moment(item.began)}` : "Session"}><div class="head">${item ? html`<span class="dot ${item.state}"></span><h1>${item.name}</h1><span class="sub">${day(item.began)} ${moment(item.began).slice(-5)} · ${count(item.rows, "row")} · ${item.text}</span>` : ""}</div>
      <parley-conversation-log .session=${session}></parley-conversation-log></section>`;
  }
}
