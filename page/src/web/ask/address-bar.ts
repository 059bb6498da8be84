import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Edit, Key, LiveConnection, Talk } from "../api.ts";
import { corrected, pasted, type Pasted } from "../code/address.ts";
import "../code/code-editor.ts";
import type { CodeEditor } from "../code/code-editor.ts";
import { register } from "../state/actions.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { openMenu } from "../ui/menu.ts";
import { controls } from "../ui/styles.ts";
import "./connection-state.ts";
import { stateWords } from "./connection-words.ts";
import { cancel, connect, disconnect, runSteps, stopSteps } from "./conversation-actions.ts";
import { change, ensureOpen } from "./edits.ts";
import { Follow } from "./follow.ts";
import { known } from "./known.ts";

let shown: AddressBar | undefined;

register({ id: "address", title: "Go to the address", group: "Conversation", keys: ["F4"], when: () => shown !== undefined, run: () => shown!.edit() });

/** The address, the state, and what connects, ends and runs. */
@customElement("parley-address-bar")
export class AddressBar extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; align-items: center; gap: 8px; padding: 0 12px; height: 52px; min-width: 0; background: var(--bg); container: address / inline-size; }
    .url {
      flex: 1; display: flex; align-items: center; height: 34px; min-width: 0; border: var(--line) solid var(--line-strong);
      border-radius: var(--radius); background: var(--bg);
    }
    .url:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
    .state {
      display: inline-flex; align-items: center; gap: 4px; max-width: 46%; flex: none; min-width: 158px; padding: 0 10px;
      border-right: var(--line) solid var(--line-c); height: 20px;
    }
    parley-code-editor { flex: 1; margin: 0 8px; --editor-size: var(--t-m); }
    .above { --editor-ink: var(--ink-2); }
    .inherited { font-size: var(--t-xs); color: var(--ink-3); padding-right: 10px; white-space: nowrap; }
    .off {
      color: var(--bad); font-size: var(--t-s); font-weight: 550; padding: 0 10px;
      border-left: var(--line) solid var(--line-c); white-space: nowrap;
    }
    .button { min-width: 0; }
    .wide { min-width: 132px; justify-content: center; }
    @media (max-width: 1100px) { kbd { display: none; } .wide { min-width: 96px; } }
    @container address (max-width: 560px) {
      .inherited, .play .words { display: none; }
      .state { min-width: 0; max-width: 40%; padding: 0 8px; }
      .wide { min-width: 0; }
    }
  `];

  @property() key: Key = "";
  /** What is typed and not yet in the file. */
  @state() private typed: string | undefined;
  @query("parley-code-editor") private readonly editor!: CodeEditor;
  private readonly known = new Follow(this);
  /** What is on its way into the file. */
  private writing = "";

  constructor() {
    super();
    new Watch(this, [app.talks, app.files, app.connected, app.verify]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    shown = this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    shown = shown === this ? undefined : shown;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = undefined;
      this.known.to(known.of(this.key));
    }
    ensureOpen(this.key);
  }

  edit(): void {
    this.editor.focus();
    this.editor.selectAll();
  }

  private get address() {
    return app.files.value.get(this.key)?.model?.url;
  }

  override render() {
    const talk = app.talks.value.get(this.key);
    const { address } = this;
    const inherited = address && address.own === undefined && address.value ? address.from : "";
    return html`
      <div class="url">
        <span class="state"><parley-connection-state .key=${this.key}></parley-connection-state>${this.others(talk)}</span>
        <parley-code-editor single label="Address" class=${inherited && this.typed === undefined ? "above" : ""} .subject=${this.key} placeholder=${!address ? "" : "wss://host/path, or paste a command of websocat, wscat or curl"}
          .value=${this.typed ?? address?.own ?? address?.value ?? ""} .known=${known.of(this.key).value}
          @edit=${(event: CustomEvent<string>) => { this.typed = event.detail; }} @leave=${() => void this.keep()}
          @submit=${() => void connect(this.key)} @pasted=${this.paste}></parley-code-editor>
        ${inherited && this.typed === undefined ? html`<span class="inherited">from ${inherited}</span>` : ""}
        ${this.unverified(talk) ? html`<span class="off" title="The server's certificate is not checked. Switch it on in TLS, or in the bottom bar.">TLS not verified</span>` : ""}
      </div>
      ${this.connector(talk)}${this.player(talk)}`;
  }

  private unverified(talk: Talk | undefined): boolean {
    const own = app.files.value.get(this.key)?.model?.settings.find((one) => one.name === "tls.verify")?.value === "false";
    return !app.verify.value || own || (talk?.connections.some((one) => !one.verified) ?? false);
  }

  private others(talk: Talk | undefined) {
    const all = talk?.connections ?? [];
    const open = all.filter((one) => one.state === "connected").length;
    return all.length < 2 ? "" : html`<button class="plain" aria-haspopup="menu" aria-label="Connections, ${open} of ${all.length} open"
      @click=${(event: Event) => this.choose(all, event.currentTarget as Element)}>${open} open ${icon("down", 10)}</button>`;
  }

  private choose(all: LiveConnection[], anchor: Element): void {
    openMenu("Connections", all.map((one) => {
      const ends = ["connecting", "connected"].includes(one.state);
      return {
        title: `${ends ? "Disconnect" : "Connect"} ${one.name || "main"}`, note: stateWords(one, Date.now()), dot: one.state,
        run: () => void (ends ? disconnect(this.key, one.name) : connect(this.key, one.name)),
      };
    }), anchor);
  }

  private connector(talk: Talk | undefined) {
    switch (talk?.state) {
      case "connecting":
        return html`<button class="button large wide" title="Cancel connecting (F6)" @click=${() => void cancel(this.key)}>Cancel <kbd>F6</kbd></button>`;
      case "connected":
        return html`<button class="button large wide" title="Disconnect (F6)" @click=${() => void disconnect(this.key)}>Disconnect <kbd>F6</kbd></button>`;
      case "closing":
        return html`<button class="button large wide" disabled>Closing</button>`;
      default:
        return html`<button class="button large wide primary" title="Connect (F5)" ?disabled=${!app.connected.value} @click=${() => void connect(this.key)}>Connect <kbd>F5</kbd></button>`;
    }
  }

  private player(talk: Talk | undefined) {
    if (talk?.running) {
      return html`<button class="button large" title="Stop the steps" @click=${() => void stopSteps(this.key)}>${icon("stop")} Stop</button>`;
    }
    const steps = app.files.value.get(this.key)?.model?.steps.length ?? 0;
    return html`<button class="button large play" aria-label="Run steps" ?disabled=${steps === 0} title=${steps === 0 ? "There are no steps yet: add some in Steps" : "Run the steps (Ctrl+Enter)"}
      @click=${() => void runSteps(this.key)}>${icon("play")}<span class="words"> Run steps</span></button>`;
  }

  /** Puts what is typed into the file. */
  private async keep(): Promise<void> {
    const { typed, key } = this;
    if (typed === undefined || this.writing === key + typed) {
      return;
    }
    if (typed.trim() === (this.address?.own ?? this.address?.value ?? "")) {
      this.typed = undefined;
      return;
    }
    this.writing = key + typed;
    await this.write(corrected(typed.trim()), typed);
    this.writing = "";
  }

  private paste(event: CustomEvent<string>): void {
    const text = event.detail.trim();
    const whole = /^(\$\s*)?(websocat|wscat|curl)\s/.test(text) || /^https?:\/\//i.test(text) && this.editor.value.trim() === "";
    if (whole) {
      event.preventDefault();
      void this.write(pasted(text), this.typed);
    }
  }

  /** What is typed stays until it is in the file; another conversation may be shown by then. */
  private async write(found: Pasted, typed: string | undefined): Promise<void> {
    const { key } = this;
    const edits: Edit[] = [found.url ? { op: "put", at: ["url"], value: found.url } : { op: "remove", at: ["url"] }];
    if (found.subprotocols.length > 0) {
      edits.push({ op: "put", at: ["subprotocols"], value: found.subprotocols });
    }
    const { refusal } = await change("file.edit", key, { edits }, `the address ${found.url}`);
    if (key === this.key && this.typed === typed) {
      this.typed = refusal ? found.url : undefined;
    }
    for (const [name, value] of refusal ? [] : found.headers) {
      await change("file.row", key, { table: "headers", row: { name, value, enabled: true } }, `the header ${name}`);
    }
    if (found.notice && !refusal) {
      app.toast({ text: found.notice, severity: "info" });
    }
  }
}
