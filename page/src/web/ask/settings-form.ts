import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Key, Refusal, Setting } from "../api.ts";
import "../code/code-editor.ts";
import { app } from "../state/app.ts";
import { Watch } from "../state/store.ts";
import { icon } from "../ui/icons.ts";
import { prose } from "../ui/prose.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import { known } from "./known.ts";
import { completePath } from "./path-completion.ts";
import { problemAt, sentence } from "./problem-at.ts";
import { keepSecret, plain } from "./secret-keeping.ts";

/** Settings with the value that holds, where it comes from, and what it means. */
@customElement("parley-settings-form")
export class SettingsForm extends LitElement {
  static override styles = [controls, css`
    :host { display: block; }
    .setting {
      display: grid; grid-template-columns: 1fr minmax(130px, 42%); gap: 2px 12px; padding: 7px 12px;
      border-bottom: var(--line) solid var(--line-c); font-size: var(--t-s); align-items: center;
    }
    .setting:focus-within { background: var(--bg-2); }
    label { font-weight: 550; overflow-wrap: anywhere; }
    .docs { color: var(--ink-3); font-size: var(--t-xs); line-height: 15px; }
    .origin {
      display: flex; align-items: center; gap: 6px; justify-content: flex-end; color: var(--ink-3); font-size: var(--t-xs);
      line-height: 15px; min-width: 0;
    }
    .docs code { font-family: var(--mono); } .docs .keep { padding: 0 2px; font-size: var(--t-xs); color: var(--accent); }
    .origin .plain { padding: 0 4px; font-size: var(--t-xs); color: var(--accent); }
    .value { display: flex; justify-content: flex-end; min-width: 0; }
    .box {
      flex: 1; display: flex; align-items: center; height: 26px; padding: 0 6px; border: var(--line) solid var(--line-c);
      border-radius: var(--radius); background: var(--bg); min-width: 0;
    }
    .box:focus-within { border-color: var(--accent); }
    .box.wrong { border-color: var(--bad); }
    .box parley-code-editor { flex: 1; }
    select.field { width: 100%; }
    .toggle { position: relative; width: 34px; height: 19px; border-radius: 10px; background: var(--line-strong); }
    .toggle::after {
      content: ""; position: absolute; left: 2px; top: 2px; width: 15px; height: 15px; border-radius: 50%;
      background: var(--bg); transition: left .1s;
    }
    .toggle[aria-checked="true"] { background: var(--accent); }
    .toggle[aria-checked="true"]::after { left: 17px; }
    .toggle:focus-visible { outline-offset: 2px; border-radius: 10px; }
    .toggle.red { background: var(--bad); }
    .said { align-self: center; margin-right: 8px; color: var(--ink-2); }
    .said.red { color: var(--bad); font-weight: 600; }
    .fault { grid-column: 1 / 3; color: var(--bad); font-size: var(--t-xs); display: flex; gap: 5px; align-items: start; }
    .fault parley-icon, .fault svg { flex: none; margin-top: 1px; }
    .own label::after {
      content: ""; display: inline-block; width: 5px; height: 5px; border-radius: 50%; background: var(--accent);
      margin-left: 6px; vertical-align: middle;
    }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) settings: Setting[] = [];
  /** Left out of the names that are shown: `tls.`. */
  @property() without = "";
  @state() private typed = new Map<string, string>();
  @state() private faults = new Map<string, Refusal>();
  /** What is on its way into the file. */
  private readonly writing = new Map<string, string>();

  constructor() {
    super();
    new Watch(this, [app.files]);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = new Map();
      this.faults = new Map();
    }
  }

  override render() {
    return this.settings.map((setting) => this.row(setting));
  }

  private row(setting: Setting) {
    const { name, own, from, docs } = setting;
    const fault = this.fault(setting);
    return html`<div class="setting ${own === undefined ? "" : "own"}" data-setting=${name}>
      <label for="at-${name}">${this.words(name)}</label>
      <div class="value">${this.control(setting)}</div>
      <div class="docs" id="docs-${name}">${prose(docs)}${this.keepable(setting) ? html` <button class="plain keep" title="Writes it to the file .env of the collection, and its name here" @click=${() => void this.keep(setting)}>Move it to .env</button>` : ""}</div>
      <div class="origin">${own === undefined ? from === "default" || from === "" ? "default" : `from ${from}`
        : html`<span>set here</span><button class="plain" @click=${() => void this.put(name, null)}>Reset</button>`}</div>
      ${fault ? html`<div class="fault" role="alert">${icon("warning", 12)}
        <span>${prose(sentence(fault))}</span></div>` : ""}
    </div>`;
  }

  /** Why it was refused; else what the file's own check says of it. */
  private fault({ name, places }: Setting): { text: string; hint?: string | undefined } | undefined {
    return this.faults.get(name) ?? problemAt(this.key, places);
  }

  /** `client-max-window-bits` is read more easily as words. */
  private words(name: string): string {
    const plain = name.startsWith(this.without) ? name.slice(this.without.length) : name;
    return plain.replace(/[.-]/g, " ")
      .replace(/^./, (first) => first.toUpperCase())
      .replace(/\b(ca|url|http|pkcs12|alpn|ip|tcp|tls)\b/gi, (word) => WORDS[word.toLowerCase()] ?? word.toUpperCase());
  }

  private control(setting: Setting) {
    const { type } = setting;
    return type === "boolean" ? this.toggle(setting) : typeof type === "string" ? this.text(setting, type) : this.choice(setting, type);
  }

  private toggle({ name, value }: Setting) {
    const on = value !== "false";
    const red = name.endsWith("tls.verify") && !on ? "red" : "";
    return html`<span class="said ${red}">${on ? "on" : "off"}</span>
      <button class="toggle ${red}" id="at-${name}" role="switch" aria-checked=${on} aria-label=${this.words(name)}
        aria-describedby="docs-${name}" @click=${() => void this.put(name, on ? "false" : "true")}></button>`;
  }

  private choice({ name, value }: Setting, choices: string[]) {
    const choose = (event: Event) => void this.put(name, (event.target as HTMLSelectElement).value);
    return html`<select class="field" id="at-${name}" aria-describedby="docs-${name}" @change=${choose}>
      ${choices.map((one) => html`<option .selected=${one === value}>${one}</option>`)}</select>`;
  }

  private text(setting: Setting, type: string) {
    const { name, value, own } = setting;
    const text = this.typed.get(name) ?? own;
    const masked = /password/.test(name) && text !== undefined && !text.includes("{{");
    return html`<div class="box ${this.fault(setting) ? "wrong" : ""}">
      <parley-code-editor single id="at-${name}" label=${this.words(name)} .subject=${this.key + name} .value=${text ?? ""} ?masked=${masked}
        placeholder=${own === undefined ? value || HINTS[name.replace(/^proxy\./, "")] || HINTS[type] || "none" : ""} .known=${known.of(this.key).value} .completes=${completePath(this.key, name)}
        @edit=${(event: CustomEvent<string>) => (this.typed = new Map(this.typed).set(name, event.detail))}
        @submit=${() => void this.commit(setting)} @leave=${() => void this.commit(setting)}></parley-code-editor></div>`;
  }

  /** A password that stands in a file that is shared. */
  private keepable({ name, own }: Setting): boolean {
    return /password/.test(name) && plain(own);
  }

  private async keep({ name, own = "" }: Setting): Promise<void> {
    const written = await keepSecret(this.key, name.replace(/^tls\.password$/, "key-password"), own);
    if (written) {
      await this.put(name, written);
    }
  }

  private async commit(setting: Setting): Promise<void> {
    const typed = this.typed.get(setting.name)?.trim();
    if (typed === undefined || typed === (setting.own ?? "") || this.writing.get(setting.name) === typed) {
      return;
    }
    await this.put(setting.name, typed === "" ? null : typed);
  }

  private async put(name: string, value: string | null): Promise<void> {
    const { key } = this;
    const text = this.typed.get(name);
    this.writing.set(name, value ?? "");
    const { refusal } = await change("file.set", this.key, { name, value }, value === null ? `no ${name}` : `${name}: ${value}`, { quiet: true });
    this.writing.delete(name);
    if (key !== this.key) {
      return;
    }
    const [faults, typed] = [new Map(this.faults), new Map(this.typed)];
    if (refusal) {
      faults.set(name, refusal);
    } else {
      faults.delete(name);
    }
    if (!refusal && typed.get(name) === text) {
      typed.delete(name);
    }
    this.faults = faults;
    this.typed = typed;
  }
}

const WORDS: Record<string, string> = { pkcs12: "PKCS#12" };

/** What a value looks like, by its name, else by its type. */
const HINTS: Record<string, string> = {
  "tls.ca": "such as ca.pem", "tls.pin": "sha256//…", "tls.alpn": "such as http/1.1", "tls.ciphers": "TLS_AES_128_GCM_SHA256",
  duration: "such as 30s", size: "such as 16MB", number: "a number", file: "a path", list: "one, two",
};
