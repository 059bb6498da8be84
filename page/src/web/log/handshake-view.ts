import { html, LitElement, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Handshake, Key, SessionId, Stage } from "../api.ts";
import { Refused } from "../server.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { millis } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import "./advice-cards.ts";
import { handshakeStyles } from "./handshake-styles.ts";
import "./http-body.ts";
import "./http-head.ts";
import { httpStyles } from "./http-styles.ts";
import "./timing-bars.ts";
import "./tls-chain.ts";
import "./way-view.ts";

const STAGES: Record<Stage, string> = {
  token: "fetching a token", dns: "looking up the name", tcp: "connecting", proxy: "passing the proxy", tls: "agreeing on TLS",
  upgrade: "asking for the upgrade",
};

/** How a connection came about, or why not: the request and the answer byte for byte, TLS, times, findings. */
@customElement("parley-handshake-view")
export class HandshakeView extends LitElement {
  static override styles = [controls, httpStyles, handshakeStyles];

  @property() key: Key = "";
  @property() session: SessionId = "";
  /** A row of the attempt. */
  @property({ type: Number }) position = -1;
  @state() private handshake: Handshake | undefined;
  @state() private fault = "";

  private asked = "";

  constructor() {
    super();
    new Watch(this, [app.connected]);
  }

  override willUpdate(): void {
    const wanted = `${this.session}/${this.position}`;
    if (wanted !== this.asked && app.connected.value) {
      this.asked = wanted;
      void this.read(wanted);
    }
  }

  private async read(wanted: string): Promise<void> {
    const { session, position } = this;
    try {
      const found = position < 0 ? undefined : await app.server.call("log.handshake", { session, position });
      this.take(wanted, found, "");
    } catch (why) {
      this.take(wanted, undefined, why instanceof Refused ? why.refusal.text : String(why));
    }
  }

  /** An answer that comes late is of no use; what broke off is asked again. */
  private take(wanted: string, found: Handshake | undefined, fault: string): void {
    if (wanted === this.asked) {
      this.handshake = found;
      this.fault = fault;
      this.asked = fault === "" || app.connected.value ? wanted : "";
    }
  }

  override render() {
    const it = this.handshake;
    if (!it) {
      return html`<div class="empty">${this.fault || (this.position < 0 ? "No connection has been tried yet." : "")}</div>`;
    }
    return html`<div class="all ${it.state}">
      ${this.head(it)}
      ${it.advice.length > 0 ? html`<parley-advice-cards .all=${it.advice} .key=${this.key}></parley-advice-cards>` : nothing}
      ${it.findings.length > 0 ? findings(it) : nothing}
      ${it.response || it.request ? html`<div class="sides">
        ${it.response ? html`<parley-http-head heading="Response" .head=${it.response}></parley-http-head>` : nothing}
        ${it.request ? html`<parley-http-head heading="Request" .head=${it.request}></parley-http-head>` : nothing}</div>` : nothing}
      ${it.body ? html`<parley-http-body heading=${it.stage === "proxy" ? "What the proxy sent" : "Body"} .body=${it.body}></parley-http-body>` : nothing}
      ${it.hops.length > 0 || it.tunnel || it.token ? html`<parley-way-view .handshake=${it}></parley-way-view>` : nothing}
      ${it.timing.length > 0 ? timing(it) : nothing}
      ${it.tries.length > 0 ? tries(it) : nothing}
      ${it.tls ? html`<section><h3>TLS</h3><parley-tls-chain .tls=${it.tls}></parley-tls-chain></section>` : nothing}
      ${it.exception ? html`<details>
        <summary>The error as the machine told it</summary>
        <pre tabindex="0">${it.exception}</pre></details>` : nothing}
    </div>`;
  }

  private head(it: Handshake) {
    const [, code = "", reason] = /^\S+ (\d+) ?(.*)$/.exec(it.response?.line ?? "") ?? [];
    const failed = it.state === "failed";
    return html`<div class="head ${it.state}">
      <h2>${failed ? `Failed while ${it.stage ? STAGES[it.stage] : "connecting"}`
        : html`<span class="code">${code}</span>${reason ?? it.response?.line ?? ""}`}</h2>
      ${failed && it.failure ? html`<div>${it.failure}</div>` : nothing}
      <div class="url">${it.url}</div>
      ${it.state === "opened" ? html`<div class="agreed">
        <span>subprotocol <b>${it.subprotocol ?? "none"}</b></span>
        <span>extensions <b>${it.extensions.join(", ") || "none"}</b></span></div>` : nothing}</div>`;
  }
}

function findings({ findings }: Handshake) {
  return html`<section aria-label="Findings">
    <h3>Findings</h3>
    ${findings.map(({ severity, text, section }) => html`<p class="finding ${severity}">
      <span class="sign" aria-hidden="true">!</span>
      <span>${text} ${section ? html`<cite>${section}</cite>` : nothing}</span></p>`)}</section>`;
}

function timing({ timing, state, stage }: Handshake) {
  const failed = state === "failed" ? stage ?? "" : "";
  return html`<section><h3>Time</h3><parley-timing-bars .timing=${timing} .failed=${failed}></parley-timing-bars></section>`;
}

function tries({ tries }: Handshake) {
  return html`<section>
    <h3>Addresses tried</h3>
    <table>${tries.map((one) => html`<tr>
      <td>${one.address}</td><td>${one.text}${one.millis === undefined ? "" : `, ${millis(one.millis)}`}</td></tr>`)}</table></section>`;
}
