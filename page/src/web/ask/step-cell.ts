import { css, html, type TemplateResult } from "lit";
import type { Completion, Edit, Key } from "../api.ts";
import "../code/code-editor.ts";
import { known } from "./known.ts";

/** Takes what is typed: it is tried at once, and written when it is done. Answers whether it stands in the file now. */
export type Say = (id: string, edits: Edit[], done: boolean) => Promise<boolean>;

export interface Cell {
  key: Key;
  label: string;
  /** Another one is another field. */
  subject: string;
  value: string;
  placeholder?: string;
  choices?: string[];
  edit: (text: string) => void;
  leave: () => void;
}

/** A field of one line, with variables and choices. */
export function cell({ key, label, subject, value, placeholder = "", choices = [], edit, leave }: Cell): TemplateResult {
  return html`<div class="box"><parley-code-editor single label=${label} placeholder=${placeholder} .subject=${subject} .value=${value} .known=${known.of(key).value}
    .completes=${choices.length > 0 ? (text: string, offset: number, asked: boolean) => chosen(text, offset, choices, asked) : undefined}
    @edit=${(event: CustomEvent<string>) => edit(event.detail)} @leave=${leave} @submit=${leave}></parley-code-editor></div>`;
}

function chosen(text: string, offset: number, choices: string[], asked: boolean): Completion | undefined {
  const typed = text.slice(0, offset).toLowerCase();
  const fitting = choices.filter((one) => one.toLowerCase().startsWith(typed) && one !== text);
  const shown = asked ? choices : typed ? fitting : [];
  return shown.length > 0 ? { from: 0, options: shown.map((label) => ({ label, kind: "value" as const })) } : undefined;
}

export const cellStyles = css`
  .box { display: flex; min-height: 26px; align-items: center; padding: 0 4px; border: var(--line) solid var(--line-c); border-radius: var(--radius); background: var(--bg); min-width: 0; }
  .box:focus-within { border-color: var(--accent); } .box parley-code-editor { flex: 1; }
  select.field { padding: 0 2px; max-width: 100%; }
  .rows { display: grid; gap: 4px; min-width: 0; }
  .adders { display: flex; gap: 4px; flex-wrap: wrap; }
  .adders .plain { font-size: var(--t-xs); color: var(--ink-3); padding: 1px 5px; min-height: 24px; } .adders .plain:hover { color: var(--ink); }
  .delete { padding: 0; width: 24px; height: 26px; color: var(--ink-3); }
`;
