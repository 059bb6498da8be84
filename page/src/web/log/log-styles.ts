import { css } from "lit";

/** Rows of a log: one line each, columns in one place, colour for direction and state only. */
export const rowStyles = css`
  .row {
    position: absolute; left: 0; right: 0; display: grid; align-items: center; gap: 8px; padding: 0 10px 0 0; height: var(--row); white-space: nowrap;
    grid-template-columns: 14px 122px 62px 14px minmax(0, 1fr) auto; font: var(--t-s)/var(--row) var(--mono); cursor: default; contain: strict;
  }
  .row.named { grid-template-columns: 14px 122px 62px 14px minmax(0, max-content) minmax(0, 1fr) auto; }
  .row > * { overflow: hidden; text-overflow: ellipsis; }
  .row:hover { background: var(--bg-2); }
  .gutter { align-self: stretch; text-align: center; font-size: var(--t-2xs); color: var(--ink-3); }
  .gutter.marked { background: var(--accent); color: var(--accent-ink); font-weight: 700; }
  .gutter.picked { background: var(--accent-soft); color: var(--accent); font-weight: 700; }
  .gutter .passed { color: var(--ok); }
  .gutter .failed, .gutter .broken { color: var(--bad); }
  .time, .delta, .size { color: var(--ink-3); }
  .time i { font-style: normal; }
  .delta, .size { text-align: right; }
  .size { min-width: 50px; }
  .arrow { text-align: center; color: var(--ink-3); }
  .in > .arrow { color: var(--in); }
  .out > .arrow { color: var(--out); }
  .of { max-width: 110px; padding: 0 6px; border-radius: 3px; background: var(--bg-3); color: var(--ink-2); font-size: var(--t-xs); line-height: 16px; }
  .text { color: var(--ink); }
  .word { margin-right: 8px; }
  .flag { color: var(--ink-3); margin-right: 10px; font-size: var(--t-xs); }
  .standing { color: var(--ink-2); font: var(--t-xs) var(--font); } .standing.good { color: var(--ok); }

  .quiet > .text { color: var(--ink-3); }
  .event > .text { color: var(--ink-2); }
  .event > .text .word { color: var(--ink); }
  .good > .arrow, .good > .text .word { color: var(--ok); }
  .control > .arrow, .control > .text { color: var(--ctl); }
  .warn > .arrow, .warn > .text { color: var(--warn); }
  .bad { background: var(--bad-soft); }
  .bad > .arrow, .bad > .text { color: var(--bad); }
  .unsent > .arrow, .unsent > .text .word { color: var(--bad); }
  .unsent > .text { display: flex; gap: 10px; color: var(--ink-3); }
  .unsent > .text > * { overflow: hidden; text-overflow: ellipsis; } .unsent > .text > s { flex: none; max-width: 45%; }
  .lost { background: var(--warn-soft); }
  .ghost > * { opacity: .62; }
  .ghost > .text { font-style: italic; }
  .loading > .text::before { content: ""; display: block; height: 6px; width: 42%; margin-top: 9px; border-radius: 3px; background: var(--bg-3); }
  .loading:nth-child(3n) > .text::before { width: 61%; } .loading:nth-child(5n) > .text::before { width: 33%; }
  .row.picked-row { box-shadow: inset 2px 0 0 var(--accent); }
  .row.chosen { background: var(--sel); }
  .row.chosen.bad { box-shadow: inset 3px 0 0 var(--bad); }

  @container list (max-width: 900px) { .flag { display: none; } }
  @container list (max-width: 620px) {
    .row { grid-template-columns: 14px 118px 14px minmax(0, 1fr) auto; }
    .row.named { grid-template-columns: 14px 118px 14px minmax(0, max-content) minmax(0, 1fr) auto; }
    .delta { display: none; }
  }
  @container list (max-width: 440px) {
    .row { grid-template-columns: 14px 90px 14px minmax(0, 1fr); gap: 6px; }
    .row.named { grid-template-columns: 14px 90px 14px minmax(0, max-content) minmax(0, 1fr); }
    .size, .time i { display: none; }
    .row:has(.standing) { grid-template-columns: 14px 90px 14px minmax(0, 1fr) auto; }
    .row.named:has(.standing) { grid-template-columns: 14px 90px 14px minmax(0, max-content) minmax(0, 1fr) auto; }
    .size:has(.standing) { display: block; }
  }
`;

export const listStyles = css`
  :host { display: block; position: relative; min-height: 0; container: list / inline-size; background: var(--bg); }
  .scroller { position: absolute; inset: 0; overflow-y: auto; overflow-x: hidden; overflow-anchor: none; outline-offset: -2px; scrollbar-color: var(--line-strong) transparent; }
  .scroller:focus-visible { outline: none; }
  .ring { position: absolute; inset: 0; pointer-events: none; }
  .scroller:focus-visible + .ring { box-shadow: inset 0 0 0 2px var(--accent); }
  .box { position: relative; min-height: 100%; }
  .layer { position: sticky; top: 0; overflow: hidden; contain: strict; }
  .rows { position: absolute; left: 0; right: 0; top: 0; }
  .tail {
    position: absolute; left: 50%; bottom: 12px; translate: -50% 0; display: inline-flex; align-items: center; gap: 8px; height: 28px; padding: 0 12px;
    border-radius: 14px; border: var(--line) solid var(--accent); background: var(--bg); color: var(--accent); white-space: nowrap; font: 550 var(--t-s) var(--font); box-shadow: var(--shadow);
    font-variant-numeric: tabular-nums;
  }
  .tail:hover { background: var(--accent-soft); }
`;
