import { css, html, LitElement } from "lit";
import { customElement } from "lit/decorators.js";
import type { LiveConnection, Talk } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { count, expiry, millis } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { toggleVerification } from "./verification.ts";

/** The bottom of the page: the facts of the connection that is shown, and whether all is kept. */
@customElement("parley-status-bar")
export class StatusBar extends LitElement {
  static override styles = [controls, css`
    :host {
      display: flex; align-items: center; gap: 18px; height: 100%; padding: 0 6px 0 12px; background: var(--bg-2);
      font-size: var(--t-xs); color: var(--ink-3); white-space: nowrap; overflow: hidden;
    }
    b { color: var(--ink-2); font-weight: 500; }
    span.facts { overflow: hidden; text-overflow: ellipsis; min-width: 0; }
    .timing, .bad, .ping, button { flex: none; }
    button { display: inline-flex; align-items: center; gap: 5px; height: 20px; padding: 0 6px; border-radius: 4px; }
    button:hover { background: var(--bg-3); color: var(--ink); }
    .off, button.off:hover, .bad { color: var(--bad); font-weight: 600; }
    button.off { background: var(--bad-soft); }
    .ping, .timing { font-variant-numeric: tabular-nums; }
    @media (max-width: 1100px) { .timing { display: none; } }
  `];

  constructor() {
    super();
    new Watch(this, [app.talks, app.tabs, app.shown, app.connected, app.verify, app.files, app.logs, app.memory.saving]);
  }

  override render() {
    const { place } = app;
    const talk = place?.kind === "file" ? app.talks.value.get(place.key) : undefined;
    const ping = talk?.connections[0]?.pingMillis;
    return html`${this.facts(talk)}<span class="grow"></span>${this.trouble(talk)}
      ${ping === undefined ? "" : html`<span class="ping">ping <b>${millis(ping)}</b></span>`}
      ${this.verification()}<span role="status">${this.saved()}</span>`;
  }

  private facts(talk: Talk | undefined) {
    const connection = talk?.connections[0];
    if (!connection?.facts) {
      return html`<span class="facts">${connection ? connection.text : ""}</span>`;
    }
    const { protocol, subprotocol, compression, tls, certificate, proxy, token } = connection.facts;
    const first = [protocol, subprotocol && html`<b>${subprotocol}</b>`, compression].filter((one) => one);
    return html`<span class="facts">${first.map((one, index) => html`${index > 0 ? " · " : ""}${one}`)}</span>
      ${tls ? html`<span class="facts">${tls}${certificate ? html` · <b>${certificate}</b>` : ""}${
        connection.verified ? "" : html` · <span class="bad">not verified</span>`}</span>` : ""}
      ${proxy ? html`<span class="facts">via proxy <b>${proxy.replace(/^http:\/\//, "")}</b></span>` : ""}
      ${token === undefined ? "" : html`<span class="facts ${token > Date.now() ? "" : "bad"}">token ${expiry(token)}</span>`}
      ${this.timing(connection)}`;
  }

  private timing({ timing }: LiveConnection) {
    const stages = [
      ["token", timing?.token], ["DNS", timing?.dns], ["TCP", timing?.tcp], ["proxy", timing?.proxy], ["TLS", timing?.tls], ["upgrade", timing?.upgrade],
    ] as const;
    const known = stages.flatMap(([name, value]) => value === undefined ? [] : `${name} ${Math.round(value * 10) / 10}`);
    return known.length === 0 ? "" : html`<span class="timing">${known.join(" · ")} ms</span>`;
  }

  private trouble(talk: Talk | undefined) {
    const log = talk?.session ? app.logs.value.get(talk.session) : undefined;
    if (log?.trouble) {
      return html`<span class="bad" role="alert">${log.trouble}</span>`;
    }
    return log && log.behind > 10_000 ? html`<span>${count(log.behind, "row")} wait to be stored</span>` : "";
  }

  private verification() {
    return app.verify.value
      ? html`<button aria-label="Verify TLS certificates: on" title="Certificates are verified. Press to turn that off."
        @click=${toggleVerification}>${icon("lock", 11)}TLS verify</button>`
      : html`<button class="off" aria-label="Verify TLS certificates: off" title="Certificates are not verified. Press to turn that on."
        @click=${toggleVerification}>${icon("unlock", 11)}TLS verify off</button>`;
  }

  private saved() {
    if (!app.connected.value) {
      return html`<span class="bad">${app.greeting.value ? "server lost, trying again" : "connecting to the server"}</span>`;
    }
    const { place } = app;
    if (place?.kind === "file" && place.key.startsWith("scratch:")) {
      return "not saved";
    }
    return app.memory.saving.value ? "saving…" : "saved";
  }
}
