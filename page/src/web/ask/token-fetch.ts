import { css, html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Key, TokenFetched } from "../api.ts";
import "../log/http-body.ts";
import "../log/http-head.ts";
import { Refused } from "../server.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { expiry } from "../state/words.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { settled } from "./edits.ts";
import { formStyles } from "./form-styles.ts";

/** Fetches the token now, and says how long it is good for; or shows all of what the server answered. */
@customElement("parley-token-fetch")
export class TokenFetch extends LitElement {
  static override styles = [controls, formStyles, css`
    :host { display: grid; gap: 8px; margin-top: 12px; }
    .row { display: flex; align-items: center; gap: 10px; min-width: 0; }
    .row > span { min-width: 0; color: var(--ink-2); font-size: var(--t-s); overflow-wrap: anywhere; }
    .note { margin: 0; }
    .answer { display: grid; gap: 10px; }
  `];

  @property() key: Key = "";
  @state() private fetched: TokenFetched | undefined;
  @state() private busy = false;

  constructor() {
    super();
    new Watch(this, [app.talks]);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.fetched = undefined;
    }
  }

  override render() {
    const { fetched, busy } = this;
    return html`<div class="row"><button class="button" ?disabled=${busy} @click=${() => void this.fetch()}>${icon("clock", 12)}${busy ? "Fetching…" : "Fetch a token now"}</button>
        <span>${this.inUse()}</span></div>
      <div role="status">${fetched ? told(fetched) : nothing}</div>`;
  }

  /** What the open connection carries. */
  private inUse() {
    const expires = app.talks.value.get(this.key)?.connections[0]?.facts?.token;
    return expires === undefined || this.fetched ? nothing : html`The one in use ${expiry(expires)}.`;
  }

  private async fetch(): Promise<void> {
    const { key } = this;
    this.busy = true;
    this.fetched = undefined;
    await settled(key);
    const fetched = await app.server.call("token.fetch", { key }).catch((why: unknown): TokenFetched => {
      const refusal = why instanceof Refused ? why.refusal : undefined;
      return { text: refusal ? `${refusal.text} ${refusal.hint ?? ""}`.trim() : String(why) };
    });
    this.busy = false;
    this.fetched = key === this.key ? fetched : undefined;
  }
}

function told({ token, text }: TokenFetched) {
  if (text === undefined) {
    return html`<div class="note ok">${icon("check")}<span>A token from <code>${token?.url}</code>${token?.expires === undefined
      ? ". The server did not say when it expires." : html`; it <b>${expiry(token.expires)}</b>.`} The next connection uses it.</span></div>`;
  }
  return html`<div class="answer"><div class="note bad">${icon("warning")}<span>${text.replace(/^./, (first) => first.toUpperCase())}</span></div>
    ${token?.response ? html`<parley-http-head heading="Token server's answer" .head=${token.response}></parley-http-head>` : nothing}
    ${token?.body ? html`<parley-http-body .body=${token.body}></parley-http-body>` : nothing}</div>`;
}
