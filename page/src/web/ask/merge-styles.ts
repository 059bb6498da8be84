import { css } from "lit";

/** Two versions of a file side by side. */
export const mergeStyles = css`
  :host { display: grid; gap: 10px; font-size: var(--t-s); }
  .bar { display: flex; align-items: center; flex-wrap: wrap; gap: 8px; color: var(--ink-2); } .bar p { margin: 0; flex: 1 1 260px; } .bar b { color: var(--ink); font-weight: 600; }
  .all { min-height: 200px; max-height: min(60vh, 640px); border: var(--line) solid var(--line-c); border-radius: var(--radius); overflow: auto; }
  .heads { display: grid; grid-template-columns: 1fr 1fr; position: sticky; top: 0; z-index: 1; background: var(--bg-2); border-bottom: var(--line) solid var(--line-c); font-weight: 600; } .heads span { padding: 6px 12px; }
  .heads span + span, .pair > * + * { border-left: var(--line) solid var(--line-c); }
  .pair { display: grid; grid-template-columns: 1fr 1fr; }
  pre { margin: 0; padding: 4px 12px; min-width: 0; font: var(--t-s)/19px var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; } pre div { min-height: 19px; margin: 0 -12px; padding: 0 12px; }
  .same pre { color: var(--ink-3); } .more { padding: 2px 12px; color: var(--ink-3); font-size: var(--t-xs); background: var(--bg-2); text-align: center; }
  .hunk { border-block: var(--line) solid var(--line-c); margin-top: -1px; } .hunk header { display: flex; align-items: center; gap: 8px; padding: 5px 8px 5px 12px; background: var(--bg-2); border-bottom: var(--line) solid var(--line-c); }
  .hunk.open header { background: var(--warn-soft); }
  .new { background: var(--ok-soft); color: var(--ok); } .gone { background: var(--bad-soft); color: var(--bad); text-decoration: line-through; }
  pre { position: relative; } .taken::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 3px; background: var(--accent); } .left, .left .new, .left .gone { background: none; color: var(--ink-3); } .none { color: var(--ink-3); font: var(--t-s)/19px var(--font); font-style: italic; }
  .segments > button[aria-pressed="true"] { background: var(--accent-soft); color: var(--accent); font-weight: 600; }
  .result { border: var(--line) solid var(--line-c); border-radius: var(--radius); overflow: hidden; height: min(60vh, 640px); display: grid; }
`;
