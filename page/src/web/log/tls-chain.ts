import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Certificate, Handshake } from "../api.ts";
import { controls } from "../ui/styles.ts";

/** The TLS that was agreed, and the server's certificates from its own to the root's. */
@customElement("parley-tls-chain")
export class TlsChain extends LitElement {
  static override styles = [controls, css`
    .facts { display: flex; flex-wrap: wrap; gap: 3px 18px; margin-bottom: 8px; font-size: var(--t-s); color: var(--ink-3); }
    .facts b { font: 500 var(--t-s) var(--mono); color: var(--ink); }
    .facts .off { color: var(--bad); font-weight: 600; }
    .facts .ok { color: var(--ok); }
    ol { margin: 0; padding: 0; list-style: none; display: grid; gap: 6px; }
    li { padding: 8px 11px; border: var(--line) solid var(--line-c); border-radius: var(--radius); font-size: var(--t-s); }
    li.fault { border-color: var(--bad); background: var(--bad-soft); }
    li > b { font-weight: 600; overflow-wrap: anywhere; }
    .why { color: var(--bad); font-weight: 600; }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 1px 12px; margin: 4px 0 0; }
    dt { color: var(--ink-3); }
    dd { margin: 0; font: var(--t-s)/1.5 var(--mono); color: var(--ink-2); overflow-wrap: anywhere; }
  `];

  @property({ attribute: false }) tls!: NonNullable<Handshake["tls"]>;

  override render() {
    const { version, cipher, name, alpn, shown, verified, pinned, chain } = this.tls;
    return html`<div class="facts"><span>${verified ? html`<span class="ok">verified</span>` : html`<span class="off">not verified</span>`}${pinned ? html` <span class="ok">pinned</span>` : nothing}</span><span>version <b>${version}</b></span><span>cipher <b>${cipher}</b></span>
        <span>name asked for <b>${name}</b></span>${alpn ? html`<span>ALPN <b>${alpn}</b></span>` : nothing}${shown ? html`<span>our certificate <b>${shown}</b></span>` : nothing}</div>
      <ol aria-label="Certificates">${chain.map((one) => this.certificate(one))}</ol>`;
  }

  private certificate(it: Certificate) {
    return html`<li class=${it.fault ? "fault" : ""}><b>${it.subject}</b>${it.fault ? html` <span class="why">${it.fault}</span>` : nothing}
      <dl><dt>issued by</dt><dd>${it.issuer}</dd>${it.names.length > 0 ? html`<dt>names</dt><dd>${it.names.join(", ")}</dd>` : nothing}
        <dt>valid</dt><dd>${it.from} to ${it.until}</dd><dt>fingerprint</dt><dd>${it.fingerprint}</dd></dl></li>`;
  }
}
