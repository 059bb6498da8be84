import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ConversationModel, Key, Setting } from "../api.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import "./form-field.ts";
import { formStyles } from "./form-styles.ts";
import { problemAt, sentence } from "./problem-at.ts";
import "./proxy-now.ts";
import { portFault, PROXIES, type ProxyParts, proxyParts, proxyUrl } from "./proxy-url.ts";
import "./section-title.ts";
import "./settings-form.ts";

type Values = ConversationModel["proxy"]["value"];
/** What the fields hold. */
type Fields = ProxyParts & { except: string; url: string };

const EMPTY: Fields = { scheme: "http", host: "", port: "", username: "", password: "", except: "", url: "" };
const WORDS = ["environment", "none"];

/** Through which proxy the server is reached. */
@customElement("parley-proxy-form")
export class ProxyForm extends LitElement {
  static override styles = [controls, formStyles, css`
    :host { display: block; font-size: var(--t-s); }
    .grid > .note { grid-column: 1 / 3; margin: 0; }
    .form { display: grid; gap: 12px; padding: 12px; }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) proxy: ConversationModel["proxy"] = { own: false, value: {}, places: [], from: "" };
  /** TLS to the proxy. */
  @property({ attribute: false }) settings: Setting[] = [];
  /** A kind that was chosen and is not written yet, for want of a host. */
  @state() private chosen = "";
  @state() private typed: Partial<Fields> = {};
  @state() private fault = "";

  constructor() {
    super();
    new Watch(this, [app.files]);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.forget();
    }
  }

  private forget(): void {
    this.chosen = "";
    this.typed = {};
    this.fault = "";
  }

  /** What the file says, and what is typed over it. */
  private get fields(): Fields {
    return { ...fieldsOf(this.proxy.own ? this.proxy.value : {}), ...this.chosen in PROXIES ? { scheme: this.chosen } : {}, ...this.typed };
  }

  private get kind(): string {
    const { own, value } = this.proxy;
    return this.chosen || (!own ? "inherit" : kindOf(value.url ?? ""));
  }

  override render() {
    const { kind, fields } = this;
    return html`<div class="form"><div class="grid">
        <label for="kind">Proxy</label>
        <select class="field" id="kind" @change=${this.choose}>
          ${option("inherit", "Inherit", kind)}${option("environment", "As the environment says", kind)}${option("none", "None", kind)}
          ${Object.entries(PROXIES).map(([scheme, { title }]) => option(scheme, title, kind))}
          ${kind === "url" ? option("url", "As written", kind) : ""}</select>
        <p>${this.docs(kind)}</p>
        ${kind in PROXIES ? this.parts(fields) : kind === "url" ? this.field("url", "URL", "http://proxy:3128") : ""}
        ${kind in PROXIES || kind === "url" ? html`${this.field("except", "Not for", "localhost, 10.0.0.0/8, .internal.example")}
          <p>Hosts that are reached straight, as in NO_PROXY: a name and all below it, an address, a block of them, or *.</p>` : ""}
      </div><parley-proxy-now .key=${this.key}></parley-proxy-now></div>
      ${kind === "https" && this.settings.length > 0 && this.proxy.own ? html`<parley-section-title heading="TLS to the proxy"></parley-section-title>
        <parley-settings-form .key=${this.key} without="proxy.tls." .settings=${this.settings}></parley-settings-form>` : ""}`;
  }

  /** Why it was refused; else what the file's own check says of it. */
  private get wrong(): string {
    const found = problemAt(this.key, this.proxy.places);
    return this.fault || (found && !this.typed.host && !this.typed.port ? sentence(found) : "");
  }

  private parts({ scheme }: Fields) {
    return html`${this.field("host", "Host", "proxy.example")}
      ${this.field("port", "Port", PROXIES[scheme]?.port ?? "")}
      ${this.field("username", "User", "none")}
      ${this.field("password", "Password", "{{env.PROXY_PASSWORD}}", true)}`;
  }

  /** A fault of the URL as a whole stands at its first field. */
  private faultOf(name: keyof Fields): string {
    const { password, username, port } = this.fields;
    switch (name) {
      case "host": return portFault(port) ? "" : this.wrong;
      case "port": return portFault(port);
      case "url": return this.wrong;
      case "username": return password && !username ? "A password needs a user." : "";
      default: return "";
    }
  }

  private field(name: keyof Fields, label: string, hint: string, secret = false) {
    return html`<parley-form-field .key=${this.key} name=${name === "password" ? "proxy-password" : name} label=${label} .hint=${hint} .value=${this.fields[name]} ?secret=${secret}
      .fault=${this.faultOf(name)} @typed=${(event: CustomEvent<string>) => (this.typed = { ...this.typed, [name]: event.detail })}
      @done=${() => void this.commit()}></parley-form-field>`;
  }

  private docs(kind: string) {
    const { own, value, from } = this.proxy;
    if (kind === "inherit" && !own) {
      const above = from === "default" || from === "" ? "Nobody above says anything: as the environment says." : html`Now ${said(value)}, from ${from}.`;
      return html`As the folders above and the collection say. ${above}`;
    }
    return { environment: "By HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, as curl reads them.", none: "Straight to the server, whatever the environment says.", url: "A URL with variables in it." }[kind] ?? PROXIES[kind]?.docs ?? "";
  }

  private choose = (event: Event): void => {
    const kind = (event.target as HTMLSelectElement).value;
    this.fault = "";
    if (kind === "inherit" || WORDS.includes(kind)) {
      this.forget();
      void this.write(kind === "inherit" ? null : { url: kind });
      return;
    }
    this.chosen = kind;
    void this.commit();
  };

  private async commit(): Promise<void> {
    const { kind, fields, typed } = this;
    const url = kind === "url" ? fields.url : proxyUrl(fields);
    if (this.chosen === "" && Object.keys(typed).length === 0) {
      return;
    }
    if (kind in PROXIES && (fields.host.trim() === "" || portFault(fields.port)) || url.trim() === "") {
      return; // It is not written before it says where to.
    }
    const { username, password, except } = fields;
    const value: Values = { url: url.trim(), ...username ? { username, password } : {}, except: except.replaceAll(/[,\s]+/g, " ").trim() };
    const before = this.proxy.own ? this.proxy.value : {};
    const same = (["url", "username", "password", "except"] as const).every((name) => (value[name] ?? "") === (before[name] ?? ""));
    if (!same && await this.write(value) && this.typed === typed) {
      this.forget();
    }
  }

  private async write(value: Values | null): Promise<boolean> {
    const { key } = this;
    const { refusal } = await change("file.proxy", key, { value: value as Record<string, string> | null }, `proxy: ${value?.url ?? "as above"}`, { quiet: true });
    if (key === this.key) {
      this.fault = refusal ? sentence(refusal) : "";
    }
    return refusal === undefined;
  }
}

function kindOf(url: string): string {
  return WORDS.includes(url) ? url : proxyParts(url)?.scheme ?? "url";
}

/** A user in the URL is shown as one beside it. */
function fieldsOf({ url = "", username, password, except = "" }: Values): Fields {
  const parts = proxyParts(url) ?? EMPTY;
  return { ...EMPTY, ...WORDS.includes(url) ? {} : parts, url, username: username ?? parts.username, password: password ?? parts.password, except };
}

function said({ url = "" }: Values): string {
  const parts = proxyParts(url);
  return WORDS.includes(url) ? url === "none" ? "none" : "as the environment says" : parts ? proxyUrl(parts) : url;
}

function option(value: string, title: string, chosen: string) {
  return html`<option value=${value} .selected=${value === chosen}>${title}</option>`;
}
