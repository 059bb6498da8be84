import { css } from "lit";

/** Handles of rows that can be dragged, and the line that shows where one would go. The handle stands in the margin: nothing moves when it shows. */
export const dragStyles = css`
  .grip { position: absolute; left: 0; top: 0; bottom: 0; display: grid; align-content: center; width: 12px; height: 29px; color: var(--ink-3); opacity: 0; cursor: grab; z-index: 1; }
  [data-row]:hover > .grip, [data-row]:focus-within > .grip { opacity: 1; } .grip:hover { color: var(--ink); }
  [data-row].dragged { opacity: .4; }
  .line-above::before, .line-below::after { content: ""; position: absolute; left: 0; right: 0; height: 2px; background: var(--accent); z-index: 2; pointer-events: none; }
  .line-above::before { top: -1px; } .line-below::after { bottom: -1px; }
`;

/** Rows of a table of names and values. */
export const rowStyles = css`
  .row { position: relative; display: grid; grid-template-columns: 26px minmax(88px, 36%) 1fr 26px; align-items: start; min-height: 29px; padding: 3px 0 3px 6px; border-bottom: var(--line) solid var(--line-c); }
  .row:focus-within { background: var(--bg-2); }
  .cell { min-width: 0; padding: 0 4px; }
  .name { padding: 0 4px; }
  .switch { display: grid; place-items: center; width: 26px; height: 22px; color: var(--accent); font-size: var(--t-m); }
  .switch[aria-checked="false"] { color: var(--ink-3); }
  .inherited { --editor-ink: var(--ink-2); }
  .inherited .switch { color: var(--ink-3); }
  .off parley-code-editor { text-decoration: line-through; --editor-ink: var(--ink-3); }
  .from { color: var(--ink-3); font-size: var(--t-xs); line-height: 14px; padding: 0 2px 3px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .delete { opacity: 0; height: 22px; padding: 0 6px; }
  .row:hover .delete, .row:focus-within .delete { opacity: 1; }
  @media (hover: none) { .delete { opacity: 1; } }
`;
