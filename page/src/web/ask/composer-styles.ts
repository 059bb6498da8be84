import { css } from "lit";

/** The composer. */
export const composerStyles = css`
  :host { display: flex; flex-direction: column; min-height: 0; min-width: 0; height: 100%; background: var(--bg); }
  .tools { display: flex; align-items: center; gap: 2px; height: 28px; padding: 0 6px; flex: none; font-size: var(--t-s); }
  .tools .segments { font-size: var(--t-xs); margin: 0 4px; } .tools .segments > button { padding: 1px 8px; }
  .size { display: inline-flex; align-items: center; gap: 5px; font-variant-numeric: tabular-nums; }
  .tools .plain[aria-pressed="true"] { background: var(--bg-3); color: var(--ink); }
  .size.error { color: var(--bad); }
  .repeating { display: flex; align-items: center; gap: 8px; padding: 5px 8px 5px 12px; background: var(--accent-soft); font-size: var(--t-s); flex: none; font-variant-numeric: tabular-nums; }
  .repeating .grow { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .repeating .button { height: 22px; }
  parley-message-body { flex: 1 1 60%; }
  parley-message-preview { flex: 1 1 40%; min-height: 92px; }
`;
