import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ConversationModel, Key } from "../api.ts";
import "../code/code-editor.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import { Follow } from "./follow.ts";
import { known } from "./known.ts";

interface Field {
  name: string;
  title: string;
  secret?: boolean;
  choices?: string[];
  hint?: string;
  /** What it is at first. */
  first?: string;
}

interface Kind {
  kind: string;
  title: string;
  docs: string;
  fields: Field[];
  /** Not understood yet. */
  later?: boolean;
}

const KINDS: Kind[] = [
  { kind: "none", title: "None", docs: "Nobody is asked who calls.", fields: [] },
  { kind: "inherit", title: "Inherit", docs: "As the folders above and the collection say.", fields: [] },
  {
    kind: "basic", title: "Basic", docs: "A user and a password in the header Authorization.",
    fields: [{ name: "username", title: "User" }, { name: "password", title: "Password", secret: true, hint: "{{env.PASSWORD}}" }],
  },
  {
    kind: "bearer", title: "Bearer", docs: "A token in the header Authorization.",
    fields: [{ name: "token", title: "Token", secret: true, hint: "{{token}}" }],
  },
  {
    kind: "api-key", title: "API key", docs: "A key in a header or in the query.",
    fields: [
      { name: "name", title: "Name", hint: "X-Api-Key", first: "X-Api-Key" },
      { name: "value", title: "Value", secret: true, hint: "{{env.API_KEY}}" },
      { name: "in", title: "Sent in", choices: ["header", "query"], first: "header" },
    ],
  },
  { kind: "oauth2", title: "OAuth 2.0", docs: "Client credentials.", fields: [], later: true },
  { kind: "digest", title: "Digest", docs: "", fields: [], later: true },
  { kind: "aws", title: "AWS Signature 4", docs: "", fields: [], later: true },
];

/** Who you are to the server. */
@customElement("parley-auth-form")
export class AuthForm extends LitElement {
  static override styles = [controls, css`
    :host { display: block; padding: 12px; font-size: var(--t-s); }
    .grid { display: grid; grid-template-columns: 84px 1fr; gap: 8px 10px; align-items: center; }
    label { color: var(--ink-2); }
    .box {
      display: flex; align-items: center; height: 28px; padding: 0 8px; border: var(--line) solid var(--line-c);
      border-radius: var(--radius); background: var(--bg); min-width: 0;
    }
    .box:focus-within { border-color: var(--accent); }
    .box parley-code-editor { flex: 1; }
    select.field { height: 28px; width: 100%; }
    p { margin: 0; color: var(--ink-3); font-size: var(--t-xs); line-height: 16px; }
    .grid p { grid-column: 2; }
    .note {
      margin-top: 12px; padding: 8px 10px; border-radius: var(--radius); background: var(--bg-2); color: var(--ink-2);
      font-size: var(--t-s); display: flex; gap: 8px;
    }
    .note.warn { background: var(--warn-soft); color: var(--ink); }
    .icon { flex: none; margin-top: 1px; }
    code { font-family: var(--mono); font-size: var(--t-xs); }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) auth: ConversationModel["auth"] | undefined;
  @state() private typed: Record<string, string> = {};
  @state() private shown = "";
  private readonly known = new Follow(this);

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = {};
      this.known.to(known.of(this.key));
    }
  }

  override render() {
    const auth = this.auth ?? { kind: "none", value: {}, from: "" };
    const own = auth.own !== undefined && auth.own !== null && auth.own !== "inherit";
    const chosen = own ? auth.kind : "inherit";
    const kind = KINDS.find((one) => one.kind === chosen) ?? KINDS[0]!;
    return html`<div class="grid">
        <label for="kind">Type</label>
        <select class="field" id="kind" @change=${this.choose}>${KINDS.map((one) => option(one, one === kind))}</select>
        <p>${kind.docs}${chosen === "inherit" ? html` ${this.inherited(auth)}` : ""}</p>
        ${kind.fields.map((field) => this.field(field, auth.value))}
      </div>
      ${kind.later ? comesLater(kind.title) : ""}
      ${kind.fields.some((field) => field.secret && plain(this.typed[field.name] ?? auth.value[field.name])) ? SHARED : ""}
      <p class="note">${icon("lock")}<span>A client certificate is set in TLS. A header Authorization in Headers wins over this.</span></p>`;
  }

  private inherited(auth: ConversationModel["auth"]) {
    const title = KINDS.find((one) => one.kind === auth.kind)?.title ?? auth.kind;
    const nothing = auth.kind === "none" || !auth.from || auth.from === "default";
    return nothing ? "Nothing is said there." : html`Now ${title}, from ${auth.from}.`;
  }

  private field(field: Field, value: Record<string, string>) {
    const text = this.typed[field.name] ?? value[field.name] ?? "";
    return field.choices ? this.choice(field, text) : this.text(field, text);
  }

  private choice({ name, title, choices }: Field, text: string) {
    const choose = (event: Event): void => {
      this.type(name, (event.target as HTMLSelectElement).value);
      void this.commit();
    };
    return html`<label for=${name}>${title}</label>
      <select class="field" id=${name} @change=${choose}>${choices?.map((one) => html`<option .selected=${one === text}>${one}</option>`)}</select>`;
  }

  private text({ name, title, secret, hint }: Field, text: string) {
    const hidden = !!secret && plain(text);
    return html`<label>${title}</label>
      <div class="box">
        <parley-code-editor single label=${title} .subject=${this.key + name} placeholder=${hint ?? ""} .value=${text}
          .known=${known.of(this.key).value} ?masked=${hidden && this.shown !== name}
          @edit=${(event: CustomEvent<string>) => this.type(name, event.detail)}
          @leave=${() => void this.commit()} @submit=${() => void this.commit()}></parley-code-editor>
        ${hidden ? html`<button class="plain" aria-label="Show ${title.toLowerCase()}" aria-pressed=${this.shown === name}
          @click=${() => (this.shown = this.shown === name ? "" : name)}>${icon("eye")}</button>` : ""}
      </div>`;
  }

  private type(name: string, text: string): void {
    this.typed = { ...this.typed, [name]: text };
  }

  private choose = (event: Event): void => {
    const kind = (event.target as HTMLSelectElement).value;
    const fields = KINDS.find((one) => one.kind === kind)!.fields;
    this.typed = {};
    const value = Object.fromEntries(fields.map(({ name, first }) => [name, first ?? ""]));
    void change("file.auth", this.key, { kind: kind === "inherit" ? null : kind, value }, `auth: ${kind}`);
  };

  private async commit(): Promise<void> {
    const { auth, typed } = this;
    if (!auth || Object.entries(typed).every(([name, value]) => value === (auth.value[name] ?? ""))) {
      return;
    }
    const { refusal } = await change("file.auth", this.key, { kind: auth.kind, value: { ...auth.value, ...typed } }, `auth: ${auth.kind}`);
    this.typed = refusal || this.typed !== typed ? this.typed : {};
  }
}

/** A secret that stands there itself. */
function plain(value: string | undefined): boolean {
  return !!value && !value.includes("{{");
}

function option({ kind, title, later }: Kind, chosen: boolean) {
  return html`<option value=${kind} .selected=${chosen} ?disabled=${later && !chosen}>${title}${later ? ", with a later release" : ""}</option>`;
}

function comesLater(title: string) {
  return html`<div class="note">${icon("clock")}<span>${title} comes with a later release. The file keeps what it says;
    connecting tells you so. Until then, send the header yourself in Headers.</span></div>`;
}

const SHARED = html`<div class="note warn">${icon("warning")}<span>This file is shared. Keep the secret in <code>.env</code> as
  <code>NAME=value</code>, and write <code>{{env.NAME}}</code> here.</span></div>`;
