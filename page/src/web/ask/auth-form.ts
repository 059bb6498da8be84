import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ConversationModel, Key } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { type Field, fieldsOf, KINDS } from "./auth-kinds.ts";
import { change } from "./edits.ts";
import "./form-field.ts";
import { formStyles } from "./form-styles.ts";
import "./map-rows.ts";
import { problemAt, sentence } from "./problem-at.ts";
import "./token-fetch.ts";

/** Who you are to the server. */
@customElement("parley-auth-form")
export class AuthForm extends LitElement {
  static override styles = [controls, formStyles, css`
    :host { display: block; padding: 12px; font-size: var(--t-s); }
    h4 { margin: 12px 0 4px; font-size: var(--t-xs); font-weight: 600; color: var(--ink-2); }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) auth: ConversationModel["auth"] | undefined;
  /** Of an OAuth 2.0 token. */
  @property({ attribute: false }) parameters: ConversationModel["parameters"] = [];
  @state() private typed: Record<string, string> = {};

  constructor() {
    super();
    new Watch(this, [app.files]);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = {};
    }
  }

  override render() {
    const auth = this.auth ?? { kind: "none", value: {}, from: "" };
    const own = auth.own !== undefined && auth.own !== null && auth.own !== "inherit";
    const chosen = own ? auth.kind : "inherit";
    const kind = KINDS.find((one) => one.kind === chosen) ?? KINDS[0]!;
    const values = { ...auth.value, ...this.typed };
    return html`<div class="grid">
        <label for="kind">Type</label>
        <select class="field" id="kind" @change=${this.choose}>
          ${KINDS.map((one) => html`<option value=${one.kind} .selected=${one === kind}>${one.title}</option>`)}
          <option value="certificate">Client certificate, in TLS…</option></select>
        <p>${kind.docs}${chosen === "inherit" ? html` ${inherited(auth)}` : ""}</p>
        ${fieldsOf(kind, values).map((field) => this.field(field, values[field.name] ?? field.first ?? ""))}
      </div>
      ${own && kind.kind === "oauth2" ? html`<h4>More parameters for the token server</h4>
        <parley-map-rows word="parameter" .key=${this.key} .at=${["auth", "oauth2", "parameters"]} .rows=${this.parameters} .hints=${["resource", "https://api.example"]}></parley-map-rows>` : ""}
      ${auth.kind === "oauth2" ? html`<parley-token-fetch .key=${this.key}></parley-token-fetch>` : ""}
      <div class="note">${icon("lock")}<span>A client certificate is set in TLS. A header Authorization in Headers wins over this.</span>
        <button class="button" @click=${() => this.goToTls()}>Open TLS</button></div>`;
  }

  private field(field: Field, text: string) {
    return field.choices ? this.choice(field, text) : html`<parley-form-field .key=${this.key} name=${field.name} label=${field.title}
      .hint=${field.hint ?? ""} .value=${text} .fault=${this.fault(field.name)} ?secret=${field.secret} @typed=${(event: CustomEvent<string>) => this.type(field.name, event.detail)}
      @done=${() => void this.commit()}></parley-form-field>`;
  }

  /** What the file's check says of what stands there, until it is typed over. */
  private fault(name: string): string {
    const found = this.typed[name] === undefined ? problemAt(this.key, this.auth?.places?.[name]) : undefined;
    return !found ? "" : this.auth?.value[name] === "" ? "This is needed." : sentence(found);
  }

  private choice({ name, title, choices }: Field, text: string) {
    const choose = (event: Event): void => {
      this.type(name, (event.target as HTMLSelectElement).value);
      void this.commit();
    };
    return html`<label for=${name}>${title}</label>
      <select class="field" id=${name} @change=${choose}>${choices?.map((one) => html`<option .selected=${one === text}>${one}</option>`)}</select>`;
  }

  private type(name: string, text: string): void {
    this.typed = { ...this.typed, [name]: text };
  }

  private goToTls(): void {
    app.memory.put(`ask:${this.key}`, "tls");
  }

  private choose = (event: Event): void => {
    const kind = (event.target as HTMLSelectElement).value;
    this.requestUpdate();
    if (kind === "certificate") {
      this.goToTls();
      return;
    }
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

function inherited(auth: ConversationModel["auth"]) {
  const title = KINDS.find((one) => one.kind === auth.kind)?.title ?? auth.kind;
  const nothing = auth.kind === "none" || !auth.from || auth.from === "default";
  return nothing ? "Nothing is said there." : html`Now ${title}, from ${auth.from}.`;
}
