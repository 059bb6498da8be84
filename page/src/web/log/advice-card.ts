import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Advice, Key } from "../api.ts";
import { change, offerUndo, opened } from "../ask/edits.ts";
import { controls } from "../ui/styles.ts";

/** What something probably means, and what mends it with one click. */
@customElement("parley-advice-card")
export class AdviceCard extends LitElement {
  static override styles = [controls, css`
    .advice { margin: 0; } .advice.info { border-left-color: var(--accent); background: var(--accent-soft); }
    p { margin: 0; color: var(--ink); }
    .fixes { display: flex; flex-wrap: wrap; gap: 4px 14px; margin-top: 5px; }
    .fix { color: var(--accent); font-weight: 550; text-align: left; } .fix:hover { text-decoration: underline; }
    span.fix { color: var(--ink-2); font-weight: 400; }
  `];

  @property({ attribute: false }) advice!: Advice;
  /** The file that the fixes change; empty when there is none. */
  @property() key: Key = "";

  override render() {
    const { title, text, severity, fixes } = this.advice;
    return html`<div class="advice ${severity}" role="note"><b>${text ? prose(title) : "What may help"}</b><p>${prose(text || title)}</p>
      ${fixes.length > 0 ? html`<div class="fixes">${fixes.map((fix) => fix.edits?.length && this.key
        ? html`<button class="fix" @click=${() => this.apply(fix)}>${prose(fix.text)}</button>` : html`<span class="fix">${prose(fix.text)}</span>`)}</div>` : nothing}</div>`;
  }

  private async apply(fix: Advice["fixes"][number]): Promise<void> {
    const { key } = this;
    const { file } = await opened(key) ? await change("file.edit", key, { edits: fix.edits ?? [] }, fix.text) : {};
    if (file) {
      offerUndo(`Done: ${fix.text}.`, file);
    }
  }
}

/** What stands between backticks is code. */
export function prose(text: string): (string | TemplateResult)[] {
  return text.split("`").map((part, at) => at % 2 === 1 ? html`<code>${part}</code>` : part);
}
