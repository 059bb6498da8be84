import { css } from "lit";

/** Forms of a name at the left and a field at the right. */
export const formStyles = css`
  .grid { display: grid; grid-template-columns: minmax(84px, max-content) minmax(0, 1fr); gap: 8px 10px; align-items: center; }
  label { color: var(--ink-2); }
  .box {
    display: flex; align-items: center; height: 28px; padding: 0 8px; border: var(--line) solid var(--line-c);
    border-radius: var(--radius); background: var(--bg); min-width: 0;
  }
  .box:focus-within { border-color: var(--accent); }
  .box.wrong { border-color: var(--bad); }
  .box parley-code-editor { flex: 1; }
  select.field { height: 28px; width: 100%; }
  p { margin: 0; color: var(--ink-3); font-size: var(--t-xs); line-height: 16px; overflow-wrap: anywhere; }
  .grid p { grid-column: 2; }
  .note {
    margin-top: 12px; padding: 8px 10px; border-radius: var(--radius); background: var(--bg-2); color: var(--ink-2);
    font-size: var(--t-s); line-height: 17px; display: flex; gap: 8px; align-items: start;
  }
  .note.warn { background: var(--warn-soft); color: var(--ink); }
  .note.bad { background: var(--bad-soft); color: var(--ink); }
  .note.ok { background: var(--ok-soft); color: var(--ink); }
  .note > span { min-width: 0; overflow-wrap: anywhere; }
  .note .icon { flex: none; margin-top: 1px; }
  .note .button { margin-left: auto; flex: none; height: 24px; }
  code { font-family: var(--mono); font-size: var(--t-xs); }
`;
