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
    return html`<div class="sheet" role="group" aria-label="Secrets">
      ${repeat(this.rows, (row) => `${row.from} ${row.name}`, (row) => this.line(row))}
      <form class="line" aria-label="New secret" @submit=${this.submit}>
        <input name="name" aria-label="Name of new secret" placeholder="NAME" spellcheck="false" autocomplete="off">
        <input name="value" type="password" aria-label="Value of new secret" placeholder="value" autocomplete="new-password">
        <span class="does"><button class="plain" aria-label="Add secret" title="Add">${icon("add", 12)}</button></span></form></div>`;
  }

  private line({ name, from, hidden }: Row) {
    const value = this.revealed.get(name);
    const shown = value !== undefined;
    return html`<div class="line ${hidden ? "hidden" : ""}" role="group" aria-label="Secret ${name}">
      <input aria-label="Name of secret ${name}" readonly .value=${`env.${name}`} title="Use it as {{env.${name}}}">
      <input class=${shown ? "" : "masked"} aria-label="Value of secret ${name}" spellcheck="false" autocomplete="off" ?readonly=${!shown}
        .value=${value ?? MASK} @change=${(event: Event) => this.put(name, (event.target as HTMLInputElement).value)}>
      <span class="does">
        <span class="muted">${from ?? ""}</span>
        <button class="plain" aria-label="${shown ? "Hide" : "Reveal"} ${name}" aria-pressed=${shown} title=${shown ? "Hide" : "Reveal"}
          @click=${() => void this.reveal(name)}>${icon("eye", 13)}</button>
        <button class="plain" aria-label="Delete ${name}" title="Delete" @click=${() => void this.discard(name)}>${icon("close", 12)}</button>
      </span></div>`;
  }

  private async reveal(name: string): Promise<void> {
    if (this.revealed.has(name)) {
      this.hide(name);
      return;
    }
    const found = await app.try(app.server.call("secret.reveal", { ...this.where, name }));
    if (found) {
      this.revealed = new Map(this.revealed).set(name, found.value);
    }
  }

  private hide(name: string): void {
    this.revealed = new Map([...this.revealed].filter(([one]) => one !== name));
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

  /** The file that it stands in has no undo of its own: the value is kept here until the notice is gone. */
  private async discard(name: string): Promise<void> {
    const { where } = this;
    const old = await app.try(app.server.call("secret.reveal", { ...where, name }));
    if (old && await this.done(app.server.call("secret.remove", { ...where, name }))) {
      this.hide(name);
      const back = () => void this.done(app.server.call("secret.put", { ...where, name, value: old.value }));
      app.toast({ text: `Deleted the secret ${name}.`, severity: "info", action: { title: "Undo", run: back } });
    }
  }

  private async done(call: Promise<unknown>): Promise<boolean> {
    const answer = await app.try(call);
    this.dispatchEvent(new Event("changed"));
    return answer !== undefined;
  }
}
