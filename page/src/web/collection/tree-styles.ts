import { css } from "lit";

export const treeStyles = css`
  :host { display: flex; flex-direction: column; min-height: 0; flex: 1; }
  .tree {
    flex: 1; overflow: auto; padding: 0 8px 8px; position: relative; outline: none; min-height: 0; scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }
  .row {
    display: flex; align-items: center; gap: 7px; height: 26px; padding: 0 6px 0 calc(6px + var(--depth, 0) * 16px);
    border-radius: 4px; color: var(--ink-2); white-space: nowrap; cursor: default; user-select: none; position: relative;
  }
  .row:hover { background: var(--bg-3); }
  .row.shown { background: var(--sel); }
  .row.current { box-shadow: inset 0 0 0 1px var(--line-strong); }
  .tree:focus-visible .row.current { box-shadow: inset 0 0 0 2px var(--accent); }
  .row.drop { background: var(--accent-soft); box-shadow: inset 0 0 0 1px var(--accent); }
  .row.cut { opacity: .5; }
  .twist { width: 12px; height: 20px; flex: none; display: grid; place-items: center; color: var(--ink-3); }
  .twist .icon { transition: none; }
  .open > .twist .icon { transform: rotate(90deg); }
  .lead { width: 14px; flex: none; display: grid; place-items: center; color: var(--ink-3); }
  .lead.running { color: var(--ok); }
  .lead.failed { color: var(--bad); }
  .name { font-weight: 500; color: var(--ink); overflow: hidden; text-overflow: ellipsis; min-width: 24px; }
  .message .name { font-weight: 400; color: var(--ink-2); font-size: var(--t-s); }
  .collection > .name { font-weight: 650; }
  .n {
    margin-left: auto; padding-left: 8px; display: inline-flex; align-items: center; gap: 4px; font: var(--t-xs) var(--mono);
    color: var(--ink-3); flex: none;
  }
  .n.bad { color: var(--bad); }
  .n.pass { color: var(--ok); }
  .n.warn { color: var(--warn); }
  .rename { flex: 1; height: 22px; padding: 0 4px; margin-left: -5px; border-color: var(--accent); font-weight: 500; }
  .spacer { pointer-events: none; }
  .note { padding: 10px 8px; color: var(--ink-3); font-size: var(--t-s); }
  parley-slash-menu { margin: 2px 0 2px calc(var(--depth, 0) * 16px + 18px); }
`;
