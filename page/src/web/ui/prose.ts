import { html, type TemplateResult } from "lit";

/** What stands between backticks is code. */
export function prose(text: string): (string | TemplateResult)[] {
  return text.split("`").map((part, at) => at % 2 === 1 ? html`<code>${part}</code>` : part);
}
