import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Advice, FileState, Fix, Key } from "../api.ts";
import { change, offerUndo, opened } from "../ask/edits.ts";
import { app } from "../state/app.ts";
import { prose } from "../ui/prose.ts";
import { controls } from "../ui/styles.ts";

/** What something probably means, and what mends it with one click. */
@customElement("parley-advice-card")
export class AdviceCard extends LitElement {
  static override styles = [controls, css`
    .advice { margin: 0; }
    .advice.info { border-left-color: var(--accent); background: var(--accent-soft); }
    p { margin: 0; color: var(--ink); }
    .fixes { display: flex; flex-wrap: wrap; gap: 4px 14px; margin-top: 5px; }
    .fix { color: var(--accent); font-weight: 550; text-align: left; }
    .fix:hover { text-decoration: underline; }
    span.fix { color: var(--ink-2); font-weight: 400; }
  `];

  @property({ attribute: false }) advice!: Advice;
  /** The file that the fixes change; empty when there is none. */
  @property() key: Key = "";

  override render() {
    const { title, text, severity, fixes } = this.advice;
    return html`<div class="advice ${severity}" role="note"><b>${text ? prose(title) : "What may help"}</b><p>${prose(text || title)}</p>
      ${fixes.length > 0 ? html`<div class="fixes">${fixes.map((fix) => (fix.edits ?? fix.set ?? fix.row) && this.key
        ? html`<button class="fix" @click=${() => this.apply(fix)}>${prose(fix.text)}</button>` : html`<span class="fix">${prose(fix.text)}</span>`)}</div>` : nothing}</div>`;
  }

  private async apply(fix: Fix): Promise<void> {
    const { key } = this;
    const { file } = await opened(key) ? await mend(key, fix) : {};
    if (file) {
      offerUndo("Written; connect again to try it.", file);
    }
  }
}

function mend(key: Key, { text, edits = [], set, row }: Fix): Promise<{ file?: FileState }> {
  if (set) {
    return change("file.set", key, set, text);
  }
  if (row) {
    const { table, name, value } = row;
    const at = app.files.value.get(key)?.model?.tables[table].find((one) => one.at && one.name.toLowerCase() === name.toLowerCase())?.at;
    return change("file.row", key, { table, ...(at ? { at } : {}), row: { name, value, enabled: true } }, text);
  }
  return change("file.edit", key, { edits }, text);
}
