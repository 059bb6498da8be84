import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { BodyForm, SessionId } from "../api.ts";
import { controls } from "../ui/styles.ts";
import { BodyLines } from "./body-lines.ts";
import { type Language, folds, type Token, tokens } from "./tokens.ts";
import { syntaxStyles } from "./syntax-styles.ts";
import "./virtual-lines.ts";
import type { VirtualLines } from "./virtual-lines.ts";

/** More lines than any screen has. */
const MOST = 400;

/** The payload of a message in one form: numbered lines with colours, which fold or wrap where they are not too many. */
@customElement("parley-body-view")
export class BodyView extends LitElement {
  static override styles = [controls, syntaxStyles, css`
    :host { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; min-width: 0; }
    .how {
      margin: 0; padding: 5px 12px; border-bottom: var(--line) solid var(--line-c); font-size: var(--t-s);
      color: var(--ink-2); background: var(--bg-2);
    }
    .late { margin: 14px 16px; font-size: var(--t-s); color: var(--ink-3); animation: late .1s .4s both; }
    @keyframes late { from { opacity: 0; } }
    .space { display: grid; min-height: 0; padding-top: 6px; }
    .wrapped { overflow: auto; padding: 0 12px 10px 0; font: var(--t-s)/19px var(--mono); }
    .wrapped div { display: grid; grid-template-columns: 50px minmax(0, 1fr); white-space: pre-wrap; overflow-wrap: anywhere; }
  `];

  @property() session: SessionId = "";
  @property({ type: Number }) position = -1;
  @property() form: BodyForm = "text";
  @property() language: Language = "text";
  @property({ type: Boolean }) wrap = false;
  /** Lines folded away: where each fold begins, and its end. */
  @state() private folded: ReadonlyMap<number, number> = new Map();
  @query("parley-virtual-lines") private readonly lines!: VirtualLines | null;
  private body: BodyLines | undefined;
  private foldable: Map<number, number> = new Map();
  private visible: number[] | undefined;

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("session") || changed.has("position") || changed.has("form")) {
      this.body?.close();
      this.folded = new Map();
      this.foldable = new Map();
      this.body = this.position >= 0 ? new BodyLines(this.session, this.position, this.form, () => this.came()) : undefined;
      this.lines?.toTop();
    }
    this.visible = this.folded.size > 0 && this.body ? unfolded(this.body.total, this.folded) : undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.body?.close();
  }

  private came(): void {
    if (this.body?.all && this.foldable.size === 0 && this.form === "pretty") {
      this.foldable = folds(this.body.all);
    }
    this.lines?.refresh();
    this.requestUpdate();
    const detail = Math.min(this.body?.total ?? 0, MOST) + (this.body?.how ? 2 : 0);
    this.dispatchEvent(new CustomEvent("lines", { bubbles: true, composed: true, detail }));
  }

  override render() {
    const { body } = this;
    if (!body || !body.loaded && !body.fault) {
      return html`<p class="late" role="status">Reading the message…</p>`;
    }
    const head = body.fault ? html`<p class="how error" role="alert">${body.fault}</p>`
      : body.how ? html`<p class="how">Decoded from ${body.how}</p>` : html`<span></span>`;
    return html`${head}
      <div class="space">${this.wrap && body.all ? this.wrapped(body.all) : html`
        <parley-virtual-lines .name=${`Message, ${this.form}`} .count=${this.visible?.length ?? body.total} .columns=${body.columns}
          .look=${this.look} .line=${this.line}></parley-virtual-lines>`}</div>`;
  }

  private readonly look = (first: number, end: number): void => this.body?.look(this.visible?.[first] ?? first, end);

  private readonly line = (index: number): TemplateResult => {
    const number = this.visible?.[index] ?? index;
    const line = this.body?.line(number);
    const end = this.foldable.get(number);
    return html`<i class="number">${end === undefined ? nothing : this.fold(number, end)}${number + 1}</i>${
      line === undefined ? html`<span class="muted">…</span>` : coloured(tokens(line, this.colours()))}${
      end !== undefined && this.folded.has(number) ? this.away(number, end) : nothing}`;
  };

  private fold(line: number, end: number): TemplateResult {
    const folded = this.folded.has(line);
    return html`<button class="fold ${folded ? "closed" : ""}" aria-label=${folded ? "Unfold" : "Fold"} aria-expanded=${!folded}
      @click=${() => this.toggle(line, end)}>▾</button>`;
  }

  /** How many lines are folded away, and the one that closes them. */
  private away(line: number, end: number): TemplateResult {
    const last = this.body?.line(end)?.trimStart() ?? "";
    return html`<button class="hidden-lines" @click=${() => this.toggle(line, end)}>${end - line - 1} lines</button>${
      coloured(tokens(last, this.colours()))}`;
  }

  private colours(): Language {
    switch (this.form) {
      case "visible":
        return "visible";
      case "base64":
        return "text";
      case "decoded":
        return /JSON/.test(this.body?.how ?? "") ? "json" : /XML/.test(this.body?.how ?? "") ? "xml" : "text";
      case "pretty":
      case "text":
      case "hex":
        return this.language;
    }
  }

  private wrapped(all: string[]) {
    return html`<div class="wrapped" tabindex="0" role="document" aria-label="Message, wrapped">${all.map((line, index) =>
      html`<div><i class="number">${index + 1}</i><span>${coloured(tokens(line, this.colours()))}</span></div>`)}</div>`;
  }

  private toggle(line: number, end: number): void {
    const folded = new Map(this.folded);
    this.folded = folded.delete(line) ? folded : folded.set(line, end);
    this.lines?.refresh();
  }
}

export function coloured(all: Token[]): (string | TemplateResult)[] {
  return all.map(({ text, kind }) => kind === "" ? text : html`<span class=${kind}>${text}</span>`);
}

/** The lines that can be seen when some are folded away, each fold's end with its beginning. */
function unfolded(total: number, folded: ReadonlyMap<number, number>): number[] {
  const all: number[] = [];
  for (let line = 0; line < total; line++) {
    all.push(line);
    line = folded.get(line) ?? line;
  }
  return all;
}
