import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { ConversationModel, Edit, Key } from "../api.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";
import "./form-field.ts";
import { formStyles } from "./form-styles.ts";
import { completePath } from "./path-completion.ts";

type Row = ConversationModel["certificates"]["rows"][number];
type Fields = Omit<Row, "at" | "from">;

const FIELDS: { name: keyof Fields; title: string; hint: string; secret?: boolean }[] = [
  { name: "hosts", title: "Hosts", hint: "*.a.example, b.example" },
  { name: "certificate", title: "Certificate", hint: "a path, PEM" },
  { name: "key", title: "Key", hint: "a path, PEM" },
  { name: "pkcs12", title: "PKCS#12", hint: "a path, in place of both" },
  { name: "password", title: "Password", hint: "{{env.KEY_PASSWORD}}", secret: true },
];
const AT = ["tls", "certificates"];

/** Certificates of one's own that are shown to some hosts only. */
@customElement("parley-tls-certificates")
export class TlsCertificates extends LitElement {
  static override styles = [controls, formStyles, css`
    :host { display: block; padding: 10px 12px; font-size: var(--t-s); border-bottom: var(--line) solid var(--line-c); }
    .head { display: flex; align-items: center; gap: 8px; font-weight: 550; }
    .head .button { margin-left: auto; font-weight: 400; height: 24px; }
    .one { position: relative; margin-top: 8px; padding: 9px 34px 9px 10px; border: var(--line) solid var(--line-c); border-radius: var(--radius); }
    .one > .plain { position: absolute; right: 6px; top: 8px; line-height: 0; padding: 4px; }
    .above { margin-top: 6px; }
  `];

  @property() key: Key = "";
  @property({ attribute: false }) certificates: ConversationModel["certificates"] = { rows: [] };
  @state() private typed: Record<string, Partial<Fields>> = {};
  @state() private fresh = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.typed = {};
      this.fresh = false;
    }
  }

  override render() {
    const own = this.certificates.rows.filter((one) => one.at);
    return html`<div role="group" aria-label="Certificates by host">
      <div class="head">For some hosts only
        <button class="button" ?disabled=${this.fresh} @click=${() => this.add()}>${icon("add", 11)}Add</button></div>
      <p><code>*.a.example</code> is every host below a.example; hosts that fit none of these are shown the one above.</p>
      ${this.certificates.rows.filter((one) => !one.at).map((one) => html`<p class="above"><code>${one.hosts}</code> ${one.certificate || one.pkcs12}, from ${one.from}</p>`)}
      ${own.map((row, index) => this.one(row, index))}
      ${this.fresh ? this.one(undefined, own.length) : ""}</div>`;
  }

  private one(row: Row | undefined, index: number) {
    const values = { ...row, ...this.typed[index] };
    return html`<div class="one" role="group" aria-label=${row ? `certificate for ${row.hosts}` : "new certificate"}><div class="grid">
      ${FIELDS.map(({ name, title, hint, secret }) => html`<parley-form-field .key=${this.key} name="${name === "password" ? "key-password" : name}" label=${title} .hint=${hint}
        .value=${values[name] ?? ""} ?secret=${secret} .completes=${completePath(this.key, `tls.${name}`)}
        @typed=${(event: CustomEvent<string>) => (this.typed = { ...this.typed, [index]: { ...this.typed[index], [name]: event.detail } })}
        @done=${() => void this.commit(row, index)}></parley-form-field>`)}</div>
      <button class="plain" aria-label="Delete" title="Delete" @click=${() => void this.takeOut(row, index)}>${icon("close", 12)}</button></div>`;
  }

  private add(): void {
    this.fresh = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".one:last-of-type parley-form-field")?.shadowRoot?.querySelector<HTMLElement>("parley-code-editor")?.focus());
  }

  private async commit(row: Row | undefined, index: number): Promise<void> {
    const typed = this.typed[index];
    const values = { ...row, ...typed };
    if (!typed || !values.hosts?.trim() || !values.certificate && !values.pkcs12) {
      return; // A new one is written once it says for whom, and what.
    }
    const edits = row?.at ? FIELDS.flatMap(({ name }) => edit(row, name, typed[name])) : [this.added(whole(values))];
    if (edits.length > 0 && await this.write(edits) && this.typed[index] === typed) {
      this.forget(index);
      this.fresh = row ? this.fresh : false;
    }
  }

  private added(value: Record<string, string | string[]>): Edit {
    return this.certificates.rows.some((one) => one.at) ? { op: "add", at: AT, value } : { op: "put", at: AT, value: [value] };
  }

  private async takeOut(row: Row | undefined, index: number): Promise<void> {
    const last = this.certificates.rows.filter((one) => one.at).length === 1;
    const edits: Edit[] = row?.at ? [{ op: "remove", at: last ? AT : row.at }] : [];
    if (edits.length === 0 || await this.write(edits)) {
      this.forget(index);
      this.fresh = row ? this.fresh : false;
    }
  }

  private forget(index: number): void {
    const { [index]: _, ...others } = this.typed;
    this.typed = others;
  }

  private async write(edits: Edit[]): Promise<boolean> {
    const { refusal } = await change("file.edit", this.key, { edits }, "certificates by host");
    return refusal === undefined;
  }
}

function hosts(text: string): string[] {
  return text.split(/[,\s]+/).filter((one) => one !== "");
}

function whole(values: Partial<Row>): Record<string, string | string[]> {
  return { hosts: hosts(values.hosts ?? ""), ...Object.fromEntries(FIELDS.slice(1).flatMap(({ name }) => values[name] ? [[name, values[name].trim()]] : [])) };
}

function edit(row: Row, name: keyof Fields, text: string | undefined): Edit[] {
  if (text === undefined || text === (row[name] ?? "") || !row.at) {
    return [];
  }
  const at = [...row.at, name];
  return text.trim() === "" ? [{ op: "remove", at }] : [{ op: "put", at, value: name === "hosts" ? hosts(text) : text.trim() }];
}
