import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Body, Handshake, Head, Hop } from "../api.ts";
import { expiry } from "../state/words.ts";
import { controls } from "../ui/styles.ts";
import "./http-body.ts";
import "./http-head.ts";
import { httpStyles } from "./http-styles.ts";
import "./tls-chain.ts";

/** What lay between us and the server: answers that were followed, the proxy, the token. */
@customElement("parley-way-view")
export class WayView extends LitElement {
  static override styles = [controls, httpStyles, css`
    :host { display: grid; gap: 16px; container: way / inline-size; }
    .sides, .inside { display: grid; gap: 12px; }
    @container way (min-width: 760px) { .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px; } }
    h3 code, summary code { font: 500 var(--t-s) var(--mono); color: var(--ink); overflow-wrap: anywhere; }
    details { border: var(--line) solid var(--line-c); border-radius: var(--radius); }
    details + details { margin-top: 6px; }
    summary { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; padding: 7px 11px; cursor: pointer; font-size: var(--t-s); }
    summary b { font: 600 var(--t-s) var(--mono); }
    summary::before { content: "▸"; color: var(--ink-3); }
    details[open] > summary::before { content: "▾"; }
    details > .inside { padding: 4px 11px 11px; }
    p { margin: 0; font-size: var(--t-s); color: var(--ink-2); overflow-wrap: anywhere; }
    p b { font: 500 var(--t-s) var(--mono); color: var(--ink); }
  `];

  @property({ attribute: false }) handshake!: Handshake;

  override render() {
    const { hops, tunnel, token } = this.handshake;
    return html`${hops.length > 0 ? html`<section aria-label="Followed answers">
        <h3>Before that<span class="muted">answers that another request followed</span></h3>
        ${hops.map((hop, at) => followed(hop, hops[at + 1]?.url ?? this.handshake.url))}</section>` : nothing}
      ${tunnel ? html`<section aria-label="Proxy">
        <h3>Proxy <code>${tunnel.proxy}</code>${tunnel.variable ? html`<span class="muted">as ${tunnel.variable} says</span>` : nothing}</h3>
        ${tunnel.response || tunnel.request ? exchange(tunnel.response, tunnel.request, tunnel.body, "Proxy's answer", "Request to the proxy")
          : html`<p>${tunnel.proxy.startsWith("socks") ? "SOCKS 5 has no heads to show: the connection was asked for in bytes." : "It was not asked yet."}</p>`}
        ${tunnel.tls ? html`<h3>TLS to the proxy</h3><parley-tls-chain .tls=${tunnel.tls}></parley-tls-chain>` : nothing}</section>` : nothing}
      ${token ? html`<section aria-label="Token">
        <h3>Token <code>${token.url}</code></h3>
        ${token.response ? exchange(token.response, undefined, token.body, "Token server's answer", "") : html`<p>${token.reused ? "At hand from before" : "Fetched"}${
          token.expires === undefined ? ". The server did not say when it expires." : html`; it <b>${expiry(token.expires)}</b>.`}</p>`}</section>` : nothing}`;
  }
}

function followed(hop: Hop, next: string) {
  const [, code = "", reason = ""] = /^\S+ (\d+) ?(.*)$/.exec(hop.response.line) ?? [];
  return html`<details>
    <summary><b>${code} ${reason}</b><code>${hop.url}</code><span class="muted">${hop.reason === "redirect" ? html`led to ${next}` : "asked who is there, and was told"}</span></summary>
    <div class="inside">${exchange(hop.response, hop.request, hop.body, "Response", "Request")}</div></details>`;
}

function exchange(response: Head | undefined, request: Head | undefined, body: Body | undefined, answer: string, asked: string) {
  return html`<div class="sides">
      ${response ? html`<parley-http-head heading=${answer} .head=${response}></parley-http-head>` : nothing}
      ${request ? html`<parley-http-head heading=${asked} .head=${request}></parley-http-head>` : nothing}</div>
    ${body ? html`<parley-http-body .body=${body}></parley-http-body>` : nothing}`;
}
