import { css, html, LitElement } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { ConversationModel, Key, Setting } from "../api.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import "./section-title.ts";
import "./settings-form.ts";
import "./tls-certificates.ts";

/** The settings in the order in which people ask for them. */
const PARTS: { heading: string; names: string[] }[] = [
  { heading: "The server's certificate", names: ["verify", "ca", "pin", "server-name"] },
  { heading: "Your certificate", names: ["certificate", "key", "pkcs12", "password"] },
  { heading: "The handshake", names: ["min-version", "max-version", "ciphers", "alpn", "key-log"] },
];

/** How TLS is used. */
@customElement("parley-tls-form")
export class TlsForm extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    .off {
      display: flex; gap: 8px; align-items: center; padding: 8px 12px; background: var(--bad-soft); color: var(--bad);
      font-size: var(--t-s); font-weight: 600; border-bottom: var(--line) solid var(--line-c);
    }
    .off span { color: var(--ink); font-weight: 400; }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) settings: Setting[] = [];
  @property({ attribute: false }) certificates: ConversationModel["certificates"] = { rows: [] };

  override render() {
    const named = (name: string) => this.settings.filter((one) => one.name === `tls.${name}`);
    const known = PARTS.flatMap((one) => one.names);
    const others = this.settings.filter((one) => !known.includes(one.name.slice(4)));
    const off = named("verify").some((one) => one.value === "false");
    return html`${off ? html`<div class="off" role="note">${icon("unlock")}<div>Not verified. <span>Anybody between here and the server can read and change what is said.</span></div></div>` : ""}
      ${PARTS.map(({ heading, names }) => this.section(heading, [...names.flatMap(named), ...heading === "The handshake" ? others : []]))}`;
  }

  private section(heading: string, settings: Setting[]) {
    const certificates = heading === "Your certificate" ? html`<parley-tls-certificates .key=${this.key} .certificates=${this.certificates}></parley-tls-certificates>` : "";
    return settings.length === 0 ? "" : html`<parley-section-title heading=${heading}></parley-section-title>
      <parley-settings-form .key=${this.key} without="tls." .settings=${settings}></parley-settings-form>${certificates}`;
  }
}
