import { css, html, LitElement } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Key, Row } from "../api.ts";
import { app } from "../state/app.ts";
import { icon } from "../ui/icons.ts";
import { controls } from "../ui/styles.ts";
import { sheetStyles } from "./sheet-styles.ts";

const MASK = "••••••••";

/** The secrets of an environment: masked until revealed, and kept in a `.env` file that stays out of git. Says `changed`. */
@customElement("parley-secret-rows")
export class SecretRows extends LitElement {
  static override styles = [controls, sheetStyles, css`:host { display: block; }`];

  @property() collection: Key = "";
  @property({ attribute: false }) name: string | null = null;
  @property({ attribute: false }) rows: Row[] = [];
  @state() private revealed: ReadonlyMap<string, string> = new Map();

  override render() {
    return html`<div class="sheet" role="group" aria-label="Secrets">${repeat(this.rows, (row) => `${row.from} ${row.name}`, (row) => this.line(row))}
      <form class="line" aria-label="New secret" @submit=${this.submit}><input name="name" aria-label="Name of new secret" placeholder="NAME" spellcheck="false" autocomplete="off"><input name="value" type="password" aria-label="Value of new secret" placeholder="value" autocomplete="new-password">
        <span class="does"><button class="plain" aria-label="Add secret" title="Add">${icon("add", 12)}</button></span></form></div>`;
  }

  private line(row: Row) {
    const value = this.revealed.get(row.name);
    return html`<div class="line ${row.hidden ? "hidden" : ""}" role="group" aria-label="Secret ${row.name}"><input aria-label="Name of secret ${row.name}" readonly .value=${`env.${row.name}`} title="Use it as {{env.${row.name}}}">
      <input class=${value === undefined ? "masked" : ""} aria-label="Value of secret ${row.name}" spellcheck="false" autocomplete="off" .value=${value ?? MASK} ?readonly=${value === undefined} @change=${(event: Event) => this.put(row.name, (event.target as HTMLInputElement).value)}>
      <span class="does"><span class="muted">${row.from ?? ""}</span><button class="plain" aria-label="${value === undefined ? "Reveal" : "Hide"} ${row.name}" aria-pressed=${value !== undefined} title=${value === undefined ? "Reveal" : "Hide"} @click=${() => void this.reveal(row.name)}>${icon("eye", 13)}</button>
        <button class="plain" aria-label="Delete ${row.name}" title="Delete" @click=${() => this.discard(row.name)}>${icon("close", 12)}</button></span></div>`;
  }

  private async reveal(name: string): Promise<void> {
    const revealed = new Map(this.revealed);
    if (!revealed.delete(name)) {
      const found = await app.try(app.server.call("secret.reveal", { ...this.where, name }));
      if (found) {
        revealed.set(name, found.value);
      }
    }
    this.revealed = revealed;
  }

  private get where(): { collection: Key; environment: string | null } {
    return { collection: this.collection, environment: this.name };
  }

  private submit(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const [name, value] = [...form.querySelectorAll("input")].map((field) => field.value);
    if (name?.trim()) {
      void this.done(app.server.call("secret.put", { ...this.where, name: name.trim(), value: value ?? "" })).then((put) => put && form.reset());
    }
  }

  private put(name: string, value: string): void {
    this.revealed = new Map(this.revealed).set(name, value);
    void this.done(app.server.call("secret.put", { ...this.where, name, value }));
  }

  private discard(name: string): void {
    void this.done(app.server.call("secret.remove", { ...this.where, name }));
  }

  private async done(call: Promise<unknown>): Promise<boolean> {
    const answer = await app.try(call);
    this.dispatchEvent(new Event("changed"));
    return answer !== undefined;
  }
}
