import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { HistoryItem, SessionId } from "../api.ts";
import "../log/compare-view.ts";
import "../log/conversation-log.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { clock, count, day, moment } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { PastSessions } from "./past-sessions.ts";
import { placeStyles } from "./place-styles.ts";

/** Two sessions side by side; below them, what differs between the row chosen in each. */
@customElement("parley-pair")
export class PairView extends LitElement {
  static override styles = [controls, placeStyles, css`
    .logs { display: grid; grid-template-columns: minmax(0, 1fr) 1px minmax(0, 1fr); flex: 1; min-height: 0; }
    .logs > i { background: var(--line-c); }
    section { display: flex; flex-direction: column; min-height: 0; min-width: 0; }
    .head { min-height: 40px; }
    .head h1 { font-size: var(--t-m); }
    parley-conversation-log { flex: 1; min-height: 0; overflow: hidden; }
    .below { height: 40%; min-height: 0; border-top: var(--line) solid var(--line-strong); }
    .waiting { height: 44px; }
    .tell { height: 100%; padding: 0; }
  `];

  @property() left: SessionId = "";
  @property() right: SessionId = "";
  private readonly found = new PastSessions(this);

  constructor() {
    super();
    new Watch(this, [app.chosen]);
  }

  override willUpdate(): void {
    this.found.look([this.left, this.right]);
  }

  override render() {
    const [left, right] = [this.left, this.right].map((session) => ({ session, position: app.chosen.value.get(session) }));
    const both = left?.position !== undefined && right?.position !== undefined;
    const [one, other] = this.found.items ?? [];
    return html`
      <div class="logs">${this.side(this.left, one)}<i></i>${this.side(this.right, other)}</div>
      <div class="below ${both ? "" : "waiting"}">${both
        ? html`<parley-compare-view .left=${left} .right=${right}></parley-compare-view>`
        : html`<div class="tell"><p>Choose a row in each to see what differs.</p></div>`}</div>`;
  }

  private side(session: SessionId, item: HistoryItem | undefined) {
    return html`<section aria-label=${item ? `${item.name} of ${moment(item.began)}` : "Session"}>
      <div class="head">${item ? head(item) : ""}</div>
      <parley-conversation-log .session=${session}></parley-conversation-log></section>`;
  }
}

function head({ state, name, began, rows, text }: HistoryItem) {
  return html`<span class="dot ${state}"></span><h1>${name}</h1>
    <span class="sub">${day(began)} ${clock(began)} · ${count(rows, "row")} · ${text}</span>`;
}
