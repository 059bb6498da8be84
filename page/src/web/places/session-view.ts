import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { HistoryItem, SessionId } from "../api.ts";
import "../log/conversation-log.ts";
import "../log/detail-pane.ts";
import { app } from "../state/app.ts";
import { count, millis, moment, size } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import { PastSessions } from "./past-sessions.ts";
import { placeStyles } from "./place-styles.ts";
import "./log-and-detail.ts";

/** A past session with the same log and detail as a live one. */
@customElement("parley-session")
export class SessionView extends LitElement {
  static override styles = [controls, placeStyles, css`parley-log-and-detail { flex: 1; min-height: 0; }`];

  @property() session: SessionId = "";
  private readonly found = new PastSessions(this);

  override willUpdate(): void {
    this.found.look([this.session]);
  }

  override render() {
    const [item] = this.found.items ?? [];
    if (this.found.items && !item) {
      return this.gone();
    }
    return html`
      <div class="head">${item ? this.head(item) : html`<h1>Session</h1>`}</div>
      <parley-log-and-detail .session=${this.session}></parley-log-and-detail>`;
  }

  private gone() {
    return html`<div class="tell">
      <b>This session is gone</b>
      <p>It was deleted, or fell out of the history by its limits.</p>
      <button class="button" @click=${() => app.show({ kind: "history" })}>Open the history</button></div>`;
  }

  private head({ key, state, name, text, environment, began, ended, rows, bytes }: HistoryItem) {
    const facts = [
      text, environment && `env ${environment}`, moment(began), ended ? millis(ended - began) : "", count(rows, "row"), size(bytes),
    ];
    return html`<span class="dot ${state}"></span><h1>${name}</h1>
      <span class="sub">${facts.filter((fact) => fact).join(" · ")}</span><span class="grow"></span>
      ${key ? html`<button class="button" @click=${() => app.show({ kind: "file", key })}>Open the conversation</button>` : ""}`;
  }
}
