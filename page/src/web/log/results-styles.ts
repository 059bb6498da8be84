import { css } from "lit";

export const resultsStyles = css`
  :host { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; min-width: 0; }
  .sum {
    display: flex; align-items: center; gap: 10px; padding: 8px 12px; border-bottom: var(--line) solid var(--line-c);
    font-size: var(--t-s); color: var(--ink-2);
  }
  .sum b { font-weight: 650; }
  .passed > b, b.passed { color: var(--ok); }
  b.failed, b.broken { color: var(--bad); }
  b.cancelled { color: var(--warn); }
  .why { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .steps { overflow: auto; padding: 4px 0 10px; }
  .step { border-bottom: var(--line) solid transparent; }
  .line {
    display: grid; grid-template-columns: 18px 18px minmax(0, 1fr) auto auto; align-items: center; gap: 6px; width: 100%;
    min-height: 28px; padding: 2px 12px 2px 8px; font-size: var(--t-s); text-align: left;
  }
  .line:hover { background: var(--bg-2); }
  .twist { color: var(--ink-3); font-size: var(--t-2xs); text-align: center; }
  .twist.shut { rotate: -90deg; }
  .sign { text-align: center; font-weight: 700; color: var(--ink-3); }
  .sign.passed { color: var(--ok); }
  .sign.failed, .sign.broken { color: var(--bad); }
  .sign.running { color: var(--warn); }
  .title { text-align: left; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .skipped .title, .waiting .title { color: var(--ink-3); }
  .took { font: var(--t-xs) var(--mono); color: var(--ink-3); white-space: nowrap; }
  .rows { display: flex; align-items: center; gap: 4px; }
  .to { padding: 0 6px; border-radius: 3px; background: var(--bg-3); color: var(--ink-2); font: var(--t-xs)/17px var(--mono); }
  .to:hover { background: var(--accent-soft); color: var(--accent); }
  .more { display: grid; gap: 8px; margin: 0 12px 8px 50px; font-size: var(--t-s); }
  .text { margin: 0; color: var(--bad); }
  .skipped .text { color: var(--ink-3); }
  .check { display: grid; grid-template-columns: 14px minmax(0, 1fr); gap: 2px 8px; }
  .check > .sign { font-size: var(--t-xs); line-height: 18px; }
  .check code { font: var(--t-s) var(--mono); overflow-wrap: anywhere; }
  .found {
    grid-column: 2; display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 1px 10px;
    font: var(--t-s)/18px var(--mono); overflow-wrap: anywhere;
  }
  .found dt { color: var(--ink-3); font-family: var(--font); }
  .found dd { margin: 0; white-space: pre-wrap; }
  .found .expected { color: var(--ok); }
  .found .got { color: var(--bad); }
  .diff {
    grid-column: 2; border: var(--line) solid var(--line-c); border-radius: var(--radius); overflow: auto; max-height: 260px;
    font: var(--t-s)/18px var(--mono); white-space: pre;
  }
  .diff div { padding: 0 10px; }
  .diff .left { background: var(--ok-soft); color: var(--ok); }
  .diff .right { background: var(--bad-soft); color: var(--bad); }
  .diff h4 {
    margin: 0; padding: 3px 10px; border-bottom: var(--line) solid var(--line-c); font: var(--t-xs) var(--font);
    color: var(--ink-3); position: sticky; left: 0;
  }
  .diff h4 .e { color: var(--ok); }
  .diff h4 .f { color: var(--bad); }
  h5 { margin: 0 0 3px; font: 600 var(--t-xs) var(--font); color: var(--ink-3); }
  .saw { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 3px 10px; align-items: baseline; }
  .saw .not { color: var(--ink-2); }
  .saw .was { color: var(--ok); }
  .values {
    display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 12px; font: var(--t-s) var(--mono);
    overflow-wrap: anywhere;
  }
  .values dt { color: var(--syn-key); }
  .values dd { margin: 0; }
  dl { margin: 0; }
`;
