import { css, html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Edit, Key } from "../api.ts";
import "../code/code-editor.ts";
import type { CodeEditor } from "../code/code-editor.ts";
import { type Block, type Inline, parse } from "../code/markdown.ts";
import { controls } from "../ui/styles.ts";
import { change } from "./edits.ts";

/** What a conversation is about, in Markdown: read, and edited. */
@customElement("parley-docs-tab")
export class DocsTab extends LitElement {
  static override styles = [controls, css`
    :host { display: flex; flex-direction: column; height: 100%; min-height: 0; }
    header { display: flex; align-items: center; gap: 8px; padding: 6px 10px; }
    article { padding: 2px 16px 16px; overflow: auto; flex: 1; line-height: 1.55; overflow-wrap: anywhere; }
    parley-code-editor { flex: 1; }
    h1, h2, h3, h4, h5, h6 { margin: 14px 0 6px; line-height: 1.3; font-weight: 650; }
    h1 { font-size: var(--t-xl); }
    h2 { font-size: var(--t-l); }
    h3, h4, h5, h6 { font-size: var(--t-m); }
    p, ul, ol, pre, table, blockquote { margin: 0 0 10px; }
    ul, ol { padding-left: 20px; }
    code { font: .92em var(--mono); background: var(--bg-3); border-radius: 3px; padding: 1px 4px; }
    pre {
      background: var(--bg-2); border: var(--line) solid var(--line-c); border-radius: var(--radius); padding: 8px 10px;
      overflow: auto; font: var(--t-s)/19px var(--mono);
    }
    blockquote { border-left: 3px solid var(--line-strong); padding-left: 10px; color: var(--ink-2); }
    table { border-collapse: collapse; font-size: var(--t-s); }
    th, td { border: var(--line) solid var(--line-c); padding: 3px 8px; text-align: left; }
    th { background: var(--bg-2); font-weight: 600; }
    hr { border: 0; border-top: var(--line) solid var(--line-c); margin: 12px 0; }
    a { color: var(--accent); }
  `];

  @property() key: Key = "";
  @property() docs = "";
  @state() private editing = false;
  @state() private typed: string | undefined;
  /** What is on its way into the file. */
  private writing: { text: string; done: Promise<void> } | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("key")) {
      this.editing = false;
      this.typed = undefined;
    }
  }

  override render() {
    const text = this.typed ?? this.docs;
    if (this.editing) {
      return html`${this.head()}<parley-code-editor label="Docs, in Markdown" wrap .subject=${this.key} .value=${text} placeholder="What is this conversation about? Markdown is understood."
        @edit=${(event: CustomEvent<string>) => { this.typed = event.detail; }} @leave=${() => void this.keep()}></parley-code-editor>`;
    }
    return text.trim()
      ? html`${this.head()}<article @dblclick=${this.edit}>${parse(text).map(block)}</article>`
      : html`<div class="empty"><div>Nothing is written about this conversation yet.</div><button class="button" @click=${this.edit}>Write docs</button></div>`;
  }

  private head() {
    return html`<header><span class="segments" role="group" aria-label="Docs"><button aria-pressed=${!this.editing} @click=${() => void this.done()}>Read</button><button aria-pressed=${this.editing} @click=${this.edit}>Edit</button></span>
      <span class="grow"></span>${this.editing ? html`<span class="muted">Markdown</span>` : ""}</header>`;
  }

  private edit = async (): Promise<void> => {
    this.editing = true;
    await this.updateComplete;
    this.renderRoot.querySelector<CodeEditor>("parley-code-editor")?.focus();
  };

  private async done(): Promise<void> {
    await this.keep();
    this.editing = this.typed !== undefined;
  }

  /** Puts what is typed into the file; what is refused stays here. */
  private async keep(): Promise<void> {
    const { typed } = this;
    if (typed === this.docs) {
      this.typed = undefined;
    } else if (typed !== undefined && typed !== this.writing?.text) {
      this.writing = { text: typed, done: this.write(typed) };
    }
    await this.writing?.done;
  }

  private async write(text: string): Promise<void> {
    const edit: Edit = text.trim() ? { op: "put", at: ["docs"], value: text } : { op: "remove", at: ["docs"] };
    const { refusal } = await change("file.edit", this.key, { edits: [edit] }, "docs");
    this.writing = this.writing?.text === text ? undefined : this.writing;
    if (!refusal && this.typed === text) {
      this.typed = undefined;
    }
  }
}

function block(one: Block): TemplateResult {
  switch (one.kind) {
    case "heading":
      return heading(one.level, one.text.map(inline));
    case "paragraph":
      return html`<p>${one.text.map(inline)}</p>`;
    case "quote":
      return html`<blockquote>${one.text.map(inline)}</blockquote>`;
    case "code":
      return html`<pre>${one.text}</pre>`;
    case "list":
      return one.ordered ? html`<ol>${one.items.map((item) => html`<li>${item.map(inline)}</li>`)}</ol>` : html`<ul>${one.items.map((item) => html`<li>${item.map(inline)}</li>`)}</ul>`;
    case "table":
      return html`<table><tr>${one.head.map((cell) => html`<th>${cell.map(inline)}</th>`)}</tr>${one.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell.map(inline)}</td>`)}</tr>`)}</table>`;
    case "rule":
      return html`<hr>`;
  }
}

function heading(level: number, text: unknown): TemplateResult {
  return level === 1 ? html`<h1>${text}</h1>` : level === 2 ? html`<h2>${text}</h2>` : html`<h3>${text}</h3>`;
}

function inline(one: Inline): TemplateResult {
  switch (one.kind) {
    case "text":
      return html`${one.text}`;
    case "code":
      return html`<code>${one.text}</code>`;
    case "strong":
      return html`<strong>${one.text}</strong>`;
    case "em":
      return html`<em>${one.text}</em>`;
    case "link":
      return html`<a href=${one.href} target="_blank" rel="noopener noreferrer">${one.text}</a>`;
  }
}
