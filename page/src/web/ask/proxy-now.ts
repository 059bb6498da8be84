import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Key, ProxyNow } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { formStyles } from "./form-styles.ts";

/** By which way the conversation would connect now, and what says so. */
@customElement("parley-proxy-now")
export class ProxyNowLine extends LitElement {
  static override styles = [controls, formStyles, css`
    :host { display: block; font-size: var(--t-s); }
    .note { margin: 0; }
    b { font-weight: 600; } b.mono { font: 500 var(--t-s) var(--mono); }
  `];

  @property() key: Key = "";
  @state() private now: ProxyNow | undefined;
  private asked = "";

  constructor() {
    super();
    new Watch(this, [app.files, app.environments, app.connected]);
  }

  override willUpdate(): void {
    const wanted = [this.key, app.files.value.get(this.key)?.version, app.environments.value.map((one) => one.chosen)].join();
    if (wanted !== this.asked && app.connected.value) {
      this.asked = wanted;
      void this.read(wanted);
    }
  }

  private async read(wanted: string): Promise<void> {
    const now = await app.server.call("talk.proxy", { key: this.key }).catch(() => undefined);
    this.now = wanted === this.asked ? now : this.now;
  }

  override render() {
    const { now } = this;
    if (!now || now.why === "faulty") {
      return "";
    }
    const bad = now.why === "unreadable";
    return html`<div class="note ${bad ? "bad" : ""}" role="status">${icon(bad ? "warning" : "open")}<span>${words(now)}</span></div>`;
  }
}

function words({ why, host, proxy, variable, text }: ProxyNow) {
  const to = html`<b class="mono">${host}</b>`;
  const by = html`<b class="mono">${proxy}</b>`;
  switch (why) {
    case "proxy":
      return variable ? html`Now ${to} is reached through ${by}, as <code>${variable}</code> says.` : html`Now ${to} is reached through ${by}.`;
    case "no-proxy":
      return html`Now ${to} is reached straight: <code>NO_PROXY</code> excludes it from ${by} of <code>${variable}</code>.`;
    case "except":
      return html`Now ${to} is reached straight: it is among the hosts that need no proxy.`;
    case "this-machine":
      return html`Now ${to} is reached straight: it is this machine. Others go through ${by}, as <code>${variable}</code> says.`;
    case "unset":
      return html`Now ${to} is reached straight: no variable of the environment names a proxy.`;
    case "socket":
      return "A socket of this machine is reached straight.";
    case "unreadable":
      return html`<code>${variable}</code> of the environment cannot be used: ${text}`;
    case "none":
    case "faulty":
      return html`Now ${to} is reached straight.`;
  }
}
