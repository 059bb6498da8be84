import { css } from "lit";

export const handshakeStyles = css`
  :host { display: block; overflow: auto; min-height: 0; min-width: 0; container: handshake / inline-size; }
  .all { display: grid; gap: 16px; padding: 14px 16px 20px; }
  .head { display: grid; gap: 3px; }
  h2 { margin: 0; display: flex; align-items: baseline; gap: 10px; font: 600 var(--t-xl)/1.3 var(--font); }
  h2 .code { font-family: var(--mono); }
  .opened .code { color: var(--ok); }
  .refused .code, .failed h2 { color: var(--bad); }
  .url { font: var(--t-s) var(--mono); color: var(--ink-2); overflow-wrap: anywhere; }
  .agreed { display: flex; flex-wrap: wrap; gap: 4px 18px; margin-top: 4px; font-size: var(--t-s); color: var(--ink-3); }
  .agreed b { font: 500 var(--t-s) var(--mono); color: var(--ink); }
  .sides { display: grid; gap: 16px; }
  @container handshake (min-width: 760px) { .sides { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); } }
  .finding { display: flex; gap: 8px; margin: 0; padding: 3px 0; font-size: var(--t-s); }
  .finding .sign { width: 14px; text-align: center; font-weight: 700; color: var(--warn); }
  .finding.error .sign { color: var(--bad); }
  .finding cite { font-style: normal; color: var(--ink-3); white-space: nowrap; }
  details summary { cursor: pointer; font-size: var(--t-s); color: var(--ink-2); margin-bottom: 6px; }
`;
