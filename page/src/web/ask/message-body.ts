import { css, html, LitElement } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import type { Draft, Key } from "../api.ts";
import "../code/code-editor.ts";
import type { CodeEditor } from "../code/code-editor.ts";
import type { Language } from "../code/editor-parts.ts";
import { controls } from "../ui/styles.ts";
import { known } from "./known.ts";

const CODES: [string, string][] = [
  ["1000", "normal"], ["1001", "going away"], ["1002", "protocol error"], ["1003", "unsupported data"], ["1007", "invalid data"], ["1008", "policy"],
  ["1009", "too big"], ["1010", "extension missing"], ["1011", "internal error"], ["1012", "restart"], ["1013", "try again later"], ["3000", "unauthorized"], ["4000", "of the application"],
];

/** The content of a message, edited as its kind wants it. Tells `draft` and `submit`. */
@customElement("parley-message-body")
export class MessageBody extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; flex-direction: column; min-height: 0; flex: 1; overflow: auto; }
    .many { flex: 1; }
    .form { display: grid; grid-template-columns: 70px minmax(0, 1fr); gap: 8px 10px; padding: 12px; align-items: center; font-size: var(--t-s); }
    .form label { color: var(--ink-2); } .form p { grid-column: 2; margin: 0; color: var(--ink-3); font-size: var(--t-xs); line-height: 16px; }
    .box { display: flex; height: 28px; align-items: center; padding: 0 6px; border: var(--line) solid var(--line-c); border-radius: var(--radius); background: var(--bg); min-width: 0; }
    .box:focus-within { border-color: var(--accent); } .box parley-code-editor { flex: 1; }
    .code { display: flex; gap: 6px; } .code .field { height: 28px; } .code input { width: 74px; } .code select { flex: 1; min-width: 0; }
  `];

  @property() key: Key = "";
  /** Which message of it. */
  @property() subject = "";
  @property({ attribute: false }) draft: Draft = { kind: "json", content: "" };
  @query("parley-code-editor") private readonly editor!: CodeEditor | null;

  override focus(): void {
    this.editor?.focus();
  }

  /** Replaces the content, so that it can be undone by the editor. */
  replace(text: string): void {
    this.editor?.replace(text);
  }

  override render() {
    const { kind } = this.draft;
    switch (kind) {
      case "close":
        return this.close();
      case "ping":
        return this.one("Payload", "nothing, or up to 125 bytes", "The server answers with a pong of the same bytes.");
      case "file":
        return this.one("File", "payloads/cat.png", "A path relative to the folder of this file; it may hold variables.");
      default:
        return this.many(LANGUAGES[kind] ?? "text", kind === "hex" ? "00 ff 8a …" : kind === "base64" ? "aGVsbG8=" : kind === "json" ? '{ "op": "hello" }' : kind === "xml" ? "<hello/>" : "a message");
    }
  }

  private many(language: Language, placeholder: string) {
    return html`<parley-code-editor sends class="many" label="Message" language=${language} placeholder=${placeholder} .subject="${this.key}/${this.subject}" .value=${this.draft.content} .known=${known.of(this.key).value}
      wrap @edit=${(event: CustomEvent<string>) => this.put(event.detail)} @submit=${this.submit}></parley-code-editor>`;
  }

  private one(label: string, placeholder: string, docs: string) {
    return html`<div class="form"><label>${label}</label><div class="box"><parley-code-editor single sends label=${label} placeholder=${placeholder} .subject="${this.key}/${this.subject}/one" .value=${this.draft.content} .known=${known.of(this.key).value}
      @edit=${(event: CustomEvent<string>) => this.put(event.detail)} @submit=${this.submit}></parley-code-editor></div><p>${docs}</p></div>`;
  }

  private close() {
    const [, code = "", reason = ""] = /^(\S*) ?(.*)$/s.exec(this.draft.content) ?? [];
    const put = (given: { code?: string; reason?: string }) => this.put([given.code ?? code, given.reason ?? reason].filter((one, at) => at === 0 || one).join(" "));
    return html`<div class="form"><label for="code">Code</label><div class="code">
        <input class="field mono" id="code" inputmode="numeric" aria-label="Close code" placeholder="none" .value=${code} @input=${(event: Event) => put({ code: (event.target as HTMLInputElement).value.trim() })} @keydown=${this.pressed}>
        <select class="field" aria-label="Known close codes" @change=${(event: Event) => put({ code: (event.target as HTMLSelectElement).value })}>
          <option value="" .selected=${!CODES.some(([one]) => one === code)}>${code === "" ? "no code" : "another"}</option>${CODES.map(([one, words]) => html`<option value=${one} .selected=${one === code}>${one} ${words}</option>`)}</select></div>
      <label>Reason</label><div class="box"><parley-code-editor single sends label="Reason" placeholder="up to 123 bytes" .subject="${this.key}/${this.subject}/close" .value=${reason} .known=${known.of(this.key).value}
        @edit=${(event: CustomEvent<string>) => put({ reason: event.detail })} @submit=${this.submit}></parley-code-editor></div>
      <p>The server answers with a close of its own; then the connection ends.</p></div>`;
  }

  private put(content: string): void {
    this.dispatchEvent(new CustomEvent("draft", { detail: { ...this.draft, content } }));
  }

  private pressed = (event: KeyboardEvent): void => {
    if (event.key === "Enter") {
      event.preventDefault();
      event.stopPropagation();
      this.submit();
    }
  };

  private submit = (): void => {
    this.dispatchEvent(new CustomEvent("submit"));
  };
}

const LANGUAGES: Partial<Record<Draft["kind"], Language>> = { json: "json", xml: "xml", frame: "yaml" };
