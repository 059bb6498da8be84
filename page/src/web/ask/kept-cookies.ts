import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { KeptCookie, Key, Setting } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { expiry } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import "./section-title.ts";
import "./settings-form.ts";

/** The cookies that servers have set in this conversation: they go along on its next connects. */
@customElement("parley-kept-cookies")
export class KeptCookies extends LitElement {
  static override styles = [controls, css`
    :host { display: block; font-size: var(--t-s); }
    .head { position: relative; }
    .head .plain { position: absolute; right: 6px; top: 3px; font-size: var(--t-xs); color: var(--accent); }
    .cookie { position: relative; display: grid; gap: 2px; padding: 6px 34px 6px 12px; border-bottom: var(--line) solid var(--line-c); }
    .cookie:hover, .cookie:focus-within { background: var(--bg-2); }
    .pair { font-family: var(--mono); overflow-wrap: anywhere; }
    .pair b { font-weight: 600; }
    .facts { display: flex; flex-wrap: wrap; gap: 0 10px; color: var(--ink-3); font-size: var(--t-xs); }
    .cookie .plain { position: absolute; right: 6px; top: 5px; line-height: 0; padding: 4px; }
    p { margin: 0; padding: 10px 12px; color: var(--ink-3); font-size: var(--t-xs); line-height: 16px; }
  `];

  @property() key: Key = "";
  /** The switch that turns it off. */
  @property({ attribute: false }) settings: Setting[] = [];
  @state() private cookies: KeptCookie[] = [];
  private asked = "";

  constructor() {
    super();
    new Watch(this, [app.talks, app.connected]);
  }

  /** Asks anew with each attempt to connect, for its answer may have set some. */
  override willUpdate(): void {
    const connections = app.talks.value.get(this.key)?.connections ?? [];
    const wanted = JSON.stringify([this.key, connections.map((one) => [one.state, one.since, one.handshake])]);
    if (wanted !== this.asked && app.connected.value) {
      this.asked = wanted;
      void this.take(app.server.call("cookie.list", { key: this.key }));
    }
  }

  private async take(answer: Promise<{ cookies: KeptCookie[] }>): Promise<void> {
    const { key } = this;
    const found = await answer.catch(() => undefined);
    this.cookies = key === this.key ? found?.cookies ?? [] : this.cookies;
  }

  override render() {
    const { cookies, settings } = this;
    const off = settings.some((one) => one.value === "false");
    return html`<div class="head"><parley-section-title heading="Kept, as servers have set them"></parley-section-title>
        ${cookies.length > 0 ? html`<button class="plain" @click=${() => void this.take(app.server.call("cookie.delete", { key: this.key }))}>Delete all</button>` : ""}</div>
      <div role="list" aria-label="Kept cookies">${cookies.map((one) => this.cookie(one))}</div>
      ${cookies.length === 0 ? html`<p>${off ? "None are kept: that is switched off." : "None yet. What an answer sets goes along on the next connects, as a browser does it, until the workbench ends."}</p>` : ""}
      <parley-settings-form .key=${this.key} .settings=${settings}></parley-settings-form>`;
  }

  private cookie(one: KeptCookie) {
    const { name, domain, path } = one;
    const facts = [
      `${one.hostOnly ? "" : "*."}${domain}`, path, one.expires === undefined ? "until the workbench ends" : expiry(one.expires), one.secure ? "Secure" : "", one.httpOnly ? "HttpOnly" : "",
      /^(lax|strict|none)$/.test(one.sameSite) ? `SameSite=${one.sameSite}` : "",
    ];
    return html`<div class="cookie" role="listitem"><div class="pair"><b>${name}</b>=${one.value}</div>
      <div class="facts">${facts.filter((fact) => fact !== "").map((fact) => html`<span>${fact}</span>`)}</div>
      <button class="plain" aria-label="Delete ${name}" title="Delete" @click=${() => void this.take(app.server.call("cookie.delete", { key: this.key, name, domain, path }))}>${icon("close", 12)}</button></div>`;
  }
}
