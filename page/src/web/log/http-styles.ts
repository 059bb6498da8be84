import { css } from "lit";

/** Heads, bodies and tables of HTTP. */
export const httpStyles = css`
  h3 { display: flex; align-items: center; gap: 8px; margin: 0 0 6px; font: 600 var(--t-s) var(--font); color: var(--ink-2); }
  h3 .segments { margin-left: auto; font-weight: 400; font-size: var(--t-xs); }
  h3 .segments > button { padding: 1px 7px; }
  table { width: 100%; border-collapse: collapse; font: var(--t-s)/1.5 var(--mono); }
  td { padding: 3px 10px 3px 0; border-bottom: var(--line) solid var(--line-c); vertical-align: top; overflow-wrap: anywhere; }
  td:first-child { width: 38%; color: var(--ink-2); white-space: nowrap; }
  .first { margin: 0 0 4px; font: 600 var(--t-s) var(--mono); overflow-wrap: anywhere; }
  pre {
    margin: 0; padding: 9px 11px; border: var(--line) solid var(--line-c); border-radius: var(--radius);
    background: var(--bg-2); font: var(--t-s)/18px var(--mono); white-space: pre-wrap; overflow-wrap: anywhere;
    max-height: 360px; overflow: auto;
  }
  .note { font-size: var(--t-s); color: var(--ink-3); margin: 6px 0 0; }
  .key { color: var(--syn-key); }
  .str { color: var(--syn-str); }
  .num { color: var(--syn-num); }
  .lit { color: var(--syn-lit); }
  .pun { color: var(--syn-pun); }
  .ctl { color: var(--ctl); }
`;
