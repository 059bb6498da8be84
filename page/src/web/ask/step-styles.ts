import { css } from "lit";

/** The list of steps. */
export const stepStyles = css`
  :host { display: flex; flex-direction: column; height: 100%; min-height: 0; }
  .list { flex: 1; overflow: auto; }
  .step { position: relative; display: grid; grid-template-columns: 1fr auto 26px; align-items: center; border-bottom: var(--line) solid var(--line-c); min-height: 29px; }
  .step.open { background: var(--bg-2); }
  .head { display: flex; align-items: center; gap: 8px; min-height: 28px; min-width: 0; padding: 3px 4px 3px calc(8px + var(--depth, 0) * 18px); text-align: left; font-size: var(--t-s); }
  .step:hover { background: var(--bg-2); }
  .glyph { width: 14px; text-align: center; flex: none; color: var(--ink-3); font-weight: 700; }
  .passed .glyph { color: var(--ok); } .failed .glyph, .broken .glyph { color: var(--bad); } .running .glyph { color: var(--warn); }
  .verb { font: 600 var(--t-xs)/16px var(--mono); color: var(--ink-2); background: var(--bg-3); border-radius: 3px; padding: 0 5px; flex: none; }
  .title { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; flex: 1; min-width: 0; }
  .skipped .title { color: var(--ink-3); }
  .id { font: var(--t-xs) var(--mono); color: var(--ink-3); }
  .rounds, .time { font: var(--t-xs) var(--mono); color: var(--ink-3); white-space: nowrap; }
  .line { font: var(--t-xs) var(--mono); color: var(--ink-3); min-width: 28px; text-align: right; }
  .step > .plain:last-of-type { padding: 4px 6px; }
  .why { grid-column: 1 / 4; padding: 0 10px 6px calc(30px + var(--depth, 0) * 18px); color: var(--bad); font-size: var(--t-xs); }
  parley-step-detail { grid-column: 1 / 4; }
  .adder { display: flex; align-items: center; gap: 8px; padding: 7px 12px; color: var(--ink-3); font-size: var(--t-s); width: 100%; }
  .adder:hover { color: var(--ink); background: var(--bg-2); }
  .outcome b { font-weight: 600; } .outcome.passed b { color: var(--ok); } .outcome.failed b, .outcome.broken b { color: var(--bad); }
  .outcome b::first-letter { text-transform: uppercase; }
  .go { color: var(--ok); display: inline-flex; }
  .foot { flex: none; }
  .grip { left: calc(var(--depth, 0) * 18px); }
`;
